import type { Bilingual } from '@mahalleh/kernel';

/** Where a problem stands. */
export const PROBLEM_STATUSES = ['registered', 'triaged', 'started', 'solved', 'closed', 'merged'] as const;
/** Where a problem stands. */
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

/** Whether a problem is of the whole neighbourhood or of one point in it. */
export const PLACE_KINDS = ['whole', 'point'] as const;
/** Whether a problem is of the whole neighbourhood or of one point in it. */
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Why a problem was closed without being solved here. A national list. */
export const CLOSE_REASONS = ['solved_elsewhere', 'duplicate', 'out_of_scope', 'not_feasible', 'withdrawn'] as const;
/** Why a problem was closed without being solved here. */
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** What the statuses are called. */
export const STATUS_TITLES: Readonly<Record<ProblemStatus, Bilingual>> = {
  registered: { fa: 'تازه', en: 'New' },
  triaged: { fa: 'بررسی‌شده', en: 'Triaged' },
  started: { fa: 'در عملیات', en: 'In operation' },
  solved: { fa: 'حل‌شده', en: 'Solved' },
  closed: { fa: 'بسته، حل‌نشده', en: 'Closed, unsolved' },
  merged: { fa: 'ادغام‌شده', en: 'Merged' },
};

/** What the reasons for closing are called. */
export const CLOSE_REASON_TITLES: Readonly<Record<CloseReason, Bilingual>> = {
  solved_elsewhere: { fa: 'در جای دیگری حل شد', en: 'Solved elsewhere' },
  duplicate: { fa: 'تکراری', en: 'Duplicate' },
  out_of_scope: { fa: 'بیرون از حیطه برنامه', en: 'Out of scope' },
  not_feasible: { fa: 'شدنی نیست', en: 'Not feasible' },
  withdrawn: { fa: 'پس گرفته شد', en: 'Withdrawn' },
};

/** What the degrees of severity are called, from 1. */
export const SEVERITY_TITLES: readonly Bilingual[] = [
  { fa: 'ناچیز', en: 'Slight' },
  { fa: 'کم', en: 'Low' },
  { fa: 'متوسط', en: 'Medium' },
  { fa: 'زیاد', en: 'High' },
  { fa: 'بحرانی', en: 'Critical' },
];
