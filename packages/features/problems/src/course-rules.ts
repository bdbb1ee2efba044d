import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import type { ProblemStatus } from './statuses.ts';

/** What can be done to a problem once it is registered. */
export const VERBS = [
  'amend',
  'triage',
  'reprioritise',
  'merge',
  'start',
  'solve',
  'close',
  'reopen',
  'redact',
] as const;
/** What can be done to a problem once it is registered. */
export type Verb = (typeof VERBS)[number];

type No = { readonly no: string };
const no = (reason: string): No => ({ no: reason });

const OPEN = {
  amend: 'same',
  reprioritise: 'same',
  merge: 'merged',
  close: 'closed',
  reopen: no('problem_is_open'),
  redact: 'same',
} as const;
const ENDED = {
  amend: no('problem_not_open'),
  triage: no('problem_not_open'),
  reprioritise: no('problem_not_open'),
  merge: no('problem_not_open'),
  start: no('problem_not_open'),
  close: no('problem_not_open'),
  reopen: 'again',
  redact: 'same',
} as const;
const GONE = no('problem_already_merged');

/** The whole course of a problem: what each verb does at each status. `same` stays, `again` goes back to where it was before work began. */
export const COURSE: Readonly<Record<ProblemStatus, Readonly<Record<Verb, ProblemStatus | 'same' | 'again' | No>>>> = {
  registered: { ...OPEN, triage: 'triaged', start: no('problem_not_triaged'), solve: no('problem_not_started') },
  triaged: { ...OPEN, triage: no('problem_already_triaged'), start: 'started', solve: no('problem_not_started') },
  started: { ...OPEN, triage: no('problem_already_triaged'), start: no('problem_already_started'), solve: 'solved' },
  solved: { ...ENDED, solve: no('problem_already_solved') },
  closed: { ...ENDED, solve: no('problem_not_open') },
  merged: {
    amend: GONE,
    triage: GONE,
    reprioritise: GONE,
    merge: GONE,
    start: GONE,
    solve: GONE,
    close: GONE,
    reopen: GONE,
    redact: 'same',
  },
};

/** The statuses of an open problem. */
export const OPEN_STATUSES = ['registered', 'triaged', 'started'] as const satisfies readonly ProblemStatus[];

/** Whether a problem of this status still waits to be solved. */
export const isOpen = (status: ProblemStatus): boolean => OPEN_STATUSES.some((open) => open === status);

/** What the course must know of a problem. */
export type Standing = { readonly status: ProblemStatus; readonly triagedAtMs: number | null };

/** The status that a verb leads to, or why not. */
export const statusAfter = (problem: Standing, verb: Verb): ProblemStatus | Refusal => {
  const next = COURSE[problem.status][verb];
  if (typeof next === 'object') return refuse(next.no);
  if (next === 'same') return problem.status;
  if (next === 'again') return problem.triagedAtMs === null ? 'registered' : 'triaged';
  return next;
};

/** What can be done to a problem where it stands: the buttons of its page. */
export const verbsFor = (problem: Standing): Verb[] => VERBS.filter((verb) => !isRefusal(statusAfter(problem, verb)));
