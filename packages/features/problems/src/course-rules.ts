import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import type { ProblemStatus } from './statuses.ts';

/** What can be done to a problem once it is registered. */
export const VERBS = [
  'amend',
  'triage',
  'reprioritise',
  'merge',
  'split',
  'relate',
  'score',
  'escalate',
  'start',
  'solve',
  'confirm',
  'close',
  'reopen',
  'discard',
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
  split: 'split',
  relate: 'same',
  score: 'same',
  escalate: 'same',
  confirm: no('problem_not_solved'),
  close: 'closed',
  reopen: no('problem_is_open'),
  discard: no('problem_past_discarding'),
  redact: 'same',
} as const;
const ENDED = {
  amend: no('problem_not_open'),
  triage: no('problem_not_open'),
  reprioritise: no('problem_not_open'),
  merge: no('problem_not_open'),
  split: no('problem_not_open'),
  relate: 'same',
  score: no('problem_not_open'),
  escalate: no('problem_not_open'),
  start: no('problem_not_open'),
  close: no('problem_not_open'),
  reopen: 'again',
  discard: no('problem_past_discarding'),
  redact: 'same',
} as const;

/** A problem that has become another, or others, refuses all but redaction. */
const gone = (reason: string) => {
  const all = Object.fromEntries(VERBS.map((verb) => [verb, no(reason)])) as Record<Verb, No>;
  return { ...all, redact: 'same' } as const;
};

/** The whole course of a problem: what each verb does at each status. `same` stays, `again` goes back to where it was before work began. */
export const COURSE: Readonly<Record<ProblemStatus, Readonly<Record<Verb, ProblemStatus | 'same' | 'again' | No>>>> = {
  registered: {
    ...OPEN,
    triage: 'triaged',
    start: no('problem_not_triaged'),
    solve: no('problem_not_started'),
    discard: 'same',
  },
  triaged: { ...OPEN, triage: no('problem_already_triaged'), start: 'started', solve: no('problem_not_started') },
  started: { ...OPEN, triage: no('problem_already_triaged'), start: no('problem_already_started'), solve: 'solved' },
  solved: { ...ENDED, solve: no('problem_already_solved'), confirm: 'same' },
  closed: { ...ENDED, solve: no('problem_not_open'), confirm: no('problem_not_solved') },
  merged: gone('problem_already_merged'),
  split: gone('problem_already_split'),
};

/** The statuses of an open problem. */
export const OPEN_STATUSES = ['registered', 'triaged', 'started'] as const satisfies readonly ProblemStatus[];

/** Whether a problem of this status still waits to be solved. */
export const isOpen = (status: ProblemStatus): boolean => OPEN_STATUSES.some((open) => open === status);

/** What the course must know of a problem. */
export type Standing = {
  readonly status: ProblemStatus;
  readonly triagedAtMs: number | null;
  readonly confirmedAtMs?: number | null;
};

/** The status that a verb leads to, or why not. */
export const statusAfter = (problem: Standing, verb: Verb): ProblemStatus | Refusal => {
  const next = COURSE[problem.status][verb];
  if (typeof next === 'object') return refuse(next.no);
  if (verb === 'confirm' && typeof problem.confirmedAtMs === 'number') return refuse('problem_already_confirmed');
  if (next === 'same') return problem.status;
  if (next === 'again') return problem.triagedAtMs === null ? 'registered' : 'triaged';
  return next;
};

/** What can be done to a problem where it stands: the buttons of its page. */
export const verbsFor = (problem: Standing): Verb[] => VERBS.filter((verb) => !isRefusal(statusAfter(problem, verb)));
