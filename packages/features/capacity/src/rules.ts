import { refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import { limitOf, peakOf, type Taken } from './booking-rules.ts';
import type { CapacityKind } from './statuses.ts';

/** A point on the map, or none. */
export type Point = { readonly latitude: number | null; readonly longitude: number | null };

/** What a capacity refers to, as far as it was found. */
export type References = {
  /** Undefined when none was named, null when the one named is not there or not standing. */
  readonly agency: object | null | undefined;
  readonly domain: object | null | undefined;
};

/** Why a capacity may not refer to these, or undefined. */
export const whyNotReferTo = ({ agency, domain }: References): Refusal | undefined => {
  if (agency === null) return refuse('agency_unknown', { field: 'agencyId' });
  return domain === null ? refuse('domain_unknown', { field: 'domainKey' }) : undefined;
};

/** The point, or what is missing of it. */
export const pointOf = ({ latitude, longitude }: Point): Point | Refusal => {
  if (latitude === null && longitude !== null) return refuse('point_needs_coordinates', { field: 'latitude' });
  if (latitude !== null && longitude === null) return refuse('point_needs_coordinates', { field: 'longitude' });
  return { latitude, longitude };
};

/** What there is of a capacity: pieces, or rials of a fund. */
export type Measure = {
  readonly kind: CapacityKind;
  readonly quantity: number | null;
  readonly amountRial: number | null;
};

/** Why a capacity may not be measured so, or undefined: a fund by its amount, anything else by its quantity. */
export const whyNotMeasure = ({ kind, quantity, amountRial }: Measure): Refusal | undefined => {
  if (kind === 'fund' && amountRial === null) return refuse('fund_amount_missing', { field: 'amountRial' });
  if (kind === 'fund' && quantity !== null) return refuse('fund_has_no_quantity', { field: 'quantity' });
  return kind !== 'fund' && amountRial !== null ? refuse('amount_only_for_funds', { field: 'amountRial' }) : undefined;
};

/** Why the measure may not be changed under what is booked, or undefined. `taken`: the bookings that have not ended. */
export const whyNotRemeasure = (before: Measure, after: Measure, taken: readonly Taken[]): Refusal | undefined => {
  if (taken.length === 0) return undefined;
  if (before.kind !== after.kind)
    return refuse('capacity_is_booked', { field: 'kind', detail: { count: taken.length } });
  const booked = peakOf(taken);
  if (limitOf(after) >= booked) return undefined;
  return after.kind === 'fund'
    ? refuse('amount_below_earmarked', { field: 'amountRial', detail: { booked } })
    : refuse('quantity_below_booked', { field: 'quantity', detail: { booked } });
};

/** Why a capacity may not be withdrawn, or undefined. What is earmarked of a fund stays on its operation, so it does not hold the fund. */
export const whyNotWithdraw = (
  capacity: { readonly kind: CapacityKind; readonly withdrawnAtMs: number | null },
  upcoming: number,
): Refusal | undefined =>
  whyNotChange(capacity) ??
  (capacity.kind !== 'fund' && upcoming > 0
    ? refuse('capacity_is_booked', { detail: { count: upcoming } })
    : undefined);

/** Why this kind may have no opening hours, or undefined. */
export const whyNotOpen = (kind: CapacityKind): Refusal | undefined =>
  kind === 'fund' ? refuse('fund_has_no_hours') : undefined;

/** Why nothing more may be entered for a unit, or undefined: it has ended. */
export const whyNotIn = (unit: { readonly endedOn: string | null }, today: CivilDate): Refusal | undefined =>
  unit.endedOn !== null && unit.endedOn <= today ? refuse('unit_has_ended', { field: 'unitId' }) : undefined;

/** Why a capacity may not be changed, or undefined: a withdrawn one is history. */
export const whyNotChange = (capacity: { readonly withdrawnAtMs: number | null }): Refusal | undefined =>
  capacity.withdrawnAtMs === null ? undefined : refuse('capacity_is_withdrawn');
