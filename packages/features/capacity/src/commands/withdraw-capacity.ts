import { defineCommand, guarded, one } from '@mahalleh/gate';
import { and } from 'drizzle-orm';
import { NEVER_MS } from '../booking-rules.ts';
import { Changed, WithdrawCapacity } from '../model.ts';
import { isAt, isMine } from '../reach.ts';
import { whyNotWithdraw } from '../rules.ts';
import { capacities } from '../schema.ts';
import { holdsWhatIsBooked, takenWithin } from '../taken.ts';

/** Takes a capacity out of the bank, with the reason. Operations that used it still name it; from the trash it comes back. */
export const withdrawCapacity = defineCommand({
  name: 'capacity.withdraw',
  permission: 'capacity.withdraw',
  input: WithdrawCapacity,
  output: Changed,
  load: (db, { capacityId }, { nowMs }) => ({
    capacity: one(db.select().from(capacities).where(isMine(capacityId)), 'capacity_unknown'),
    taken: takenWithin(db, capacityId, { fromMs: nowMs, toMs: NEVER_MS + 1 }),
  }),
  decide: ({ capacity, taken }, { reason }, { nowMs }) =>
    whyNotWithdraw(capacity, taken.length) ?? { change: { withdrawnAtMs: nowMs, withdrawReason: reason } },
  save: (db, { change }, { capacity }, { capacityId, revision }, { nowMs }) => [
    guarded(
      db
        .update(capacities)
        .set({ ...change, revision: revision + 1 })
        .where(
          and(
            isAt(capacityId, revision),
            capacity.kind === 'fund' ? undefined : holdsWhatIsBooked(capacityId, 0, nowMs),
          ),
        ),
    ),
  ],
  reversal: (_decision, { capacity }, { capacityId, revision }) => ({
    trash: true,
    label: capacity.name,
    steps: [
      {
        table: capacities,
        id: capacityId,
        revision: revision + 1,
        set: { withdrawnAtMs: null, withdrawReason: null },
      },
    ],
  }),
  audit: ({ change }, { capacity }) => ({ subject: capacity.id, unitId: capacity.unitId, fields: Object.keys(change) }),
  answer: (_decision, _state, { capacityId, revision }) => ({ id: capacityId, revision: revision + 1 }),
});
