import { defineCommand, guarded, many, one, reversingChanges } from '@mahalleh/gate';
import { reversals } from '@mahalleh/gate/tables';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { UndoAct, Undone } from '../model.ts';
import { whyNotUndo } from '../rules.ts';

/** Takes one change back: every row that it touched stands as before, or nothing happens because one has moved on. */
export const undoAct = defineCommand({
  name: 'act.undo',
  permission: null,
  input: UndoAct,
  output: Undone,
  load: (db, { commandId }, { nowMs }) => ({
    kept: one(
      db
        .select()
        .from(reversals)
        .where(and(eq(reversals.commandId, commandId), gt(reversals.untilMs, nowMs))),
      'reversal_unknown',
    ),
    above: many(
      db.text<{ id: string }>(
        sql`select c.ancestor_id as id from unit_closure c where c.unit_id = (select r.unit_id from reversals r where r.command_id = ${commandId})`,
      ),
    ),
  }),
  decide: ({ kept, above }, _input, facts) =>
    whyNotUndo(
      kept,
      facts,
      above.map(({ id }) => id),
    ) ?? { stepsJson: kept.stepsJson },
  save: (db, { stepsJson }, _state, { commandId }, { nowMs, personId }) => [
    guarded(
      db
        .update(reversals)
        .set({ reversedAtMs: nowMs, reversedBy: personId })
        .where(and(eq(reversals.commandId, commandId), isNull(reversals.reversedAtMs))),
    ),
    ...reversingChanges(db, stepsJson, nowMs),
  ],
  audit: (_decision, { kept }) => ({ subject: kept.subject, unitId: kept.unitId, fields: [kept.act] }),
  answer: (_decision, { kept }) => ({ act: kept.act, subject: kept.subject, unitId: kept.unitId }),
});
