import { change, defineCommand, maybe } from '@mahalleh/gate';
import { refuse, type Refusal } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { askLocal } from '../local/index.ts';
import { adoptionUpgrades } from '../schema.ts';
import { askLimits } from '../upgrade/ask-limits.ts';
import { askDocument, askLastUpgrade, type UpgradeRow } from '../upgrade/ask-upgrade.ts';
import {
  carriedOver,
  decidedIn,
  documentOf,
  drawUp,
  keptAs,
  NOTHING_DECIDED,
  type Decided,
} from '../upgrade/draw-up.ts';
import { BeginUpgrade, UpgradeChanged } from '../upgrade-model.ts';

type Decision = { readonly id: string; readonly digest: string; readonly decided: Decided };

const refusalOf = (
  adoption: { readonly status: string; readonly version: number },
  last: UpgradeRow | undefined,
  version: number,
  isEnded: boolean,
): Refusal | undefined => {
  if (adoption.status !== 'active') return refuse('upgrade_of_ended');
  if (last?.status === 'open') return refuse('upgrade_open', { detail: { version: last.toVersion } });
  if (version <= adoption.version)
    return refuse('upgrade_not_later', { field: 'version', detail: { version, now: adoption.version } });
  return isEnded ? refuse('upgrade_version_ended', { field: 'version', detail: { version } }) : undefined;
};

/** Begins the step of an adoption to a later version: one at a time; what was decided about the very same before is kept. */
export const beginUpgrade = defineCommand({
  name: 'adoption.upgrade',
  permission: 'adoption.upgrade',
  input: BeginUpgrade,
  output: UpgradeChanged,
  load: (db, { adoptionId, version }) => {
    const template = sql`(select a.template_id from adoptions a where a.id = ${adoptionId})`;
    const left = sql`(select p.to_digest from adoption_upgrades p where p.adoption_id = ${adoptionId} and p.status = 'left' order by p.begun_at_ms desc, p.id desc limit 1)`;
    return {
      ...askLocal(db, sql`${adoptionId}`),
      ...askLimits(db, sql`${adoptionId}`),
      last: askLastUpgrade(db, adoptionId),
      before: askDocument(db, left),
      target: askDocument(
        db,
        sql`(select t.digest from templates t where t.template_id = ${template} and t.version = ${version})`,
      ),
      ending: maybe(
        db.text<{ version: number }>(
          sql`select version from template_endings where template_id = ${template} and version in (0, ${version}) limit 1`,
        ),
      ),
    };
  },
  decide: (state, { version }, { newId, grants }): Decision | Refusal => {
    const { adoption, last, target, before, ending } = state;
    const fault = refusalOf(adoption, last, version, ending !== undefined);
    if (fault) return fault;
    if (!target) return refuse('upgrade_version_unknown', { field: 'version', detail: { version } });
    const decided = last ? decidedIn(last) : NOTHING_DECIDED;
    const drawn = before && last ? drawUp(state, documentOf(before), decided, grants) : undefined;
    const now = drawUp(state, documentOf(target), decided, grants);
    return {
      id: newId(),
      digest: target.digest,
      decided: drawn ? carriedOver(drawn, decided, now) : NOTHING_DECIDED,
    };
  },
  save: (db, { id, digest, decided }, { adoption }, { version }, { personId, nowMs }) => [
    change(
      db.insert(adoptionUpgrades).values({
        ...{ id, adoptionId: adoption.id, fromVersion: adoption.version, toVersion: version, toDigest: digest },
        ...keptAs(decided),
        ...{ status: 'open', begunBy: personId, begunAtMs: nowMs },
      }),
    ),
  ],
  audit: (_decision, { adoption }) => ({ subject: adoption.id, unitId: adoption.unitId, fields: ['upgrade'] }),
  answer: ({ id }) => ({ id, revision: 1 }),
  conflicts: { 'adoption_upgrades.adoption_id': 'upgrade_begun_meanwhile' },
});
