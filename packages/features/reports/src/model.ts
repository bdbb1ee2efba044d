import * as z from 'zod';
import { reportFigures } from './figure-list.ts';
import { isReportPeriod, type ReportPeriod } from './periods.ts';
import { SECTIONS } from './statuses.ts';

/** A period that is reported on. Shape: `1405-08`, `1405-q3`. Fails: `period_malformed`. */
export const zPeriod = z.string().refine(isReportPeriod, { error: 'period_malformed' }) as unknown as z.ZodType<
  ReportPeriod,
  string
>;
/** A section of a report. */
export const zSection = z.enum(SECTIONS);
/** The key of a figure of the report. Fails: `figure_unknown`. */
export const zFigureKey = z.enum(reportFigures.map(({ key }) => key) as [string, ...string[]], {
  error: 'figure_unknown',
});
