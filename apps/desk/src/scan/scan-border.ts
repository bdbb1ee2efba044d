import { leavesOf } from './leaves.ts';
import type { Haystack } from './haystack.ts';
import type { MarkedColumn } from './marked-columns.ts';
import { rowsOf, tablesIn, type Ask } from './stored.ts';
import { tracesOf } from './words-of.ts';

/** A column of a province of which something stands at the nation. What it says is not told. */
export type Leak = { readonly from: string; readonly to: string; readonly times: number };

/** What was looked for in one province, and what of it was found. */
export type Scanned = { readonly values: number; readonly columns: number; readonly leaks: readonly Leak[] };

/** Looks for every value of every marked column of a province in what the nation says. */
export const scanProvince = async (
  ask: Ask,
  province: string,
  marked: readonly MarkedColumn[],
  nation: Haystack,
): Promise<Scanned> => {
  const found = new Map<string, number>();
  let values = 0;
  let columns = 0;
  for (const [table, there] of await tablesIn(ask, province)) {
    const own = marked.filter((one) => one.table === table && there.includes(one.column));
    if (own.length === 0) continue;
    columns += own.length;
    const names = own.map(({ column }) => column);
    for await (const row of rowsOf(ask, province, table, names))
      for (const [i, { column, mark }] of own.entries()) {
        if (row[i] === null) continue;
        values++;
        const places = new Set(
          leavesOf(row[i])
            .flatMap(({ text }) => tracesOf(text, mark))
            .flatMap((trace) => nation.find(trace, mark) ?? []),
        );
        for (const place of places) {
          const key = JSON.stringify([`${table}.${column}`, place]);
          found.set(key, (found.get(key) ?? 0) + 1);
        }
      }
  }
  const leaks = [...found].map(([key, times]) => {
    const [from, to] = JSON.parse(key) as [string, string];
    return { from, to, times };
  });
  return { values, columns, leaks };
};
