import { EvidenceItem } from '@mahalleh/evidence/model';
import * as z from 'zod';
import {
  CLOSE_REASONS,
  CONFIRM_KINDS,
  COUNTED,
  ESCALATION_OUTCOMES,
  LEVELS,
  PLACE_KINDS,
  PROBLEM_STATUSES,
  RELATION_KINDS,
  SCORE_SIDES,
} from './statuses.ts';
import { CRITERIA } from './score-method.ts';

/** What every change of a problem answers. */
export const Changed = z.object({ id: z.string(), revision: z.number() });
/** What a change beside a problem answers: whose it is. */
export const ProblemRef = z.object({ id: z.string() });
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
  confirmedAtMs: z.number().nullable(),
  level: z.enum(LEVELS),
  levelDueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  /** Both scores 0..100; null before anybody scored. */
  residentsScore: z.number().nullable(),
  residentsVotes: z.number(),
  supporters: z.number(),
  expertsScore: z.number().nullable(),
  /** The place in the residents' order within the neighbourhood. The experts' is `rank`. */
  residentsRank: z.number().nullable(),
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
  /** There are more than `total`: beyond it nobody counted. */
  isMore: z.boolean(),
  /** More hold the words than are looked through: this many, the newest. Null when all were. */
  lookedAt: z.number().nullable(),
  page: z.number(),
  size: z.number(),
});

/** The board: the first of each status. `count` is null where only what is shown is known. */
export const ProblemBoard = z.object({
  /** More hold the words than are looked through: this many, the newest. Null when all were. */
  lookedAt: z.number().nullable(),
  columns: z.array(
    z.object({
      status: z.enum(['registered', 'triaged', 'started', 'awaiting', 'confirmed', 'closed']),
      rows: z.array(ProblemItem),
      count: z.number().nullable(),
    }),
  ),
});

/** Ids with revisions, a thousand at a time. */
export const ProblemIds = z.object({
  rows: z.array(z.object({ id: z.string(), revision: z.number() })),
  isMore: z.boolean(),
});

/** What several problems at once answer: how many were changed. */
export const ManyChanged = z.object({ count: z.number() });

/** What splitting answers: the parts, in the order in which they were said. */
export const SplitInto = Changed.extend({ parts: z.array(z.object({ id: z.string(), code: z.string() })) });

/** One round of residents, or one expert's view, with what its score is made of. */
export const ScoreRound = z.object({
  id: z.string(),
  side: z.enum(SCORE_SIDES),
  heldOn: z.string(),
  voters: z.number(),
  supporters: z.number(),
  methodVersion: z.number(),
  sums: z.record(z.enum(CRITERIA), z.number()),
  note: z.string().nullable(),
  expertName: z.string().nullable(),
  isMine: z.boolean(),
});

/** Another problem that belongs to one, seen from that one. */
export const RelatedProblem = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.enum(PROBLEM_STATUSES),
  kind: z.enum([...RELATION_KINDS, 'caused_by']),
});

/** One time that a problem was taken to the next level. */
export const EscalationItem = z.object({
  id: z.string(),
  fromLevel: z.enum(LEVELS),
  toLevel: z.enum(LEVELS),
  reason: z.string(),
  dueOn: z.string(),
  escalatedByName: z.string().nullable(),
  escalatedAtMs: z.number(),
  outcome: z.enum(ESCALATION_OUTCOMES).nullable(),
  answer: z.string().nullable(),
  answeredByName: z.string().nullable(),
  answeredAtMs: z.number().nullable(),
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
  /** Why it is so, from the nearest cause to the root. */
  whys: z.array(z.string()),
  confirmKind: z.enum(CONFIRM_KINDS).nullable(),
  confirmedByName: z.string().nullable(),
  solvedBy: z.string().nullable(),
  registeredBy: z.string(),
  levelSinceMs: z.number().nullable(),
  expertsCount: z.number(),
  mergedInto: z.object({ id: z.string(), code: z.string() }).nullable(),
  splitFrom: z.object({ id: z.string(), code: z.string() }).nullable(),
  parts: z.array(z.object({ id: z.string(), code: z.string(), title: z.string(), status: z.enum(PROBLEM_STATUSES) })),
  related: z.array(RelatedProblem),
  /** The first open problems of the same neighbourhood: what it can be merged into or related to, before anything is typed. */
  beside: z.array(z.object({ id: z.string(), code: z.string(), title: z.string() })),
  rounds: z.array(ScoreRound),
  /** The weights by which the scores are made. */
  method: z.object({
    version: z.number(),
    criteria: z.array(z.object({ key: z.enum(CRITERIA), weight: z.number() })),
  }),
  escalations: z.array(EscalationItem),
  moves: z.array(z.object({ atMs: z.number(), from: z.enum(PROBLEM_STATUSES), to: z.enum(PROBLEM_STATUSES) })),
  merged: z.array(z.object({ id: z.string(), code: z.string(), title: z.string(), registeredAtMs: z.number() })),
  evidence: z.array(EvidenceItem),
  history: z.array(HistoryEntry),
});
/** One problem with everything on its page. */
export type ProblemDetail = z.infer<typeof ProblemDetail>;

/** How many problems there are of each status and domain, for the filters. */
export const ProblemCounts = z.object({
  total: z.number(),
  byStatus: z.array(z.object({ status: z.enum(COUNTED), count: z.number() })),
  /** Open ones only. */
  byDomain: z.array(z.object({ domainKey: z.string(), count: z.number() })),
  /** Waiting for an answer past its day; residents and experts far apart. Both counted up to `upTo`. */
  overdue: z.number(),
  gap: z.number(),
  upTo: z.number(),
});
