import { change, defineCommand, one } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { and, eq } from 'drizzle-orm';
import { daysBits } from '../days.ts';
import { Changed, EnrolVolunteer } from '../model.ts';
import { isManagersOwn } from '../reach.ts';
import { whyNotConsent, whyNotEnrolIn } from '../rules.ts';
import { recognised } from '../recognised.ts';
import { volunteers } from '../schema.ts';
import { sealSaid } from '../sealing.ts';

/** Writes a volunteer down, by their recorded consent. The key is made first: a save that fails leaves a key that opens nothing. */
export const enrolVolunteer = defineCommand({
  name: 'volunteer.enrol',
  permission: 'volunteer.enrol',
  input: EnrolVolunteer,
  output: Changed,
  recognisedBy: recognised,
  load: (db, { unitId }) => ({
    unit: one(
      db
        .select({ kind: units.kind, endedOn: units.endedOn })
        .from(units)
        .where(and(eq(units.id, unitId), isManagersOwn(units.id))),
      'unit_unknown',
    ),
  }),
  compute: async ({ unit }, input, { today, newId, workspace, keys }) => {
    const consent = { version: input.consentVersion, channel: input.consentChannel, on: input.consentOn };
    const no = whyNotEnrolIn(unit, today) ?? whyNotConsent(consent, today);
    if (no) return no;
    const id = newId();
    const { fullName, phone, times, note } = input;
    const key = await keys.create(workspace, id);
    const sealed = await sealSaid(key, { workspace, volunteerId: id }, { fullName, phone, times, note });
    return { id, consent, sealed };
  },
  decide: (_state, _input, _facts, made) => made,
  save: (db, { id, consent, sealed }, _state, { unitId, skills, days = [] }, { nowMs, personId }) => [
    change(
      db.insert(volunteers).values({
        id,
        unitId,
        ...sealed,
        skillsJson: JSON.stringify([...new Set(skills)]),
        freeDays: daysBits(days),
        consentVersion: consent.version,
        consentOn: consent.on,
        consentChannel: consent.channel,
        consentRecordedBy: personId,
        enrolledAtMs: nowMs,
      }),
    ),
  ],
  audit: ({ id }, _state, input) => ({ subject: id, unitId: input.unitId, fields: Object.keys(input) }),
  answer: ({ id }) => ({ id, revision: 1 }),
});
