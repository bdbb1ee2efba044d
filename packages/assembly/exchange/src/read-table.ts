import Papa from 'papaparse';
import { decode, type DecodeFault, type Encoding } from './decode.ts';

/** The most that one file may hold. */
export const LIMITS = { bytes: 10 * 1024 * 1024, rows: 20_000, columns: 100 } as const;

/** The marks that separate cells. */
export const SEPARATORS = [',', ';', '\t'] as const;
/** A mark that separates cells. */
export type Separator = (typeof SEPARATORS)[number];

/** One row of a file: its number as a spreadsheet shows it, and its cells as they stand. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** What a file holds. */
export type Table = {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
};

/** Why a file cannot be taken, and where. */
export type TableFault = {
  readonly reason:
    | DecodeFault
    | 'import_too_large'
    | 'import_too_many_rows'
    | 'import_too_many_columns'
    | 'import_no_rows'
    | 'import_quote_open';
  readonly params?: Readonly<Record<string, number>>;
};

/** The separator that stands most often outside quotes in the first line that says something. */
const separatorOf = (text: string): Separator => {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const times = (mark: string): number => bare.split(mark).length - 1;
  return SEPARATORS.reduce((best, mark) => (times(mark) > times(best) ? mark : best), ',' as Separator);
};

/** Excel writes `sep=;` above a table, and `="007"` to keep zeros: neither is content. */
const EXCEL_SEPARATOR = /^\ufeff?sep=([,;\t])\r?\n/i;
const plainCell = (cell: string): string => /^="([^"]*)"$/.exec(cell.trim())?.[1] ?? cell;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Cells beyond the last header that hold nothing are what Excel leaves behind. */
const withoutTail = (cells: readonly string[], width: number): readonly string[] =>
  cells.length > width && isBlank(cells.slice(width)) ? cells.slice(0, width) : cells;

/** Reads a file as people have them: any of four encodings, three separators, quotes, blank lines. */
export const readTable = (bytes: Uint8Array): { table: Table } | { fault: TableFault } => {
  if (bytes.length > LIMITS.bytes)
    return { fault: { reason: 'import_too_large', params: { megabytes: LIMITS.bytes / 1024 / 1024 } } };
  const decoded = decode(bytes);
  if ('fault' in decoded) return { fault: { reason: decoded.fault } };
  const said = EXCEL_SEPARATOR.exec(decoded.text);
  // Files that went through several hands mix their line ends.
  const text = (said ? decoded.text.slice(said[0].length) : decoded.text).replace(/\r\n?/g, '\n');
  const separator = SEPARATORS.find((mark) => mark === said?.[1]) ?? separatorOf(text);
  const parsed = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n', preview: LIMITS.rows * 2 + 2 });
  const skipped = said ? 2 : 1;
  const open = parsed.errors.find(({ type }) => type === 'Quotes');
  if (open) return { fault: { reason: 'import_quote_open', params: { line: (open.row ?? 0) + skipped } } };
  const filled = parsed.data
    .map((cells, i) => ({ line: i + skipped, cells: cells.map(plainCell) }))
    .filter(({ cells }) => !isBlank(cells));
  const [head, ...rows] = filled;
  if (!head || rows.length === 0) return { fault: { reason: 'import_no_rows' } };
  const headers = head.cells.map((cell) => cell.trim());
  while (headers.length > 1 && headers.at(-1) === '') headers.pop();
  if (headers.length > LIMITS.columns)
    return { fault: { reason: 'import_too_many_columns', params: { max: LIMITS.columns } } };
  if (rows.length > LIMITS.rows) return { fault: { reason: 'import_too_many_rows', params: { max: LIMITS.rows } } };
  return {
    table: {
      encoding: decoded.encoding,
      separator,
      headers,
      rows: rows.map(({ line, cells }) => ({ line, cells: withoutTail(cells, headers.length) })),
    },
  };
};
