import { zId, zInput, zRevision } from '@mahalleh/kernel';
import * as z from 'zod';
import { OPERATION_STATUSES } from './statuses.ts';
import { OVERLAP_DEGREES, OVERLAP_RESPECTS } from './overlap-rules.ts';

const nullable = z.string().nullable();

/** Input of `operation.approve`. `notedOverlaps`: the operations whose overlap was seen; every strong one must be among them. */
export const ApproveOperation = zInput({
  operationId: zId('operation'),
  revision: zRevision,
  notedOverlaps: z.array(zId('operation')).max(200).optional(),
});

/** Input of the operations that overlap with one. */
export const ReadOverlaps = zInput({ operationId: zId('operation') });

/** An operation that overlaps with another one. Of what lies outside the reader's units, no words and no persons: title, unit and names are null or empty. */
export const OverlapItem = z.object({
  operationId: z.string(),
  code: z.string(),
  isVisible: z.boolean(),
  title: nullable,
  unitId: nullable,
  unitNameFa: nullable,
  unitNameEn: nullable,
  agencyId: nullable,
  agencyName: nullable,
  /** Who answers for its tasks, three at the most. */
  responsible: z.array(z.string()),
  status: z.enum(OPERATION_STATUSES),
  startsOn: z.string(),
  endsOn: z.string(),
  degree: z.enum(OVERLAP_DEGREES),
  domain: z.enum(OVERLAP_RESPECTS.domain),
  place: z.enum(OVERLAP_RESPECTS.place),
  time: z.enum(OVERLAP_RESPECTS.time),
  audience: z.enum(OVERLAP_RESPECTS.audience),
  isSameAgency: z.boolean(),
  /** Whether who approved has named it. */
  isNoted: z.boolean(),
  /** Why it overlaps, in words: what, where, when, for whom. */
  reasons: z.array(z.object({ fa: z.string(), en: z.string() })),
});
/** An operation that overlaps with another one. */
export type OverlapItem = z.infer<typeof OverlapItem>;

/** The operations that overlap with one, the strongest first. */
export const Overlaps = z.object({
  operationId: z.string(),
  approvedAtMs: z.number().nullable(),
  approvedByName: nullable,
  rows: z.array(OverlapItem),
  strong: z.number(),
  /** How many of them lie outside the reader's units. */
  hidden: z.number(),
});
/** The operations that overlap with one. */
export type Overlaps = z.infer<typeof Overlaps>;
