import { defineWorkspaceQuery, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { AttachmentRead, ReadAttachment } from '../catalogue-model.ts';
import type { AttachmentBytes } from '../template-sql.ts';

/** A photo or document of a signed version, as base64. */
export const readAttachment = defineWorkspaceQuery({
  name: 'template.attachment',
  permission: 'template.read',
  input: ReadAttachment,
  output: AttachmentRead,
  ask: (db, { templateId, version, digest }) => ({
    found: one(
      db.text<AttachmentBytes>(
        sql`select json_extract(a.value, '$.mediaType') as "mediaType", json_extract(a.value, '$.data') as data from templates t, json_each(t.document_json, '$.attachments') a where t.template_id = ${templateId} and t.version = ${version} and json_extract(a.value, '$.digest') = ${digest}`,
      ),
      'template_attachment_missing',
    ),
  }),
  shape: ({ found }) => found,
});
