import { defineProblemChange } from '../define-change.ts';
import { StartProblem } from '../inputs.ts';
import { start } from '../rules.ts';

/** Says that work on a triaged problem has begun. */
export const startProblem = defineProblemChange({
  verb: 'start',
  input: StartProblem,
  decide: (problem, _input, { nowMs }) => start(problem, nowMs),
});
