import type { Point } from './model';

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A series as an address of a CSV: period, value, state, how many people. What is hidden stays hidden. */
export const seriesCsv = (points: readonly Point[]): string => {
  const rows = points.map(({ period, value, state, n }) => [
    period,
    value === null ? '' : String(value),
    state,
    n === null ? '' : String(n),
  ]);
  const body = [['period', 'value', 'state', 'n'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${body}\r\n`)}`;
};
