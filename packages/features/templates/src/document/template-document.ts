import { PROVINCES } from '@mahalleh/kernel';
import * as z from 'zod';

/** The name by which a file says what it is. */
export const FORMAT = 'mahalleh-template';
/** The format that is written. What is added later under this number is only added: an older reader carries what it does not know. */
export const FORMAT_VERSION = 1;
/** The oldest format that is read. */
export const OLDEST_FORMAT = 1;

/** The most of everything: what is larger is refused before it is looked at. */
export const MOST = {
  elements: 2000,
  fields: 40,
  listItems: 50,
  text: 6000,
  attachments: 12,
  attachmentBytes: 400_000,
  /** Of the canonical text. Unit: characters. A letter may hold 4,000,000. */
  text_total: 3_500_000,
} as const;

/** A digest of SHA-256, in base64url. */
export const zDigest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** The id of an element: a UUID, minted at its first publication and kept for ever. */
export const zElementId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

const zSlug = z.enum(PROVINCES.map(({ slug }) => slug));

/** What a field of an element holds: one value, or a list of texts (ids of other elements, causes in their order). */
export const FieldValue = z.union([
  z.string().max(MOST.text),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(1000)).max(MOST.listItems),
]);
/** What a field of an element holds. */
export type FieldValue = z.infer<typeof FieldValue>;

/** The fields of an element by name. A name that ends with `Ref` holds the id of another element or null, one that ends with `Refs` a list of them. */
export type Fields = Readonly<Record<string, FieldValue>>;

/** One element: a kind, and flat fields. A kind that a reader does not know is carried and shown, and lands nowhere. */
export const TemplateElement = z.strictObject({
  id: zElementId,
  kind: z.string().regex(/^[a-z][a-z_]{1,30}$/),
  fields: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), FieldValue),
});
/** One element of a template. */
export type TemplateElement = { readonly id: string; readonly kind: string; readonly fields: Fields };

/** The result that a model neighbourhood had, out of the rollups, as it stood when the version was written. */
export const TemplateResult = z.strictObject({
  /** The stored name of the metric with its version, as `problem.solved@1`. */
  metric: z.string().max(80),
  titleFa: z.string().max(200),
  titleEn: z.string().max(200),
  unit: z.enum(['share', 'count', 'rial']),
  /** Jalali month of a flow; empty for a stock. */
  period: z.string().max(10),
  /** Of a share, what is counted; of a count, the count. */
  of: z.number(),
  /** Of a share, out of how many; null for a count. */
  over: z.number().nullable(),
  asOfMs: z.int(),
});
/** The result that a model neighbourhood had. */
export type TemplateResult = z.infer<typeof TemplateResult>;

/** What kind of neighbourhood a template comes from: what «works where» compares. */
export const SETTINGS = ['urban', 'rural'] as const;
/** How large a neighbourhood is: under 3,000 residents, under 10,000, or more. */
export const SIZES = ['small', 'medium', 'large'] as const;

/** A photo or document, by its digest; `data` is base64. */
export const Attachment = z.strictObject({
  digest: zDigest,
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
  bytes: z.int().positive().max(MOST.attachmentBytes),
  data: z.base64().max(Math.ceil(MOST.attachmentBytes / 3) * 4),
});
/** A photo or document of a template. */
export type Attachment = z.infer<typeof Attachment>;

/** Who made a part better: a province whose proposal was taken in. */
export const Credit = z.strictObject({
  province: zSlug,
  note: z.string().max(600),
  elementIds: z.array(zElementId).max(MOST.elements),
});
/** Who made a part better. */
export type Credit = z.infer<typeof Credit>;

/**
 * A template: what a neighbourhood did, said so that another one can do it. Its digest is over the canonical text of all
 * of it (`canonicalText`), so nothing of it can change without becoming another document. Keys that are not known are kept.
 */
export const TemplateDocument = z.looseObject({
  format: z.literal(FORMAT),
  formatVersion: z.int().min(OLDEST_FORMAT).max(FORMAT_VERSION),
  templateId: zElementId,
  version: z.int().min(1).max(10_000),
  /** The digest of the version before; null for the first. */
  previous: zDigest.nullable(),
  province: zSlug,
  title: z.string().min(1).max(160),
  summary: z.string().max(2000),
  /** What is new in this version; empty for the first. */
  changes: z.string().max(2000),
  tags: z.array(z.string().min(1).max(40)).max(12),
  setting: z.enum(SETTINGS),
  size: z.enum(SIZES),
  isSample: z.boolean(),
  elements: z.array(TemplateElement).min(1).max(MOST.elements),
  results: z.array(TemplateResult).max(24),
  credits: z.array(Credit).max(200),
  attachments: z.array(Attachment).max(MOST.attachments),
});
/** A template document. */
export type TemplateDocument = z.infer<typeof TemplateDocument>;

/** The province's seal over the digest, with the key that made it. */
export const ProvinceSeal = z.strictObject({
  keyId: z.string().max(64),
  publicJwk: z.string().max(400),
  seal: z.string().max(200),
});
/** The province's seal over the digest. */
export type ProvinceSeal = z.infer<typeof ProvinceSeal>;

/** A part that whoever adopts must take, and why. */
export const Mandate = z.strictObject({
  part: z.string().regex(/^[a-z][a-z_]{1,30}$/),
  reason: z.string().min(1).max(600),
});
/** A part that must be taken. */
export type Mandate = z.infer<typeof Mandate>;

/** What the ministry signs: that this document, sealed with this key of its province, is in the catalogue, and what of it is mandatory. */
export const Endorsement = z.strictObject({
  digest: zDigest,
  province: zSlug,
  provinceKeyId: z.string().max(64),
  mandates: z.array(Mandate).max(20),
  note: z.string().max(2000),
  author: z.string().max(200),
  office: z.string().max(200),
  signedAtMs: z.int(),
  /** The key of the nation, and its seal over `endorsementText`. */
  keyId: z.string().max(64),
  seal: z.string().max(200),
});
/** What the ministry signs. */
export type Endorsement = z.infer<typeof Endorsement>;

/** The purposes of seals: one of a document never passes for one of anything else. */
export const TEMPLATE_SEAL = 'template';
/** The purpose of the ministry's seal. */
export const ENDORSEMENT_SEAL = 'template-endorsement';
