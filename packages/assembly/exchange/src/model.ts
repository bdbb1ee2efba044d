import * as z from 'zod';
import { zInput, zOptional } from '@mahalleh/kernel';
import { ENCODINGS } from './decode.ts';
import { EXCHANGES, IMPORT_KINDS, type ImportKind } from './kinds.ts';
import { guessMapping, readMapping, unmapped, type Mapping } from './mapping.ts';
import { readTable, type Table } from './read-table.ts';

const given = {
  kind: z.enum(IMPORT_KINDS),
  bytes: z.instanceof(Uint8Array, { error: 'required' }),
  contentType: z.string().optional(),
};

type Issues = {
  addIssue(issue: { code: 'custom'; message: string; path: string[]; params?: Record<string, unknown> }): void;
};

const tableOf = (bytes: Uint8Array, issues: Issues): Table => {
  const read = readTable(bytes);
  if ('table' in read) return read.table;
  issues.addIssue({ code: 'custom', message: read.fault.reason, path: ['bytes'], params: { ...read.fault.params } });
  return z.NEVER;
};

/** A file to be looked at: which kind, and its bytes. The file is read here, so that what is wrong with it is an error of the input. */
export const InspectImport = zInput(given).transform(({ kind, bytes }, issues) => ({
  kind,
  table: tableOf(bytes, issues),
}));

/** A file ready to be planned: every row, and where each column is read from. */
export type ReadImport = { readonly kind: ImportKind; readonly table: Table; readonly mapping: Mapping };

/** A file with the mapping of its columns (JSON; guessed when left out). */
export const MappedImport = zInput({ ...given, mapping: zOptional(z.string().max(4000)) }).transform(
  ({ kind, bytes, mapping: chosen }, issues): ReadImport => {
    const table = tableOf(bytes, issues);
    if (table === z.NEVER) return z.NEVER;
    const { columns } = EXCHANGES[kind];
    const read =
      chosen === undefined
        ? { mapping: guessMapping(columns, table.headers) }
        : readMapping(chosen, columns, table.headers.length);
    if ('fault' in read) {
      issues.addIssue({ code: 'custom', message: read.fault.reason, path: ['mapping'] });
      return z.NEVER;
    }
    const missing = unmapped(columns, read.mapping);
    if (missing)
      issues.addIssue({
        code: 'custom',
        message: 'import_column_unmapped',
        path: ['mapping'],
        params: { ...missing.title },
      });
    return missing ? z.NEVER : { kind, table, mapping: read.mapping };
  },
);

const zBilingual = z.object({ fa: z.string(), en: z.string() });

/** What a file looks like, and how its columns seem to match ours. */
export const Inspection = z.object({
  kind: z.enum(IMPORT_KINDS),
  encoding: z.enum(ENCODINGS),
  separator: z.string(),
  rowCount: z.number(),
  headers: z.array(z.string()),
  /** Our columns; `header` is the number of the file's column that seems to match, from 0. */
  columns: z.array(
    z.object({ key: z.string(), title: zBilingual, isRequired: z.boolean(), header: z.number().nullable() }),
  ),
  samples: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
});

const counts = { new: z.number(), changed: z.number(), unchanged: z.number(), rejected: z.number() };

/** What a run would do, without doing it. Errors and changes are listed up to a limit; the counts are whole. */
export const DryRun = z.object({
  kind: z.enum(IMPORT_KINDS),
  counts: z.object(counts),
  errors: z.array(
    z.object({
      line: z.number(),
      field: z.string(),
      reason: z.string(),
      column: zBilingual.nullable(),
      text: zBilingual,
    }),
  ),
  changes: z.array(z.object({ line: z.number(), status: z.enum(['new', 'changed']), fields: z.array(z.string()) })),
});

/** What a run did: how many rows were written, and how many were not; and whether it can be taken back as one. */
export const ImportRun = z.object({
  id: z.string(),
  kind: z.enum(IMPORT_KINDS),
  counts: z.object(counts),
  isReversible: z.boolean(),
});
