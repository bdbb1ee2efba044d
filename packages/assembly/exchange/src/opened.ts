import { EXCHANGES } from './kinds.ts';
import type { Outcome } from './exchange.ts';
import type { ReadImport } from './model.ts';
import type { Opened } from './sealed.ts';

const opened = new WeakMap<ReadImport, Opened>();

/** The rows of a file, read cell by cell once for all the steps of one request. */
export const open = (input: ReadImport): Opened => {
  const before = opened.get(input);
  if (before) return before;
  const { kind, table, mapping } = input;
  const fresh = EXCHANGES[kind].open(table.rows, mapping, table.headers.length);
  opened.set(input, fresh);
  return fresh;
};

/** How many rows come to what. */
export const countsOf = (outcomes: readonly Outcome<unknown>[]) => {
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0 };
  for (const { status } of outcomes) counts[status]++;
  return counts;
};
