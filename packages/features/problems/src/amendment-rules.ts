import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { statusAfter, type Standing } from './course-rules.ts';
import { placeOf, type Place, type PlaceSaid } from './place-rules.ts';

/** What amending must know of a problem besides its standing. */
export type Amendable = Standing & Place & { readonly severity: number };

/** What an amendment says about place and severity. */
export type AmendmentSaid = PlaceSaid & {
  readonly severity?: number | undefined;
  readonly dropPlace?: boolean | undefined;
  readonly dropPhotos?: boolean | undefined;
};

/** What hangs on the problem: its photos, and how many of those merged into it and of its operations have a place of their own. */
export type Hanging = { readonly photos: number; readonly otherPlaces: number };

/** What an amendment comes to. */
export type Amendment = { readonly place: Place; readonly dropsPhotos: boolean; readonly dropsOtherPlaces: boolean };

const kept = <T>(said: T | undefined, was: T): T => (said === undefined ? was : said);

/** The place as said, over what it was; nothing of the old one when it is dropped, no old point when the whole is said. */
const placeSaid = (problem: Place, said: AmendmentSaid, isDropped: boolean): PlaceSaid => {
  const losesPoint = isDropped || said.placeKind === 'whole';
  return {
    placeKind: said.placeKind,
    placeNote: kept(said.placeNote, isDropped ? null : problem.placeNote),
    latitude: kept(said.latitude, losesPoint ? null : problem.latitude),
    longitude: kept(said.longitude, losesPoint ? null : problem.longitude),
  };
};

/**
 * Whether an open problem may be amended so. A problem becomes sensitive only when what it may no longer have
 * (point, place note, photos) is gone, or is said to go.
 */
export const amend = (
  problem: Amendable,
  said: AmendmentSaid,
  isSensitive: boolean,
  hanging: Hanging,
): Amendment | Refusal => {
  const status = statusAfter(problem, 'amend');
  if (isRefusal(status)) return status;
  if (said.severity !== undefined && said.severity !== problem.severity && problem.triagedAtMs !== null)
    return refuse('severity_is_triaged', { field: 'severity' });
  const isDropped = isSensitive && said.dropPlace === true;
  const place = placeOf(placeSaid(problem, said, isDropped), isSensitive);
  if (isRefusal(place)) return place;
  if (isSensitive && !isDropped && hanging.otherPlaces > 0)
    return refuse('sensitive_has_no_point', { field: 'domainKey' });
  if (isSensitive && said.dropPhotos !== true && hanging.photos > 0)
    return refuse('sensitive_keeps_no_photo', { field: 'domainKey', detail: { photos: hanging.photos } });
  return {
    place,
    dropsPhotos: isSensitive && hanging.photos > 0,
    dropsOtherPlaces: isSensitive && hanging.otherPlaces > 0,
  };
};
