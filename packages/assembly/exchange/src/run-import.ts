import { defineCommand } from '@mahalleh/gate';
import { ImportRun, MappedImport } from './model.ts';
import { countsOf, open } from './opened.ts';

/** Writes the rows of a file that can be written, all or none of them, in one save with one audit row. */
export const runImport = defineCommand({
  name: 'import.run',
  permission: 'import.run',
  input: MappedImport,
  output: ImportRun,
  load: (db, input) => open(input).ask(db),
  decide: (found, input, facts) => {
    const planned = open(input).plan(found, facts);
    return { id: facts.newId(), planned, counts: countsOf(planned.outcomes) };
  },
  save: (_db, { planned }, _state, _input, facts) => planned.save(facts),
  reversal: ({ planned }) => planned.reversal,
  audit: ({ id }, _state, { kind }) => ({ subject: id, unitId: null, fields: [kind] }),
  answer: ({ id, planned, counts }, _state, { kind }) => ({
    id,
    kind,
    counts,
    isReversible: planned.reversal !== undefined,
  }),
  conflicts: {
    'units.official_code': 'unit_code_taken',
    'bases.official_code': 'base_code_taken',
    'bases.unit_id': 'base_name_taken',
    'measurements.indicator_id': 'measurement_there',
  },
});
