import type { Id } from '@mahalleh/kernel/id';

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
export const END_REASONS = [
  'resigned',
  'replaced',
  'dismissed',
  'left_office',
  'seat_dropped',
  'council_dissolved',
] as const;
/** Why somebody left a seat. */
export type EndReason = (typeof END_REASONS)[number];
/** The reasons that a person may give; the others follow from other changes. */
export const VACATE_REASONS = ['resigned', 'replaced', 'dismissed', 'left_office'] as const;

/** What a council is, as a figure counts it. */
export const COUNCIL_STATES = ['formed', 'not_formed', 'absent'] as const;
/** What a council is, as a figure counts it. */
export type CouncilState = (typeof COUNCIL_STATES)[number];
