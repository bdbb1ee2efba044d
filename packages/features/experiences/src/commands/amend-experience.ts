import { defineCommand, guarded, many } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { AmendExperience, DraftChanged } from '../model.ts';
import { notesSql, operationsSql } from '../post-sql.ts';
import { experienceDrafts } from '../schema.ts';
import { askDraft, wordsOf } from './draft-change.ts';

/** Rewrites a draft, and picks the operations, notes and figures that it rests on. */
export const amendExperience = defineCommand({
  name: 'experience.amend',
  permission: 'experience.amend',
  input: AmendExperience,
  output: DraftChanged,
  load: (db, { draftId, operations = [] }) => {
    const chosen = sql`select value from json_each(${JSON.stringify(operations)})`;
    return {
      draft: askDraft(db, draftId),
      operations: many(db.text<{ id: string }>(operationsSql(sql`o.id in (${chosen})`))),
      notes: many(db.text<{ id: string }>(notesSql(chosen))),
    };
  },
  decide: (found, { operations = [], notes = [] }) => {
    const holds = (rows: readonly { id: string }[], ids: readonly string[]) =>
      ids.every((id) => rows.some((row) => row.id === id));
    if (!holds(found.operations, operations)) return refuse('operation_not_tellable', { field: 'operations' });
    return holds(found.notes, notes) ? {} : refuse('note_not_tellable', { field: 'notes' });
  },
  save: (db, _decision, _state, input, { nowMs }) => {
    const { draftId, revision, operations = [], notes = [], figures = [] } = input;
    return [
      guarded(
        db
          .update(experienceDrafts)
          .set({
            ...wordsOf(input),
            operationsJson: JSON.stringify(operations),
            notesJson: JSON.stringify(notes),
            figuresJson: JSON.stringify(figures),
            amendedAtMs: nowMs,
            revision: revision + 1,
          })
          .where(and(eq(experienceDrafts.id, draftId), eq(experienceDrafts.revision, revision))),
      ),
    ];
  },
  reversal: (
    _decision,
    { draft: { id, revision: _revision, writtenBy: _by, writtenAtMs: _at, ...before } },
    input,
  ) => ({
    steps: [{ table: experienceDrafts, id, revision: input.revision + 1, set: before }],
  }),
  audit: (_decision, { draft }, { draftId: _id, revision: _revision, ...rest }) => ({
    subject: draft.id,
    unitId: null,
    fields: Object.keys(rest),
  }),
  answer: (_decision, { draft }, { revision }) => ({ id: draft.id, revision: revision + 1 }),
});
