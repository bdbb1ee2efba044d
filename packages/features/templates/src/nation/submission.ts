import { defineNationQuery } from '@mahalleh/gate';
import { compareElements } from '../compare/compare-elements.ts';
import { documentRead, elementsRead } from '../document-read.ts';
import type { Endorsement, ProvinceSeal } from '../document/template-document.ts';
import { ReadSubmission, SubmissionRead } from '../review-model.ts';
import { documentIn } from '../template-sql.ts';
import { askComments, askEarlier, askSubmission, checksOf, submittedDocument } from './ask-submission.ts';

/** One submitted document for its reviewers: what it says, what differs from the version before, what was found, what was written to it. */
export const readSubmission = defineNationQuery({
  name: 'template.submission',
  permission: 'template.read',
  input: ReadSubmission,
  output: SubmissionRead,
  ask: (db, { digest }) => ({
    submission: askSubmission(db, digest),
    earlier: askEarlier(db, digest),
    comments: askComments(db, digest),
  }),
  compute: ({ submission, earlier }) => checksOf(submission, earlier),
  shape: ({ submission, earlier, comments }, _input, _facts, checks) => {
    const { status, note, author, office, submittedAtMs, decidedBy, decidedAtMs, revision } = submission;
    const document = documentRead(submission.digest, submittedDocument(submission));
    return {
      ...document,
      ...{ status, note, author, office, submittedAtMs, decidedBy, decidedAtMs, revision, checks },
      comments: comments.map(({ isMine, ...comment }) => ({
        ...comment,
        mayRetract: isMine === 1 && status === 'submitted',
      })),
      seal: { keyId: (JSON.parse(submission.sealJson) as ProvinceSeal).keyId },
      mandates: earlier ? (JSON.parse(earlier.endorsementJson) as Endorsement).mandates : [],
      before: earlier ? { version: earlier.version, digest: earlier.digest } : null,
      parts: earlier ? compareElements(elementsRead(documentIn(earlier).elements), document.elements) : [],
    };
  },
});
