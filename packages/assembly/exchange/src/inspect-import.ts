import { defineQuery } from '@mahalleh/gate';
import { EXCHANGES } from './kinds.ts';
import { guessMapping } from './mapping.ts';
import { Inspection, InspectImport } from './model.ts';

const SAMPLES = 5;

/** Looks at a file: encoding, separator, headers, a guess at the columns, the first rows. Nothing is kept. */
export const inspectImport = defineQuery({
  name: 'import_inspection',
  permission: 'import.run',
  input: InspectImport,
  output: Inspection,
  ask: () => ({}),
  shape: (_got, { kind, table }) => {
    const { columns } = EXCHANGES[kind];
    const mapping = guessMapping(columns, table.headers);
    return {
      kind,
      encoding: table.encoding,
      separator: table.separator,
      rowCount: table.rows.length,
      headers: [...table.headers],
      columns: columns.map(({ key, title, isRequired }) => ({ key, title, isRequired, header: mapping[key] ?? null })),
      samples: table.rows.slice(0, SAMPLES).map(({ line, cells }) => ({ line, cells: [...cells] })),
    };
  },
});
