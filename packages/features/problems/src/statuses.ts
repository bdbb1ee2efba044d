import type { Bilingual } from '@mahalleh/kernel';

/** Where a problem stands. */
export const PROBLEM_STATUSES = ['registered', 'triaged', 'started', 'solved', 'closed', 'merged', 'split'] as const;
/** Where a problem stands. */
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

/** A status as it is counted: what is called solved waits to be confirmed before it is. */
export const COUNTED = ['registered', 'triaged', 'started', 'awaiting', 'solved', 'closed', 'merged', 'split'] as const;
/** A status as it is counted. */
export type Counted = (typeof COUNTED)[number];

/** Whether a problem is of the whole neighbourhood or of one point in it. */
export const PLACE_KINDS = ['whole', 'point'] as const;
/** Whether a problem is of the whole neighbourhood or of one point in it. */
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Why a problem was closed without being solved here. A national list. */
export const CLOSE_REASONS = ['solved_elsewhere', 'duplicate', 'out_of_scope', 'not_feasible', 'withdrawn'] as const;
/** Why a problem was closed without being solved here. */
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** Who says that a problem is solved indeed: the council, or who reported it. */
export const CONFIRM_KINDS = ['council', 'reporter'] as const;
/** Who says that a problem is solved indeed. */
export type ConfirmKind = (typeof CONFIRM_KINDS)[number];

/** Where a problem waits for an answer: each level has a clock, but for the neighbourhood's own. */
export const LEVELS = ['neighbourhood', 'county', 'province'] as const;
/** Where a problem waits for an answer. */
export type Level = (typeof LEVELS)[number];

/** How a level answers: it takes the problem up, or sends it back with words. */
export const ANSWERS = ['answered', 'returned'] as const;
/** How a level answers. */
export type Answer = (typeof ANSWERS)[number];

/** How an escalation ended: it was answered, went back, or was taken further up without an answer. */
export const ESCALATION_OUTCOMES = [...ANSWERS, 'passed'] as const;
/** How an escalation ended. */
export type EscalationOutcome = (typeof ESCALATION_OUTCOMES)[number];

/** How two problems belong together. `causes` has a direction; the others have none. */
export const RELATION_KINDS = ['related', 'causes', 'same_place'] as const;
/** How two problems belong together. */
export type RelationKind = (typeof RELATION_KINDS)[number];

/** Whose view of the order a score is. */
export const SCORE_SIDES = ['residents', 'experts'] as const;
/** Whose view of the order a score is. */
export type ScoreSide = (typeof SCORE_SIDES)[number];

/** What the levels are called. */
export const LEVEL_TITLES: Readonly<Record<Level, Bilingual>> = {
  neighbourhood: { fa: 'محله', en: 'Neighbourhood' },
  county: { fa: 'شهرستان', en: 'County' },
  province: { fa: 'استان', en: 'Province' },
};

/** What the relations are called, seen from the first problem and, for `causes`, from the second. */
export const RELATION_TITLES: Readonly<Record<RelationKind | 'caused_by', Bilingual>> = {
  related: { fa: 'مرتبط با', en: 'Related to' },
  causes: { fa: 'علتِ', en: 'Causes' },
  caused_by: { fa: 'معلولِ', en: 'Caused by' },
  same_place: { fa: 'هم‌جا با', en: 'In the same place as' },
};

/** What the statuses are called. */
export const STATUS_TITLES: Readonly<Record<ProblemStatus, Bilingual>> = {
  registered: { fa: 'تازه', en: 'New' },
  triaged: { fa: 'بررسی‌شده', en: 'Triaged' },
  started: { fa: 'در عملیات', en: 'In operation' },
  solved: { fa: 'حل‌شده', en: 'Solved' },
  closed: { fa: 'بسته، حل‌نشده', en: 'Closed, unsolved' },
  merged: { fa: 'ادغام‌شده', en: 'Merged' },
  split: { fa: 'تفکیک‌شده', en: 'Split' },
};

/** What a solution is called while nobody has confirmed it. */
export const AWAITING_TITLE: Bilingual = { fa: 'حل‌شده، در انتظار تأیید', en: 'Solved, awaiting confirmation' };

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
