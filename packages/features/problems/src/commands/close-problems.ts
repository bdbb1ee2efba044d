import { defineBulk, nothing } from '../define-bulk.ts';
import { CloseProblems } from '../inputs.ts';
import { close } from '../rules.ts';

/** Closes many open problems that are not solved here, for one reason. */
export const closeProblems = defineBulk({
  verb: 'close',
  input: CloseProblems,
  more: nothing,
  decide: (problem, { reason }, { nowMs }) => close(problem, reason, nowMs),
});
