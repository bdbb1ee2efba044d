import { defineQuery } from '@mahalleh/gate';
import { civilDateOf, newId } from '@mahalleh/kernel';
import { EXCHANGES } from './kinds.ts';
import { DryRun, MappedImport } from './model.ts';
import { countsOf, open } from './opened.ts';
import { explained } from './texts.ts';

const LISTED = 500;

/** Says what a run would do to every row, and does nothing. */
export const dryRunImport = defineQuery({
  name: 'import_dry_run',
  permission: 'import.run',
  input: MappedImport,
  output: DryRun,
  ask: (db, input) => open(input).ask(db),
  shape: (found, input, { nowMs, personId }) => {
    const { outcomes } = open(input).plan(found, { nowMs, today: civilDateOf(nowMs), newId, personId });
    const { columns } = EXCHANGES[input.kind];
    return {
      kind: input.kind,
      counts: countsOf(outcomes),
      errors: outcomes
        .flatMap((one) =>
          one.status === 'rejected'
            ? one.errors.map((error) => ({ line: one.line, ...explained(error, columns) }))
            : [],
        )
        .slice(0, LISTED),
      changes: outcomes
        .flatMap((one) => ('record' in one ? [{ line: one.line, status: one.status, fields: [...one.fields] }] : []))
        .slice(0, LISTED),
    };
  },
});
