import { postToProvinces } from '@mahalleh/border';
import { changeOf, defineNationCommand, guarded } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { returnedLetter } from '../letters/template-letters.ts';
import { ReturnTemplate, SubmissionChanged } from '../review-model.ts';
import { templateSubmissions } from '../schema.ts';
import { askAuthor } from '../template-sql.ts';
import { askComments, askSubmission, commentsTold, markTold } from './ask-submission.ts';

/** Sends a document back to its province, with everything that was written to it: at least one word says why. */
export const returnTemplate = defineNationCommand({
  name: 'template.return',
  permission: 'template.return',
  input: ReturnTemplate,
  output: SubmissionChanged,
  load: (db, { digest }) => ({
    submission: askSubmission(db, digest),
    comments: askComments(db, digest),
    author: askAuthor(db),
  }),
  decide: ({ submission, comments, author }, { digest }, { nowMs }) => {
    if (submission.status !== 'submitted') return refuse('submission_decided');
    const told = commentsTold(comments);
    if (told.length === 0) return refuse('template_comment_missing');
    const { templateId, version } = submission;
    return { returned: { templateId, version, digest, comments: told, ...author, atMs: nowMs } };
  },
  save: (db, { returned }, { submission }, { digest, revision }, { nowMs }) => [
    guarded(
      db
        .update(templateSubmissions)
        .set({ status: 'returned', decidedBy: returned.author, decidedAtMs: nowMs, revision: revision + 1 })
        .where(and(eq(templateSubmissions.digest, digest), eq(templateSubmissions.revision, revision))),
    ),
    markTold(db, digest, returned.comments, nowMs),
    changeOf(postToProvinces(returnedLetter, returned, nowMs, [submission.province])),
  ],
  audit: ({ returned }) => ({ subject: returned.templateId, unitId: null, fields: ['returned'] }),
  answer: ({ returned }) => ({ digest: returned.digest }),
});
