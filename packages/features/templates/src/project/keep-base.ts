import type { Fields, FieldValue } from '../document/template-document.ts';
import type { AdoptedElement, LivingRow } from './living.ts';

const fieldsIn = (json: string): Record<string, FieldValue> => JSON.parse(json) as Record<string, FieldValue>;
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const DAYS = ['startAfterRef', 'startDays', 'lastsDays'];

/**
 * The fields of a record that came of an adopted element: what was not changed here is said as the version says it, with its words,
 * references and days; what was changed, as generalising says it. So what comes back is what went out, but for what was changed.
 * Who does a task is of this place, and never a change.
 */
export const keepBase = (made: Fields, { form }: LivingRow, { base, landed }: AdoptedElement): Fields => {
  const [before, now, then] = [fieldsIn(base), fieldsIn(form), fieldsIn(landed)];
  const isMoved = !isSame(now['startsOn'], then['startsOn']) || !isSame(now['endsOn'], then['endsOn']);
  const isChanged = (field: string): boolean => {
    if (field === 'roleRef') return false;
    if (DAYS.includes(field)) return isMoved;
    return field in now && !isSame(now[field], then[field]);
  };
  return Object.fromEntries(
    Object.entries({ ...before, ...made }).map(([field, value]) => [
      field,
      field in before && !isChanged(field) ? (before[field] ?? null) : value,
    ]),
  );
};

/** The fields of an element that is words or a choice kept with its adoption: as the version says them, with what was reworded here. */
export const wordsKept = ({ base, local }: AdoptedElement): Fields => ({ ...fieldsIn(base), ...fieldsIn(local) });
