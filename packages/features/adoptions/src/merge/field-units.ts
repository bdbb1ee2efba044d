import type { Fields, FieldValue } from '@mahalleh/templates/document';
import { kindNamed } from '@mahalleh/templates/kinds';

/** The one field that the three of relative days are when versions are brought together: two halves of a date make none. */
export const WHEN = 'when';
const WHEN_FIELDS: ReadonlySet<string> = new Set(['startAfterRef', 'startDays', 'lastsDays']);
/** Who does it is chosen where it is done, and is no difference to the template. */
const NEVER_DIFFERS: ReadonlySet<string> = new Set(['roleRef']);

/** The name under which a field is brought together with its like in other versions. */
export const unitOf = (field: string): string => (WHEN_FIELDS.has(field) ? WHEN : field);

/** Whether what is here in that field is a choice of the place and never a difference. */
export const isPlaceOwn = (unit: string): boolean => NEVER_DIFFERS.has(unit);

/** The fields that are one unit, out of all that there are. */
export const fieldsIn = (unit: string, ...versions: readonly (Fields | undefined)[]): string[] =>
  [...new Set(versions.flatMap((fields) => Object.keys(fields ?? {})))]
    .filter((field) => unitOf(field) === unit)
    .sort();

/** The units of these versions of an element, in a fixed order. */
export const unitsIn = (...versions: readonly (Fields | undefined)[]): string[] =>
  [...new Set(versions.flatMap((fields) => Object.keys(fields ?? {}).map(unitOf)))].sort();

/** The values of a unit by field. */
export const partOf = (fields: Fields | undefined, unit: string): Record<string, FieldValue> =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([field]) => unitOf(field) === unit));

const textOf = (fields: Fields | undefined, unit: string): string =>
  JSON.stringify(Object.entries(partOf(fields, unit)).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether two versions say the same in a unit; lists are one value. */
export const isAlike = (a: Fields | undefined, b: Fields | undefined, unit: string): boolean =>
  textOf(a, unit) === textOf(b, unit);

/** The ids that these fields refer to. */
export const refsIn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([field, value]) => {
    if (field.endsWith('Ref')) return typeof value === 'string' ? [value] : [];
    return field.endsWith('Refs') && Array.isArray(value) ? value : [];
  });

/** The ids without which an element of that kind cannot be. */
export const needsOf = (kind: string, fields: Fields): string[] => {
  const known = kindNamed(kind);
  if (!known) return [];
  return Object.entries(fields).flatMap(([field, value]) =>
    Object.hasOwn(known.refs, field) && typeof value === 'string' && !known.fields.shape[field]?.safeParse(null).success
      ? [value]
      : [],
  );
};

/** The part that a kind belongs to; a kind that is not known here is a part of its own. */
export const partOfKind = (kind: string): string => kindNamed(kind)?.part ?? kind;
