import { postLetter } from '@mahalleh/border';
import { changeOf, defineCommand, guarded, many } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { figuresNow, askFigureRows } from '../figures-now.ts';
import { publishedLetter } from '../letters/experience-letters.ts';
import { keepPost } from '../letters/keep.ts';
import { EditDraft, ExperienceChanged } from '../model.ts';
import { askAuthor, notesSql, operationsSql } from '../post-sql.ts';
import { findingsOf, whyNotPublish } from '../rules.ts';
import { experienceDrafts } from '../schema.ts';
import { evidenceTold, idsIn, savedAs, type NoteRow, type OperationRow } from '../saying.ts';
import { askDraft } from './draft-change.ts';

/** Publishes a draft to all provinces and the ministry: nothing of a person is in it, and its figures are frozen as they stand. */
export const publishExperience = defineCommand({
  name: 'experience.publish',
  permission: 'experience.publish',
  input: EditDraft,
  output: ExperienceChanged,
  load: (db, { draftId }, { nowMs }) => {
    const operations = idsIn(draftId, sql`operations_json`);
    return {
      draft: askDraft(db, draftId),
      operations: many(db.text<OperationRow>(operationsSql(sql`o.id in (${operations})`))),
      notes: many(
        db.text<NoteRow>(sql`select * from (${notesSql(operations)}) where id in (${idsIn(draftId, sql`notes_json`)})`),
      ),
      cells: askFigureRows(db, nowMs),
      author: askAuthor(db),
    };
  },
  decide: ({ draft, operations, notes, cells, author }, _input, { nowMs }) => {
    const why = whyNotPublish(findingsOf(savedAs(draft, operations, notes)));
    if (why) return why;
    if (operations.length < (JSON.parse(draft.operationsJson) as string[]).length)
      return refuse('operation_not_tellable', { field: 'operations' });
    const { id, kind, domain, title, tried, outcome, advice } = draft;
    const keys = JSON.parse(draft.figuresJson) as string[];
    return {
      post: {
        ...{ id, kind, domain, title, tried: tried ?? '', outcome: outcome ?? '', advice },
        evidence: evidenceTold(operations, notes),
        figures: figuresNow(cells, nowMs).filter(({ key }) => keys.includes(key)),
        ...author,
        publishedAtMs: nowMs,
      },
    };
  },
  save: (db, { post }, _state, { draftId, revision }, { workspace, nowMs }) => [
    guarded(
      db.delete(experienceDrafts).where(and(eq(experienceDrafts.id, draftId), eq(experienceDrafts.revision, revision))),
    ),
    ...keepPost({ ...post, province: workspace }).map(changeOf),
    changeOf(postLetter(publishedLetter, post, nowMs)),
  ],
  audit: (_decision, { draft }) => ({ subject: draft.id, unitId: null, fields: ['published'] }),
  answer: (_decision, { draft }) => ({ id: draft.id }),
});
