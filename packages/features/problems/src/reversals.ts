import type { Reversal, Step } from '@mahalleh/gate';
import type { ProblemRow } from './reach.ts';
import { domains, problems } from './schema.ts';

/** The step that sets a problem back to what these fields were, while nobody has changed it since. */
export const setBack = (
  problem: Pick<ProblemRow, 'id'> & Partial<ProblemRow>,
  fields: readonly string[],
  revision: number,
): Step => ({
  table: problems,
  id: problem.id,
  revision,
  set: Object.fromEntries(fields.map((field) => [field, problem[field as keyof ProblemRow] ?? null])),
});

/** The step that changes nothing, and keeps a problem from going back into a domain that has become sensitive since. */
export const holdDomain = (key: string, isSensitive: boolean): Step => ({
  table: domains,
  id: { key },
  at: { isSensitive },
  set: { isSensitive },
});

/** How a change of one problem is taken back. */
export const asBefore = (problem: ProblemRow, change: object, revision: number): Reversal => ({
  steps: [setBack(problem, Object.keys(change), revision)],
});
