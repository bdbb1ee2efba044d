import type { FieldValue } from '@mahalleh/templates/document';
import type { AdoptionRow, ElementRow } from './ask-local.ts';

/** What stands for what: the elements of the template and the records and choices of here, both ways. */
export type NamesHere = {
  /** The element that something here stands for; `likely` is taken when several do. */
  elementFor(localId: string, likely: readonly string[]): string | undefined;
  /** What an element is here; undefined when it has nothing. */
  localFor(elementId: string): string | undefined;
};

const noted = (names: Map<string, string[]>, localId: string, id: string): void => {
  names.set(localId, [...(names.get(localId) ?? []), id]);
};

/** Reads the names of an adoption. An element that was left out or has gone stands for nothing. */
export const namesHere = (
  { mappingJson }: Pick<AdoptionRow, 'mappingJson'>,
  elements: readonly ElementRow[],
): NamesHere => {
  const mapping = JSON.parse(mappingJson) as Record<string, string | null>;
  const locals = new Map<string, string>();
  const names = new Map<string, string[]>();
  for (const { id, state, rowKey } of elements) {
    const localId = rowKey ?? mapping[id];
    if (typeof localId !== 'string' || state === 'left_out' || state === 'gone') continue;
    locals.set(id, localId);
    noted(names, localId, id);
  }
  return {
    localFor: (elementId) => locals.get(elementId),
    elementFor: (localId, likely) => {
      const found = names.get(localId) ?? [];
      return found.find((id) => likely.includes(id)) ?? found[0];
    },
  };
};

/** What a field of here says in the words of the template; undefined when the template has no word for it. */
export const saidInTemplate = (
  field: string,
  value: FieldValue,
  base: FieldValue | undefined,
  names: NamesHere,
): FieldValue | undefined => {
  if (field.endsWith('Refs') && Array.isArray(value)) {
    const before = Array.isArray(base) ? base : [];
    // What the template names and has nothing here was not taken away by anybody.
    const without = before.filter((id) => names.localFor(id) === undefined);
    const said = value.map((localId) => names.elementFor(localId, before));
    if (said.includes(undefined)) return undefined;
    const found = said.filter((id) => id !== undefined);
    return [
      ...before.filter((id) => found.includes(id) || without.includes(id)),
      ...found.filter((id) => !before.includes(id)),
    ];
  }
  if (field.endsWith('Ref') && typeof value === 'string')
    return names.elementFor(value, typeof base === 'string' ? [base] : []);
  return value;
};

/** What a field of the template says here: ids of here; null where nothing stands for it. */
export const saidHere = (field: string, value: FieldValue, names: NamesHere): FieldValue => {
  if (field.endsWith('Refs') && Array.isArray(value)) return value.flatMap((id) => names.localFor(id) ?? []).sort();
  if (field.endsWith('Ref') && typeof value === 'string') return names.localFor(value) ?? null;
  return value;
};
