import { guardedRows, one, maybe, many, type Change, type ReadDb, type WriteDb } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { canonicalText, digestOf } from '../document/canonical.ts';
import { checkDocument } from '../document/check-document.ts';
import { provinceSealHolds } from '../document/seals.ts';
import type { ProvinceSeal, TemplateDocument } from '../document/template-document.ts';
import type { Commented } from '../letters/letter-bodies.ts';
import type { ChecksRead, CommentRead } from '../review-model.ts';
import type { SubmissionStatus } from '../statuses.ts';
import { leaksIn } from './leaks.ts';

/** A submitted document as the nation keeps it, with the key that its province had when it submitted. */
export type SubmissionRow = {
  digest: string;
  templateId: string;
  version: number;
  province: string;
  documentJson: string;
  sealJson: string;
  note: string;
  author: string;
  office: string;
  submittedAtMs: number;
  status: SubmissionStatus;
  decidedBy: string | null;
  decidedAtMs: number | null;
  revision: number;
  publicJwk: string | null;
};

/** A signed version of the same template. */
export type EarlierRow = { version: number; digest: string; documentJson: string; endorsementJson: string };

type Db = Pick<ReadDb<'national'>, 'text'>;

/** A submitted document. Fails: not_found `submission_unknown`. */
export const askSubmission = (db: Db, digest: string) =>
  one(
    db.text<SubmissionRow>(
      sql`select s.digest, s.template_id as "templateId", s.version, s.province, s.document_json as "documentJson", s.seal_json as "sealJson", s.note, s.author, s.office, s.submitted_at_ms as "submittedAtMs", s.status, s.decided_by as "decidedBy", s.decided_at_ms as "decidedAtMs", s.revision, (select k.public_jwk from province_keys k where k.province = s.province and k.key_id = json_extract(s.seal_json, '$.keyId') and k.from_ms <= s.submitted_at_ms and (k.to_ms is null or k.to_ms >= s.submitted_at_ms)) as "publicJwk" from template_submissions s where s.digest = ${digest}`,
    ),
    'submission_unknown',
  );

/** The last signed version of the template that was submitted, if there is one that this is not. */
export const askEarlier = (db: Db, digest: string) =>
  maybe(
    db.text<EarlierRow>(
      sql`select t.version, t.digest, t.document_json as "documentJson", t.endorsement_json as "endorsementJson" from template_submissions s join templates t on t.template_id = s.template_id and t.digest <> s.digest and (t.version < s.version or s.status <> 'signed') where s.digest = ${digest} order by t.version desc limit 1`,
    ),
  );

type CommentRow = Omit<CommentRead, 'mayRetract'> & { isMine: number };

/** What reviewers wrote to a document, in order, with what was taken back: of that, the words are not told. */
export const askComments = (db: Db, digest: string) =>
  many(
    db.text<CommentRow>(
      sql`select id, part, element_id as "elementId", iif(retracted_at_ms is null, body, '') as body, author, office, at_ms as "atMs", retracted_at_ms as "retractedAtMs", written_by is (select person_id from me) and told_at_ms is null as "isMine" from template_comments where digest = ${digest} order by at_ms, id`,
    ),
  );

/** The comments that stand, as they travel. */
export const commentsTold = (comments: readonly CommentRow[]): Commented[] =>
  comments
    .filter(({ retractedAtMs }) => retractedAtMs === null)
    .map(({ retractedAtMs: _retracted, isMine: _isMine, ...told }) => told);

/** Once comments are on their way, they are not taken back. One that came or went meanwhile, and nothing is sent. */
export const markTold = (
  db: Pick<WriteDb<'national'>, 'text'>,
  digest: string,
  told: readonly Commented[],
  nowMs: number,
): Change =>
  guardedRows(
    db.text(
      sql`update template_comments set told_at_ms = coalesce(told_at_ms, ${nowMs}) where digest = ${digest} and retracted_at_ms is null`,
    ),
    told.length,
  );

/** The document of a submission; its shape was checked when it came. */
export const submittedDocument = ({ documentJson }: Pick<SubmissionRow, 'documentJson'>): TemplateDocument =>
  JSON.parse(documentJson) as TemplateDocument;

/** The nation's own look at a submitted document: whole, sealed, next in its row, in order, and without numbers of persons. */
export const checksOf = async (row: SubmissionRow, earlier: EarlierRow | undefined): Promise<ChecksRead> => {
  const checked = await checkDocument(row.documentJson);
  const seal = JSON.parse(row.sealJson) as ProvinceSeal;
  const document = submittedDocument(row);
  const { version, previous } = document;
  return {
    isWhole:
      canonicalText(document) === row.documentJson &&
      (await digestOf(row.documentJson)) === row.digest &&
      document.province === row.province &&
      document.templateId === row.templateId &&
      version === row.version,
    isSealed: row.publicJwk === seal.publicJwk && (await provinceSealHolds(seal, row.digest)),
    isNext: version === (earlier?.version ?? 0) + 1 && previous === (earlier?.digest ?? null),
    faults: 'faults' in checked ? checked.faults.map(({ field, reason }) => ({ field, reason })) : [],
    leaks: leaksIn(document),
  };
};
