import { defineProblemChange } from '../define-change.ts';
import { ReprioritiseProblem } from '../inputs.ts';
import { reprioritise } from '../rules.ts';

/** Gives an open problem another place in the order, or another severity. */
export const reprioritiseProblem = defineProblemChange({
  verb: 'reprioritise',
  input: ReprioritiseProblem,
  decide: (problem, input) => reprioritise(problem, input),
});
