import { maybe, one, type ReadDb } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import type { Attachment, TemplateDocument } from './document/template-document.ts';
import type { Arrival, TemplateEnding } from './statuses.ts';

const endingOf = (alias: string): SQL =>
  sql.raw(
    `(select max(n.how) from template_endings n where n.template_id = ${alias}.template_id and n.version in (0, ${alias}.version) and n.province = iif(n.how = 'revoked', 'ministry', ${alias}.province))`,
  );

/** SQL of how a version `t` ended: its own province is heard, or the ministry; null while it stands. */
export const ENDING_OF: SQL = endingOf('t');

/** SQL of the version of a template that is shown when none is asked for: the last that stands, else the last. */
export const shownVersion = (templateId: SQL): SQL =>
  sql`(select o.version from templates o where o.template_id = ${templateId} order by ${endingOf('o')} is null desc, o.version desc limit 1)`;

/** SQL of what provinces told `r`: the sums are null where nothing is said of so few neighbourhoods. */
export const RESULT_FIELDS: SQL = sql`r.province, r.indicator, r.side, r.setting, r.size, r.n, iif(r.is_few, null, r.sum_before) as "sumBefore", iif(r.is_few, null, r.sum_after) as "sumAfter", iif(r.is_few, null, r.sum_squared_change) as "sumSquaredChange"`;

/** A signed version as it is kept, and how it ended. */
export type SignedRow = {
  digest: string;
  templateId: string;
  version: number;
  province: string;
  title: string;
  isSample: number;
  documentJson: string;
  sealJson: string;
  endorsementJson: string;
  arrival: Arrival;
  signedAtMs: number;
  ending: TemplateEnding | null;
};

/** A photo or document of a document, as base64. */
export type AttachmentBytes = Pick<Attachment, 'mediaType' | 'data'>;

type Db = Pick<ReadDb<'province'>, 'text'>;

const signedSql = (templateId: string, version: number | undefined): SQL =>
  sql`select t.digest, t.template_id as "templateId", t.version, t.province, t.title, t.is_sample as "isSample", t.document_json as "documentJson", t.seal_json as "sealJson", t.endorsement_json as "endorsementJson", t.arrival, t.signed_at_ms as "signedAtMs", ${ENDING_OF} as ending from templates t where t.template_id = ${templateId} and t.version = ${version === undefined ? shownVersion(sql`${templateId}`) : sql`${version}`}`;

/** A signed version of a template, or the one that is shown when no number is given. Fails: not_found `template_unknown`. */
export const askTemplate = (db: Db, templateId: string, version?: number) =>
  one(db.text<SignedRow>(signedSql(templateId, version)), 'template_unknown');

/** The same, where it may be missing. */
export const askMaybeTemplate = (db: Db, templateId: string, version?: number) =>
  maybe(db.text<SignedRow>(signedSql(templateId, version)));

/** The document of a kept version: it was checked before it was kept. */
export const documentIn = ({ documentJson }: Pick<SignedRow, 'documentJson'>): TemplateDocument =>
  JSON.parse(documentJson) as TemplateDocument;

/** Who is writing, and in which office. */
export const askAuthor = (db: Db) =>
  one(
    db.text<{ author: string; office: string }>(
      sql`select full_name as author, coalesce(job_title, '') as office from people where id = (select person_id from me)`,
    ),
  );
