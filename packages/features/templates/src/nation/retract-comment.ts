import { defineNationCommand, guarded, one, type ReadDb, type WriteDb } from '@mahalleh/gate';
import { refuse, type Refusal } from '@mahalleh/kernel';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { CommentOf, SubmissionChanged } from '../review-model.ts';
import { nationalTemplateComments } from '../schema.ts';
import type { SubmissionStatus } from '../statuses.ts';

type Written = {
  status: SubmissionStatus;
  writtenBy: string | null;
  toldAtMs: number | null;
  retractedAtMs: number | null;
};

const askComment = (db: ReadDb<'national'>, { digest, commentId }: { digest: string; commentId: string }) =>
  one(
    db.text<Written>(
      sql`select s.status, c.written_by as "writtenBy", c.told_at_ms as "toldAtMs", c.retracted_at_ms as "retractedAtMs" from template_comments c join template_submissions s on s.digest = c.digest where c.id = ${commentId} and c.digest = ${digest}`,
    ),
    'template_comment_unknown',
  );

/** Why this person may not take a comment back or bring it again: it is another’s, or its province has it. */
const whyNotOwn = ({ status, writtenBy, toldAtMs }: Written, personId: string): Refusal | undefined => {
  if (writtenBy !== personId) return refuse('template_comment_of_other');
  return status !== 'submitted' || toldAtMs !== null ? refuse('template_comment_told') : undefined;
};

const marked = (db: WriteDb<'national'>, id: string, at: number | null) =>
  guarded(
    db
      .update(nationalTemplateComments)
      .set({ retractedAtMs: at })
      .where(
        and(
          eq(nationalTemplateComments.id, id),
          isNull(nationalTemplateComments.toldAtMs),
          (at === null ? isNotNull : isNull)(nationalTemplateComments.retractedAtMs),
        ),
      ),
  );

/** Takes one’s own comment back before the province has it: it travels nowhere, its place stays. */
export const retractComment = defineNationCommand({
  name: 'template.retract',
  permission: 'template.comment',
  input: CommentOf,
  output: SubmissionChanged,
  load: (db, input) => ({ comment: askComment(db, input) }),
  decide: ({ comment }, _input, { personId }) =>
    whyNotOwn(comment, personId) ?? (comment.retractedAtMs === null ? {} : refuse('template_comment_retracted')),
  save: (db, _decision, _state, { commentId }, { nowMs }) => [marked(db, commentId, nowMs)],
  audit: (_decision, _state, { digest }) => ({ subject: digest, unitId: null, fields: ['comments'] }),
  answer: (_decision, _state, { digest, commentId }) => ({ digest, id: commentId }),
});

/** Lets a comment that was taken back stand again. */
export const restoreComment = defineNationCommand({
  name: 'template.restore',
  permission: 'template.comment',
  input: CommentOf,
  output: SubmissionChanged,
  load: (db, input) => ({ comment: askComment(db, input) }),
  decide: ({ comment }, _input, { personId }) =>
    whyNotOwn(comment, personId) ?? (comment.retractedAtMs === null ? refuse('template_comment_stands') : {}),
  save: (db, _decision, _state, { commentId }) => [marked(db, commentId, null)],
  audit: (_decision, _state, { digest }) => ({ subject: digest, unitId: null, fields: ['comments'] }),
  answer: (_decision, _state, { digest, commentId }) => ({ digest, id: commentId }),
});
