import { change, defineNationCommand, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { partsIn } from '../document/parts-in.ts';
import { MOST_COMMENTS } from '../letters/letter-bodies.ts';
import { CommentTemplate, SubmissionChanged } from '../review-model.ts';
import { nationalTemplateComments } from '../schema.ts';
import { askAuthor } from '../template-sql.ts';
import { askSubmission, submittedDocument } from './ask-submission.ts';

/** Writes to a submitted document: to the whole, to a part or to an element. It travels when the document is returned or signed, and may be taken back until then. */
export const commentTemplate = defineNationCommand({
  name: 'template.comment',
  permission: 'template.comment',
  input: CommentTemplate,
  output: SubmissionChanged,
  load: (db, { digest }) => ({
    submission: askSubmission(db, digest),
    author: askAuthor(db),
    written: one(
      db.text<{ n: number }>(
        sql`select count(*) as n from template_comments where digest = ${digest} and retracted_at_ms is null`,
      ),
    ),
  }),
  decide: ({ submission, author, written }, { digest, part, elementId, body }, { newId, nowMs, personId }) => {
    if (submission.status !== 'submitted') return refuse('submission_decided');
    if (written.n >= MOST_COMMENTS) return refuse('template_comments_full');
    const document = submittedDocument(submission);
    const element = document.elements.find(({ id }) => id === elementId);
    if (elementId !== undefined && !element) return refuse('template_element_unknown', { field: 'elementId' });
    if (part !== undefined && partsIn(document)[part] === undefined)
      return refuse('template_part_unknown', { field: 'part' });
    return {
      comment: {
        ...{ id: newId(), digest, part: part ?? null, elementId: elementId ?? null },
        ...{ body, ...author, atMs: nowMs, writtenBy: personId },
      },
    };
  },
  save: (db, { comment }) => [change(db.insert(nationalTemplateComments).values(comment))],
  audit: ({ comment }) => ({ subject: comment.digest, unitId: null, fields: ['comments'] }),
  answer: ({ comment }) => ({ digest: comment.digest, id: comment.id }),
});
