import { csvAddress } from '$lib/csv';
import type { Point } from './model';

/** A series as an address of a CSV: period, value, state, how many people. What is hidden stays hidden. */
export const seriesCsv = (points: readonly Point[]): string =>
  csvAddress(
    ['period', 'value', 'state', 'n'],
    points.map(({ period, value, state, n }) => [period, value, state, n]),
  );
