import type { Asked, Change, ReadDb, Reversal } from '@mahalleh/gate';
import { reasonOf, type Bilingual, type FieldFault } from '@mahalleh/kernel';
import type { Column, Exchange, Found, Numbered, Outcome, PlanFacts } from './exchange.ts';
import type { Mapping } from './mapping.ts';
import type { TableRow } from './read-table.ts';

/** What is asked, planned and written for one file, its rows already read; the kind's own types stay inside. */
export type Opened = {
  ask(db: ReadDb<'province'>): Readonly<Record<string, Asked<Found[]>>>;
  plan(found: Readonly<Record<string, readonly Found[]>>, facts: PlanFacts): Planned;
};

/** What becomes of every row of a file. */
export type Planned = {
  readonly outcomes: readonly Outcome<unknown>[];
  save(facts: PlanFacts): readonly Change[];
  readonly reversal: Reversal | undefined;
};

/** A kind of import whose own types are closed up. */
export type Sealed = {
  readonly title: Bilingual;
  readonly columns: readonly Column[];
  open(rows: readonly TableRow[], mapping: Mapping, width: number): Opened;
};

type Read<Row> = Numbered<Row> | { readonly line: number; readonly errors: readonly FieldFault[] };

/** The cast is safe: `Row` is by declaration what the columns' own fields give. */
const asRow = <Row>(values: Readonly<Record<string, unknown>>): Row => values as Row;

const readRow = <Row>(
  columns: readonly Column[],
  mapping: Mapping,
  width: number,
  { line, cells }: TableRow,
): Read<Row> => {
  if (cells.length > width)
    return {
      line,
      errors: [{ field: '', reason: 'import_row_too_long', params: { cells: cells.length, headers: width } }],
    };
  const values: Record<string, unknown> = {};
  const errors: FieldFault[] = [];
  for (const { key, field, isRequired } of columns) {
    const at = mapping[key];
    const cell = at === undefined ? '' : (cells[at] ?? '').trim();
    if (cell === '') {
      if (isRequired) errors.push({ field: key, reason: 'required' });
      continue;
    }
    const parsed = field.safeParse(cell);
    if (parsed.success) values[key] = parsed.data;
    else errors.push(...parsed.error.issues.slice(0, 1).map((issue) => ({ field: key, ...reasonOf(issue) })));
  }
  return errors.length > 0 ? { line, errors } : { line, row: asRow<Row>(values) };
};

/** Closes a feature's declaration up, so that all kinds stand in one list. */
export const sealed = <Row, Kept>({ title, columns, ask, plan, save, reversal }: Exchange<Row, Kept>): Sealed => ({
  title,
  columns,
  open: (table, mapping, width) => {
    const read = table.map((row) => readRow<Row>(columns, mapping, width, row));
    const good = read.flatMap((one) => ('row' in one ? [one] : []));
    return {
      ask: (db) => ask(db, good),
      plan: (found, facts) => {
        const outcomes = plan(good, found, facts);
        const bad = read.flatMap((one): Outcome<Kept>[] =>
          'errors' in one ? [{ line: one.line, status: 'rejected', errors: one.errors }] : [],
        );
        return {
          outcomes: [...outcomes, ...bad].sort((a, b) => a.line - b.line),
          save: (at) => save(outcomes, at),
          reversal: reversal?.(outcomes),
        };
      },
    };
  },
});
