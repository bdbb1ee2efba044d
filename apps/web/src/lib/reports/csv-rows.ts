import type { Locale } from '@mahalleh/ui';
import type { County, ReportFigure } from './model';
import { countyName } from './words';

/** The head of a report's file. */
export const CSV_HEAD = [
  'period',
  'version',
  'figure',
  'title',
  'place',
  'place_name',
  'unit',
  'value',
  'of',
  'over',
  'as_of',
];

/** Every figure of a report for its whole and each county: stored numbers, not rounded. */
export const csvRows = (
  report: { period: string; version: number; figures: readonly ReportFigure[]; counties: readonly County[] },
  whole: { key: string; name: string },
  locale: Locale,
): (string | number | null)[][] =>
  report.figures.flatMap((figure) =>
    [{ key: whole.key, name: whole.name, amount: figure.whole }]
      .concat(
        figure.counties.map((one) => ({
          key: one.county,
          name: countyName(report.counties, one.county, locale),
          amount: one,
        })),
      )
      .map(({ key, name, amount }) => [
        ...[report.period, report.version, figure.key, figure.title[locale], key, name, figure.unit],
        ...[amount.value, amount.of, amount.over],
        figure.asOfMs === null ? null : new Date(figure.asOfMs).toISOString(),
      ]),
  );
