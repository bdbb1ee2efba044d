/** The groups that an operation can address: groups of the programme, never persons. */
export const AUDIENCES = [
  'everyone',
  'children',
  'students',
  'youth',
  'elderly',
  'women',
  'women_heads',
  'families',
  'disabled',
  'job_seekers',
  'workers',
  'traders',
  'migrants',
] as const;
/** The group that an operation addresses. */
export type Audience = (typeof AUDIENCES)[number];

/** Where an operation is: in the whole neighbourhood, or at a point. */
export const PLACE_KINDS = ['whole', 'point'] as const;
/** Where an operation is. */
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What can keep a task from going on. */
export const BLOCKERS = [
  'permit',
  'money',
  'material',
  'people',
  'place',
  'decision',
  'weather',
  'dispute',
  'other',
] as const;
/** What keeps a task from going on. */
export type Blocker = (typeof BLOCKERS)[number];

/** Where the value of a contribution in kind comes from. */
export const VALUATIONS = ['given', 'estimated'] as const;
/** Where the value of a contribution in kind comes from. */
export type Valuation = (typeof VALUATIONS)[number];
