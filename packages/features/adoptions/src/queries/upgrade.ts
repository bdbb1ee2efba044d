import { defineQuery, many, maybe } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { askGround, readGround } from '../landing/ground.ts';
import { mayAdoptBy } from '../landing/may.ts';
import { askLocal } from '../local/index.ts';
import { askAround } from '../preview/ask-around.ts';
import type { Around } from '../preview/guesses.ts';
import { arrivalsOf, unmeasuredIn } from '../upgrade/arrivals.ts';
import { askLimits } from '../upgrade/ask-limits.ts';
import { askDocument, askLastUpgrade, askLater } from '../upgrade/ask-upgrade.ts';
import { decidedIn, documentOf, drawUp, NOTHING_DECIDED } from '../upgrade/draw-up.ts';
import { shownUpgrade, type Candidate } from '../upgrade/show-upgrade.ts';
import { ReadByAdoption, UpgradeRead } from '../upgrade-model.ts';

const MOST = 400;

/** The open upgrade of an adoption as it would be now; when none is open, what one to the last version would be. One request. */
export const readUpgrade = defineQuery({
  name: 'adoption_upgrade',
  permission: 'adoption.read',
  input: ReadByAdoption,
  output: UpgradeRead,
  ask: (db, { adoptionId }, { nowMs }) => {
    const id = sql`${adoptionId}`;
    const open = sql`(select p.to_digest from adoption_upgrades p where p.adoption_id = ${adoptionId} and p.status = 'open')`;
    const last = sql`(select t.digest from adoptions a join templates t on t.template_id = a.template_id and t.version > a.version where a.id = ${adoptionId} and not exists (select 1 from template_endings e where e.template_id = t.template_id and e.version in (0, t.version)) order by t.version desc limit 1)`;
    const unit = sql`(select a.unit_id from adoptions a where a.id = ${adoptionId})`;
    const template = sql`(select a.template_id from adoptions a where a.id = ${adoptionId})`;
    const { adoption: _adoption, names: _names, records: nearby, ...near } = askAround(db, unit, template, nowMs);
    return {
      ...askLocal(db, id),
      ...askGround(db, unit, {}, sql`0`, 0),
      ...{ ...near, nearby },
      ...askLimits(db, id),
      upgrade: askLastUpgrade(db, adoptionId),
      later: askLater(db, id),
      target: askDocument(db, sql`coalesce(${open}, ${last})`),
      candidates: many(
        db.text<Candidate>(
          sql`select 'domain' as kind, d.key as id, d.title_fa as name from domains d where d.retired_at_ms is null union all select * from (select 'agency', a.id, a.name from agencies a where a.retired_at_ms is null order by a.name_folded limit ${MOST}) union all select * from (select distinct 'role', p.id, p.full_name from role_grants g join people p on p.id = g.person_id where g.revoked_at_ms is null and p.retired_at_ms is null and p.is_guest = 0 and g.unit_id in (select c.ancestor_id from unit_closure c where c.unit_id = ${unit}) order by p.name_folded limit ${MOST})`,
        ),
      ),
      ended: maybe(
        db.text<{ how: string }>(
          sql`select e.how from template_endings e join adoptions a on a.template_id = e.template_id join adoption_upgrades p on p.adoption_id = a.id and p.status = 'open' where a.id = ${adoptionId} and e.version in (0, p.to_version) limit 1`,
        ),
      ),
    };
  },
  shape: (answers, _input, { grants, nowMs }) => {
    const { adoption, upgrade: last, later, target, candidates, ended } = answers;
    const upgrade = last?.status === 'open' ? last : undefined;
    const decided = upgrade ? decidedIn(upgrade) : NOTHING_DECIDED;
    const about = {
      ...{ adoptionId: adoption.id, templateId: adoption.templateId, title: adoption.title },
      ...{ unitName: adoption.unitName, fromVersion: adoption.version, versions: later.map(({ version }) => version) },
    };
    if (!target)
      return {
        ...{ ...about, toVersion: null, changes: '', upgrade: null },
        ...{
          conflicts: [],
          follows: [],
          comes: [],
          goes: [],
          stays: [],
          offers: [],
          mappings: [],
          arrivals: [],
          unmeasured: [],
          names: {},
        },
      };
    const document = documentOf(target);
    const drawn = drawUp(answers, document, decided, grants);
    const around: Around = {
      ground: readGround(answers),
      domains: answers.domainTitles.map((domain) => ({ ...domain, isSensitive: domain.isSensitive === 1 })),
      committeeKinds: answers.kindTitles,
      ...{ people: answers.persons, agencies: answers.bodies, capacities: answers.found, records: answers.nearby },
      ...{ standing: answers.standing, memory: answers.memory },
    };
    const weekend = answers.work?.weekend ?? '';
    const meeting = { around, weekend, nowMs, may: mayAdoptBy(grants, answers.above) };
    return {
      ...{ ...about, toVersion: target.version, changes: document.changes },
      upgrade: upgrade
        ? {
            ...{ id: upgrade.id, revision: upgrade.revision, status: upgrade.status, begunAtMs: upgrade.begunAtMs },
            isOvertaken: ended !== undefined || later.some(({ version }) => version > upgrade.toVersion),
          }
        : null,
      ...shownUpgrade(drawn, decided, candidates),
      arrivals: arrivalsOf(drawn, decided, meeting),
      unmeasured: unmeasuredIn(drawn, decided, meeting),
    };
  },
});
