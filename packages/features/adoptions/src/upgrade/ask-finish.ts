import { many, maybe, type ReadDb } from '@mahalleh/gate';
import { indicators, targets } from '@mahalleh/indicators/schema';
import { operations, tasks } from '@mahalleh/operations/schema';
import { problems } from '@mahalleh/problems/schema';
import { inArray, sql } from 'drizzle-orm';
import { askGround } from '../landing/ground.ts';
import type { Ending } from '../landing/version-sql.ts';
import { askLocal } from '../local/index.ts';
import { askLimits } from './ask-limits.ts';
import { adoptionOfUpgrade, askDocument, askUpgrade } from './ask-upgrade.ts';
import { JOIN } from './draw-up.ts';

/** So many tracking codes are drawn: twice the most problems that a document can hold need. */
const DRAWN = 4000;

/** SQL that gives what an upgrade maps and joins, as a JSON list of the keys of one of them. */
const namedIn = (upgradeId: string) => ({
  named: sql`(select json_patch(a.mapping_json, p.mapping_json) from adoption_upgrades p join adoptions a on a.id = p.adoption_id where p.id = ${upgradeId})`,
  joinedBy: sql`(select json_group_array(substr(j.value, ${JOIN.length + 1})) from adoption_upgrades p, json_each(p.mapping_json) j where p.id = ${upgradeId} and j.value like ${`${JOIN}%`})`,
});

/** What is asked to carry an upgrade out. Fails: not_found `upgrade_unknown`. */
export const askFinish = (db: ReadDb<'province'>, upgradeId: string) => {
  const adoption = adoptionOfUpgrade(upgradeId);
  const digest = sql`(select p.to_digest from adoption_upgrades p where p.id = ${upgradeId})`;
  const unit = sql`(select a.unit_id from adoptions a where a.id = ${adoption})`;
  const codes = sql`(select count(*) from templates t, json_each(t.document_json, '$.elements') e where t.digest = ${digest} and json_extract(e.value, '$.kind') = 'problem')`;
  const rows = (kind: string) =>
    sql`(select e.row_key from adopted_elements e where e.adoption_id = ${adoption} and e.kind = ${kind} and e.row_key is not null)`;
  return {
    upgrade: askUpgrade(db, upgradeId),
    ...askGround(db, unit, namedIn(upgradeId), codes, DRAWN),
    ...askLocal(db, adoption),
    ...askLimits(db, adoption),
    signed: askDocument(db, digest),
    endings: many(
      db.text<Ending>(
        sql`select e.version, e.how, e.reason from template_endings e join adoptions a on a.template_id = e.template_id where a.id = ${adoption}`,
      ),
    ),
    problemRows: many(
      db
        .select()
        .from(problems)
        .where(inArray(problems.id, rows('problem'))),
    ),
    operationRows: many(
      db
        .select()
        .from(operations)
        .where(inArray(operations.id, rows('operation'))),
    ),
    taskRows: many(
      db
        .select()
        .from(tasks)
        .where(inArray(tasks.id, rows('task'))),
    ),
    targetRows: many(
      db
        .select()
        .from(targets)
        .where(inArray(targets.id, rows('target'))),
    ),
    indicatorRows: many(
      db
        .select()
        .from(indicators)
        .where(inArray(indicators.id, rows('indicator'))),
    ),
    lastVersions: many(
      db.text<{ id: string; version: number }>(
        sql`select v.indicator_id as id, max(v.version) as version from indicator_versions v where v.indicator_id in ${rows('indicator')} group by v.indicator_id`,
      ),
    ),
    known: maybe(
      db.text<{ keys: string }>(
        sql`select json_group_array(e.kind || ' ' || e.row_key) as keys from element_rows e join adoptions a on a.template_id = e.template_id where a.id = ${adoption}`,
      ),
    ),
  };
};
