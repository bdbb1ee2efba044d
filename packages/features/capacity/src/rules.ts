import { refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';

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

/** Why nothing more may be entered for a unit, or undefined: it has ended. */
export const whyNotIn = (unit: { readonly endedOn: string | null }, today: CivilDate): Refusal | undefined =>
  unit.endedOn !== null && unit.endedOn <= today ? refuse('unit_has_ended', { field: 'unitId' }) : undefined;

/** Why a capacity may not be changed, or undefined: a withdrawn one is history. */
export const whyNotChange = (capacity: { readonly withdrawnAtMs: number | null }): Refusal | undefined =>
  capacity.withdrawnAtMs === null ? undefined : refuse('capacity_is_withdrawn');
