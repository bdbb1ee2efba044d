import { m } from '$lib/paraglide/messages';
import type { NationApi } from '@mahalleh/api/client';
import { formatNumber, formatPercent } from '@mahalleh/kernel/digits';
import type { Locale } from '@mahalleh/ui';

/** One people metric of a month, by place and domain. */
export type PeopleFigures = NationApi['GET /people-figures']['output'];
/** A province or a county with its leaves. */
export type PeoplePlace = PeopleFigures['places'][number];

/** What is told of a cell or of a sum of cells; nothing at all is missing. */
export type Told = {
  readonly sums: readonly number[];
  readonly suppressed: number;
  readonly range: { readonly low: number; readonly high: number | null } | null;
};

/** How a cell stands: told (zero too), hidden as a whole or in part, or not received. */
export type CellState = 'value' | 'suppressed' | 'partly' | 'missing';

const total = ({ sums }: Told): number => sums.reduce((sum, part) => sum + part, 0);

/** Which of the states a cell is in. */
export const stateOf = (told: Told | undefined): CellState =>
  told === undefined ? 'missing' : told.suppressed === 0 ? 'value' : total(told) === 0 ? 'suppressed' : 'partly';

/** The cell of a place and a domain; undefined when the place told nothing. */
export const cellOf = (place: PeoplePlace, domain: string): Told | undefined =>
  place.domains?.find((leaf) => leaf.domain === domain);

/** All domains of a place together; undefined when it told nothing. */
export const wholeOf = ({ sums, suppressed, range }: PeopleFigures['whole']): Told | undefined =>
  sums === null ? undefined : { sums, suppressed, range };

const shareOf = (figures: PeopleFigures, told: Told): number | null => {
  const metric = figures.metrics.find(({ key }) => key === figures.metric);
  const top = metric?.parts.findIndex(({ key }) => key === metric.of) ?? -1;
  const over = total(told);
  return top < 0 || over === 0 ? null : (told.sums[top] ?? 0) / over;
};

/** A cell for a reader: a number or a share, a range where leaves are hidden, a dash where nothing was received. */
export const cellText = (figures: PeopleFigures, told: Told | undefined, locale: Locale): string => {
  if (told === undefined) return '–';
  const n = (value: number): string => formatNumber(value, locale, { maxFraction: 0 });
  const { range, suppressed } = told;
  const isRatio = figures.metrics.find(({ key }) => key === figures.metric)?.kind === 'ratio';
  if (range !== null && range.high === null)
    return total(told) === 0 ? m.peoplefigures_hidden() : m.peoplefigures_atleast({ low: n(range.low) });
  if (range !== null && range.high !== null)
    return suppressed === 1 && total(told) === 0
      ? m.peoplefigures_few()
      : m.peoplefigures_between({ low: n(range.low), high: n(range.high) });
  if (suppressed > 0 && total(told) === 0) return m.peoplefigures_hidden();
  const share = shareOf(figures, told);
  return isRatio && share !== null ? formatPercent(share, locale, { maxFraction: 0 }) : n(total(told));
};

type Row = readonly (string | number | null)[];

/** What is shown, as rows of a file: zero is 0 under `value`, hidden and missing have no number and say what they are. */
export const peopleRows = (figures: PeopleFigures, locale: Locale): Row[] =>
  figures.places.flatMap((place) =>
    figures.domains.map(({ key }): Row => {
      const told = cellOf(place, key);
      const state = stateOf(told);
      const hasNumber = told !== undefined && state !== 'suppressed';
      const parts = figures.metrics.find((metric) => metric.key === figures.metric)?.parts ?? [];
      return [
        ...[figures.metric, figures.period, place.key],
        ...[locale === 'en' && place.nameEn ? place.nameEn : place.nameFa, key, state],
        ...[hasNumber ? total(told) : null, told?.suppressed ?? null, told?.range?.low ?? null],
        told?.range?.high ?? null,
        ...parts.map((_, i) => (hasNumber ? (told.sums[i] ?? 0) : null)),
        ...(parts.length > 0 ? [hasNumber ? shareOf(figures, told) : null] : []),
      ];
    }),
  );
