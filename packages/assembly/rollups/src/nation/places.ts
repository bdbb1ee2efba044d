import { dimsOf, percentile, storedKey, type Distribution } from '@mahalleh/metric';
import { daysToSolve } from '@mahalleh/problems/metrics';
import type * as z from 'zod';
import { byReporter, headlineFigure, type CellRow, type CoverRow } from './figures.ts';
import { headlines } from './headlines.ts';
import type { DurationOutput, PlaceOutput } from './outputs.ts';

type Coverage = {
  readonly metric: string;
  readonly province: string;
  readonly asOfMs: number;
  readonly counties: number;
  readonly neighbourhoods: number;
};
type Place = { key: string; code: string; nameFa: string; nameEn: string | null };

/** A province's coverage row as figures read it. */
export const coverageOf = ({ metric, province, asOfMs }: Coverage): CoverRow => ({
  reporter: province,
  metric,
  asOfMs,
});

/** What counts the neighbourhoods that figures are held against. */
const PLACES = 'neighbourhood.count@1';

/** Every place with all its headlines, and how many neighbourhoods it has by their cells. `held`: the provinces' own coverage rows, for counts of counties. */
export const placesFrom = (
  places: readonly Place[],
  cells: readonly CellRow[],
  cover: readonly CoverRow[],
  held: readonly Coverage[],
): z.infer<typeof PlaceOutput>[] => {
  const cellsOf = byReporter(cells);
  const coverOf = byReporter(cover);
  const heldOf = new Map(held.map((row) => [row.province, row]));
  return places.map((place) => {
    const own = coverOf.get(place.key) ?? [];
    const counts = heldOf.get(place.key);
    return {
      ...place,
      asOf: own.length === 0 ? null : Math.min(...own.map(({ asOfMs }) => asOfMs)),
      counties: counts?.counties ?? null,
      neighbourhoods: headlineFigure({ of: { metric: PLACES } }, [place.key], cellsOf.get(place.key) ?? [], own).value,
      figures: Object.fromEntries(
        headlines.map((headline) => [
          headline.key,
          headlineFigure(headline, [place.key], cellsOf.get(place.key) ?? [], own),
        ]),
      ),
    };
  });
};

/** A distribution over these cells, joined bucket by bucket. */
export const spreadOf = (metric: Distribution, cells: readonly CellRow[]): z.infer<typeof DurationOutput> => {
  const { bounds } = metric;
  const stored = storedKey(metric);
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  for (const row of cells) {
    if (row.metric !== stored) continue;
    const bucket = Number(dimsOf(row.dims)['bucket'] ?? -1);
    if (bucket in counts) counts[bucket] = (counts[bucket] ?? 0) + row.value;
  }
  return { bounds: [...bounds], counts, median: percentile(counts, bounds, 0.5), p90: percentile(counts, bounds, 0.9) };
};

/** Days from registration to solution over these cells. */
export const durationOf = (cells: readonly CellRow[]): z.infer<typeof DurationOutput> => spreadOf(daysToSolve, cells);
