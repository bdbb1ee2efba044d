import type { ReportDocument } from './letters/report-letters.ts';
import { SECTIONS } from './statuses.ts';

/** For what the province's key signs a report: never taken for a letter. */
export const REPORT_SEAL = 'report';

type Cell = {
  readonly metric: string;
  readonly county: string;
  readonly dims: string;
  readonly value: number;
  readonly asOfMs: number;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The frozen cells of a version as one text, in one order: what its digest is taken of. */
export const cellsText = (cells: readonly Cell[]): string =>
  cells
    .map(({ metric, county, dims, value, asOfMs }) => `${metric}\t${county}\t${dims}\t${value}\t${asOfMs}`)
    .toSorted(byText)
    .join('\n');

/** A report as one text, in one order: what is signed. Both sides of the border make the same text of the same report. */
export const documentText = (report: ReportDocument): string => {
  const { period, version, cellsDigest, texts, notes, signatory, signedAtMs } = report;
  return JSON.stringify([
    period,
    version,
    cellsDigest,
    texts
      .toSorted((a, b) => SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section))
      .map(({ section, body }) => [section, body]),
    notes
      .toSorted((a, b) => byText(`${a.figure}|${a.county}`, `${b.figure}|${b.county}`))
      .map(({ figure, county, body }) => [figure, county, body]),
    [signatory.name, signatory.title, signatory.onBehalfOf],
    signedAtMs,
  ]);
};
