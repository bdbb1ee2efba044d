import { read } from '$lib/api';
import { csvFile } from '$lib/csv';
import { sortedLeague } from '$lib/ministry/league';
import type { CountyLeague } from '$lib/ministry/model';
import { placeTitle } from '$lib/ministry/words';
import { queryOf } from '$lib/query';
import { placeName, workspaceOf } from '$lib/workspace/address';
import type { RequestHandler } from './$types';

const HEAD = ['county', 'name', 'province', 'figure', 'state', 'value', 'of', 'over', 'rest', 'as_of'];

/** The league of counties as it is shown, every page of it: stored numbers; what has not arrived says so. */
export const GET: RequestHandler = async (event) => {
  const { locale } = event.locals;
  const league = await read<CountyLeague>(
    event,
    `${workspaceOf(undefined).api}/counties${queryOf(event.url, 'figure', 'province', 'at')}`,
  );
  const rows = sortedLeague(league, event.url.searchParams.get('sort'), locale).map((county) => {
    const { value, of, over, asOf, reported, suppressed } = county.figure;
    const state = suppressed > 0 ? 'suppressed' : reported === 0 ? 'missing' : value === null ? 'undefined' : 'value';
    return [
      ...[county.code, placeTitle(county, locale), placeName({ slug: county.province }, locale), league.figure, state],
      ...[value, of, over, county.rest, asOf === null ? null : new Date(asOf).toISOString()],
    ];
  });
  return csvFile('counties.csv', HEAD, rows);
};
