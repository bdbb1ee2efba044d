import { refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import { CURRENT_CONSENT } from './model.ts';
import type { ConsentChannel } from './statuses.ts';

/** Counts of people below this are not told beyond their manager. */
export const SMALLEST_SHOWN = 5;

/** A consent as it was recorded: which text, how and when. Without all of it no input is taken. */
export type Consent = { readonly version: string; readonly channel: ConsentChannel; readonly on: CivilDate };

/** Why nobody may be written down by this consent, or undefined: it was to the text that is shown now, on a day on which it was. */
export const whyNotConsent = ({ version, on }: Consent, today: CivilDate): Refusal | undefined => {
  if (version !== CURRENT_CONSENT.version) return refuse('consent_text_outdated', { field: 'consentVersion' });
  if (on > today) return refuse('consent_in_future', { field: 'consentOn' });
  return on < CURRENT_CONSENT.from
    ? refuse('consent_before_text', { field: 'consentOn', detail: { from: CURRENT_CONSENT.from } })
    : undefined;
};

/** Why a volunteer may not be enrolled here, or undefined: the manager works for neighbourhoods and villages alone, while they last. */
export const whyNotEnrolIn = (
  unit: { readonly kind: string; readonly endedOn: string | null },
  today: CivilDate,
): Refusal | undefined => {
  if (unit.kind !== 'neighbourhood' && unit.kind !== 'village')
    return refuse('volunteers_of_neighbourhoods', { field: 'unitId' });
  return unit.endedOn !== null && unit.endedOn <= today ? refuse('unit_has_ended', { field: 'unitId' }) : undefined;
};

/** Why a volunteer may not be changed, or undefined: who has withdrawn is not there any more. */
export const whyNotChange = (volunteer: { readonly withdrawnAtMs: number | null }): Refusal | undefined =>
  volunteer.withdrawnAtMs === null ? undefined : refuse('volunteer_is_withdrawn');

/** Whether a count of people is told beyond their manager: none is, and five or more are. */
export const isShown = (count: number): boolean => count === 0 || count >= SMALLEST_SHOWN;

/**
 * A count of people as it may be told: to their manager as it is, to others only when neither it nor what it leaves of the whole is small,
 * so that no difference gives a small one away. Shape: null is «fewer than five».
 */
export const countFor = (isManager: boolean, count: number, whole: number = count): number | null =>
  isManager || (isShown(count) && isShown(whole) && isShown(whole - count)) ? count : null;
