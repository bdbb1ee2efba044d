/** What generalising takes out or puts something else in the place of. */
export const REMOVALS = [
  'person_to_role',
  'agency_to_kind',
  'capacity_to_kind',
  'date_to_days',
  'place',
  'people',
  'holder',
  'sensitive_words',
  'person_name',
  'agency_name',
  'capacity_name',
  'base_name',
  'unit_name',
] as const;
/** What generalising takes out. */
export type Removal = (typeof REMOVALS)[number];

/** So many of a kind were removed from a field of an element: how many and what kind, never the words. */
export type Removed = {
  readonly elementId: string;
  readonly field: string | null;
  readonly what: Removal;
  readonly n: number;
};
