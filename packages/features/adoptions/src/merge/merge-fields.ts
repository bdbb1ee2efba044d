import type { Fields } from '@mahalleh/templates/document';
import { fieldsIn, isAlike, isPlaceOwn, partOf, unitsIn } from './field-units.ts';
import type { Conflict, Decisions, Follow, Held, Stay } from './held.ts';

/** What one field comes to: its values afterwards, and what is to be said of it. */
export type FieldOutcome = {
  readonly unit: string;
  readonly fields: Fields;
  readonly follow?: Follow;
  readonly conflict?: Conflict;
  readonly stay?: Stay;
};

const isAmong = (names: readonly string[], fields: readonly string[]): boolean =>
  fields.some((field) => names.includes(field));

/** Brings one element together, field by field. `base` is missing when the version that was followed does not have it. */
export const mergeFields = (
  held: Held,
  base: Fields | undefined,
  theirs: Fields,
  decisions: Decisions,
): FieldOutcome[] => {
  const { id, kind, fields: mine } = held;
  return unitsIn(base, mine, theirs).map((unit): FieldOutcome => {
    const names = fieldsIn(unit, base, mine, theirs);
    const [from, to] = [partOf(mine, unit), partOf(theirs, unit)];
    const isNew = !isAlike(base, theirs, unit);
    const stay = (why: Stay['why']): Stay => ({ id, kind, field: unit, why });
    const follow: Follow = { id, kind, field: unit, from, to };
    // Its word in the template moves on; what is here in its place is not the template's.
    if (isPlaceOwn(unit)) return { unit, fields: to, ...(isNew ? { stay: stay('local') } : {}) };
    if (isAmong(held.locals, names)) return { unit, fields: to, stay: stay('local') };
    if (isAlike(mine, theirs, unit)) return { unit, fields: to };
    if (isAmong(held.fixed, names)) {
      const why = held.isJoined === true ? 'joined' : 'fixed';
      return { unit, fields: to, stay: isNew ? { ...stay(why), from, to } : stay('changed') };
    }
    if (isAlike(base, mine, unit)) return { unit, fields: to, follow };
    if (!isNew) return { unit, fields: from, stay: stay('changed') };
    const key = `${id}.${unit}`;
    const decision = decisions[key] ?? null;
    const conflict: Conflict = {
      ...{ key, id, kind, field: unit, decision },
      ...{ base: base ? partOf(base, unit) : null, mine: from, theirs: to },
    };
    return decision === 'theirs' ? { unit, fields: to, follow, conflict } : { unit, fields: from, conflict };
  });
};

/** What would have followed and cannot: it stays as it is here, with why. */
export const keptHere = (
  { id, kind, fields }: Held,
  { unit, follow, conflict }: FieldOutcome,
  why: Stay['why'],
): FieldOutcome => {
  const from = partOf(fields, unit);
  const stay: Stay = { id, kind, field: unit, why, from, ...(follow ? { to: follow.to } : {}) };
  return { unit, fields: from, stay, ...(conflict ? { conflict } : {}) };
};

/** Whether an element was changed here: what is chosen here by nature is no change. */
export const isChangedHere = ({ fields, locals }: Held, base: Fields): boolean =>
  locals.some((field) => !isPlaceOwn(field)) ||
  unitsIn(base, fields).some((unit) => !isPlaceOwn(unit) && !isAlike(base, fields, unit));
