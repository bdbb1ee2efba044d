import { defineQuery, many } from '@mahalleh/gate';
import { zId, zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { askDraft } from '../commands/draft-change.ts';
import { askFigureRows, figuresNow } from '../figures-now.ts';
import { DraftRead } from '../model.ts';
import { notesSql, operationsSql } from '../post-sql.ts';
import { findingsOf } from '../rules.ts';
import { idsIn, savedAs, type NoteRow, type OperationRow } from '../saying.ts';

/** How many operations of the domain are offered. */
const OFFERED = 40;

/** A draft with the operations, notes and figures that it can rest on, and what keeps it from being published. */
export const readDraft = defineQuery({
  name: 'experience_draft',
  permission: 'experience.draft',
  input: zInput({ draftId: zId('draft') }),
  output: DraftRead,
  ask: (db, { draftId }, { nowMs }) => {
    const chosen = idsIn(draftId, sql`operations_json`);
    const ofDomain = sql`d.national_key = (select domain from experience_drafts where id = ${draftId})`;
    return {
      draft: askDraft(db, draftId),
      operations: many(
        db.text<OperationRow>(
          sql`${operationsSql(sql`(o.id in (${chosen}) or ${ofDomain})`)} order by o.id in (${chosen}) desc, o.status, o.ends_on desc, o.id limit ${OFFERED}`,
        ),
      ),
      notes: many(db.text<NoteRow>(notesSql(chosen))),
      cells: askFigureRows(db, nowMs),
    };
  },
  shape: ({ draft, operations, notes, cells }, _input, { nowMs }) => {
    const [ids, noteIds, keys] = [draft.operationsJson, draft.notesJson, draft.figuresJson].map(
      (list) => new Set(JSON.parse(list) as string[]),
    ) as [Set<string>, Set<string>, Set<string>];
    const picked = {
      operations: operations.filter(({ id }) => ids.has(id)),
      notes: notes.filter(({ id }) => noteIds.has(id)),
    };
    const { id, kind, domain, title, tried, outcome, advice, revision } = draft;
    return {
      ...{ id, kind, domain, title, tried, outcome, advice, revision },
      findings: findingsOf(savedAs(draft, picked.operations, picked.notes)),
      operations: operations.map((operation) => ({
        id: operation.id,
        title: operation.title,
        place: operation.place,
        status: operation.status,
        isChosen: ids.has(operation.id),
      })),
      notes: notes.map((note) => ({
        id: note.id,
        operation: note.operation,
        text: note.text,
        isChosen: noteIds.has(note.id),
      })),
      figures: figuresNow(cells, nowMs).map((figure) => ({ ...figure, isChosen: keys.has(figure.key) })),
    };
  },
});
