import { zCount, zId, zInput, zNote, zRevision } from '@mahalleh/kernel';
import * as z from 'zod';
import { zRecords } from './inputs.ts';
import { ANSWERS, LEVELS } from './statuses.ts';

const edit = { problemId: zId('problem'), revision: zRevision };

/** Input of `problem.escalate`: why the next level is asked. */
export const EscalateProblem = zInput({ ...edit, reason: zNote(1000) });

/** Input of `problem.answer`: what the level says to it. */
export const AnswerProblem = zInput({ ...edit, outcome: z.enum(ANSWERS), words: zNote(2000) });

/** Input of `problem.escalate` for many. */
export const EscalateProblems = zInput({ records: zRecords, reason: zNote(1000) });

/** Input of `problem.discard` for many. */
export const DiscardProblems = zInput({ records: zRecords });

/** Input of `problem.confirm`. */
export const ConfirmProblem = zInput(edit);

/** Input of `problem.discard`. */
export const DiscardProblem = zInput(edit);

/** Input of `clock.set`: how long a level has to answer. Unit: days. */
export const SetClock = zInput({
  level: z.enum(LEVELS).exclude(['neighbourhood']),
  revision: zRevision,
  days: zCount({ min: 1, max: 365 }),
});

/** Input of the list of clocks. */
export const ListClocks = zInput({});

/** What setting a clock answers. */
export const ClockChanged = z.object({ level: z.enum(LEVELS), revision: z.number() });

/** How long each level has to answer. Unit: days. */
export const ClockList = z.object({
  rows: z.array(z.object({ level: z.enum(LEVELS), days: z.number(), revision: z.number() })),
});
