import {
  isCountedIn,
  joinRatio,
  joinSum,
  type CellsPart,
  type CellsRead,
  type Figure,
  type Part as Reported,
} from '@mahalleh/metric';

/** A row of summed cells: whose (a province or a county), which metric, which dimensions, how much. */
export type CellRow = {
  readonly reporter: string;
  readonly metric: string;
  readonly dims: string;
  readonly flow: number;
  readonly value: number;
};
/** A row of coverage: whose, which metric, as of when. */
export type CoverRow = { readonly reporter: string; readonly metric: string; readonly asOfMs: number };

/** A figure with its parts, when it is a ratio. */
export type HeadlineFigure = Figure & { readonly of: number | null; readonly over: number | null };

/** What each reporter says to one part of a headline. */
const reportedOf = (
  part: CellsPart,
  reporters: readonly string[],
  cells: readonly CellRow[],
  cover: readonly CoverRow[],
): Reported[] => {
  const sums = new Map<string, number>();
  for (const { reporter, metric, dims, value } of cells)
    if (metric === part.metric && isCountedIn(part, dims)) sums.set(reporter, (sums.get(reporter) ?? 0) + value);
  const since = new Map(
    cover.filter(({ metric }) => metric === part.metric).map(({ reporter, asOfMs }) => [reporter, asOfMs]),
  );
  return reporters.map((reporter) => ({ reporter, value: sums.get(reporter), asOfMs: since.get(reporter) ?? null }));
};

/** One headline over some reporters: the nation over its provinces, a province over itself, a county over itself. */
export const headlineFigure = (
  headline: CellsRead,
  reporters: readonly string[],
  cells: readonly CellRow[],
  cover: readonly CoverRow[],
): HeadlineFigure => {
  const of = reportedOf(headline.of, reporters, cells, cover);
  if (!headline.over) return { ...joinSum(of), of: null, over: null };
  return joinRatio(of, reportedOf(headline.over, reporters, cells, cover));
};

/** Groups rows by reporter, so that each reporter's figures read only its own rows. */
export const byReporter = <Row extends { readonly reporter: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.reporter);
    if (group) group.push(row);
    else groups.set(row.reporter, [row]);
  }
  return groups;
};
