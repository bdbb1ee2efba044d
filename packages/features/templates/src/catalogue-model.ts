import { NATIONAL_DOMAINS } from '@mahalleh/problems/domain';
import { PROVINCES, zCount, zFlag, zInput, zNote, zOptional, zTitle } from '@mahalleh/kernel';
import * as z from 'zod';
import { EffectRead } from './lineage/results-model.ts';
import {
  Attachment,
  Credit,
  Endorsement,
  FieldValue,
  SETTINGS,
  SIZES,
  TemplateResult,
} from './document/template-document.ts';
import { PARTS } from './kinds/parts.ts';
import { ARRIVALS, TEMPLATE_ENDINGS } from './statuses.ts';

const id = { error: 'id_malformed' };
/** The id of a template, as it is given. */
export const zTemplateId = z
  .string({ error: 'required' })
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, id);
/** The number of a version, as it is given. */
export const zVersion = zCount({ min: 1, max: 10_000 });
const zSlug = z.enum(PROVINCES.map(({ slug }) => slug));
const zDomain = z.enum(NATIONAL_DOMAINS.map(({ key }) => key));
const zEnding = z.enum(TEMPLATE_ENDINGS).nullable();

/** Input of the catalogue. */
export const ListTemplates = zInput({
  q: zOptional(zTitle(200)),
  province: zOptional(zSlug),
  part: zOptional(z.enum(PARTS)),
  domain: zOptional(zDomain),
  tag: zOptional(zTitle(40)),
  setting: zOptional(z.enum(SETTINGS)),
  size: zOptional(z.enum(SIZES)),
  sample: zOptional(z.enum(['only', 'none'])),
  adopted: zOptional(z.enum(['any', 'mine'])),
  ended: zOptional(zFlag),
  page: zOptional(zCount({ min: 1, max: 10_000 })),
  perPage: zOptional(zCount({ min: 1, max: 100 })),
});

/** A template in the catalogue: the version that is shown, and what is told of all of them. */
export const TemplateRow = z.object({
  templateId: z.string(),
  version: z.int(),
  digest: z.string(),
  province: z.string(),
  title: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  setting: z.enum(SETTINGS),
  size: z.enum(SIZES),
  elements: z.int(),
  parts: z.record(z.string(), z.int()),
  domains: z.array(z.string()),
  isSample: z.boolean(),
  arrival: z.enum(ARRIVALS),
  signedAtMs: z.int(),
  versions: z.int(),
  /** Neighbourhoods that use any version of it, and in how many provinces. */
  adoptions: z.int(),
  adopters: z.int(),
  adoptionsHere: z.int(),
  /** Provinces that told what came of it. */
  resultsFrom: z.int(),
  ending: zEnding,
});
/** A signed version whose document this program cannot read yet: it is kept, and taken in once the program is later. */
export const LaterVersion = z.object({
  templateId: z.string(),
  version: z.int(),
  province: z.string(),
  title: z.string(),
  /** The format that it is written in. */
  needs: z.int(),
  setAsideAtMs: z.int(),
});
/** Output of the catalogue. */
export const TemplateList = z.object({
  rows: z.array(TemplateRow),
  total: z.int(),
  page: z.int(),
  perPage: z.int(),
  /** Tags of all templates that stand, the most used first. */
  tags: z.array(z.string()),
  /** Versions that wait for a later program here; none at the ministry. */
  later: z.array(LaterVersion),
});

/** Input that names a template, and a version of it or the one that is shown. */
export const ReadTemplate = zInput({ templateId: zTemplateId, version: zOptional(zVersion) });

/** An element as it is read: its part and what it is called beside its fields. */
export const ElementRead = z.object({
  id: z.string(),
  kind: z.string(),
  part: z.string(),
  name: z.string(),
  fields: z.record(z.string(), FieldValue),
});
/** An element as it is read. */
export type ElementRead = z.infer<typeof ElementRead>;

/** What a document says, attachments by their digests alone. */
export const DocumentRead = z.object({
  templateId: z.string(),
  version: z.int(),
  digest: z.string(),
  previous: z.string().nullable(),
  province: z.string(),
  title: z.string(),
  summary: z.string(),
  changes: z.string(),
  tags: z.array(z.string()),
  setting: z.enum(SETTINGS),
  size: z.enum(SIZES),
  isSample: z.boolean(),
  elements: z.array(ElementRead),
  results: z.array(TemplateResult),
  credits: z.array(Credit),
  attachments: z.array(Attachment.omit({ data: true })),
  /** Keys that a later program wrote; carried, not read. */
  unread: z.array(z.string()),
});
/** What a document says. */
export type DocumentRead = z.infer<typeof DocumentRead>;

/** What came of one promised indicator over all provinces; of too few neighbourhoods there is no number. */
const OutcomeRead = z.object({ indicator: z.string(), effect: EffectRead });

/** Output of `template`. */
export const TemplateRead = DocumentRead.extend({
  isOwn: z.boolean(),
  arrival: z.enum(ARRIVALS),
  ending: zEnding,
  seal: z.object({ keyId: z.string() }),
  endorsement: Endorsement.omit({ digest: true, province: true, seal: true, provinceKeyId: true }),
  versions: z.array(z.object({ version: z.int(), digest: z.string(), signedAtMs: z.int(), ending: zEnding })),
  endings: z.array(
    z.object({
      version: z.int(),
      how: z.enum(TEMPLATE_ENDINGS),
      reason: z.string(),
      author: z.string(),
      office: z.string(),
      atMs: z.int(),
    }),
  ),
  adopters: z.array(z.object({ province: z.string(), adoptions: z.int(), ofThis: z.int() })),
  outcomes: z.array(OutcomeRead),
});

/** Input of `template.attachment`. */
export const ReadAttachment = zInput({
  templateId: zTemplateId,
  version: zVersion,
  digest: z.string({ error: 'required' }).regex(/^[A-Za-z0-9_-]{43}$/, id),
});

/** Output of `template.attachment`: base64, and what its content is. */
export const AttachmentRead = z.object({ mediaType: Attachment.shape.mediaType, data: z.string() });

/** Input that names two versions, of one template or of two. */
export const CompareTemplates = zInput({
  one: zTemplateId,
  oneVersion: zOptional(zVersion),
  other: zTemplateId,
  otherVersion: zOptional(zVersion),
});

/** How an element of one stands to the other. */
export const STANDINGS = ['same', 'changed', 'one', 'other'] as const;
/** One line of a comparison. `differs`: the fields that say something else. */
export const ComparedElement = z.object({
  standing: z.enum(STANDINGS),
  one: ElementRead.nullable(),
  other: ElementRead.nullable(),
  differs: z.array(z.string()),
});
/** One line of a comparison. */
export type ComparedElement = z.infer<typeof ComparedElement>;
/** A part of a comparison. */
export const ComparedPart = z.object({ part: z.string(), lines: z.array(ComparedElement) });
/** A part of a comparison. */
export type ComparedPart = z.infer<typeof ComparedPart>;
const Head = DocumentRead.omit({ elements: true, credits: true, attachments: true, unread: true }).extend({
  ending: zEnding,
  signedAtMs: z.int(),
  adoptions: z.int(),
});
/** Output of the comparison. */
export const ComparisonRead = z.object({ one: Head, other: Head, parts: z.array(ComparedPart) });

const zReason = zNote(2000);
/** Input of `template.withdraw` and `template.revoke`: a version, or 0 for every one. */
export const EndTemplate = zInput({
  templateId: zTemplateId,
  version: zCount({ min: 0, max: 10_000 }),
  reason: zReason,
});
/** Output of what changes a template. */
export const TemplateChanged = z.object({ templateId: z.string(), version: z.int() });
