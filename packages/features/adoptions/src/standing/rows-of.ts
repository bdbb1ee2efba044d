import type { ResultSet } from '@mahalleh/gate';

/** Rows by the names of their columns; the cast is safe because the texts name the columns of their rows. */
export const rowsOf = <Row>(result: ResultSet | undefined): Row[] =>
  (result?.rows ?? []).map(
    (row) => Object.fromEntries((result?.columns ?? []).map((name, i) => [name, row[i] ?? null])) as Row,
  );
