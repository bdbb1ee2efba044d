import { refuse, type Refusal } from '@mahalleh/kernel';

/** The first of these that was not found, as a refusal that names its field. */
export const missingOf = (
  wanted: readonly { readonly id: string | null | undefined; readonly field: string }[],
  found: readonly { readonly id: string }[],
  reason: string,
): Refusal | undefined => {
  const known = new Set(found.map(({ id }) => id));
  const missing = wanted.find(({ id }) => id && !known.has(id));
  return missing ? refuse(reason, { field: missing.field }) : undefined;
};

/** The ids that are given, each once. */
export const idsOf = (...given: readonly (string | null | undefined)[]): string[] => [
  ...new Set(given.filter((id): id is string => !!id)),
];

/** The names of the fields that an amendment gives. */
export const fieldsOf = (set: object): string[] =>
  Object.entries(set).flatMap(([name, value]) => (value === undefined ? [] : [name]));
