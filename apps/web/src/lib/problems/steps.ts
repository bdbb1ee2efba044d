import { verbsFor } from '@mahalleh/problems/rules';
import { m } from '$lib/paraglide/messages';
import type { ProblemRow } from './model';

/** The columns of the board, in the order of the course. */
export const COLUMNS = ['registered', 'triaged', 'started', 'awaiting', 'confirmed', 'closed'] as const;
/** A column of the board. */
export type Column = (typeof COLUMNS)[number];

/** What takes a problem from one column to another. */
export const STEPS = ['triage', 'start', 'solve', 'confirm', 'reopen', 'close'] as const;
/** What takes a problem from one column to another. */
export type Step = (typeof STEPS)[number];

const LEADS: Readonly<Record<Step, readonly Column[]>> = {
  triage: ['triaged'],
  start: ['started'],
  solve: ['awaiting'],
  confirm: ['confirmed'],
  // Back to where it was before work began; the course knows which.
  reopen: ['triaged', 'registered'],
  close: ['closed'],
};

/** Whether a word names a step. */
export const isStep = (word: string): word is Step => STEPS.some((step) => step === word);

/** The column that a problem stands in; none when it has become another one. */
export const columnOf = ({ status, confirmedAtMs }: Pick<ProblemRow, 'status' | 'confirmedAtMs'>): Column | undefined =>
  status === 'solved'
    ? confirmedAtMs === null
      ? 'awaiting'
      : 'confirmed'
    : COLUMNS.find((column) => column === status);

/** The steps that the course allows to a problem where it stands. */
export const stepsOf = ({ status, confirmedAtMs }: Pick<ProblemRow, 'status' | 'confirmedAtMs'>): readonly Step[] => {
  const triagedAtMs = status === 'registered' ? null : 0;
  const verbs: readonly string[] = verbsFor({ status, confirmedAtMs, triagedAtMs });
  return STEPS.filter((step) => verbs.includes(step));
};

/** The step, of those allowed, that leads to a column; none when the course has no such way. */
export const stepTo = (allowed: readonly Step[], to: Column): Step | undefined =>
  allowed.find((step) => LEADS[step].includes(to));

const WORDS: Readonly<
  Record<Step, { readonly title: () => string; readonly about: () => string; readonly done: () => string }>
> = {
  triage: { title: m.problems_triage, about: m.problems_triage_about, done: m.problems_triage_done },
  start: { title: m.problems_start, about: m.problems_start_about, done: m.problems_start_done },
  solve: { title: m.problems_solve, about: m.problems_solve_about, done: m.problems_solve_done },
  confirm: { title: m.board_confirm, about: m.board_confirm_about, done: m.board_confirm_done },
  reopen: { title: m.problems_reopen, about: m.board_reopen_about, done: m.problems_reopen_done },
  close: { title: m.problems_close, about: m.problems_close_about, done: m.problems_close_done },
};

/** What a step is called, what it means, and what is said once it is done. */
export const wordsOf = (step: Step) => WORDS[step];
