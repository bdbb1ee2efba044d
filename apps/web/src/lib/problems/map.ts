import { m } from '$lib/paraglide/messages';
import { nameOf } from '$lib/units/names';
import type { MapRow } from '$lib/maps/rows';
import { formatNumber, formatPercent } from '@mahalleh/kernel/digits';
import type { ProblemMap } from '@mahalleh/problems/model';
import { classOf, type Locale } from '@mahalleh/ui';
import type { MapCircle, MapKeyEntry, MapMark } from '@mahalleh/ui/map';
import { domainTitle, severityTitle, statusTitle } from './words';

/** The problems of a list on a map. */
export type Problems = (typeof ProblemMap)['_output'];
type Place = Problems['places'][number];
type Address = (unitId: string) => string;

/** The share of a place's problems that are severe. */
export const shareOf = ({ count, severe }: Place): number => (count === 0 ? 0 : severe / count);

const saidOf = (place: Place, locale: Locale): string =>
  m.maps_place_said({
    n: formatNumber(place.count, locale),
    severe: formatPercent(shareOf(place), locale, { maxFraction: 0 }),
  });

/** What the map says today, in one sentence. */
export const findingOf = (problems: Problems, locale: Locale): string => {
  const n = (value: number): string => formatNumber(value, locale);
  if (problems.level === 'neighbourhood') {
    if (problems.placed === 0) return m.maps_none_placed();
    return m.maps_placed({
      placed: n(problems.placed),
      all: n(problems.placed + problems.unplaced + problems.sensitive),
    });
  }
  const [first, ...rest] = problems.places;
  if (!first) return m.maps_no_place();
  const name = nameOf(first, locale);
  if (rest.length === 0) return m.maps_only({ name, n: n(first.count) });
  return m.maps_most({ name, n: n(first.count), severe: formatPercent(shareOf(first), locale, { maxFraction: 0 }) });
};

/** Counties or neighbourhoods as circles: as large as their problems are many, as dark as they are severe. */
export const circlesOf = (
  { places }: Problems,
  bounds: readonly number[],
  href: Address,
  locale: Locale,
): MapCircle[] =>
  places.flatMap((place) =>
    place.latitude === null || place.longitude === null
      ? []
      : [
          {
            id: place.unitId,
            point: { latitude: place.latitude, longitude: place.longitude },
            name: nameOf(place, locale),
            detail: saidOf(place, locale),
            href: href(place.unitId),
            amount: place.count,
            text: formatNumber(place.count, locale),
            step: classOf(shareOf(place), bounds),
          },
        ],
  );

/** The same as rows; a place without a point stands in the list alone. */
export const placeRows = ({ places }: Problems, href: Address, locale: Locale): MapRow[] =>
  places.map((place) => ({
    id: place.unitId,
    href: href(place.unitId),
    name: nameOf(place, locale),
    end: formatNumber(place.count, locale),
    detail:
      place.latitude === null
        ? m.maps_without_point()
        : m.maps_severe({ share: formatPercent(shareOf(place), locale, { maxFraction: 0 }) }),
  }));

type Some = { readonly title: string; readonly isRedacted: boolean };
const titleOf = ({ title, isRedacted }: Some): string => (isRedacted ? m.problems_redacted() : title);

/** Problems at their points: heavier the more severe, of another form when an answer is overdue. */
export const marksOf = ({ points }: Problems, path: string, locale: Locale): MapMark[] =>
  points.map((point) => ({
    id: point.id,
    point: { latitude: point.latitude, longitude: point.longitude },
    name: titleOf(point),
    detail: [
      severityTitle(point.severity, locale),
      statusTitle(point.status, locale),
      ...(point.isOverdue ? [m.maps_overdue()] : []),
    ].join(' · '),
    href: `${path}/problems/${point.id}`,
    size: point.severity,
    ...(point.isOverdue ? { sign: 'diamond' as const, tone: 'late' as const } : { tone: 'accent' as const }),
  }));

/** What the signs of the problems mean. */
export const pointKey = ({ points }: Problems): MapKeyEntry[] => [
  { sign: 'dot', tone: 'accent', label: m.maps_problem() },
  ...(points.some(({ isOverdue }) => isOverdue)
    ? [{ sign: 'diamond' as const, tone: 'late' as const, label: m.maps_overdue() }]
    : []),
];

/** The same as rows. */
export const pointRows = ({ points }: Problems, path: string, locale: Locale): MapRow[] =>
  points.map((point) => ({
    id: point.id,
    href: `${path}/problems/${point.id}`,
    name: titleOf(point),
    detail: `${domainTitle(point, locale)} · ${statusTitle(point.status, locale)}`,
    end: severityTitle(point.severity, locale),
  }));

/** The problems that have no point. */
export const unplacedRows = ({ unplacedRows: rows }: Problems, path: string, locale: Locale): MapRow[] =>
  rows.map((row) => ({
    id: row.id,
    href: `${path}/problems/${row.id}`,
    name: titleOf(row),
    end: severityTitle(row.severity, locale),
  }));
