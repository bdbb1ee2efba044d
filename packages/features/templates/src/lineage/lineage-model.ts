import { zId, zInput } from '@mahalleh/kernel';
import * as z from 'zod';
import { OverlayCounts } from '../letters/letter-bodies.ts';
import { PROPOSAL_OUTCOMES, TEMPLATE_ENDINGS } from '../statuses.ts';

/** Input of a template’s lineage. */
export const ReadLineage = zInput({ templateId: zId('template') });

/** A template that holds elements of this one, or of which this one holds some. */
const Relative = z.object({
  templateId: z.string(),
  title: z.string(),
  province: z.string(),
  /** How many elements both hold. */
  elements: z.int(),
});

/** A version in the tree: what it follows, what is new in it, whose proposals were taken in, and how often it is in use. */
const LineageVersion = z.object({
  version: z.int(),
  digest: z.string(),
  /** The version that it was written after; null for the first, and where that one is not known here. */
  after: z.int().nullable(),
  changes: z.string(),
  elements: z.int(),
  signedAtMs: z.int(),
  ending: z.enum(TEMPLATE_ENDINGS).nullable(),
  adoptions: z.int(),
  credits: z.array(z.object({ province: z.string(), elements: z.int() })),
});

/** How often a version is in use in a county, and what was changed there. */
const LineageAdopter = z.object({
  province: z.string(),
  county: z.string(),
  /** Names of the county, where they are known here. */
  nameFa: z.string().nullable(),
  nameEn: z.string().nullable(),
  version: z.int(),
  /** Whether a later version stands. */
  isBehind: z.boolean(),
  adoptions: z.int(),
  overlay: OverlayCounts,
  asOfMs: z.int(),
});

/** A proposed improvement as it is known here: the ministry knows all, a province its own. */
const LineageProposal = z.object({
  id: z.string(),
  province: z.string(),
  version: z.int(),
  changes: z.int(),
  outcome: z.enum(PROPOSAL_OUTCOMES).nullable(),
  taken: z.int(),
  atMs: z.int(),
});

/** What became of a template: its versions, who uses which, what was made otherwise, and what was made from it. */
export const LineageRead = z.object({
  templateId: z.string(),
  title: z.string(),
  province: z.string(),
  isOwn: z.boolean(),
  isSample: z.boolean(),
  latest: z.int(),
  versions: z.array(LineageVersion),
  adopters: z.array(LineageAdopter),
  totals: z.object({
    adoptions: z.int(),
    provinces: z.int(),
    counties: z.int(),
    /** Adoptions that follow an earlier version than the latest that stands. */
    behind: z.int(),
    overlay: OverlayCounts,
  }),
  proposals: z.array(LineageProposal),
  madeFrom: z.array(Relative),
  madeOfIt: z.array(Relative),
});
/** What became of a template. */
export type LineageRead = z.infer<typeof LineageRead>;
