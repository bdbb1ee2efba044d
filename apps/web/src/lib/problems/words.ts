import { m } from '$lib/paraglide/messages';
import {
  AWAITING_TITLE,
  CLOSE_REASON_TITLES,
  CLOSE_REASONS,
  SEVERITY_TITLES,
  STATUS_TITLES,
  type ProblemStatus,
} from '@mahalleh/problems/statuses';
import type { Locale, Status } from '@mahalleh/ui';
import type { Column } from './steps';

const MARKS: Readonly<Record<ProblemStatus, Status>> = {
  registered: 'todo',
  triaged: 'todo',
  started: 'doing',
  solved: 'done',
  closed: 'risk',
  merged: 'todo',
  split: 'todo',
};

/** The mark of a problem's status. */
export const markOf = (status: ProblemStatus): Status => MARKS[status];

/** What a status is called. */
export const statusTitle = (status: ProblemStatus, locale: Locale): string => STATUS_TITLES[status][locale];

/** What a degree of severity is called; 1 is the least. */
export const severityTitle = (severity: number, locale: Locale): string =>
  SEVERITY_TITLES[severity - 1]?.[locale] ?? '';

/** The degrees of severity for a choice, the worst first. */
export const severityChoices = (locale: Locale) =>
  SEVERITY_TITLES.map((title, index) => ({ value: String(index + 1), label: title[locale] })).toReversed();

/** The reasons for closing, for a choice. */
export const closeReasonChoices = (locale: Locale) =>
  CLOSE_REASONS.map((reason) => ({ value: reason, label: CLOSE_REASON_TITLES[reason][locale] }));

/** What a reason for closing is called. */
export const closeReasonTitle = (reason: keyof typeof CLOSE_REASON_TITLES, locale: Locale): string =>
  CLOSE_REASON_TITLES[reason][locale];

/** What a domain is called. */
export const domainTitle = (
  { domainFa, domainEn }: { readonly domainFa: string; readonly domainEn: string },
  locale: Locale,
): string => (locale === 'fa' ? domainFa : domainEn);

/** The mark of a column of the board. */
export const columnMark = (column: Column): Status =>
  column === 'awaiting' ? 'doing' : column === 'confirmed' ? 'done' : markOf(column);

/** What a column of the board is called. */
export const columnTitle = (column: Column, locale: Locale): string =>
  column === 'awaiting'
    ? AWAITING_TITLE[locale]
    : column === 'confirmed'
      ? m.board_confirmed()
      : statusTitle(column, locale);
