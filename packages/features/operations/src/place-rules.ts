import type { PlaceKind } from './choices.ts';

type Place = { readonly placeKind: PlaceKind; readonly latitude: number | null; readonly longitude: number | null };
type Said = { readonly [K in keyof Place]?: Place[K] | undefined };

/** Where an operation is after an amendment: what is left out stays, and what turns to the whole neighbourhood loses its point. */
export const placeSaid = (now: Place, said: Said): Place => {
  const placeKind = said.placeKind ?? now.placeKind;
  if (placeKind === 'whole' && said.latitude === undefined && said.longitude === undefined)
    return { placeKind, latitude: null, longitude: null };
  return {
    placeKind,
    latitude: said.latitude === undefined ? now.latitude : said.latitude,
    longitude: said.longitude === undefined ? now.longitude : said.longitude,
  };
};
