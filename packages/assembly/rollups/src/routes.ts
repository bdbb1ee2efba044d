import { get } from '@mahalleh/http';
import { borderHealth } from './nation/borders.ts';
import { comparePlaces } from './nation/compare.ts';
import { countyLeague } from './nation/county-league.ts';
import { nationalHome } from './nation/home.ts';
import { figureLineage } from './nation/lineage.ts';
import { metricCatalogue, metricPage } from './nation/metric-pages.ts';
import { peopleFigures } from './nation/people-figures.ts';
import { provinceDrill } from './nation/province-drill.ts';

/** What the ministry may ask of the national figures. */
export const rollupsNationRoutes = [
  get('/home', nationalHome, { example: {} }),
  get('/provinces/{slug}', provinceDrill, { example: { slug: 'qom' } }),
  get('/counties', countyLeague, { example: { figure: 'progress_councils' } }),
  get('/compare', comparePlaces, { example: { places: 'qom,qazvin', figure: 'problems_solved', step: 'quarter' } }),
  get('/metrics', metricCatalogue, { example: {} }),
  get('/metrics/{key}', metricPage, { example: { key: 'problem.open' } }),
  get('/figures/lineage', figureLineage, { example: { metric: 'progress_councils', place: 'qom' } }),
  get('/people-figures', peopleFigures, { example: { metric: 'people.affected', period: '1405-08' } }),
  get('/borders', borderHealth, { example: {} }),
] as const;
