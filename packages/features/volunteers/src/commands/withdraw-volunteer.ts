import { change, defineCommand, forgetReversals, guarded, one } from '@mahalleh/gate';
import { Changed, WithdrawVolunteer } from '../model.ts';
import { isAt, isOwn } from '../reach.ts';
import { whyNotChange } from '../rules.ts';
import { goneKeys, volunteers } from '../schema.ts';

/** What is left of a volunteer who has withdrawn: that there was one, and nothing of who it was or what they could do. */
export const ERASED = {
  nameSealed: null,
  phoneSealed: null,
  timesSealed: null,
  noteSealed: null,
  skillsJson: '[]',
  freeDays: 0,
} as const;

/**
 * Erases a volunteer for good, at their wish. One save blanks the row, drops what could be taken back and writes down that the key
 * is gone; from then on nothing opens anything of them here. Then the key itself is destroyed. Broken off between the two, the
 * minute's round destroys it: each step may be done again.
 */
export const withdrawVolunteer = defineCommand({
  name: 'volunteer.withdraw',
  permission: 'volunteer.withdraw',
  input: WithdrawVolunteer,
  output: Changed,
  load: (db, { volunteerId }) => ({
    volunteer: one(
      db
        .select({ id: volunteers.id, unitId: volunteers.unitId, withdrawnAtMs: volunteers.withdrawnAtMs })
        .from(volunteers)
        .where(isOwn(volunteerId)),
      'volunteer_unknown',
    ),
  }),
  decide: ({ volunteer }, _input, { nowMs }) =>
    whyNotChange(volunteer) ?? { change: { ...ERASED, withdrawnAtMs: nowMs } },
  save: (db, { change: erased }, _state, { volunteerId, revision }, { nowMs }) => [
    guarded(
      db
        .update(volunteers)
        .set({ ...erased, revision: revision + 1 })
        .where(isAt(volunteerId, revision)),
    ),
    change(db.insert(goneKeys).values({ keyId: volunteerId, goneAtMs: nowMs }).onConflictDoNothing()),
    forgetReversals(db, volunteerId),
  ],
  after: async (_decision, { volunteer }, _input, { workspace, keys }) => keys.destroy(workspace, volunteer.id),
  audit: (_decision, { volunteer }) => ({ subject: volunteer.id, unitId: volunteer.unitId, fields: [] }),
  answer: (_decision, _state, { volunteerId, revision }) => ({ id: volunteerId, revision: revision + 1 }),
});
