/** The parts of a template, in the order in which they are read. A part is taken or left as a whole or by element. */
export const PARTS = [
  'council',
  'committees',
  'terms',
  'domains',
  'problems',
  'capacities',
  'roles',
  'agencies',
  'duties',
  'operations',
  'indicators',
  'targets',
  'lessons',
  'media',
] as const;
/** A part of a template. */
export type Part = (typeof PARTS)[number];
