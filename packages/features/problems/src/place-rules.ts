import { refuse, type Refusal } from '@mahalleh/kernel';
import type { PlaceKind } from './statuses.ts';

/** Where a problem is, as it is kept. */
export type Place = {
  readonly placeKind: PlaceKind;
  readonly placeNote: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/** Where a problem is, as it was said; what is undefined was not said. */
export type PlaceSaid = { readonly [K in keyof Place]?: Place[K] | undefined };

/** The place of a problem of which nothing finer than its neighbourhood is kept. */
export const WHOLE: Place = { placeKind: 'whole', placeNote: null, latitude: null, longitude: null };

/** The place of a problem, or what is wrong with it. A sensitive problem has its neighbourhood and nothing finer, in words or figures. */
export const placeOf = (said: PlaceSaid, isSensitive: boolean): Place | Refusal => {
  const latitude = said.latitude ?? null;
  const longitude = said.longitude ?? null;
  const placeNote = said.placeNote ?? null;
  const placeKind = said.placeKind ?? (latitude === null && longitude === null ? 'whole' : 'point');
  if (isSensitive) {
    if (latitude !== null || longitude !== null)
      return refuse('sensitive_has_no_point', { field: latitude === null ? 'longitude' : 'latitude' });
    if (placeKind === 'point') return refuse('sensitive_has_no_point', { field: 'placeKind' });
    if (placeNote !== null) return refuse('sensitive_has_no_place_note', { field: 'placeNote' });
    return WHOLE;
  }
  if (placeKind === 'whole' && (latitude !== null || longitude !== null))
    return refuse('whole_has_no_point', { field: 'placeKind' });
  if (placeKind === 'point' && latitude === null) return refuse('point_needs_coordinates', { field: 'latitude' });
  if (placeKind === 'point' && longitude === null) return refuse('point_needs_coordinates', { field: 'longitude' });
  return { placeKind, placeNote, latitude, longitude };
};
