import { PROVINCES } from '@mahalleh/kernel';
import * as z from 'zod';
import { ElementChange } from '../document/element-change.ts';
import {
  Endorsement,
  MOST,
  ProvinceSeal,
  SETTINGS,
  SIZES,
  zDigest,
  zElementId,
} from '../document/template-document.ts';
import { PROPOSAL_OUTCOMES, TEMPLATE_ENDINGS } from '../statuses.ts';

const slug = z.enum(PROVINCES.map((province) => province.slug));
/** Slug of the province, or `ministry`. */
export const zSide = z
  .string()
  .regex(/^[a-z-]{2,40}$/)
  .describe('Slug of the province, or `ministry`');

const templateId = zElementId.describe('The id of the template');
const version = z.int().min(1).describe('The version');
const digest = zDigest.describe('SHA-256 of the document’s canonical text');
const author = z.string().max(200).describe('Who wrote it, in office');
const office = z.string().max(200).describe('The office');
const atMs = z.int().describe('When (UTC milliseconds)');
const said = z.string().max(4000);
const document = z
  .string()
  .max(MOST.text_total)
  .describe('The template itself: its canonical text, as it was looked through and is to be read by everybody');
const seal = ProvinceSeal.describe('The province’s seal over the digest, with its public key');

/** A version that a province submits to the ministry. */
export const Submitted = z.strictObject({
  ...{ templateId, version, digest, document, seal },
  note: said.describe('What the province says to the reviewers'),
  ...{ author, office, submittedAtMs: atMs },
});
/** A version that a province submits to the ministry. */
export type Submitted = z.infer<typeof Submitted>;

/** What a reviewer wrote to a part, an element or the whole. */
export const Commented = z.strictObject({
  id: z.string().max(40).describe('The id of the comment'),
  part: z.string().max(40).nullable().describe('The part that it is about'),
  elementId: zElementId.nullable().describe('The element that it is about'),
  body: said.describe('What the reviewer wrote'),
  ...{ author, office, atMs },
});
/** What a reviewer wrote. */
export type Commented = z.infer<typeof Commented>;

/** The most comments that travel with a document. */
export const MOST_COMMENTS = 500;

/** A version that is sent back to its province, with everything that was written to it. */
export const Returned = z.strictObject({
  ...{ templateId, version, digest, comments: z.array(Commented).max(MOST_COMMENTS), author, office, atMs },
});
/** A version that is sent back. */
export type Returned = z.infer<typeof Returned>;

/** A signed version on its way to every province. */
export const Signed = z.strictObject({
  ...{ templateId, version, digest, document, seal, province: slug.describe('Whose template it is') },
  endorsement: Endorsement.describe('What the ministry signs, with its seal'),
  comments: z
    .array(Commented)
    .max(MOST_COMMENTS)
    .describe('For the province whose template it is; empty for the others'),
});
/** A signed version. */
export type Signed = z.infer<typeof Signed>;

/** A province withdraws a version (0: every version). */
export const Withdrawn = z.strictObject({
  templateId,
  version: z.int().min(0).describe('The version; 0 for every version'),
  reason: said.describe('Why'),
  ...{ author, office, atMs },
});
/** A province withdraws a version. */
export type Withdrawn = z.infer<typeof Withdrawn>;

/** A version was withdrawn or revoked, for every province. */
export const Ended = Withdrawn.extend({
  province: zSide,
  how: z.enum(TEMPLATE_ENDINGS).describe('By its province, or by the ministry'),
});
/** A version was withdrawn or revoked. */
export type Ended = z.infer<typeof Ended>;

const count = z.int().min(0);
/** How much of what was adopted was changed there, all adoptions of a county together. */
export const OverlayCounts = z.strictObject({
  landed: count.describe('Elements in use'),
  changed: count.describe('Elements with a field that was changed there'),
  dropped: count.describe('Elements that were given up there'),
  added: count.describe('Operations, tasks and links that were added there'),
  changedByKind: z.record(z.string().max(40), count).describe('Changed elements by kind'),
});
/** How much was changed. */
export type OverlayCounts = z.infer<typeof OverlayCounts>;

/** How often a version is in use in a county: what stands, whatever was said before. */
export const AdoptersTold = z.strictObject({
  ...{ templateId, version },
  county: z.string().max(20).describe('Official code of the county'),
  nameFa: z.string().max(200).nullable().default(null).describe('Its name'),
  nameEn: z.string().max(200).nullable().default(null).describe('Its English name'),
  turn: z.int().positive().describe('How often this was told: of two, the later one counts'),
  adoptions: count.describe('Neighbourhoods that use it; which ones stays in the province'),
  overlay: OverlayCounts,
  atMs,
});
/** How often a version is in use in a county. */
export type AdoptersTold = z.infer<typeof AdoptersTold>;

/** The same with whose it is, for every province. */
export const AdoptersShared = AdoptersTold.extend({ province: slug.describe('Whose it is') });
/** The same with whose it is. */
export type AdoptersShared = z.infer<typeof AdoptersShared>;

/** What tells neighbourhoods apart whose numbers are joined: `mixed` where a province has too few of one kind and joins several, as many alike for each. */
export const RESULT_SETTINGS = [...SETTINGS, 'mixed'] as const;
/** The same of their size. */
export const RESULT_SIZES = [...SIZES, 'mixed'] as const;
const sum = z.number().nullable();

/** Sums of a province over its neighbourhoods of one kind and size, with a version and without any. Without sums where they would speak of single neighbourhoods. */
export const ResultLine = z.strictObject({
  indicator: z.string().max(60).describe('Key of the promised indicator; those that tell of people are never sent'),
  side: z.enum(['treated', 'untreated']).describe('Neighbourhoods that use the version, or alike without any template'),
  setting: z.enum(RESULT_SETTINGS).describe('Towns or villages, or several kinds joined'),
  size: z.enum(RESULT_SIZES).describe('By residents, or several sizes joined'),
  n: count.describe('How many neighbourhoods'),
  sumBefore: sum.describe(
    'Sum of the values before; null of fewer than three neighbourhoods, or beside fewer than three',
  ),
  sumAfter: sum.describe('Sum of the values after; null as before'),
  sumSquaredChange: sum.describe('Sum of the squares of the changes; null as before'),
});
/** Sums of a province. */
export type ResultLine = z.infer<typeof ResultLine>;

/** What came of a version in a province: what stands, whatever was said before. */
export const ResultsTold = z.strictObject({
  ...{ templateId, version },
  turn: z.int().positive().describe('How often this was told: of two, the later one counts'),
  asOfMs: z.int().describe('When it was computed (UTC milliseconds)'),
  lines: z.array(ResultLine).max(400),
});
/** What came of a version in a province. */
export type ResultsTold = z.infer<typeof ResultsTold>;

/** The same with whose it is, for every province. */
export const ResultsShared = ResultsTold.extend({ province: slug.describe('Whose it is') });
/** The same with whose it is. */
export type ResultsShared = z.infer<typeof ResultsShared>;

/** An improvement that an adopter proposes. */
export const Proposed = z.strictObject({
  id: z.string().max(40).describe('The id of the proposal'),
  templateId,
  baseVersion: version,
  toProvince: slug.describe('Whose template it is'),
  note: said.describe('Why it is better so'),
  changes: z
    .array(ElementChange)
    .min(1)
    .max(300)
    .describe('What is proposed, field by field, chosen and looked through by its author'),
  ...{ author, office, atMs },
});
/** An improvement that an adopter proposes. */
export type Proposed = z.infer<typeof Proposed>;

/** The same on its way to the publisher. */
export const ProposedShared = Proposed.extend({ fromProvince: slug.describe('Who proposes') });
/** The same on its way to the publisher. */
export type ProposedShared = z.infer<typeof ProposedShared>;

/** What the publisher answers. */
export const ProposalAnswered = z.strictObject({
  id: z.string().max(40).describe('The id of the proposal'),
  outcome: z.enum(PROPOSAL_OUTCOMES).describe('Taken in, in part or not'),
  taken: z.array(z.string().max(90)).max(300).describe('Which changes were taken in'),
  answer: said.describe('What the publisher says'),
  ...{ author, office, atMs },
});
/** What the publisher answers. */
export type ProposalAnswered = z.infer<typeof ProposalAnswered>;
