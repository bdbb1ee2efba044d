import type { CivilDate } from '@mahalleh/kernel';
import { addPeriods, msOf, periodOf } from '@mahalleh/kernel';
import type { Frequency } from '@mahalleh/indicators/codes';
import { periodAround, periodAt, stepPeriod, type Period } from '@mahalleh/indicators/periods';
import type { SETTINGS, SIZES } from '@mahalleh/templates/document';

/** What makes neighbourhoods alike: towns or villages, and how many live there. */
export type Likeness = { readonly setting: (typeof SETTINGS)[number]; readonly size: (typeof SIZES)[number] };
/** A neighbourhood that is held against others. */
export type Place = Likeness & { readonly unitId: string };
/** One that uses the template, since when. */
export type Treated = Place & { readonly startsOn: CivilDate };

/** Under so many residents a neighbourhood is small, under the next medium, else large. */
const SIZES_UP_TO = { small: 3_000, medium: 10_000 } as const;

/** How large a neighbourhood is; undefined where nobody has counted its residents. */
export const sizeOf = (population: number | null): Likeness['size'] | undefined => {
  if (population === null) return undefined;
  if (population < SIZES_UP_TO.small) return 'small';
  return population < SIZES_UP_TO.medium ? 'medium' : 'large';
};

/** So many periods before the beginning a value may lie that tells how it was. */
const LOOK_BACK: Readonly<Record<Exclude<Frequency, 'once'>, number>> = { month: 6, season: 2, year: 1 };

/** What is asked of one indicator in one province. */
export type Comparison = {
  readonly treated: readonly Treated[];
  /** Neighbourhoods that never used the template. */
  readonly untreated: readonly Place[];
  readonly frequency: Exclude<Frequency, 'once'>;
  /** After how many months the change is promised. */
  readonly months: number;
  readonly today: CivilDate;
  /** The value of a neighbourhood in a period; null where there is none. */
  readonly valueAt: (unitId: string, period: Period) => number | null;
};

/** The two periods that are held against each other. */
export type Pair = { readonly before: Period; readonly after: Period };

const range = (from: Period, to: Period, step: 1 | -1): Period[] => {
  const periods: Period[] = [];
  const isWithin = (period: Period): boolean => (step === 1 ? period <= to : period >= to);
  for (let period = from; isWithin(period); period = stepPeriod(period, step)) periods.push(period);
  return periods;
};

/**
 * The two periods of a neighbourhood that uses the template: the last one with a value wholly before it began, and the first
 * one with a value from when the change is promised; until there is one, the last since the beginning. Only periods that are
 * over and wholly after the beginning count. Undefined: it cannot be told yet.
 */
export const pairOf = (
  { unitId, startsOn }: Pick<Treated, 'unitId' | 'startsOn'>,
  { frequency, months, today, valueAt }: Omit<Comparison, 'treated' | 'untreated'>,
): Pair | undefined => {
  const begins = periodAt(frequency, startsOn);
  const first = stepPeriod(begins, 1);
  const last = stepPeriod(periodAt(frequency, today), -1);
  const promised = periodAround(addPeriods(periodOf(msOf(startsOn)), months), frequency) ?? first;
  const due = promised < first ? first : promised;
  const has = (period: Period): boolean => valueAt(unitId, period) !== null;
  const before = range(stepPeriod(begins, -1), stepPeriod(begins, -LOOK_BACK[frequency]), -1).find(has);
  const early = due <= last ? stepPeriod(due, -1) : last;
  const after = range(due, last, 1).find(has) ?? range(early, first, -1).find(has);
  return before === undefined || after === undefined ? undefined : { before, after };
};

/** What a neighbourhood was before and after. */
export type Change = { readonly before: number; readonly after: number };

const changeIn = (valueAt: Comparison['valueAt'], unitId: string, { before, after }: Pair): Change | undefined => {
  const values = { before: valueAt(unitId, before), after: valueAt(unitId, after) };
  return values.before === null || values.after === null ? undefined : { before: values.before, after: values.after };
};

/** What neighbourhoods were before and after, each by its id. */
export type Parts = ReadonlyMap<string, Change>;
/** Neighbourhoods alike: those that use the template, and those that never did. */
export type Alike = Likeness & { readonly treated: Parts; readonly untreated: Parts };

const byId = (a: Place, b: Place): number => (a.unitId < b.unitId ? -1 : 1);
const likenessOf = ({ setting, size }: Likeness): string => `${setting} ${size}`;
const textOf = ({ before, after }: Pair): string => `${before} ${after}`;

/** Of the pairs in turn, beginning with the `n`th, the first that the neighbourhood has both values of. */
const changeInTurn = (valueAt: Comparison['valueAt'], unitId: string, pairs: readonly Pair[], n: number) => {
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[(n + i) % pairs.length];
    const change = pair && changeIn(valueAt, unitId, pair);
    if (change) return change;
  }
  return undefined;
};

/**
 * What there is of one indicator: neighbourhoods that use the template, and those alike that never did, each once. Those
 * without it take the periods of those with it in turn, so that both sides are of the same times. None of it leaves as it is.
 */
export const alikeGroups = (asked: Comparison): Alike[] => {
  const { treated, untreated, valueAt } = asked;
  const others = Map.groupBy(untreated.toSorted(byId), likenessOf);
  return [...Map.groupBy(treated.toSorted(byId), likenessOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([likeness, places]): Alike[] => {
      const pairs = places.flatMap((place) => {
        const pair = pairOf(place, asked);
        return pair ? [{ place, pair }] : [];
      });
      const [one] = pairs;
      if (!one) return [];
      const { setting, size } = one.place;
      const times = pairs.map(({ pair }) => pair).toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
      const withIt = pairs.flatMap(({ place: { unitId }, pair }) => {
        const change = changeIn(valueAt, unitId, pair);
        return change ? [[unitId, change] as const] : [];
      });
      const without = (others.get(likeness) ?? []).flatMap(({ unitId }, n) => {
        const change = changeInTurn(valueAt, unitId, times, n);
        return change ? [[unitId, change] as const] : [];
      });
      return [{ setting, size, treated: new Map(withIt), untreated: new Map(without) }];
    });
};
