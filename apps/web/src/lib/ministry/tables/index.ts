import type { CallEvent } from '$lib/api';
import type { SheetTable } from '$lib/sheets/table';
import type { Locale } from '@mahalleh/ui';
import { placesOf, readCompared, readDrill, readHome, readLeague, readMetric, readPeople } from '../reads';
import { metricTable } from './metric';
import { peopleTable } from './people';
import { comparedTable, drillTable, homeTable, leagueTable } from './places';

type Make = (event: CallEvent, locale: Locale) => Promise<SheetTable>;

const asked = (event: CallEvent, name: string): string => event.url.searchParams.get(name) ?? '';

/** The table of each national page, from the same answer of the API that the page shows; by the name of its file. */
export const NATIONAL_TABLES: Readonly<Record<string, Make>> = {
  home: async (event, locale) => homeTable(await readHome(event), locale),
  province: async (event, locale) => drillTable(await readDrill(event, asked(event, 'province')), locale),
  counties: async (event, locale) => leagueTable(await readLeague(event), event.url.searchParams.get('sort'), locale),
  county: async (event, locale) => {
    const code = asked(event, 'county');
    return comparedTable(await readCompared(event, [code]), `county-${code}`, locale);
  },
  compare: async (event, locale) => comparedTable(await readCompared(event, placesOf(event.url)), 'compare', locale),
  metric: async (event, locale) => metricTable(await readMetric(event, asked(event, 'metric')), locale),
  people: async (event, locale) => peopleTable(await readPeople(event), locale),
};
