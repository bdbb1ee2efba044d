import { m } from '$lib/paraglide/messages';
import { stateOfFigure, type SheetTable, type Value } from '$lib/sheets/table';
import { placeName } from '$lib/workspace/address';
import type { Locale } from '@mahalleh/ui';
import { spanTitle } from '../series';
import { sortedLeague } from '../league';
import type { Compared, CountyLeague, Drill, Headline, Home, Place, PlaceFigure } from '../model';
import { placeTitle } from '../words';
import { figureCells, figureColumns, headlineCells, headlineColumns, instantCell, notesOf } from './figure-rows';

const placeColumns = (key: string, title: string) =>
  [
    { key, title, kind: 'text' },
    { key: 'name', title: m.sheets_name(), kind: 'text' },
  ] as const;

type Named = Pick<Place, 'key' | 'figures'>;

const rowsOf = (
  places: readonly (Named & { readonly name: string })[],
  headlines: readonly Headline[],
  locale: Locale,
): Value[][] =>
  places.flatMap(({ key, name, figures }) =>
    headlines.map((headline) => [key, name, ...headlineCells(headline, locale), ...figureCells(figures[headline.key])]),
  );

/** Every figure of the nation and of each province. */
export const homeTable = (home: Home, locale: Locale): SheetTable => ({
  file: 'figures',
  title: m.shell_nav_national(),
  notes: notesOf(home, locale),
  columns: [...placeColumns('province', m.ministry_province()), ...headlineColumns(), ...figureColumns()],
  rows: rowsOf(
    [
      { key: 'nation', name: m.ministry_nation(), figures: home.nation },
      ...home.provinces.map((place) => ({ ...place, name: placeTitle(place, locale) })),
    ],
    home.headlines,
    locale,
  ),
});

/** Every figure of a province and of each of its counties. */
export const drillTable = (drill: Drill, locale: Locale): SheetTable => ({
  file: `province-${drill.province.key}`,
  title: placeTitle(drill.province, locale),
  notes: notesOf(drill, locale),
  columns: [...placeColumns('county', m.ministry_county()), ...headlineColumns(), ...figureColumns()],
  rows: rowsOf(
    [drill.province, ...drill.counties].map((place) => ({ ...place, name: placeTitle(place, locale) })),
    drill.headlines,
    locale,
  ),
});

/** The league of counties as it is shown, every page of it. */
export const leagueTable = (league: CountyLeague, sort: string | null, locale: Locale): SheetTable => {
  const headline = league.headlines.find(({ key }) => key === league.figure);
  return {
    file: 'counties',
    title: `${m.nation_counties()}: ${headline?.title[locale] ?? league.figure}`,
    notes: notesOf(league, locale),
    columns: [
      ...placeColumns('county', m.ministry_county()),
      { key: 'province', title: m.ministry_province(), kind: 'text' },
      { key: 'figure', title: m.sheets_figure(), kind: 'text' },
      ...figureColumns(headline?.unit === 'share'),
      { key: 'rest', title: m.nation_rest(), kind: 'count' },
    ],
    rows: sortedLeague(league, sort, locale).map((county) => [
      ...[county.code, placeTitle(county, locale), placeName({ slug: county.province }, locale), league.figure],
      ...figureCells(county.figure),
      county.rest,
    ]),
  };
};

/** What a point of a series says: with its own parts, of a period that is over or runs. */
const pointCells = (point: { value: number | null; of: number | null; over: number | null }): Value[] => {
  const reported = point.value === null && point.of === null ? 0 : 1;
  return [stateOfFigure({ ...point, reported, suppressed: 0 }), point.value, point.of, point.over, instantCell(null)];
};

/** Places beside each other: every figure as it stands, then one of them over time. */
export const comparedTable = (compared: Compared, file: string, locale: Locale): SheetTable => {
  const chosen = compared.headlines.find(({ key }) => key === compared.figure);
  const of = (place: Compared['places'][number], headline: Headline, span: string, cells: Value[]): Value[] => [
    ...[place.key, placeTitle(place, locale), ...headlineCells(headline, locale)],
    ...[span === '' ? m.metrics_as_it_stands() : spanTitle(span, locale), span, ...cells],
  ];
  const now = (figure: PlaceFigure | undefined): Value[] => figureCells(figure);
  return {
    file,
    title: compared.places.map((place) => placeTitle(place, locale)).join(locale === 'fa' ? '، ' : ', '),
    notes: notesOf(compared, locale),
    columns: [
      ...placeColumns('place', m.lineage_place()),
      ...headlineColumns(),
      { key: 'when', title: m.nation_span(), kind: 'text' },
      { key: 'span', title: m.sheets_span(), kind: 'text' },
      ...figureColumns(),
    ],
    rows: [
      ...compared.places.flatMap((place) =>
        compared.headlines.map((headline) => of(place, headline, '', now(place.figures[headline.key]))),
      ),
      ...compared.places.flatMap((place) =>
        chosen ? place.series.map((point) => of(place, chosen, point.span, pointCells(point))) : [],
      ),
    ],
  };
};
