import { reportFigures, type ReportFigure } from './figure-list.ts';
import type { PeriodRow } from './asks.ts';
import { amountOf, type FrozenRow } from './figures.ts';
import { boundsOfPeriod, type ReportPeriod } from './periods.ts';

/** What a finding says of a figure. */
export const FINDING_KINDS = ['missing', 'outlier', 'shrunk', 'unbalanced'] as const;

/**
 * Something about a figure that must be explained before it is signed. `county` is empty for the whole province; `now` and
 * `before` are what is compared.
 */
export type Finding = {
  readonly kind: (typeof FINDING_KINDS)[number];
  readonly figure: string;
  readonly county: string;
  readonly now: number;
  readonly before: number;
};

/** The figures that only grow: less than last time contradicts the last report. */
const ONLY_GROWS: ReadonlySet<string> = new Set(['operations_done']);
/** A figure is an outlier beyond so many median deviations from the median of the earlier periods. */
const FAR = 6;
/** The fewest earlier periods from which an outlier can be told. */
const ENOUGH = 4;
/** Differences up to this are never questioned. Unit: things, or hundredths of a share. */
const SMALL = { count: 5, share: 0.05, rial: 10_000_000 } as const;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
};

/** Whether a value lies far from the earlier ones, by median and median absolute deviation. Shape: their median, or undefined when it does not. */
const farFrom = (now: number, earlier: readonly number[], small: number): number | undefined => {
  if (earlier.length < ENOUGH) return undefined;
  const middle = median(earlier);
  const spread = median(earlier.map((value) => Math.abs(value - middle)));
  return Math.abs(now - middle) > Math.max(FAR * spread, small) ? middle : undefined;
};

const valueOf = (figure: ReportFigure, rows: readonly FrozenRow[]): number => amountOf(figure, rows).value ?? 0;

const figure = (key: string): ReportFigure => {
  const found = reportFigures.find((one) => one.key === key);
  if (!found) throw new Error(`The form has no figure ${key}.`);
  return found;
};

/** How long after its period a stock may be counted to be taken for that of its end. Unit: milliseconds. */
const SOON_MS = 7 * 86_400_000;

/** Whether the open problems were counted at the end of their period, not afterwards from the records as they were then. */
const isOfItsEnd = (rows: readonly PeriodRow[]): boolean =>
  rows.every(
    ({ metric, period, asOfMs }) =>
      !metric.startsWith('problem.open@') || asOfMs <= boundsOfPeriod(period as ReportPeriod).toMs + SOON_MS,
  );

/**
 * Open now must be open before, and what was registered, less what was solved and closed; what is left unexplained is asked
 * about. Nothing is said where either was counted later: what happened since its period is in it too.
 */
const balance = (now: readonly PeriodRow[], before: readonly PeriodRow[]): Finding[] => {
  if (!isOfItsEnd(now) || !isOfItsEnd(before)) return [];
  const [open, was] = [valueOf(figure('problems_open'), now), valueOf(figure('problems_open'), before)];
  const due =
    was +
    valueOf(figure('problems_registered'), now) -
    valueOf(figure('problems_solved'), now) -
    valueOf(figure('problems_closed_unsolved'), now);
  return Math.abs(open - due) > Math.max(SMALL.count, 0.1 * due)
    ? [{ kind: 'unbalanced', figure: 'problems_open', county: '', now: open, before: due }]
    : [];
};

const ofPlace = (county: string, rows: readonly FrozenRow[]): readonly FrozenRow[] =>
  county === '' ? rows : rows.filter((row) => row.county === county);

/**
 * What must be explained: a county that fell silent, a figure far from its earlier ones, one that can only grow and shrank,
 * and open problems that do not follow from the last report. `earlier`: the rows of the periods before, the last one first.
 */
export const findingsOf = (
  now: readonly PeriodRow[],
  earlier: readonly (readonly PeriodRow[])[],
  counties: readonly string[],
): Finding[] => {
  const [before] = earlier;
  if (before === undefined) return [];
  const silent = counties.flatMap((county): Finding[] => {
    const [was, is] = [ofPlace(county, before), ofPlace(county, now)].map((rows) =>
      rows.reduce((sum, { value }) => sum + value, 0),
    ) as [number, number];
    return was > 0 && is === 0 ? [{ kind: 'missing', figure: 'progress_councils', county, now: is, before: was }] : [];
  });
  const perFigure = reportFigures.flatMap((one) => {
    const value = valueOf(one, now);
    const was = valueOf(one, before);
    const middle = farFrom(
      value,
      earlier.map((rows) => valueOf(one, rows)),
      SMALL[one.unit],
    );
    return [
      ...(middle === undefined
        ? []
        : [{ kind: 'outlier' as const, figure: one.key, county: '', now: value, before: middle }]),
      ...(ONLY_GROWS.has(one.key) && value < was
        ? [{ kind: 'shrunk' as const, figure: one.key, county: '', now: value, before: was }]
        : []),
    ];
  });
  return [...silent, ...perFigure, ...balance(now, before)];
};

/** The findings to which no note has been written yet. */
export const unexplained = (
  findings: readonly Finding[],
  notes: readonly { readonly figure: string; readonly county: string }[],
): Finding[] =>
  findings.filter((finding) => !notes.some((note) => note.figure === finding.figure && note.county === finding.county));
