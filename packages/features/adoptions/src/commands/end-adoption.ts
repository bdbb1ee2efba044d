import { change, defineCommand, guarded } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { EndAdoption } from '../adopt-inputs.ts';
import { AdoptionChanged } from '../adopt-outputs.ts';
import { adoptionOf } from '../adoption-scope.ts';
import { adoptions, adoptionUpgrades } from '../schema.ts';

/** Ends an adoption: its records stay as they are and are no longer followed. An upgrade that is under way is laid aside. */
export const endAdoption = defineCommand({
  name: 'adoption.end',
  permission: 'adoption.end',
  input: EndAdoption,
  output: AdoptionChanged,
  load: (db, { adoptionId }) => ({ adoption: adoptionOf(db, adoptionId) }),
  decide: ({ adoption }) => (adoption.status === 'ended' ? refuse('adoption_ended') : {}),
  save: (db, _decision, _state, { adoptionId, revision, reason }, { nowMs }) => [
    guarded(
      db
        .update(adoptions)
        .set({ status: 'ended', endedAtMs: nowMs, endReason: reason, revision: revision + 1 })
        .where(and(eq(adoptions.id, adoptionId), eq(adoptions.revision, revision), eq(adoptions.status, 'active'))),
    ),
    change(
      db
        .update(adoptionUpgrades)
        .set({ status: 'left', endedAtMs: nowMs })
        .where(and(eq(adoptionUpgrades.adoptionId, adoptionId), eq(adoptionUpgrades.status, 'open'))),
    ),
  ],
  reversal: (_decision, _state, { adoptionId, revision }) => ({
    steps: [
      {
        table: adoptions,
        id: adoptionId,
        revision: revision + 1,
        set: { status: 'active', endedAtMs: null, endReason: null },
      },
    ],
  }),
  audit: (_decision, { adoption }) => ({ subject: adoption.id, unitId: adoption.unitId, fields: ['status', 'reason'] }),
  answer: (_decision, { adoption }, { revision }) => ({ id: adoption.id, revision: revision + 1 }),
  conflicts: { 'adoptions.template_id': 'adoption_twice' },
});
