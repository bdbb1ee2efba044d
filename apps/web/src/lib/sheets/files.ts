import { csvFile } from '$lib/csv';
import { m } from '$lib/paraglide/messages';
import type { Locale } from '@mahalleh/ui';
import type { SheetTable } from './table';
import { xlsxOf } from './xlsx';

/** The kinds of file in which a table can be taken along. */
export const FILE_KINDS = ['csv', 'xlsx'] as const;
/** One of them. */
export type FileKind = (typeof FILE_KINDS)[number];

/** Whether a text names a kind of file. */
export const isFileKind = (text: string): text is FileKind => FILE_KINDS.some((kind) => kind === text);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table as a file: a CSV for programs, with names of columns that stay, or a workbook for readers, in their words and direction. */
export const tableFile = (table: SheetTable, kind: FileKind, locale: Locale): Response => {
  if (kind === 'csv')
    return csvFile(
      `${table.file}.csv`,
      table.columns.map(({ key }) => key),
      table.rows,
    );
  const states = {
    value: m.sheets_state_value(),
    suppressed: m.sheets_state_suppressed(),
    partly: m.sheets_state_partly(),
    missing: m.sheets_state_missing(),
    undefined: m.sheets_state_undefined(),
  };
  return new Response(xlsxOf(table, { isRightToLeft: locale === 'fa', states }), {
    headers: { 'content-type': XLSX, 'content-disposition': `attachment; filename="${table.file}.xlsx"` },
  });
};
