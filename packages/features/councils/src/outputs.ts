import * as z from 'zod';
import { COMMITTEE_SET_NAMES } from './committee-sets.ts';
import { CHARTER_ORIGINS, COUNCIL_KINDS, COUNCIL_STATES, OFFICES } from './codes.ts';

const zSeatReason = z.object({ seat: z.string(), titleFa: z.string(), titleEn: z.string(), sinceOn: z.string() });

/** Why a council is not formed, as data: a code and what it speaks of. */
export const zConformanceReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('seat_vacant'), ...zSeatReason.shape }),
  z.object({ code: z.literal('mandate_expired'), ...zSeatReason.shape }),
  z.object({ code: z.literal('not_sworn'), count: z.number() }),
  z.object({ code: z.literal('first_meeting_missing') }),
  z.object({ code: z.literal('council_absent') }),
]);
/** Why a council is not formed. */
export type ConformanceReason = z.infer<typeof zConformanceReason>;

/** Whether a council is formed as its charter asks, and if not, why. */
export const zConformance = z.object({
  isFormed: z.boolean(),
  requiredSeats: z.number(),
  filledSeats: z.number(),
  sworn: z.number(),
  hasMet: z.boolean(),
  reasons: z.array(zConformanceReason),
});
/** Whether a council is formed, and if not, why. */
export type Conformance = z.infer<typeof zConformance>;

/** What every change of a council's record answers with. */
export const zChanged = z.object({ id: z.string(), revision: z.number() });

/** Who holds a seat on one day. */
export const zHolder = z.object({
  appointmentId: z.string(),
  personId: z.string(),
  name: z.string(),
  decreeNumber: z.string(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
  swornOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  revision: z.number(),
});

/** A seat of a council, with who holds it now, who held it before and who will. */
export const zCouncilSeat = z.object({
  id: z.string(),
  key: z.string(),
  titleFa: z.string(),
  titleEn: z.string(),
  office: z.string(),
  isRequired: z.boolean(),
  isChair: z.boolean(),
  isSecretary: z.boolean(),
  holder: zHolder.nullable(),
  /** The first day on which nobody held it; null while somebody does. */
  vacantSinceOn: z.string().nullable(),
  others: z.array(zHolder),
});
/** A seat of a council with its holders. */
export type CouncilSeat = z.infer<typeof zCouncilSeat>;

/** A unit as far as a council's page names it. */
export const zUnitName = z.object({
  id: z.string(),
  kind: z.string(),
  nameFa: z.string(),
  nameEn: z.string().nullable(),
});

/** A county by name. */
export const zCountyName = z.object({ id: z.string(), nameFa: z.string(), nameEn: z.string().nullable() });

/** One council in a list: a unit that must have one. `id` is null while it has none. */
export const zCouncilRow = z.object({
  id: z.string().nullable(),
  kind: z.enum(COUNCIL_KINDS),
  state: z.enum(COUNCIL_STATES),
  unit: zUnitName,
  county: zCountyName.nullable(),
  establishedOn: z.string().nullable(),
  firstMeetingOn: z.string().nullable(),
  revision: z.number().nullable(),
  conformance: zConformance,
});
/** One council in a list. */
export type CouncilRow = z.infer<typeof zCouncilRow>;

/** A page of the list of councils. */
export const zCouncilList = z.object({
  rows: z.array(zCouncilRow),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

/** A committee that the council has formed, or may form. */
export const zCommittee = z.object({
  kindKey: z.string(),
  titleFa: z.string(),
  titleEn: z.string(),
  isEmergency: z.boolean(),
  formed: z.object({ id: z.string(), onDate: z.string(), leadName: z.string().nullable() }).nullable(),
});

/** One change of a record, as its history shows it. */
export const zHistoryRow = z.object({
  atMs: z.number(),
  action: z.string(),
  actorId: z.string(),
  actorName: z.string().nullable(),
  fields: z.array(z.string()),
});

/** A charter by name. */
export const zCharterName = z.object({
  id: z.string(),
  kind: z.enum(COUNCIL_KINDS),
  version: z.number(),
  titleFa: z.string(),
  titleEn: z.string(),
  origin: z.enum(CHARTER_ORIGINS),
  fromOn: z.string(),
  supersededOn: z.string().nullable(),
});

/** A seat as a charter lists it. */
export const zSeatOfCharter = z.object({
  id: z.string(),
  key: z.string(),
  titleFa: z.string(),
  titleEn: z.string(),
  office: z.enum(OFFICES),
  isRequired: z.boolean(),
  isChair: z.boolean(),
  isSecretary: z.boolean(),
});

/** One charter with its seats, and which of them the nation requires. */
export const zCharter = z.object({
  ...zCharterName.shape,
  seats: z.array(z.object({ ...zSeatOfCharter.shape, isNational: z.boolean() })),
  councils: z.number(),
});

/** All charters, the committees in use, and the sets that can be chosen. */
export const zCharterList = z.object({
  rows: z.array(
    z.object({ ...zCharterName.shape, requiredSeats: z.number(), seats: z.number(), councils: z.number() }),
  ),
  committees: z.array(
    z.object({ key: z.string(), titleFa: z.string(), titleEn: z.string(), isEmergency: z.boolean() }),
  ),
  committeeSets: z.array(z.enum(COMMITTEE_SET_NAMES)),
});

/** One council with everything its page shows. */
export const zCouncil = z.object({
  id: z.string(),
  kind: z.enum(COUNCIL_KINDS),
  unit: zUnitName,
  county: zCountyName.nullable(),
  establishedOn: z.string(),
  firstMeetingOn: z.string().nullable(),
  dissolvedOn: z.string().nullable(),
  revision: z.number(),
  conformance: zConformance,
  charter: zCharterName,
  seats: z.array(zCouncilSeat),
  committees: z.array(zCommittee),
  history: z.array(zHistoryRow),
});
