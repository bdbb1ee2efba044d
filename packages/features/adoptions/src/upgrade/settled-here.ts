import type { TemplateElement } from '@mahalleh/templates/document';
import type { RealDays } from '../dates/index.ts';
import type { Settled } from '../landing/landing-model.ts';
import { daysIn, type Local } from '../local/index.ts';
import { fieldsIn, isAlike, needsOf, WHEN, type Held } from '../merge/index.ts';
import type { DrawnUp } from './draw-up.ts';

/** How everything stands once an upgrade is through: what is in use, of it what is new, and the days of what there is. */
export type SettledHere = {
  readonly after: readonly Held[];
  readonly localOf: ReadonlyMap<string, Local>;
  /** Elements in use afterwards, those that come among them. */
  readonly inUse: readonly TemplateElement[];
  /** Of those, what is here already. */
  readonly before: ReadonlyMap<string, Settled>;
  readonly now: ReadonlyMap<string, RealDays>;
  readonly keeps: ReadonlySet<string>;
};

const isInUse = ({ state }: Held): boolean => state === 'here' || state === 'added';

const keepsDays = (held: Held, theirs: TemplateElement | undefined): boolean => {
  const names = fieldsIn(WHEN, held.fields, theirs?.fields);
  if (names.some((name) => held.locals.includes(name) || held.fixed.includes(name))) return true;
  return held.state === 'added' || !theirs || !isAlike(held.fields, theirs.fields, WHEN);
};

/** Reads out of a drawn-up upgrade what is in use afterwards. */
export const settledHere = ({ state, document, merged }: DrawnUp): SettledHere => {
  const localOf = new Map(state.locals.map((local) => [local.held.id, local]));
  const theirs = new Map(document.elements.map((element) => [element.id, element]));
  const coming = new Set(merged.comes.map(({ id }) => id));
  const used = merged.after.filter(isInUse);
  const ids = new Set(used.map(({ id }) => id));
  // What is over may refer to what was given up: it is no ground for anything new.
  const whole = used.filter(
    ({ id, kind, fields }) => coming.has(id) || needsOf(kind, fields).every((ref) => ids.has(ref)),
  );
  const before = whole.flatMap(({ id, kind, fields }): [string, Settled][] => {
    if (coming.has(id)) return [];
    const row = localOf.get(id)?.row;
    const rowKey = row ? (state.names.localFor(id) ?? null) : (localOf.get(id)?.record?.rowKey ?? null);
    const isJoined = row?.isJoined === 1 && (kind === 'operation' || kind === 'task');
    const how = row?.state === 'kept' ? ('kept' as const) : ('landed' as const);
    return [[id, { element: { id, kind, fields }, state: how, rowKey, isJoined, isNew: false }]];
  });
  return {
    ...{ after: merged.after, localOf, before: new Map(before) },
    inUse: whole.map(({ id, kind, fields }) => ({ id, kind, fields })),
    now: new Map(
      used.flatMap(({ id }): [string, RealDays][] => {
        const days = daysIn(localOf.get(id)?.now ?? {});
        return days && !coming.has(id) ? [[id, days]] : [];
      }),
    ),
    keeps: new Set(
      used.filter((held) => !coming.has(held.id) && keepsDays(held, theirs.get(held.id))).map(({ id }) => id),
    ),
  };
};
