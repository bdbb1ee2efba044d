import { postToProvinces, unwrapSealKey } from '@mahalleh/border';
import { nationKeys } from '@mahalleh/border/schema';
import { changeOf, defineNationCommand, guarded, many, maybe, one } from '@mahalleh/gate';
import { provinceOf, refuse, type ProvinceSlug, type Refusal } from '@mahalleh/kernel';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { partsIn } from '../document/parts-in.ts';
import { sealEndorsement } from '../document/seals.ts';
import type { Mandate, ProvinceSeal, TemplateDocument } from '../document/template-document.ts';
import { keepSigned } from '../letters/keep.ts';
import { signedLetter } from '../letters/template-letters.ts';
import { SignTemplate, SubmissionChanged, type ChecksRead } from '../review-model.ts';
import { templateSubmissions } from '../schema.ts';
import { askAuthor } from '../template-sql.ts';
import {
  askComments,
  askEarlier,
  askSubmission,
  checksOf,
  commentsTold,
  markTold,
  submittedDocument,
} from './ask-submission.ts';

/** What keeps a document from being signed, whoever wants to. */
const whyNotWhole = (
  { isWhole, isSealed, isNext, faults, leaks }: ChecksRead,
  areLeaksSeen: boolean,
): Refusal | undefined => {
  if (!isWhole) return refuse('template_file_tampered');
  if (!isSealed) return refuse('template_seal_broken');
  if (faults.length > 0) return refuse('template_faulty', { faults });
  if (!isNext) return refuse('template_version_order');
  return leaks.length > 0 && !areLeaksSeen ? refuse('template_leaks', { detail: { count: leaks.length } }) : undefined;
};

/** What is wrong with what is to be mandatory: a part that is not there, or one that is named twice. */
const whyNotMandates = (mandates: readonly Mandate[], document: TemplateDocument): Refusal | undefined => {
  const parts = partsIn(document);
  for (const [at, { part }] of mandates.entries()) {
    if (!parts[part]) return refuse('template_part_unknown', { field: `mandates.${at}.part` });
    if (mandates.findIndex((one) => one.part === part) < at)
      return refuse('template_mandate_twice', { field: `mandates.${at}.part` });
  }
  return undefined;
};

/** Signs a document for every province's catalogue: whole, sealed by its province, next in its row; with what of it is mandatory. */
export const signTemplate = defineNationCommand({
  name: 'template.sign',
  permission: 'template.sign',
  input: SignTemplate,
  output: SubmissionChanged,
  load: (db, { digest }) => ({
    submission: askSubmission(db, digest),
    earlier: askEarlier(db, digest),
    comments: askComments(db, digest),
    author: askAuthor(db),
    ended: maybe(
      db.text<{ n: number }>(
        sql`select 1 as n from template_submissions s join template_endings e on e.template_id = s.template_id and e.version in (0, s.version) where s.digest = ${digest}`,
      ),
    ),
    provinces: many(db.text<{ slug: string }>(sql`select slug from provinces where status = 'active'`)),
    key: one(
      db
        .select({ keyId: nationKeys.keyId, wrapped: nationKeys.wrappedPrivate })
        .from(nationKeys)
        .where(isNull(nationKeys.toMs))
        .orderBy(desc(nationKeys.fromMs))
        .limit(1),
      'seal_key_missing',
    ),
  }),
  compute: async (
    { submission, earlier, author, key },
    { digest, mandates, note },
    { secretFor, nowMs },
  ): Promise<{ checks: ChecksRead; endorsement: Awaited<ReturnType<typeof sealEndorsement>> }> => {
    const seal = JSON.parse(submission.sealJson) as ProvinceSeal;
    const unsealed = {
      ...{ digest, province: provinceOf(submission.province as ProvinceSlug).slug, provinceKeyId: seal.keyId },
      ...{ mandates, note: note ?? '', ...author, signedAtMs: nowMs },
    };
    const opened = await unwrapSealKey(key.wrapped, await secretFor('seal-key'));
    return {
      checks: await checksOf(submission, earlier),
      endorsement: await sealEndorsement(unsealed, { keyId: key.keyId, key: opened }),
    };
  },
  decide: ({ submission, ended }, { mandates, leaksSeen }, _facts, { checks, endorsement }) => {
    if (submission.status !== 'submitted') return refuse('submission_decided');
    if (ended) return refuse('template_ended');
    const document = submittedDocument(submission);
    return whyNotWhole(checks, leaksSeen === true) ?? whyNotMandates(mandates, document) ?? { document, endorsement };
  },
  save: (db, { document, endorsement }, { submission, comments, author, provinces }, input, { nowMs }) => {
    const { digest, revision } = input;
    const { templateId, version, province } = document;
    const signed = {
      ...{ templateId, version, digest, province, endorsement, document: submission.documentJson },
      seal: JSON.parse(submission.sealJson) as ProvinceSeal,
    };
    const told = commentsTold(comments);
    const others = provinces.map(({ slug }) => slug).filter((slug) => slug !== province);
    return [
      guarded(
        db
          .update(templateSubmissions)
          .set({ status: 'signed', decidedBy: author.author, decidedAtMs: nowMs, revision: revision + 1 })
          .where(and(eq(templateSubmissions.digest, digest), eq(templateSubmissions.revision, revision))),
      ),
      // Of two under one number, signed at once, the second must not be sent out as if it were kept.
      ...keepSigned({ ...signed, comments: [] }, document, 'letter').map((kept, at) => ({
        ...changeOf(kept),
        ...(at === 0 && { rows: 1 }),
      })),
      markTold(db, digest, told, nowMs),
      changeOf(postToProvinces(signedLetter, { ...signed, comments: told }, nowMs, [province])),
      changeOf(postToProvinces(signedLetter, { ...signed, comments: [] }, nowMs, others)),
    ];
  },
  audit: ({ document }) => ({ subject: document.templateId, unitId: null, fields: ['signed', 'mandates'] }),
  answer: (_decision, _state, { digest }) => ({ digest }),
});
