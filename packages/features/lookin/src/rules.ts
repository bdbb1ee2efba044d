import { refuse, type Refusal } from '@mahalleh/kernel';
import type { Standing } from './model.ts';

const HOUR_MS = 3_600_000;

/** When a grant for so many hours ends. Unit: UTC milliseconds. */
export const endsAt = (nowMs: number, forHours: number): number => nowMs + forHours * HOUR_MS;

/** What says where a grant stands. */
export type Course = {
  readonly untilMs: number;
  readonly acceptedAtMs: number | null;
  readonly endedAtMs: number | null;
};

/** Whether somebody may look in by it at this instant; at the instant at which it ends, no longer. */
export const isLive = ({ untilMs, endedAtMs }: Course, nowMs: number): boolean => endedAtMs === null && nowMs < untilMs;

/** Where a grant stands: the clock alone runs it out, and what was ended stays ended. */
export const standingOf = (course: Course, nowMs: number): Standing => {
  if (course.endedAtMs !== null) return 'ended';
  if (!isLive(course, nowMs)) return 'over';
  return course.acceptedAtMs === null ? 'waiting' : 'open';
};

/** Why a grant cannot be ended or followed any more, or undefined. */
export const overRefusal = (course: Course, nowMs: number): Refusal | undefined =>
  isLive(course, nowMs) ? undefined : refuse('lookin_over');

/** Whoever has this e-mail address in the province: a colleague, or a guest of before. */
export type Holder = { readonly isGuest: boolean; readonly isLookingIn: boolean };

/** Why this address cannot be let look in, or undefined: a colleague has an account already, and nobody looks in twice at once. */
export const holderRefusal = (holder: Holder | undefined): Refusal | undefined => {
  if (holder?.isGuest === false) return refuse('email_taken', { field: 'email' });
  return holder?.isLookingIn ? refuse('lookin_already', { field: 'email' }) : undefined;
};
