import { defineProblemChange } from '../define-change.ts';
import { CloseProblem } from '../inputs.ts';
import { close } from '../rules.ts';

/** Closes an open problem that is not solved here, with the reason. */
export const closeProblem = defineProblemChange({
  verb: 'close',
  input: CloseProblem,
  decide: (problem, { reason }, { nowMs }) => close(problem, reason, nowMs),
});
