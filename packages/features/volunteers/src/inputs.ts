import {
  WEEK,
  zCivilDate,
  zCount,
  zFlag,
  zId,
  zInput,
  zMobile,
  zNote,
  zOptional,
  zRevision,
  zTitle,
} from '@mahalleh/kernel';
import * as z from 'zod';
import { CONSENT_CHANNELS, SKILL_KEYS } from './statuses.ts';

/** The field of an amendment: left out, it stays; null or empty text clears it. */
const zClearable = <T extends z.ZodType>(field: T) =>
  z.union([z.literal('').transform(() => null), field.nullable()]).optional();

/** A part of a consent: without it nobody is written down. Fails: as the field, and `consent_missing` when it is left out or blank. */
const zConsent = <T extends z.ZodType>(part: T) => z.nonoptional(zOptional(part), { error: 'consent_missing' });

const zSkills = z
  .array(z.enum(SKILL_KEYS), { error: 'skills_missing' })
  .min(1, { error: 'skills_missing' })
  .max(SKILL_KEYS.length, { error: 'list_too_long' });
const zDays = z.array(z.enum(WEEK), { error: 'list_expected' }).max(7, { error: 'list_too_long' });
const edit = { volunteerId: zId('volunteer'), revision: zRevision };

/** Input of `volunteer.enrol`: who they are, what they can do, and their consent: which text, when, how. */
export const EnrolVolunteer = zInput({
  unitId: zId('unit'),
  fullName: zTitle(120),
  phone: zMobile,
  /** The weekdays on which they are free. */
  days: zOptional(zDays),
  /** When on those days, in words. */
  times: zOptional(zTitle(300)),
  note: zOptional(zNote(1_000)),
  skills: zSkills,
  consentGiven: zConsent(zFlag).refine((isGiven) => isGiven, { error: 'consent_missing' }),
  consentVersion: zConsent(z.string().max(20, { error: 'text_too_long' })),
  consentChannel: zConsent(z.enum(CONSENT_CHANNELS)),
  consentOn: zConsent(zCivilDate),
});

/** Input of `volunteer.amend`: what is left out stays. */
export const AmendVolunteer = zInput({
  ...edit,
  fullName: zOptional(zTitle(120)),
  phone: zOptional(zMobile),
  days: zDays.optional(),
  times: zClearable(zTitle(300)),
  note: zClearable(zNote(1_000)),
  skills: zSkills.optional(),
});

/** Input of `volunteer.withdraw`. */
export const WithdrawVolunteer = zInput(edit);

/** Input of the list of volunteers. By what they can do and when, never by who they are. */
export const ListVolunteers = zInput({
  unitId: zOptional(zId('unit')),
  skill: zOptional(z.enum(SKILL_KEYS)),
  day: zOptional(z.enum(WEEK)),
  withdrawn: zOptional(zFlag),
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
});

/** Input of the page of one volunteer. */
export const OneVolunteer = zInput({ volunteerId: zId('volunteer') });

/** Input of the counts of volunteers by skill: of a unit and everything below it. */
export const CountVolunteers = zInput({ unitId: zId('unit'), day: zOptional(z.enum(WEEK)) });
