import { defineNationQuery, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { AttachmentRead } from '../catalogue-model.ts';
import { ReadSubmissionAttachment } from '../review-model.ts';
import type { AttachmentBytes } from '../template-sql.ts';

/** A photo or document of a submitted version, as base64: what the province sent in its letter, for reviewers to look at. */
export const readSubmissionAttachment = defineNationQuery({
  name: 'template.submission_attachment',
  permission: 'template.read',
  input: ReadSubmissionAttachment,
  output: AttachmentRead,
  ask: (db, { digest, attachment }) => ({
    found: one(
      db.text<AttachmentBytes>(
        sql`select json_extract(a.value, '$.mediaType') as "mediaType", json_extract(a.value, '$.data') as data from template_submissions s, json_each(s.document_json, '$.attachments') a where s.digest = ${digest} and json_extract(a.value, '$.digest') = ${attachment}`,
      ),
      'template_attachment_missing',
    ),
  }),
  shape: ({ found }) => found,
});
