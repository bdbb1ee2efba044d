import { effectOf, verdictOf, type Effect, type ResultRow, type Verdict } from './effect.ts';

/** By what neighbourhoods are told apart. */
export const WHERE = ['setting', 'size', 'province'] as const;
/** By what neighbourhoods are told apart. */
export type Where = (typeof WHERE)[number];

/** How it went in neighbourhoods of one kind. */
export type Somewhere = {
  readonly by: Where;
  readonly value: string;
  readonly effect: Effect;
  readonly verdict: Verdict;
};

/**
 * Where a template works: the same reckoning for towns and villages, each size, each province. A kind of which there is only one
 * is left out: it would say the same as the whole. Where the numbers do not allow it, it is too few and no number.
 */
export const worksWhere = (rows: readonly ResultRow[], promised: number): Somewhere[] =>
  WHERE.flatMap((by) => {
    const treated = rows.filter(({ side }) => side === 'treated');
    // Kinds that were joined say nothing of any one of them.
    const values = [...new Set(treated.map((row): string => row[by]))].filter((value) => value !== 'mixed').toSorted();
    if (values.length < 2) return [];
    return values.map((value): Somewhere => {
      const effect = effectOf(rows.filter((row) => row[by] === value));
      return { by, value, effect, verdict: verdictOf(effect, promised) };
    });
  });
