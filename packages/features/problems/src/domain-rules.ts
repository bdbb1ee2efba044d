import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { NATIONAL_DOMAINS, type NationalDomainKey } from './domain.ts';

/** A domain as the tree knows it. */
export type DomainNode = {
  readonly key: string;
  readonly nationalKey: string;
  readonly parentKey: string | null;
  readonly isSensitive: boolean;
  readonly retiredAtMs: number | null;
};

type Tree = readonly DomainNode[];

const nationalOf = (key: string) => NATIONAL_DOMAINS.find((national) => national.key === key);

/** Whether the domain is one of the nation's own: it stays, on top of the tree. */
export const isOfCore = ({ key }: { readonly key: string }): boolean => nationalOf(key) !== undefined;

/** The domain and everything below it. */
export const withBelow = (tree: Tree, key: string): DomainNode[] => {
  const found = new Set([key]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const node of tree) if (node.parentKey !== null && found.has(node.parentKey)) found.add(node.key);
  }
  return tree.filter((node) => found.has(node.key));
};

/** What a domain lies below, the nearest first. */
export const aboveIt = (tree: Tree, key: string | null): DomainNode[] => {
  const node = tree.find((one) => one.key === key);
  return node ? [node, ...aboveIt(tree, node.parentKey)] : [];
};

/** A key made of an English title: `Street lighting` → `street_lighting`. Empty when nothing is left of it. */
export const keyOf = (titleEn: string): string =>
  titleEn
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);

/** What is said of a new domain. */
export type DomainSaid = {
  readonly key: string;
  readonly nationalKey?: string | undefined;
  readonly parentKey?: string | null | undefined;
  readonly isSensitive?: boolean | undefined;
};

/** Where a domain stands in the tree. */
type Place = {
  readonly nationalKey: NationalDomainKey;
  readonly parentKey: string | null;
  readonly isSensitive: boolean;
};

/** A domain below another has that one’s national domain, and its sensitivity at least. */
const placeIn = (
  tree: Tree,
  said: { nationalKey: string | undefined; parentKey: string | null; isSensitive: boolean },
): Place | Refusal => {
  const parent = said.parentKey === null ? undefined : tree.find(({ key }) => key === said.parentKey);
  if (said.parentKey !== null && (!parent || parent.retiredAtMs !== null))
    return refuse('domain_parent_unknown', { field: 'parentKey' });
  const nationalKey = said.nationalKey ?? parent?.nationalKey;
  const national = nationalKey === undefined ? undefined : nationalOf(nationalKey);
  if (!national) return refuse('domain_needs_national', { field: 'nationalKey' });
  if (parent && parent.nationalKey !== national.key)
    return refuse('domain_of_other_national', { field: said.nationalKey === undefined ? 'parentKey' : 'nationalKey' });
  return {
    nationalKey: national.key,
    parentKey: parent?.key ?? null,
    isSensitive: said.isSensitive || national.isSensitive || (parent?.isSensitive ?? false),
  };
};

/** Where a new domain stands, or why it cannot be. What the nation holds to be sensitive cannot be said not to be. */
export const registerDomain = (tree: Tree, said: DomainSaid): Place | Refusal => {
  if (said.key === '') return refuse('domain_needs_key', { field: 'titleEn' });
  if (tree.some(({ key }) => key === said.key)) return refuse('domain_key_taken', { field: 'key' });
  const place = placeIn(tree, {
    nationalKey: said.nationalKey,
    parentKey: said.parentKey ?? null,
    isSensitive: said.isSensitive ?? false,
  });
  return isRefusal(place) || !(said.isSensitive === false && place.isSensitive)
    ? place
    : refuse('domain_is_sensitive', { field: 'isSensitive' });
};

/** What an amendment says of a domain's place; what is undefined stays. */
export type DomainMove = { readonly parentKey?: string | null | undefined; readonly isSensitive?: boolean | undefined };

/**
 * What becomes of a domain, and which others become sensitive with it; or why not. Nothing comes to lie below itself,
 * nothing leaves its national domain, and nothing that is sensitive ceases to be.
 */
export const amendDomain = (
  tree: Tree,
  domain: DomainNode,
  said: DomainMove,
): { readonly place: Place; readonly turning: readonly string[] } | Refusal => {
  if (domain.retiredAtMs !== null) return refuse('domain_retired');
  const below = withBelow(tree, domain.key);
  const parentKey = said.parentKey === undefined ? domain.parentKey : said.parentKey;
  if (isOfCore(domain) && parentKey !== domain.parentKey) return refuse('domain_of_core', { field: 'parentKey' });
  if (below.some(({ key }) => key === parentKey)) return refuse('domain_below_itself', { field: 'parentKey' });
  if (said.isSensitive === false && domain.isSensitive) return refuse('domain_is_sensitive', { field: 'isSensitive' });
  const place = placeIn(tree, {
    nationalKey: domain.nationalKey,
    parentKey,
    isSensitive: domain.isSensitive || (said.isSensitive ?? false),
  });
  if (isRefusal(place)) return place;
  const turning = place.isSensitive ? below.filter(({ isSensitive }) => !isSensitive).map(({ key }) => key) : [];
  return { place, turning };
};

/** Why a domain may not be retired, or undefined. Problems that are in it stay; it takes no new ones. */
export const whyNotRetire = (tree: Tree, domain: DomainNode): Refusal | undefined => {
  if (domain.retiredAtMs !== null) return refuse('domain_retired');
  if (isOfCore(domain)) return refuse('domain_of_core');
  const living = withBelow(tree, domain.key).filter(
    ({ key, retiredAtMs }) => key !== domain.key && retiredAtMs === null,
  );
  return living.length > 0 ? refuse('domain_has_living_below', { detail: { count: living.length } }) : undefined;
};

/** What in domains that become sensitive is finer than a neighbourhood, or shows something. */
export type Holding = { readonly places: number; readonly photos: number };

/** Why domains may not become sensitive yet, or undefined: places go when that is said, photos are removed by hand before. */
export const whyNotTurnSensitive = (
  turning: readonly string[],
  { places, photos }: Holding,
  dropPlaces: boolean,
): Refusal | undefined => {
  if (turning.length === 0) return undefined;
  if (photos > 0) return refuse('domain_has_photos', { field: 'isSensitive', detail: { photos } });
  return places > 0 && !dropPlaces
    ? refuse('domain_has_places', { field: 'dropPlaces', detail: { places } })
    : undefined;
};
