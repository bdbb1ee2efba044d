import { civilDateOf } from '@mahalleh/kernel/time';
import type { Submitted, SubmittedRow } from './model';

/** What has come from a province for a period; undefined while its figures are not closed. */
export const rowAt = (all: Submitted, province: string, period: string): SubmittedRow | undefined =>
  all.rows.find((row) => row.province === province && row.period === period);

/** How many of these were submitted on their last day or before. */
export const inTime = (rows: readonly (SubmittedRow | undefined)[]): number =>
  rows.filter((row) => row?.firstSubmittedAtMs != null && civilDateOf(row.firstSubmittedAtMs) <= row.dueOn).length;

/** The reports that a province owed by today: nothing for what ended before it began to work here, unless it has closed it. */
export const owedRows = (
  all: Submitted,
  { slug, sinceMs }: Submitted['provinces'][number],
): readonly (SubmittedRow | undefined)[] =>
  all.periods
    .filter(({ dueOn }) => dueOn < all.today)
    .map(({ period, endsMs }) => ({ row: rowAt(all, slug, period), endsMs }))
    .filter(({ row, endsMs }) => row !== undefined || sinceMs < endsMs)
    .map(({ row }) => row);
