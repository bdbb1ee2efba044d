import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { statusAfter, type Standing } from './course-rules.ts';
import { WHOLE, type Place } from './place-rules.ts';

/** How many problems one can become. */
export const PARTS = { least: 2, most: 6 } as const;

/** What splitting must know of a problem. */
export type Splittable = Standing & Place;

/** A part as it was said, with what is known of its domain. */
export type PartSaid = {
  readonly domain: { readonly isSensitive: boolean; readonly retiredAtMs?: number | null } | undefined;
};

/**
 * The place of each part, or why the problem may not be split so: a part has the place of the whole, but a sensitive part has
 * its neighbourhood alone.
 */
export const split = (problem: Splittable, parts: readonly PartSaid[]): Place[] | Refusal => {
  const status = statusAfter(problem, 'split');
  if (isRefusal(status)) return status;
  const unknown = parts.findIndex(({ domain }) => !domain || typeof domain.retiredAtMs === 'number');
  if (unknown >= 0) return refuse('domain_unknown', { field: `parts.${unknown}.domainKey` });
  const { placeKind, placeNote, latitude, longitude } = problem;
  return parts.map(({ domain }) => (domain?.isSensitive ? WHOLE : { placeKind, placeNote, latitude, longitude }));
};
