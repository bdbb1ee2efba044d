import { EvidenceItem } from '@mahalleh/evidence/model';
import * as z from 'zod';
import { CLOSE_REASONS, PLACE_KINDS, PROBLEM_STATUSES } from './statuses.ts';

/** What every change of a problem answers. */
export const Changed = z.object({ id: z.string(), revision: z.number() });
/** What registering answers: the code is for following the problem. */
export const Registered = Changed.extend({ code: z.string() });

/** One problem in a list. The title of a redacted problem is empty. */
export const ProblemItem = z.object({
  id: z.string(),
  code: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: z.string().nullable(),
  domainKey: z.string(),
  domainFa: z.string(),
  domainEn: z.string(),
  isSensitive: z.boolean(),
  title: z.string(),
  severity: z.number(),
  peopleAffected: z.number().nullable(),
  status: z.enum(PROBLEM_STATUSES),
  rank: z.number().nullable(),
  registeredAtMs: z.number(),
  evidenceCount: z.number(),
  isRedacted: z.boolean(),
  isSample: z.boolean(),
  revision: z.number(),
});
/** One problem in a list. */
export type ProblemItem = z.infer<typeof ProblemItem>;

/** A page of problems. */
export const ProblemList = z.object({
  rows: z.array(ProblemItem),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

/** One entry of a record's history: who did what to which record, and the fields it changed. */
export const HistoryEntry = z.object({
  atMs: z.number(),
  action: z.string(),
  actorId: z.string(),
  actorName: z.string().nullable(),
  subject: z.string(),
  fields: z.array(z.string()),
});

/** One problem with everything on its page: the evidence and history of what was merged into it included. */
export const ProblemDetail = ProblemItem.extend({
  description: z.string().nullable(),
  placeKind: z.enum(PLACE_KINDS),
  placeNote: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  rootCause: z.string().nullable(),
  solution: z.string().nullable(),
  closeReason: z.enum(CLOSE_REASONS).nullable(),
  reopenWhy: z.string().nullable(),
  triagedAtMs: z.number().nullable(),
  startedAtMs: z.number().nullable(),
  solvedAtMs: z.number().nullable(),
  closedAtMs: z.number().nullable(),
  redactedAtMs: z.number().nullable(),
  reopenedCount: z.number(),
  mergedInto: z.object({ id: z.string(), code: z.string() }).nullable(),
  merged: z.array(z.object({ id: z.string(), code: z.string(), title: z.string(), registeredAtMs: z.number() })),
  evidence: z.array(EvidenceItem),
  history: z.array(HistoryEntry),
});
/** One problem with everything on its page. */
export type ProblemDetail = z.infer<typeof ProblemDetail>;

/** How many problems there are of each status and domain, for the filters. */
export const ProblemCounts = z.object({
  total: z.number(),
  byStatus: z.array(z.object({ status: z.enum(PROBLEM_STATUSES), count: z.number() })),
  /** Open ones only. */
  byDomain: z.array(z.object({ domainKey: z.string(), count: z.number() })),
});

/** The domains of the province in their order. */
export const DomainList = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      titleFa: z.string(),
      titleEn: z.string(),
      nationalKey: z.string(),
      isSensitive: z.boolean(),
      parentKey: z.string().nullable(),
    }),
  ),
});
