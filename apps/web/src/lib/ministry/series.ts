import { periodTitle } from '$lib/reports/words';
import type { Locale, TimeLine } from '@mahalleh/ui';
import type { Compared, ComparedPlace, Headline } from './model';
import { placeTitle, valueText } from './words';
import { persianDigits } from '@mahalleh/kernel/digits';

type Point = ComparedPlace['series'][number];

/** A span in words: a month, a quarter, a year. */
export const spanTitle = (span: string, locale: Locale): string =>
  /^\d{4}$/.test(span) ? (locale === 'fa' ? persianDigits(span) : span) : periodTitle(span, locale);

/** The spans from the first of which anybody knows anything. */
export const toldSpans = (places: readonly ComparedPlace[]): readonly string[] => {
  const spans = places[0]?.series.map(({ span }) => span) ?? [];
  const first = spans.findIndex((_, i) => places.some(({ series }) => series[i]?.value != null));
  return first < 0 ? [] : spans.slice(first);
};

/** One line for each place; the first is drawn strong. */
export const linesOf = (compared: Compared, headline: Headline, spans: readonly string[], locale: Locale): TimeLine[] =>
  compared.places.map((place, index) => ({
    id: place.key,
    label: placeTitle(place, locale),
    look: index === 0 ? 'main' : 'beside',
    points: place.series
      .filter(({ span }) => spans.includes(span))
      .map(({ span, value }, i) => ({
        at: spans.length < 2 ? 0.5 : i / (spans.length - 1),
        value,
        said: `${spanTitle(span, locale)}: ${value === null ? '–' : valueText(headline.unit, value, locale)}`,
      })),
  }));

/** The point of a span in a series. */
export const pointAt = (series: readonly Point[], span: string): Point | undefined =>
  series.find((point) => point.span === span);

const yearBefore = (span: string): string => span.replace(/^\d{4}/, (year) => String(Number(year) - 1));

/** The same span a year before. */
export const lastYearOf = (series: readonly Point[], span: string): Point | undefined =>
  pointAt(series, yearBefore(span));

/** The span just before. */
export const beforeOf = (series: readonly Point[], span: string): Point | undefined => {
  const at = series.findIndex((point) => point.span === span);
  return at > 0 ? series[at - 1] : undefined;
};
