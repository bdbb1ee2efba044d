import { many, type ReadDb } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import type { Attachment } from '../document/template-document.ts';

/** A photo or document that a draft has of a signed template, and where it was signed first. */
export type SignedMedia = Pick<Attachment, 'mediaType' | 'bytes'> & {
  readonly elementId: string;
  readonly attachment: string;
  readonly templateId: string;
  readonly version: number;
  /** Whose template it is, and what it is called. */
  readonly province: string;
  readonly title: string;
};

type Db = Pick<ReadDb<'province'>, 'text'>;

/** The attachments of signed templates that media of a draft stand for. */
const signedWith = (draftId: string): SQL =>
  sql`template_drafts d, json_each(d.elements_json) e join template_elements h on h.element_id = e.value ->> 'id' join templates t on t.template_id = h.template_id, json_each(t.document_json, '$.attachments') a where d.id = ${draftId} and e.value ->> 'kind' = 'media' and a.value ->> 'digest' = e.value ->> '$.fields.attachment'`;

/** The media of a draft that came of signed templates, each as often as it was signed, the first first. */
export const askSignedMedia = (db: Db, draftId: string) =>
  many(
    db.text<SignedMedia>(
      sql`select e.value ->> 'id' as "elementId", a.value ->> 'digest' as attachment, a.value ->> 'mediaType' as "mediaType", a.value ->> 'bytes' as bytes, t.template_id as "templateId", t.version, t.province, t.title from ${signedWith(draftId)} order by t.signed_at_ms, t.version, t.digest, e.key`,
    ),
  );

/** What they hold, each content once. */
export const askSignedFiles = (db: Db, draftId: string) =>
  many(
    db.text<Attachment>(
      sql`select a.value ->> 'digest' as digest, a.value ->> 'mediaType' as "mediaType", a.value ->> 'bytes' as bytes, a.value ->> 'data' as data from ${signedWith(draftId)} group by a.value ->> 'digest'`,
    ),
  );

/** Each medium with the template in which it was signed first. */
export const firstSigned = (media: readonly SignedMedia[]): SignedMedia[] =>
  media.filter((one, at) => media.findIndex(({ elementId }) => elementId === one.elementId) === at);
