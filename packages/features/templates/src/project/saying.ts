import { withoutNames, type LeakKind, type NameIndex } from '../leaks/index.ts';
import type { Removal, Removed } from './removed.ts';

/** How generalising says the words of an element, and keeps count of what it took out. */
export type Saying = {
  /** One line or many, with kinds in place of names; null for none. */
  words(elementId: string, field: string, text: unknown, most: number): string | null;
  /** Notes that so many of something were removed. */
  note(elementId: string, field: string | null, what: Removal, n: number): void;
  readonly removed: readonly Removed[];
};

const REMOVAL_OF: Partial<Record<LeakKind, Removal>> = {
  person: 'person_name',
  agency: 'agency_name',
  capacity: 'capacity_name',
  base: 'base_name',
  unit: 'unit_name',
};

/** Begins to say the words of one template. */
export const sayingWith = (names: NameIndex): Saying => {
  const removed: Removed[] = [];
  const note: Saying['note'] = (elementId, field, what, n) => {
    if (n > 0) removed.push({ elementId, field, what, n });
  };
  return {
    note,
    removed,
    words: (elementId, field, text, most) => {
      if (typeof text !== 'string' || text.trim() === '') return null;
      const said = withoutNames(text, names);
      for (const [kind, n] of said.replaced) note(elementId, field, REMOVAL_OF[kind] ?? 'place', n);
      const kept = said.text.slice(0, most).trim();
      return kept === '' ? null : kept;
    },
  };
};
