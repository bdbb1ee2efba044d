import type { FormAnswer } from '$lib/action';
import type { FieldProblem } from '$lib/api';

/** One line of the entry form: a unit in a period, and what is there already. */
export type EntryLine = {
  readonly unitId: string;
  readonly period: string;
  /** What the line is called: the unit, or the period. */
  readonly label: string;
  readonly beside?: string | undefined;
  /** What was there before this period, to be seen while typing. */
  readonly before?: string | undefined;
  /** What is there already: such a line is read, not written. */
  readonly there?: string | undefined;
};

/** A cell by row and column, both from 0. */
export type Cell = { readonly row: number; readonly column: number };

/** The cell that a key leads to: up, down and Enter by rows, left and right as they are seen; undefined when it leads nowhere. */
export const cellBy = (
  { row, column }: Cell,
  key: string,
  size: { readonly rows: number; readonly columns: number },
  isRtl: boolean,
): Cell | undefined => {
  const across = { ArrowLeft: isRtl ? 1 : -1, ArrowRight: isRtl ? -1 : 1 }[key] ?? 0;
  const down = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[key] ?? 0;
  const next = { row: row + down, column: column + across };
  const isInside = next.row >= 0 && next.row < size.rows && next.column >= 0 && next.column < size.columns;
  return isInside && (across !== 0 || down !== 0) ? next : undefined;
};

/** What a spreadsheet's copy puts into which cells, from a cell on; what lies outside is left out. */
export const pastedInto = (
  text: string,
  from: Cell,
  size: { readonly rows: number; readonly columns: number },
): readonly (Cell & { readonly text: string })[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line, i) =>
      line
        .split('\t')
        .map((cell, j) => ({ row: from.row + i, column: from.column + j, text: cell.trim() }))
        .filter(({ row, column }) => row < size.rows && column < size.columns),
    );

const fieldOf = (form: FormData, row: number, part: string): string =>
  String(form.get(`v.${row}.${part}`) ?? '').trim();

/** The rows of the form in which a value was typed, in their order. */
export const filledRows = (form: FormData): readonly number[] =>
  [...form.keys()]
    .flatMap((name) => {
      const row = /^v\.(\d+)\.value$/.exec(name)?.[1];
      return row === undefined ? [] : [Number(row)];
    })
    .filter((row) => fieldOf(form, row, 'value') !== '')
    .toSorted((a, b) => a - b);

/** The body of the command: what was typed, row by row. */
export const entryBody = (form: FormData): Record<string, unknown> => {
  const why = String(form.get('why') ?? '').trim();
  return {
    values: filledRows(form).map((row) =>
      Object.fromEntries(
        ['unitId', 'period', 'value', 'n', 'note', 'why'].flatMap((part) => {
          const text = fieldOf(form, row, part);
          return text === '' ? [] : [[part, text]];
        }),
      ),
    ),
    ...(why === '' ? {} : { why }),
  };
};

/** What the API says of the n-th value as what it says of its row in the form. */
export const problemsByRow = (errors: readonly FieldProblem[], rows: readonly number[]): readonly FieldProblem[] =>
  errors.map((error) => {
    const [, at, part] = /^values\.(\d+)\.(\w+)$/.exec(error.field) ?? [];
    const row = at === undefined ? undefined : rows[Number(at)];
    const shown = part === 'unitId' || part === 'period' ? 'value' : part;
    return row === undefined || shown === undefined ? error : { ...error, field: `v.${row}.${shown}` };
  });

/** What was typed into a field of a row, and everything that is said of it. */
export const entryField = (answer: FormAnswer | null | undefined, row: number, part: string) => {
  const name = `v.${row}.${part}`;
  const mine = answer?.action === 'measure' && !answer.done ? answer : undefined;
  const typed = mine?.values[name];
  return {
    name,
    value: (typeof typed === 'string' ? typed : typed?.[0]) ?? '',
    errors: mine?.errors.filter(({ field }) => field === name).map(({ title }) => title) ?? [],
  };
};
