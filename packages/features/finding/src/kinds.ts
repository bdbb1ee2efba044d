/** What can be found. No people: nothing personal is searched for. */
export const FOUND_KINDS = [
  'problem',
  'operation',
  'task',
  'capacity',
  'neighbourhood',
  'unit',
  'agency',
  'base',
  'council',
  'target',
  'indicator',
] as const;
/** A kind of what can be found; `neighbourhood` holds the villages too, `unit` every division above them. */
export type FoundKind = (typeof FOUND_KINDS)[number];
