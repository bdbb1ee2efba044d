import { CAPACITY_KINDS } from '@mahalleh/capacity/statuses';
import { PROBLEM_STATUSES } from '@mahalleh/problems/model';
import * as z from 'zod';
import { FACTORS } from './factor-model.ts';

const nullable = z.string().nullable();
const unit = { unitId: z.string(), unitNameFa: z.string(), unitNameEn: nullable };

/** What tuning answers. */
export const Tuned = z.object({ key: z.enum(FACTORS), revision: z.number() });

/** One reason for a match, or against it, in words: how well it does in this respect (0..1), and what that gives of 100. */
export const MatchReason = z.object({
  key: z.enum(FACTORS),
  fa: z.string(),
  en: z.string(),
  value: z.number(),
  points: z.number(),
});
/** One reason for a match, or against it. */
export type MatchReason = z.infer<typeof MatchReason>;

const matched = {
  /** 0..100. */
  score: z.number(),
  /** The reasons that there is something to say of, the weightiest first. */
  reasons: z.array(MatchReason),
  /** How well it does in every respect, 0..1: with these and the weights, the score can be computed again. */
  values: z.record(z.enum(FACTORS), z.number()),
  /** Null unless both have a point, and for sensitive problems always. Unit: metres. */
  distanceM: z.number().nullable(),
  /** Whether it is already used by an operation about the problem that is planned or runs. */
  isUsed: z.boolean(),
};

/** A capacity in a match. */
export const MatchedCapacity = z.object({
  capacityId: z.string(),
  kind: z.enum(CAPACITY_KINDS),
  name: z.string(),
  ...unit,
  agencyId: nullable,
  agencyName: nullable,
  quantity: z.number().nullable(),
  availableNote: nullable,
});

/** A problem in a match. */
export const MatchedProblem = z.object({
  problemId: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.enum(PROBLEM_STATUSES),
  ...unit,
  domainKey: z.string(),
  domainTitleFa: z.string(),
  domainTitleEn: z.string(),
  severity: z.number(),
  peopleAffected: z.number().nullable(),
});

/** A capacity that fits a problem. */
export const CapacityMatch = MatchedCapacity.extend(matched);
/** A capacity that fits a problem. */
export type CapacityMatch = z.infer<typeof CapacityMatch>;
/** A problem that a capacity could help. */
export const ProblemMatch = MatchedProblem.extend(matched);
/** A problem that a capacity could help. */
export type ProblemMatch = z.infer<typeof ProblemMatch>;
/** A capacity that fits a problem of a neighbourhood. */
export const PlaceMatch = z.object({ ...MatchedCapacity.shape, problem: MatchedProblem, ...matched });
/** A capacity that fits a problem of a neighbourhood. */
export type PlaceMatch = z.infer<typeof PlaceMatch>;

const weights = { weights: z.record(z.enum(FACTORS), z.number()) };

/** How many volunteers of the neighbourhood have a skill that serves the domain first. Counts, never who; a null count is fewer than five. */
export const VolunteerCount = z.object({
  skill: z.string(),
  titleFa: z.string(),
  titleEn: z.string(),
  count: z.number().nullable(),
});

/** What fits a problem, the best first. `considered`: how many capacities within reach were weighed. */
export const ProblemMatches = z.object({
  problemId: z.string(),
  ...weights,
  rows: z.array(CapacityMatch),
  considered: z.number(),
  volunteers: z.array(VolunteerCount),
});
/** What fits a problem, the best first. */
export type ProblemMatches = z.infer<typeof ProblemMatches>;

/** What a capacity could help, the best first. */
export const CapacityMatches = z.object({
  capacityId: z.string(),
  ...weights,
  rows: z.array(ProblemMatch),
  considered: z.number(),
});
/** What a capacity could help, the best first. */
export type CapacityMatches = z.infer<typeof CapacityMatches>;

/** What fits the foremost problems of a neighbourhood: each problem and each capacity once. `total`: how many such pairs there are. */
export const PlaceMatches = z.object({ unitId: z.string(), rows: z.array(PlaceMatch), total: z.number() });
/** What fits the foremost problems of a neighbourhood. */
export type PlaceMatches = z.infer<typeof PlaceMatches>;

/** One rule as it stands. `params`: by the schema of its key. */
export const MatchRule = z.object({
  key: z.enum(FACTORS),
  weight: z.number(),
  isActive: z.boolean(),
  params: z.record(z.string(), z.unknown()),
  revision: z.number(),
});
/** One rule as it stands. */
export type MatchRule = z.infer<typeof MatchRule>;
/** The rules in their order, and what they give for one problem: the one asked about, else the gravest open one of the reader's units. */
export const MatchRules = z.object({
  rows: z.array(MatchRule),
  preview: z.object({ problem: MatchedProblem, rows: z.array(CapacityMatch) }).nullable(),
});
