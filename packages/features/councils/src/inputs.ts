import * as z from 'zod';
import { latinDigits } from '@mahalleh/kernel/digits';
import { zCivilDate, zCount, zFlag, zId, zInput, zName, zOptional, zRevision } from '@mahalleh/kernel';
import { COUNCIL_KINDS, COUNCIL_STATES, OFFICES, VACATE_REASONS } from './codes.ts';
import { COMMITTEE_SET_NAMES } from './committee-sets.ts';

/** A decree's number, in Latin digits. */
export const zDecreeNumber = zName(40).overwrite(latinDigits);

/** One seat of a charter as it is written in an adoption. */
export const zCharterSeat = z.strictObject({
  key: z.string({ error: 'text_expected' }).regex(/^[a-z][a-z0-9_]{1,39}$/, { error: 'seat_key_malformed' }),
  titleFa: zName(120),
  titleEn: zName(120),
  office: z.enum(OFFICES),
  isRequired: z.boolean({ error: 'flag_expected' }),
  isChair: z.boolean({ error: 'flag_expected' }),
  isSecretary: z.boolean({ error: 'flag_expected' }),
});
/** One seat of a charter. */
export type CharterSeat = z.infer<typeof zCharterSeat>;

const pages = {
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
};

/** Input of `council.establish`. */
export const EstablishCouncil = zInput({ kind: z.enum(COUNCIL_KINDS), unitId: zId('unit'), establishedOn: zCivilDate });

/** Input of `council.dissolve`. */
export const DissolveCouncil = zInput({ councilId: zId('council'), on: zCivilDate, revision: zRevision });

const mandate = {
  personId: zId('person'),
  decreeNumber: zDecreeNumber,
  /** The last day of the mandate; left out while it is open. */
  toOn: zOptional(zCivilDate),
};

/** Input of `seat.appoint`. */
export const AppointToSeat = zInput({ councilId: zId('council'), seatId: zId('seat'), fromOn: zCivilDate, ...mandate });

/** Input of `seat.swear`. */
export const SwearAppointment = zInput({ appointmentId: zId('appointment'), on: zCivilDate, revision: zRevision });

/** Input of `seat.vacate`; with a successor it is a handover: the seat is not empty for a day. */
export const VacateSeat = zInput({
  appointmentId: zId('appointment'),
  /** The first day without the present holder. */
  on: zCivilDate,
  reason: z.enum(VACATE_REASONS),
  successor: zInput(mandate).optional(),
  revision: zRevision,
});

/** Input of `meeting.hold`: the first meeting of a council. */
export const HoldFirstMeeting = zInput({ councilId: zId('council'), on: zCivilDate, revision: zRevision });

/** Input of `committee.form`. */
export const FormCommittee = zInput({
  councilId: zId('council'),
  kindKey: z.string({ error: 'text_expected' }).regex(/^[a-z][a-z0-9_]{1,59}$/, { error: 'choice_unknown' }),
  formedOn: zCivilDate,
  leadPersonId: zOptional(zId('person')),
});

/** Input of `charter.adopt`: a province's own version of a charter; `committeeSet` chooses its committees as well. */
export const AdoptCharter = zInput({
  kind: z.enum(COUNCIL_KINDS),
  titleFa: zName(160),
  titleEn: zName(160),
  fromOn: zCivilDate,
  seats: z.array(zCharterSeat).min(1).max(40),
  committeeSet: zOptional(z.enum(COMMITTEE_SET_NAMES)),
});

/** Filters of the list of councils. */
export const ListCouncils = zInput({
  ...pages,
  kind: zOptional(z.enum(COUNCIL_KINDS)),
  /** False: those not formed and those not there. */
  formed: zOptional(zFlag),
  state: zOptional(z.enum(COUNCIL_STATES)),
  countyId: zOptional(zId('unit')),
  unitId: zOptional(zId('unit')),
  q: zOptional(zName(120)),
});

/** Names one council. */
export const OneCouncil = zInput({ councilId: zId('council') });

/** Names one charter; `current`: the one in force for the highest council. */
export const OneCharter = zInput({ charterId: z.union([z.literal('current'), zId('charter')]) });

/** The list of charters takes nothing. */
export const ListCharters = zInput({});
