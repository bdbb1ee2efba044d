import { provinceRoutes } from '@mahalleh/api/routes';
import type { Ask } from './world.ts';

/** The records that the questions of a province are about. */
export type Places = { county: string; neighbourhood: string; agency: string; problem: string };

/** What fills `{…}` in an address; `unitId` of every question is the neighbourhood. */
const fill = (path: string, places: Places): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(places[name as keyof Places] ?? name));

/** Lists and boards as people narrow them: what the questions' own examples do not ask. */
const NARROWED = [
  '/problems',
  '/problems?sort=severity',
  '/problems?sort=newest',
  '/problems?sort=residents',
  '/problems?status=open&domain=sport',
  '/problems?status=closed&domain=health_monitoring&severity=5',
  '/problems?severity=1&sort=newest',
  '/problems?status=awaiting',
  '/problems?gap=true',
  '/problems?overdue=true',
  '/problems?page=30',
  '/problems?q=%DA%A9%D9%88%DA%86%D9%87',
  '/problems?unitId={county}',
  '/problems?unitId={county}&status=open',
  '/problems?unitId={neighbourhood}',
  '/problem-board',
  '/problem-board?domain=sport',
  '/problem-board?unitId={county}',
  '/problem-board?unitId={neighbourhood}',
  '/problem-map',
  '/problem-map?domain=sport',
  '/problem-map?unitId={county}',
  '/problem-map?unitId={neighbourhood}',
  '/capacities',
  '/tasks',
  '/neighbourhoods',
  '/responsibilities',
  '/responsibilities/gaps',
  '/responsibilities/gaps?unitId={county}',
  '/responsibilities?unitId={county}',
];

const isPlace = (name: string): boolean => name === 'unitId';

/** Every question of the API that shows a list, a figure or a neighbourhood, and the lists narrowed. */
export const apiAsks = (places: Places): string[] => {
  const examples = provinceRoutes.flatMap(({ method, path, act, body, example }) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    if (method !== 'GET' || act.isOpen || body === 'bytes' || !names.every(isPlace)) return [];
    const query = Object.entries((example ?? {}) as Record<string, unknown>)
      .filter(([name]) => !names.includes(name))
      .map(([name, value]) => [name, isPlace(name) ? places.neighbourhood : String(value)]);
    const address = path.replace('{unitId}', places.neighbourhood);
    return [query.length > 0 ? `${address}?${new URLSearchParams(query)}` : address];
  });
  return [...new Set([...examples, ...NARROWED.map((path) => fill(path, places))])];
};

const PAGES = [
  '',
  '/neighbourhoods',
  '/neighbourhoods?step=1',
  '/neighbourhoods/{neighbourhood}',
  '/neighbourhoods/{neighbourhood}/passport',
  '/neighbourhoods/{neighbourhood}/plan',
  '/problems',
  '/problems?status=open&sort=severity',
  '/problems?sort=residents',
  '/problems?status=open&domain=sport',
  '/problems?page=30',
  '/problems?q=%DA%A9%D9%88%DA%86%D9%87',
  '/problems?unitId={county}',
  '/problems?unitId={neighbourhood}',
  '/problems/board',
  '/problems/board?domain=sport',
  '/problems/board?unitId={neighbourhood}',
  '/problems/map',
  '/problems/map?domain=sport',
  '/problems/map?unitId={county}',
  '/problems/map?unitId={neighbourhood}',
  '/problems/new',
  '/problems/{problem}',
  '/domains',
  '/capacities',
  '/volunteers',
  '/operations',
  '/tasks',
  '/targets',
  '/indicators',
  '/councils',
  '/charters',
  '/agencies',
  '/agencies/{agency}',
  '/bases',
  '/people',
  '/units',
  '/units/{county}',
  '/trash',
  '/account',
];

/** The pages of a province's workspace. */
export const pageAsks = (places: Places): string[] => PAGES.map((path) => fill(path, places));

/** One neighbourhood of the bulk, what lies around it and what lies in it. */
export const placesIn = async (ask: Ask): Promise<Places> => {
  const [row] = await ask(
    "select u.county_id, u.id, (select id from agencies order by id limit 1), (select p.id from problems p where p.unit_id = u.id order by p.status = 'triaged' desc, p.id limit 1) from units u where u.official_code = 'sample-705'",
  );
  const [county = '', neighbourhood = '', agency = '', problem = ''] = (row ?? []).map(String);
  return { county, neighbourhood, agency, problem };
};
