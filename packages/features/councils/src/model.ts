import * as z from 'zod';
import { type Id } from '@mahalleh/kernel/id';
import { zCivilDate, zName } from '@mahalleh/kernel/fields';
import { latinDigits } from '@mahalleh/kernel/digits';

/** The identity of a council. */
export type CouncilId = Id<'council'>;

/** The kinds of council, from the province down. */
export const COUNCIL_KINDS = ['province_steering', 'county_steering', 'neighbourhood_progress'] as const;
/** A kind of council. */
export type CouncilKind = (typeof COUNCIL_KINDS)[number];

/** Which units may have a council of a kind. */
export const UNIT_KINDS_OF: Readonly<Record<CouncilKind, readonly string[]>> = {
  province_steering: ['province'],
  county_steering: ['county'],
  neighbourhood_progress: ['neighbourhood', 'village'],
};

/** Where a charter comes from: the national minimum, or a province's own version of it. */
export const CHARTER_ORIGINS = ['national', 'province'] as const;
/** Where a charter comes from. */
export type CharterOrigin = (typeof CHARTER_ORIGINS)[number];

/** The offices that seats are for: a national list. */
export const OFFICES = [
  'governor',
  'social_affairs_head',
  'county_governor',
  'mayor',
  'propagation_head',
  'basij_commander',
  'civil_society',
  'city_council',
  'neighbourhood_manager',
  'imam',
  'basij_base',
  'school',
  'health_house',
  'trustee',
  'municipality',
  'jihadi_group',
  'member',
] as const;
/** The office that a seat is for. */
export type Office = (typeof OFFICES)[number];

/** Why somebody left a seat before the mandate's end. */
export const END_REASONS = ['resigned', 'replaced', 'dismissed', 'left_office', 'seat_dropped', 'council_dissolved'] as const;
/** Why somebody left a seat. */
export type EndReason = (typeof END_REASONS)[number];
/** The reasons that a person may give; the others follow from other changes. */
export const VACATE_REASONS = ['resigned', 'replaced', 'dismissed', 'left_office'] as const;

/** What a council is, as a figure counts it. */
export const COUNCIL_STATES = ['formed', 'not_formed', 'absent'] as const;
/** What a council is, as a figure counts it. */
export type CouncilState = (typeof COUNCIL_STATES)[number];

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
export const zUnitName = z.object({ id: z.string(), kind: z.string(), nameFa: z.string(), nameEn: z.string().nullable() });

/** One council in a list. */
export const zCouncilRow = z.object({
  id: z.string(),
  kind: z.enum(COUNCIL_KINDS),
  unit: zUnitName,
  county: z.object({ id: z.string(), nameFa: z.string(), nameEn: z.string().nullable() }).nullable(),
  establishedOn: z.string(),
  firstMeetingOn: z.string().nullable(),
  dissolvedOn: z.string().nullable(),
  revision: z.number(),
  conformance: zConformance,
});

/** A civil date field under another name for a council's events. */
export const zOn = zCivilDate;
