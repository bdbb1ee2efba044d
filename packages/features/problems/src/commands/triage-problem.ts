import { defineProblemChange } from '../define-change.ts';
import { TriageProblem } from '../inputs.ts';
import { triage } from '../rules.ts';

/** Experts look at a new problem: how severe it is, its place in the order, its root. Once. */
export const triageProblem = defineProblemChange({
  verb: 'triage',
  input: TriageProblem,
  decide: (problem, input, { nowMs }) => triage(problem, input, nowMs),
});
