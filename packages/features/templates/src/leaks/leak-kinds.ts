/** What can be found in a text that would tell who, whose or where. */
export const LEAK_KINDS = [
  'national_id',
  'phone',
  'email',
  'postal_code',
  'bank',
  'coordinates',
  'person',
  'surname',
  'addressed',
  'agency',
  'capacity',
  'base',
  'unit',
  'address',
  'code',
  'link',
  'number',
] as const;
/** What can be found in a text. */
export type LeakKind = (typeof LEAK_KINDS)[number];

/** What nobody can decide to leave where it is: numbers of persons and ways to reach them. */
export const MUST_GO: ReadonlySet<LeakKind> = new Set([
  'national_id',
  'phone',
  'email',
  'postal_code',
  'bank',
  'coordinates',
]);

/** Something found, by its place in the text, and what could stand there instead (empty: nothing). */
export type Leak = { readonly kind: LeakKind; readonly from: number; readonly to: number; readonly instead: string };
