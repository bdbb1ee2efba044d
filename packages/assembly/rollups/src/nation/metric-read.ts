import type { PeriodKey } from '@mahalleh/kernel';
import type * as z from 'zod';
import { storedOf, type AskedFigure } from './asked-figure.ts';
import { headlineFigure, type CellRow, type CoverRow, type HeadlineFigure } from './figures.ts';
import type { ToldSpan } from './metric-spans.ts';
import type { DurationOutput } from './outputs.ts';
import { spreadOf } from './places.ts';
import type { MonthRow } from './series.ts';

/** What was read of a figure: as it stands and by month, by province, and who told it when. */
export type MetricRead = {
  readonly figure: AskedFigure;
  readonly provinces: readonly string[];
  readonly standing: readonly CellRow[];
  readonly months: readonly MonthRow[];
  readonly cover: readonly CoverRow[];
  /** The months that a province has closed, with the instant. */
  readonly closed: readonly { readonly province: string; readonly period: string; readonly closedAtMs: number }[];
  readonly thisYear: string;
};

type Told = { readonly cells: readonly CellRow[]; readonly cover: readonly CoverRow[] };

const storedIn = ({ of, over }: AskedFigure): string[] => (over ? [of.metric, over.metric] : [of.metric]);

/** The cells of some months, and who told them: a flow everybody who is covered, and of a past year whoever has cells of it. */
const ofFlow = ({ months, cover, thisYear }: MetricRead, counted: readonly PeriodKey[]): Told => {
  const cells = months.filter(({ period }) => counted.includes(period as PeriodKey));
  const isThisYear = counted.some((month) => month.startsWith(thisYear));
  const told = new Set(cells.map(({ reporter }) => reporter));
  return {
    cells: cells.map((row) => ({ ...row, flow: 1 })),
    cover: isThisYear ? cover : cover.filter(({ reporter }) => told.has(reporter)),
  };
};

/** The cells of the last of some months that anybody has closed, and who has closed it. */
const ofStock = (read: MetricRead, counted: readonly PeriodKey[]): Told => {
  const last = counted.findLast((month) => read.closed.some(({ period }) => period === month));
  return {
    cells: read.months.filter(({ period }) => period === last).map((row) => ({ ...row, flow: 0 })),
    cover: read.closed
      .filter(({ period }) => period === last)
      .flatMap(({ province, closedAtMs }) =>
        storedIn(read.figure).map((metric) => ({ reporter: province, metric, asOfMs: closedAtMs })),
      ),
  };
};

/** What is known of a time. */
export const toldOf = (read: MetricRead, { months }: Pick<ToldSpan, 'months'>): Told => {
  if (read.figure.nature === 'flow') return ofFlow(read, months);
  return months.length === 0 ? { cells: read.standing, cover: read.cover } : ofStock(read, months);
};

/** The figure over some provinces at a time. */
export const figureAt = (read: MetricRead, told: Told, provinces: readonly string[]): HeadlineFigure =>
  headlineFigure(read.figure, provinces, told.cells, told.cover);

/** The spread over some provinces at a time: joined bucket by bucket, so that its percentiles join. Null for what is no distribution. */
export const spreadAt = (
  { figure }: MetricRead,
  told: Told,
  provinces: readonly string[],
): z.infer<typeof DurationOutput> | null => {
  const stored = storedOf(figure.of.metric);
  if (stored.kind !== 'distribution') return null;
  const among = new Set(provinces);
  return spreadOf(
    stored,
    told.cells.filter(({ reporter }) => among.has(reporter)),
  );
};
