import { placeName } from '$lib/workspace/address';
import type { Locale } from '@mahalleh/ui';
import type { CountyLeague, LeagueCounty } from './model';
import { placeTitle } from './words';

/** By what the league can be sorted. */
export const LEAGUE_SORTS = ['rest', 'value', 'name', 'province'] as const;
type Sort = (typeof LEAGUE_SORTS)[number];

const amount = (county: LeagueCounty, by: 'rest' | 'value'): number | null =>
  by === 'rest' ? (county.rest ?? null) : county.figure.value;

/** How the league is sorted: by the address, else by what is left, else by the figure; the largest first. What has not arrived comes last. */
export const sortedLeague = (league: CountyLeague, sort: string | null, locale: Locale): readonly LeagueCounty[] => {
  const isShare = league.counties.some(({ rest }) => rest !== null);
  const asked = (sort ?? (isShare ? '-rest' : '-value')).replace(/^-/, '');
  const by: Sort = LEAGUE_SORTS.find((name) => name === asked) ?? 'value';
  const down = (sort ?? '-').startsWith('-') ? -1 : 1;
  const text = (county: LeagueCounty): string =>
    by === 'province' ? placeName({ slug: county.province }, locale) : placeTitle(county, locale);
  return league.counties.toSorted((a, b) => {
    if (by === 'name' || by === 'province') return down * text(a).localeCompare(text(b), locale);
    const [x, y] = [amount(a, by), amount(b, by)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return down * (x - y) || (a.code < b.code ? -1 : 1);
  });
};
