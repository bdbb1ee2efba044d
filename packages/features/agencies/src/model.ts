/** The kinds of body, as the nation lists them. */
export const AGENCY_KINDS = [
  'municipality',
  'school_authority',
  'mosque_affairs',
  'basij',
  'jihadi_group',
  'red_crescent',
  'relief_committee',
  'welfare',
  'health',
  'police',
  'ngo',
  'charity',
  'university_jihad',
  'other',
] as const;
/** A kind of body. */
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** The kinds of base, as the nation lists them. */
export const BASE_KINDS = ['mosque', 'basij', 'school', 'health_centre', 'ngo_office', 'neighbourhood_house', 'other'] as const;
/** A kind of base. */
export type BaseKind = (typeof BASE_KINDS)[number];

/** How far a base is on the way to working for its neighbourhood. */
export const ACTIVATIONS = ['inactive', 'preparing', 'active'] as const;
/** A state of activation. */
export type Activation = (typeof ACTIVATIONS)[number];
