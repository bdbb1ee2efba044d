import { defineCommand, guarded, one } from '@mahalleh/gate';
import { Changed, WithdrawCapacity } from '../model.ts';
import { isAt, isMine } from '../reach.ts';
import { whyNotChange } from '../rules.ts';
import { capacities } from '../schema.ts';

/** Takes a capacity out of the bank, with the reason. Operations that used it still name it. */
export const withdrawCapacity = defineCommand({
  name: 'capacity.withdraw',
  permission: 'capacity.withdraw',
  input: WithdrawCapacity,
  output: Changed,
  load: (db, { capacityId }) => ({
    capacity: one(db.select().from(capacities).where(isMine(capacityId)), 'capacity_unknown'),
  }),
  decide: ({ capacity }, { reason }, { nowMs }) =>
    whyNotChange(capacity) ?? { change: { withdrawnAtMs: nowMs, withdrawReason: reason } },
  save: (db, { change }, _state, { capacityId, revision }) => [
    guarded(
      db
        .update(capacities)
        .set({ ...change, revision: revision + 1 })
        .where(isAt(capacityId, revision)),
    ),
  ],
  audit: ({ change }, { capacity }) => ({ subject: capacity.id, unitId: capacity.unitId, fields: Object.keys(change) }),
  answer: (_decision, _state, { capacityId, revision }) => ({ id: capacityId, revision: revision + 1 }),
});
