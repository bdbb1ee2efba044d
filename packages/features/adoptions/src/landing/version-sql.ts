import { many, maybe, type ReadDb } from '@mahalleh/gate';
import { Failure, refuse, type Refusal } from '@mahalleh/kernel';
import { digestOf, type Endorsement, type TemplateDocument } from '@mahalleh/templates/document';
import { sql } from 'drizzle-orm';

type Db = ReadDb<'province'>;

/** A signed version as it is stored. */
export type StoredVersion = {
  readonly digest: string;
  readonly version: number;
  readonly documentJson: string;
  readonly endorsementJson: string;
};

/** A version with its document and what the ministry says of it. */
export type SignedVersion = {
  readonly digest: string;
  readonly version: number;
  readonly document: TemplateDocument;
  readonly endorsement: Endorsement;
};

/** What ended of a template. Version 0 stands for all of it. */
export type Ending = { readonly version: number; readonly how: 'withdrawn' | 'revoked'; readonly reason: string };

/** A signed version of a template, the newest unless one is named. */
export const askVersion = (db: Db, templateId: string, version: number | undefined) => ({
  signed: maybe(
    db.text<StoredVersion>(
      sql`select t.digest, t.version, t.document_json as "documentJson", t.endorsement_json as "endorsementJson" from templates t where t.template_id = ${templateId} ${version === undefined ? sql`` : sql`and t.version = ${version}`} order by t.version desc limit 1`,
    ),
  ),
  endings: many(
    db.text<Ending>(sql`select e.version, e.how, e.reason from template_endings e where e.template_id = ${templateId}`),
  ),
});

/** How many elements of a kind a version has. */
export const countOfKind = (templateId: string, version: number, kind: string) =>
  sql`(select count(*) from templates t, json_each(t.document_json, '$.elements') e where t.template_id = ${templateId} and t.version = ${version} and json_extract(e.value, '$.kind') = ${kind})`;

/** How a version ended, itself or with its template; undefined while it stands. */
export const endingOf = (endings: readonly Ending[], version: number): Ending | undefined =>
  endings.find((ending) => ending.version === 0 || ending.version === version);

/**
 * A version that may be taken, or the refusal: it was withdrawn or revoked, or the stored text is not what
 * the ministry signed. `isIntact`: what `isAsSigned` said of it.
 * Fails: not_found when there is none.
 */
export const usableVersion = (
  signed: StoredVersion | undefined,
  endings: readonly Ending[],
  isIntact: boolean,
): SignedVersion | Refusal => {
  if (!signed) throw new Failure('not_found', 'template_unknown');
  const { digest, version, documentJson, endorsementJson } = signed;
  const ending = endingOf(endings, version);
  if (ending) return refuse(`adoption_of_${ending.how}`, { field: 'version', detail: { why: ending.reason } });
  if (!isIntact) return refuse('adoption_not_as_signed', { field: 'version' });
  return {
    digest,
    version,
    document: JSON.parse(documentJson) as TemplateDocument,
    endorsement: JSON.parse(endorsementJson) as Endorsement,
  };
};

/** Whether the text of a version is still the one whose digest the ministry signed. */
export const isAsSigned = async (signed: StoredVersion | undefined): Promise<boolean> =>
  signed !== undefined &&
  (await digestOf(signed.documentJson)) === signed.digest &&
  (JSON.parse(signed.endorsementJson) as Endorsement).digest === signed.digest;
