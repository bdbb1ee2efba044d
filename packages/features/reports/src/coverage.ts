import type * as z from 'zod';
import { reportFigures } from './figure-list.ts';
import { metricsOf } from './figures.ts';
import type { CountyOutput, CoverageOutput } from './outputs.ts';
import { lastPeriods } from './periods.ts';

/** How many months are looked back at for counties that are silent. */
const MONTHS = 12;

/** The flows of the form: a county of which none has a value in a period recorded nothing in it. */
export const HEARD_METRICS: readonly string[] = metricsOf(
  reportFigures.filter(({ nature }) => nature === 'flow').map(({ key }) => key),
);

/** The months over which it is told who was silent. */
export const coveredPeriods = (nowMs: number): string[] => lastPeriods(nowMs, MONTHS, 0);

/** A county that recorded something in a closed period; without a county, that the period is closed. */
export type Heard = { readonly period: string; readonly county: string | null };

/** Which counties recorded anything in the periods that are closed, the newest first, and when each did last. */
export const coverageOf = (
  rows: readonly Heard[],
  counties: readonly z.infer<typeof CountyOutput>[],
): z.infer<typeof CoverageOutput> => {
  const periods = [...new Set(rows.map(({ period }) => period))].toSorted().toReversed();
  const heard = new Set(rows.map(({ period, county }) => `${period} ${county}`));
  const told = counties.map((county) => {
    const heardIn = periods.filter((period) => heard.has(`${period} ${county.code}`));
    return { ...county, heardIn, lastHeard: heardIn[0] ?? null };
  });
  return {
    periods: periods.map((period) => ({
      period,
      heard: told.filter(({ heardIn }) => heardIn.includes(period)).length,
    })),
    counties: told,
  };
};
