import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import {
  CONTRIBUTION_KINDS,
  OPERATION_STATUSES,
  type ContributionKind,
  type OperationStatus,
  type Standing,
} from '@mahalleh/operations/statuses';
import type { Locale, Status } from '@mahalleh/ui';

const STATUS: Readonly<Record<OperationStatus, () => string>> = {
  planned: m.operations_status_planned,
  running: m.operations_status_running,
  done: m.operations_status_done,
  cancelled: m.operations_status_cancelled,
};

const KIND: Readonly<Record<ContributionKind, () => string>> = {
  money: m.operations_kind_money,
  work: m.operations_kind_work,
  goods: m.operations_kind_goods,
  place: m.operations_kind_place,
};

/** What a status of an operation is called. */
export const statusTitle = (status: OperationStatus): string => STATUS[status]();

/** The statuses for a choice. */
export const statusChoices = () => OPERATION_STATUSES.map((status) => ({ value: status, label: STATUS[status]() }));

/** What a kind of contribution is called. */
export const kindTitle = (kind: ContributionKind): string => KIND[kind]();

/** The kinds of contribution for a choice. */
export const kindChoices = () => CONTRIBUTION_KINDS.map((kind) => ({ value: kind, label: KIND[kind]() }));

/** How something stands: its mark and its words, "9 days late". */
export const standingOf = (
  row: { readonly standing: Standing; readonly daysLate: number; readonly status: string },
  locale: Locale,
): { status: Status; label: string } => {
  const { standing, daysLate } = row;
  if (standing === 'late')
    return { status: 'late', label: m.operations_days_late({ days: formatNumber(daysLate, locale) }) };
  if (standing === 'blocked') return { status: 'blocked', label: m.operations_blocked() };
  if (standing === 'at_risk') return { status: 'risk', label: m.operations_at_risk() };
  if (standing === 'done') return { status: 'done', label: m.operations_status_done() };
  if (standing === 'cancelled') return { status: 'todo', label: m.operations_status_cancelled() };
  if (row.status === 'running') return { status: 'doing', label: m.operations_status_running() };
  return { status: 'todo', label: row.status === 'planned' ? m.operations_status_planned() : m.operations_on_time() };
};
