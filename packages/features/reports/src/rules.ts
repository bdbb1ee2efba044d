import { refuse, type Refusal } from '@mahalleh/kernel';
import type { ReportStatus } from './statuses.ts';

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
