import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { isOpen, statusAfter, type Standing, type Verb } from './course-rules.ts';
import { WHOLE } from './place-rules.ts';
import type { CloseReason, ConfirmKind, ProblemStatus } from './statuses.ts';
import { whysOf, type Whys } from './whys-rules.ts';

export * from './amendment-rules.ts';
export * from './course-rules.ts';
export * from './domain-rules.ts';
export * from './escalation-rules.ts';
export * from './place-rules.ts';
export * from './registration-rules.ts';
export * from './relation-rules.ts';
export * from './score-rules.ts';
export * from './split-rules.ts';
export * from './whys-rules.ts';

const after = <C extends object>(
  problem: Standing,
  verb: Verb,
  change: C,
): (C & { status: ProblemStatus }) | Refusal => {
  const status = statusAfter(problem, verb);
  return isRefusal(status) ? status : { status, ...change };
};

/** What experts found when they looked: how severe, in which place of the order, and why it is so. */
export type Triage = {
  readonly severity: number;
  readonly rank?: number | undefined;
} & Whys;

/** A problem is triaged once; what is not said stays as it was registered. */
export const triage = (problem: Standing, { severity, rank, ...said }: Triage, nowMs: number) =>
  after(problem, 'triage', {
    severity,
    triagedAtMs: nowMs,
    ...(rank === undefined ? {} : { rank }),
    ...whysOf(said),
  });

/** An open problem takes another place in the order, or another severity. */
export const reprioritise = (
  problem: Standing,
  said: { rank?: number | null | undefined; severity?: number | undefined },
) =>
  said.rank === undefined && said.severity === undefined
    ? refuse('nothing_said', { field: 'rank' })
    : after(problem, 'reprioritise', {
        ...(said.rank === undefined ? {} : { rank: said.rank }),
        ...(said.severity === undefined ? {} : { severity: said.severity }),
      });

/** Work on a triaged problem begins. */
export const start = (problem: Standing, nowMs: number) => after(problem, 'start', { startedAtMs: nowMs });

/** A problem is called solved when something shows it; that it is so, the council or the reporter confirms. */
export const solve = (
  problem: Standing,
  solution: string,
  evidenceCount: number,
  { nowMs, personId }: { readonly nowMs: number; readonly personId: string },
) => {
  const solved = after(problem, 'solve', { solution, solvedAtMs: nowMs, solvedBy: personId, levelDueOn: null });
  return isRefusal(solved) || evidenceCount > 0 ? solved : refuse('solving_needs_evidence');
};

/** What confirming must know of a problem. */
export type Confirmable = Standing & { readonly solvedBy: string | null; readonly registeredBy: string };

/** A solution is confirmed by somebody else than who called it one: the reporter, or the council for everybody. */
export const confirm = (
  problem: Confirmable,
  {
    nowMs,
    personId,
    isOfCouncil,
  }: { readonly nowMs: number; readonly personId: string; readonly isOfCouncil: boolean },
) => {
  const status = statusAfter(problem, 'confirm');
  if (isRefusal(status)) return status;
  if (problem.solvedBy === personId) return refuse('confirming_own_solution');
  if (problem.registeredBy !== personId && !isOfCouncil) return refuse('confirming_not_yours');
  const kind: ConfirmKind = problem.registeredBy === personId ? 'reporter' : 'council';
  return after(problem, 'confirm', { confirmedAtMs: nowMs, confirmedBy: personId, confirmKind: kind });
};

/** An open problem is closed without being solved here, for a reason. */
export const close = (problem: Standing, reason: CloseReason, nowMs: number) =>
  after(problem, 'close', { closeReason: reason, closedAtMs: nowMs, levelDueOn: null });

/** A new problem that nothing was done about is put aside; it can be brought back from the trash. */
export const discard = (problem: Standing, operations: number, nowMs: number) =>
  operations > 0 ? refuse('discard_with_operations') : after(problem, 'discard', { discardedAtMs: nowMs });

/** A solved or closed problem is open again, where it was before work began; what was tried stays to be read. */
export const reopen = (problem: Standing & { reopenedCount: number }, why: string) =>
  after(problem, 'reopen', {
    reopenWhy: why,
    reopenedCount: problem.reopenedCount + 1,
    startedAtMs: null,
    solvedAtMs: null,
    solvedBy: null,
    confirmedAtMs: null,
    confirmedBy: null,
    confirmKind: null,
    closedAtMs: null,
    closeReason: null,
  });

/** What merging must know of each of the two. */
export type Mergeable = Standing & { readonly id: string; readonly isSensitive: boolean };

/**
 * A problem goes into another, which must be open itself: so the way from any merged problem ends at one that is not,
 * and no circle can be made. Sensitive and other problems do not mix, for the one has photos and points.
 */
export const merge = (problem: Mergeable, into: Mergeable | undefined) => {
  if (into?.id === problem.id) return refuse('merge_into_itself', { field: 'intoId' });
  const merged = after(problem, 'merge', {});
  if (isRefusal(merged)) return merged;
  if (!into) return refuse('merge_target_unknown', { field: 'intoId' });
  if (!isOpen(into.status)) return refuse('merge_target_not_open', { field: 'intoId' });
  if (into.isSensitive !== problem.isSensitive) return refuse('merge_across_sensitivity', { field: 'intoId' });
  return { ...merged, mergedIntoId: into.id };
};

/** Every word of a problem goes, and its place with them; figures, dates and course stay. Whatever its status. */
export const redacted = (nowMs: number) => ({
  ...WHOLE,
  title: '',
  titleFolded: '',
  description: null,
  rootCause: null,
  whysJson: null,
  solution: null,
  reopenWhy: null,
  redactedAtMs: nowMs,
});
