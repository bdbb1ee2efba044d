import { defineBulk, nothing } from '../define-bulk.ts';
import { ReprioritiseProblems } from '../inputs.ts';
import { reprioritise } from '../rules.ts';

/** Gives many open problems one severity. */
export const reprioritiseProblems = defineBulk({
  verb: 'reprioritise',
  input: ReprioritiseProblems,
  more: nothing,
  decide: (problem, { severity }) => reprioritise(problem, { severity }),
});
