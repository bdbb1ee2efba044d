import { defineCommand, guarded, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { daysBits } from '../days.ts';
import { AmendVolunteer, Changed } from '../model.ts';
import { isAt, isOwn, type VolunteerRow } from '../reach.ts';
import { whyNotChange } from '../rules.ts';
import { recognised } from '../recognised.ts';
import { volunteers } from '../schema.ts';
import { sealSaid } from '../sealing.ts';

/** Corrects what is kept of a volunteer. What it was before is kept sealed for a day, to be taken back, and is gone with the key. */
export const amendVolunteer = defineCommand({
  name: 'volunteer.amend',
  permission: 'volunteer.amend',
  input: AmendVolunteer,
  output: Changed,
  recognisedBy: recognised,
  load: (db, { volunteerId }) => ({
    volunteer: one(db.select().from(volunteers).where(isOwn(volunteerId)), 'volunteer_unknown'),
  }),
  compute: async ({ volunteer }, input, { workspace, keys }) => {
    const no = whyNotChange(volunteer);
    if (no) return no;
    const key = (await keys.read(workspace, [volunteer.id])).get(volunteer.id);
    if (!key) return refuse('volunteer_key_gone');
    const { fullName, phone, times, note, skills, days } = input;
    const said: Partial<VolunteerRow> = {
      ...(await sealSaid(key, { workspace, volunteerId: volunteer.id }, { fullName, phone, times, note })),
      ...(skills === undefined ? {} : { skillsJson: JSON.stringify([...new Set(skills)]) }),
      ...(days === undefined ? {} : { freeDays: daysBits(days) }),
    };
    return { said };
  },
  decide: (_state, _input, _facts, sealed) => sealed,
  save: (db, { said }, _state, { volunteerId, revision }) => [
    guarded(
      db
        .update(volunteers)
        .set({ ...said, revision: revision + 1 })
        .where(isAt(volunteerId, revision)),
    ),
  ],
  reversal: ({ said }, { volunteer }, { volunteerId, revision }) => {
    const set = Object.fromEntries(Object.entries(volunteer).filter(([column]) => column in said));
    return { steps: [{ table: volunteers, id: volunteerId, revision: revision + 1, set }] };
  },
  audit: (_decision, { volunteer }, { volunteerId: _id, revision: _revision, ...said }) => ({
    subject: volunteer.id,
    unitId: volunteer.unitId,
    fields: Object.keys(said),
  }),
  answer: (_decision, _state, { volunteerId, revision }) => ({ id: volunteerId, revision: revision + 1 }),
});
