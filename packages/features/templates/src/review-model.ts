import { PROVINCES, zCount, zFlag, zId, zInput, zNote, zOptional, zRevision } from '@mahalleh/kernel';
import * as z from 'zod';
import { ComparedPart, DocumentRead } from './catalogue-model.ts';
import { SUBMISSION_STATUSES } from './statuses.ts';
import { PARTS } from './kinds/parts.ts';

const id = { error: 'id_malformed' };
/** The digest that names a submitted document, as it is given. */
export const zSubmission = z.string({ error: 'required' }).regex(/^[A-Za-z0-9_-]{43}$/, id);

/** Input of the queue. */
export const ListSubmissions = zInput({
  status: zOptional(z.enum(SUBMISSION_STATUSES)),
  province: zOptional(z.enum(PROVINCES.map(({ slug }) => slug))),
  page: zOptional(zCount({ min: 1, max: 10_000 })),
});
/** Output of the queue. */
export const SubmissionList = z.object({
  rows: z.array(
    z.object({
      digest: z.string(),
      templateId: z.string(),
      version: z.int(),
      province: z.string(),
      title: z.string(),
      author: z.string(),
      office: z.string(),
      submittedAtMs: z.int(),
      status: z.enum(SUBMISSION_STATUSES),
      comments: z.int(),
      decidedAtMs: z.int().nullable(),
    }),
  ),
  total: z.int(),
  waiting: z.int(),
  page: z.int(),
  perPage: z.int(),
});

/** Input that names a submitted document. */
export const ReadSubmission = zInput({ digest: zSubmission });

/** Input of `template.submission_attachment`: which of a submitted document’s photos and documents, by its digest. */
export const ReadSubmissionAttachment = zInput({ digest: zSubmission, attachment: zSubmission });

const FaultRead = z.object({ field: z.string(), reason: z.string() });
/** What was looked through for numbers of persons and e-mail addresses, and found. */
export const LeakRead = z.object({
  elementId: z.string().nullable(),
  field: z.string(),
  found: z.enum(['national_id', 'phone', 'email']),
});
/** What was found in a text. */
export type LeakRead = z.infer<typeof LeakRead>;

/** What the nation's own look at a submitted document found. */
export const ChecksRead = z.object({
  /** The text is the canonical one, and the digest is over it. */
  isWhole: z.boolean(),
  /** The seal holds, with a key that was this province's when it submitted. */
  isSealed: z.boolean(),
  /** It is the version that comes next, and names the one before by its digest. */
  isNext: z.boolean(),
  faults: z.array(FaultRead),
  leaks: z.array(LeakRead),
});
/** What the nation's own look found. */
export type ChecksRead = z.infer<typeof ChecksRead>;

const CommentRead = z.object({
  id: z.string(),
  part: z.string().nullable(),
  elementId: z.string().nullable(),
  body: z.string(),
  author: z.string(),
  office: z.string(),
  atMs: z.int(),
  /** When its author took it back; its words are gone from here then. */
  retractedAtMs: z.int().nullable(),
  /** Whether it is the reader’s own and its province does not have it: it can be taken back, or stand again. */
  mayRetract: z.boolean(),
});
/** What a reviewer wrote, as reviewers read it. */
export type CommentRead = z.infer<typeof CommentRead>;
/** Output of one submission. */
export const SubmissionRead = DocumentRead.extend({
  status: z.enum(SUBMISSION_STATUSES),
  note: z.string(),
  author: z.string(),
  office: z.string(),
  submittedAtMs: z.int(),
  decidedBy: z.string().nullable(),
  decidedAtMs: z.int().nullable(),
  revision: z.int(),
  seal: z.object({ keyId: z.string() }),
  checks: ChecksRead,
  comments: z.array(CommentRead),
  /** What is mandatory in the version before. */
  mandates: z.array(z.object({ part: z.string(), reason: z.string() })),
  /** The version before, and what differs: `one` is the version before. */
  before: z.object({ version: z.int(), digest: z.string() }).nullable(),
  parts: z.array(ComparedPart),
});

/** Input of `template.comment`. Without part and element it is about the whole. */
export const CommentTemplate = zInput({
  digest: zSubmission,
  part: zOptional(z.string().regex(/^[a-z][a-z_]{1,30}$/)),
  elementId: zOptional(z.string().regex(/^[0-9a-f-]{36}$/, id)),
  body: zNote(4000),
});
/** Input of `template.retract` and `template.restore`: which comment to which document. */
export const CommentOf = zInput({ digest: zSubmission, commentId: zId('comment') });
/** Input of `template.return`. */
export const ReturnTemplate = zInput({ digest: zSubmission, revision: zRevision });
/** Input of `template.sign`: the parts that whoever adopts must take, each with the reason. */
export const SignTemplate = zInput({
  digest: zSubmission,
  revision: zRevision,
  note: zOptional(zNote(2000)),
  /** A person has looked at what the leak scan found, and it is nothing of a person. */
  leaksSeen: zOptional(zFlag),
  mandates: z.array(zInput({ part: z.enum(PARTS), reason: zNote(600) })).max(PARTS.length),
});
/** Output of what changes a submission. */
export const SubmissionChanged = z.object({ digest: z.string(), id: z.string().optional() });
