import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale, Status } from '@mahalleh/ui';
import type { Call, SubmittedRow } from './model';
import { periodTitle, stateOf, timingOf } from './words';

type Mark = { readonly status: Status; readonly label: string };

/** Why a report calls, as a mark. */
export const callMark = ({ kind, dueOn }: Call, today: string, locale: Locale): Mark => {
  if (kind === 'returned') return stateOf('returned');
  if (kind === 'reminded') return { status: 'risk', label: m.reports_call_reminded() };
  const { isLate, text } = timingOf(dueOn, null, today, locale);
  return { status: isLate ? 'late' : kind === 'due_today' ? 'risk' : 'doing', label: text };
};

/** What is to be done next to a report that calls. */
export const nextStep = ({ kind, status }: Call): string => {
  if (status === 'returned') return m.reports_next_returned();
  if (kind === 'returned') return m.reports_next_version();
  return status === 'signed' ? m.reports_next_signed() : m.reports_next_draft();
};

/** Whether a report that is waited for is late or was returned. */
export const isPressing = ({ status, dueOn }: SubmittedRow, today: string): boolean =>
  status === 'returned' || dueOn < today;

/** Why the ministry waits for a report, as a mark. */
export const waitingMark = (row: SubmittedRow, today: string, locale: Locale): Mark => {
  if (row.status === 'returned') return stateOf('returned');
  const { isLate, text } = timingOf(row.dueOn, null, today, locale);
  return { status: isLate ? 'late' : 'todo', label: text };
};

/** Since when a county is silent, seen over these closed periods, the newest first. */
export const silentText = (
  lastHeard: string | null,
  periods: readonly { readonly period: string }[],
  locale: Locale,
): string => {
  if (lastHeard === null) return m.reports_silent_all({ n: formatNumber(periods.length, locale) });
  return lastHeard === periods[0]?.period
    ? m.reports_silent_not()
    : m.reports_silent_since({ period: periodTitle(lastHeard, locale) });
};
