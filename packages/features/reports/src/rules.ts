import { refuse, type Refusal } from '@mahalleh/kernel';
import type { CallKind, ReportStatus, SubmittedStatus } from './statuses.ts';

/** Whether the report may still be written. */
export const writableRefusal = (status: ReportStatus): Refusal | undefined =>
  status === 'draft' ? undefined : refuse('report_not_a_draft');

/** Whether its figures may be superseded by a new version. */
export const supersedeRefusal = (status: ReportStatus, isNewest: boolean): Refusal | undefined => {
  if (!isNewest) return refuse('report_superseded');
  return status === 'returned' || status === 'submitted' || status === 'accepted'
    ? undefined
    : refuse('report_not_submitted');
};

/** A delegation of the signature, as far as the rule needs it. */
export type Delegated = { readonly fromName: string; readonly fromOn: string; readonly untilOn: string };

/** For whom somebody signs: null for themselves as the governor, a name when the governor has delegated it to them today, or the refusal. */
export const signsFor = (
  isGovernor: boolean,
  delegations: readonly Delegated[],
  today: string,
): { readonly onBehalfOf: string | null } | Refusal => {
  if (isGovernor) return { onBehalfOf: null };
  const inForce = delegations.find(({ fromOn, untilOn }) => fromOn <= today && today <= untilOn);
  return inForce ? { onBehalfOf: inForce.fromName } : refuse('signature_is_the_governors');
};

/** The longest that the signature is delegated for. Unit: days. */
export const LONGEST_DELEGATION = 90;

const DAY_MS = 86_400_000;

/** Whether a delegation can run over these days. */
export const delegationRefusal = (fromOn: string, untilOn: string, today: string): Refusal | undefined => {
  if (untilOn < today) return refuse('delegation_past', { field: 'untilOn' });
  if (untilOn < fromOn) return refuse('delegation_ends_first', { field: 'untilOn' });
  return Date.parse(untilOn) - Date.parse(fromOn) > LONGEST_DELEGATION * DAY_MS
    ? refuse('delegation_too_long', { field: 'untilOn', detail: { days: LONGEST_DELEGATION } })
    : undefined;
};

/** A call of a report, as far as the rule needs it. */
export type Call = {
  readonly period: string;
  readonly kind: CallKind;
  readonly status: ReportStatus;
  readonly dueOn: string;
};

/** The kinds of calls by how much they press. */
const PRESS: Readonly<Record<CallKind, number>> = { due_soon: 0, reminded: 1, due_today: 2, late: 3, returned: 4 };

/** Whether what was marked once is still so: a last day can have been moved. */
const stillSo = ({ kind, dueOn }: Call, today: string): boolean =>
  kind === 'returned' || kind === 'reminded' || (kind === 'late' ? dueOn < today : dueOn >= today);

/** The calls that hold today, one for each period: the most pressing, and the oldest period first among equals. */
export const pressing = <C extends Call>(calls: readonly C[], today: string): C[] => {
  const rank = ({ kind }: Call): number => PRESS[kind];
  const holding = calls.filter((call) => stillSo(call, today)).toSorted((a, b) => rank(b) - rank(a));
  return holding
    .filter((call, i) => holding.findIndex(({ period }) => period === call.period) === i)
    .toSorted((a, b) => rank(b) - rank(a) || (a.dueOn < b.dueOn ? -1 : 1));
};

/** Whether the ministry waits for a report of which the figures are closed: it has not come, or was returned and not answered by a new version. */
export const isWaitedFor = (status: SubmittedStatus | null): boolean => status === null || status === 'returned';

/** A closed period of a province at the ministry, as far as a reminder needs it. */
export type Remindable = { readonly status: SubmittedStatus | null; readonly remindedOn: string | null };

/** Whether these provinces can be reminded of a report: all of them must be waited for, and none reminded today already. */
export const remindRefusal = (found: readonly Remindable[], asked: number, today: string): Refusal | undefined => {
  const field = 'provinces';
  if (found.length < asked || found.some(({ status }) => !isWaitedFor(status)))
    return refuse('report_not_waited_for', { field });
  return found.some(({ remindedOn }) => remindedOn === today) ? refuse('reminded_today', { field }) : undefined;
};

/** Whether a line is about a county that the province has; `field` is what it was given in. */
export const countyRefusal = (
  county: string | null | undefined,
  counties: readonly { readonly code: string }[],
  field = 'county',
): Refusal | undefined =>
  !county || counties.some(({ code }) => code === county) ? undefined : refuse('county_unknown', { field });
