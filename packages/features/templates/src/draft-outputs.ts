import * as z from 'zod';
import { Attachment, FieldValue, SETTINGS, SIZES, TemplateResult } from './document/template-document.ts';
import { LEAK_KINDS } from './leaks/leak-kinds.ts';
import { REMOVALS } from './project/removed.ts';
import { DRAFT_STATUSES } from './statuses.ts';

/** What a change of a draft answers. */
export const TemplateDraftChanged = z.object({ id: z.string(), revision: z.int() });

/** A draft in the list. */
export const TemplateDraftRow = z.object({
  id: z.string(),
  templateId: z.string(),
  version: z.int(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: z.string().nullable(),
  title: z.string(),
  status: z.enum(DRAFT_STATUSES),
  comments: z.int().describe('What reviewers wrote to what was sent last'),
  writer: z.string(),
  amendedAtMs: z.int(),
});
/** The drafts, and the versions that were signed. */
export const TemplateDraftList = z.object({ rows: z.array(TemplateDraftRow) });

/** What reviewers wrote to a part or an element. */
export const DraftComment = z.object({
  id: z.string(),
  part: z.string().nullable(),
  elementId: z.string().nullable(),
  body: z.string(),
  author: z.string(),
  office: z.string(),
  atMs: z.int(),
});

/** An element of a draft. */
export const DraftElement = z.object({
  id: z.string(),
  kind: z.string(),
  part: z.string().describe('Its part; `other` for a kind that is not known here'),
  name: z.string().describe('What it is called'),
  fields: z.record(z.string(), FieldValue),
  isLeftOut: z.boolean().describe('Somebody left it out'),
  isIncluded: z.boolean().describe('It is published: neither left out, nor without something that it needs'),
  isByHand: z.boolean().describe('Written by hand'),
  isSensitive: z.boolean().describe('In a sensitive domain'),
  edited: z.array(z.string()).describe('Fields that say something else than generalising made of them'),
  removed: z.array(z.object({ field: z.string().nullable(), what: z.enum(REMOVALS), n: z.int() })),
});
/** An element of a draft. */
export type DraftElement = z.infer<typeof DraftElement>;

/** Something that a person must decide on. */
export const DraftFinding = z.object({
  key: z.string(),
  elementId: z.string().nullable(),
  field: z.string(),
  item: z.int().nullable(),
  kind: z.enum(LEAK_KINDS),
  words: z.string(),
  before: z.string(),
  after: z.string(),
  instead: z.string(),
  mayKeep: z.boolean(),
  isKept: z.boolean(),
});

/** A photo that can be attached, or is. */
export const DraftPhotoRead = z.object({
  evidenceId: z.string(),
  subject: z.string(),
  phase: z.string().nullable(),
  elementId: z.string().nullable(),
  bytes: z.int(),
  isTooLarge: z.boolean(),
  isAttached: z.boolean(),
  title: z.string().nullable(),
});

/** A photo or document that came with a template in use here, and whose it was first. */
export const SignedMediaRead = z.object({
  elementId: z.string(),
  attachment: z.string().describe('Its digest'),
  mediaType: Attachment.shape.mediaType,
  bytes: z.int(),
  templateId: z.string(),
  version: z.int(),
  province: z.string(),
  title: z.string().describe('What the template is called in which it was signed first'),
});

/** A draft with all that belongs to it. */
export const TemplateDraftRead = z.object({
  ...TemplateDraftRow.omit({ comments: true, writer: true }).shape,
  summary: z.string(),
  changes: z.string(),
  tags: z.array(z.string()),
  setting: z.enum(SETTINGS),
  size: z.enum(SIZES),
  digest: z.string().nullable(),
  note: z.string().nullable(),
  revision: z.int(),
  isEditable: z.boolean(),
  elements: z.array(DraftElement),
  findings: z.array(DraftFinding),
  missing: z.array(z.enum(['title', 'elements', 'findings'])),
  results: z.array(z.object({ ...TemplateResult.shape, key: z.string(), isChosen: z.boolean() })),
  photos: z.array(DraftPhotoRead),
  media: z.array(SignedMediaRead),
  comments: z.array(DraftComment),
});
/** A draft with all that belongs to it. */
export type TemplateDraftRead = z.infer<typeof TemplateDraftRead>;
