import { defineProblemChange } from '../define-change.ts';
import { ReopenProblem } from '../inputs.ts';
import { reopen } from '../rules.ts';

/** Opens a solved or closed problem again, and says why. */
export const reopenProblem = defineProblemChange({
  verb: 'reopen',
  input: ReopenProblem,
  decide: (problem, { why }) => reopen(problem, why),
});
