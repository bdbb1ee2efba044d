import { defineCommand, guarded, maybe } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { adoptionUpgrades } from '../schema.ts';
import { adoptionOfUpgrade, askUpgrade } from '../upgrade/ask-upgrade.ts';
import { EndUpgrade, UpgradeChanged } from '../upgrade-model.ts';

/** Lays an upgrade aside with everything that was decided, so that one to a yet later version can begin. */
export const leaveUpgrade = defineCommand({
  name: 'adoption.leave',
  permission: 'adoption.leave',
  input: EndUpgrade,
  output: UpgradeChanged,
  load: (db, { upgradeId }) => ({
    upgrade: askUpgrade(db, upgradeId),
    unit: maybe(
      db.text<{ id: string }>(
        sql`select a.unit_id as id from adoptions a where a.id = ${adoptionOfUpgrade(upgradeId)}`,
      ),
    ),
  }),
  decide: ({ upgrade }, _input, { nowMs }) =>
    upgrade.status === 'open' ? { status: 'left' as const, endedAtMs: nowMs } : refuse('upgrade_not_open'),
  save: (db, set, _state, { upgradeId, revision }) => [
    guarded(
      db
        .update(adoptionUpgrades)
        .set({ ...set, revision: revision + 1 })
        .where(
          and(
            eq(adoptionUpgrades.id, upgradeId),
            eq(adoptionUpgrades.revision, revision),
            eq(adoptionUpgrades.status, 'open'),
          ),
        ),
    ),
  ],
  reversal: (_set, _state, { upgradeId, revision }) => ({
    steps: [
      { table: adoptionUpgrades, id: upgradeId, revision: revision + 1, set: { status: 'open', endedAtMs: null } },
    ],
  }),
  audit: (_set, { upgrade, unit }) => ({ subject: upgrade.adoptionId, unitId: unit?.id ?? null, fields: ['upgrade'] }),
  answer: (_set, { upgrade }, { revision }) => ({ id: upgrade.id, revision: revision + 1 }),
});
