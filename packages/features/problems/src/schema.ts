import { provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { NationalDomainKey } from './domain.ts';
import type {
  CloseReason,
  ConfirmKind,
  Counted,
  EscalationOutcome,
  Level,
  PlaceKind,
  ProblemStatus,
  RelationKind,
  ScoreSide,
} from './statuses.ts';

/** The domains of work of this province, each mapped to one of the nation's. */
export const domains = provinceTable('domains', {
  key: text('key').primaryKey(),
  titleFa: text('title_fa').notNull(),
  titleEn: text('title_en').notNull(),
  nationalKey: text('national_key').$type<NationalDomainKey>().notNull(),
  isSensitive: integer('is_sensitive', { mode: 'boolean' }).notNull(),
  parentKey: text('parent_key'),
  ord: integer('ord').notNull(),
  revision: integer('revision').notNull().default(1),
  retiredAtMs: integer('retired_at_ms'),
});

/** The problem registry. A redacted problem keeps its figures and its course, but none of its words. */
export const problems = provinceTable(
  'problems',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    domainKey: text('domain_key')
      .notNull()
      .references(() => domains.key),
    title: text('title').notNull().case(),
    titleFolded: text('title_folded').notNull().case(),
    description: text('description').case(),
    severity: integer('severity').notNull(),
    peopleAffected: integer('people_affected'),
    placeKind: text('place_kind').$type<PlaceKind>().notNull(),
    placeNote: text('place_note').case(),
    latitude: real('latitude'),
    longitude: real('longitude'),
    status: text('status').$type<ProblemStatus>().notNull(),
    rank: integer('rank'),
    rootCause: text('root_cause').case(),
    solution: text('solution').case(),
    closeReason: text('close_reason').$type<CloseReason>(),
    reopenWhy: text('reopen_why').case(),
    mergedIntoId: text('merged_into_id').references((): AnySQLiteColumn => problems.id),
    registeredBy: text('registered_by')
      .notNull()
      .references(() => people.id),
    registeredAtMs: integer('registered_at_ms').notNull(),
    triagedAtMs: integer('triaged_at_ms'),
    startedAtMs: integer('started_at_ms'),
    solvedAtMs: integer('solved_at_ms'),
    closedAtMs: integer('closed_at_ms'),
    reopenedCount: integer('reopened_count').notNull().default(0),
    redactedAtMs: integer('redacted_at_ms'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
    /** Why it is so, and why that is so: a chain of up to five, as a JSON list. Its last is `root_cause`. */
    whysJson: text('whys_json').case(),
    splitFromId: text('split_from_id').references((): AnySQLiteColumn => problems.id),
    solvedBy: text('solved_by'),
    confirmedAtMs: integer('confirmed_at_ms'),
    confirmedBy: text('confirmed_by'),
    confirmKind: text('confirm_kind').$type<ConfirmKind>(),
    level: text('level').$type<Level>().notNull().default('neighbourhood'),
    levelSinceMs: integer('level_since_ms'),
    /** The day by which the level answers; null when nothing is waited for. */
    levelDueOn: text('level_due_on'),
    /** Both 0..100 by the method of `score_methods`; null before anybody scored. */
    residentsScore: real('residents_score'),
    residentsVotes: integer('residents_votes').notNull().default(0),
    supporters: integer('supporters').notNull().default(0),
    expertsScore: real('experts_score'),
    expertsCount: integer('experts_count').notNull().default(0),
    discardedAtMs: integer('discarded_at_ms'),
    rankOrder: integer('rank_order').generatedAlwaysAs(sql`coalesce(rank, 10000)`, { mode: 'virtual' }),
    scoreGap: real('score_gap').generatedAlwaysAs(sql`abs(residents_score - experts_score)`, { mode: 'virtual' }),
  },
  // The indexes that lists walk over (problems_walk_*, problems_by_kind …) are in the migration, with their directions.
  (t) => [
    uniqueIndex('problems_by_code').on(t.code),
    index('problems_by_unit').on(t.unitId, t.status),
    // Partial: nearly all are null, and statistics that count the nulls would make the planner shun it.
    index('problems_by_merged')
      .on(t.mergedIntoId)
      .where(sql`merged_into_id is not null`),
  ],
);

/** Every change of a problem's status, written by a trigger: `seq` is the audit row of the command that made it. */
export const problemMoves = provinceTable(
  'problem_moves',
  {
    problemId: text('problem_id').notNull(),
    seq: integer('seq').notNull(),
    atMs: integer('at_ms').notNull(),
    fromStatus: text('from_status').$type<ProblemStatus>().notNull(),
    toStatus: text('to_status').$type<ProblemStatus>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.problemId, t.seq] })],
);

/** Which problems belong together, and how. Without a direction, the smaller id comes first. */
export const problemRelations = provinceTable(
  'problem_relations',
  {
    aId: text('a_id')
      .notNull()
      .references(() => problems.id),
    bId: text('b_id')
      .notNull()
      .references(() => problems.id),
    kind: text('kind').$type<RelationKind>().notNull(),
    unitId: text('unit_id').notNull(),
    relatedBy: text('related_by').notNull(),
    relatedAtMs: integer('related_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.aId, t.bId, t.kind] }), index('problem_relations_back').on(t.bId)],
);

/** One round of residents' scores, counted together, or one expert's view. Residents are numbers here, never persons. */
export const problemScores = provinceTable(
  'problem_scores',
  {
    id: text('id').primaryKey(),
    problemId: text('problem_id')
      .notNull()
      .references(() => problems.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    side: text('side').$type<ScoreSide>().notNull(),
    /** The member of staff whose view it is; null for residents. */
    expertId: text('expert_id'),
    heldOn: text('held_on').notNull(),
    voters: integer('voters').notNull(),
    supporters: integer('supporters').notNull(),
    methodVersion: integer('method_version').notNull(),
    /** The sum of the points given by criterion, 1 to 5 each: `{ "harm": 12, … }`. */
    sumsJson: text('sums_json').notNull(),
    note: text('note').case(),
    recordedBy: text('recorded_by').notNull(),
    recordedAtMs: integer('recorded_at_ms').notNull(),
    removedAtMs: integer('removed_at_ms'),
  },
  (t) => [index('problem_scores_by_problem').on(t.problemId, t.side)],
);

/** How scores are made: criteria with weights, by version. Another way of making them is another version. */
export const scoreMethods = provinceTable('score_methods', {
  version: integer('version').primaryKey(),
  criteriaJson: text('criteria_json').notNull(),
  adoptedAtMs: integer('adopted_at_ms').notNull(),
});

/** Every time that a problem was taken to the next level, and what came of it. */
export const problemEscalations = provinceTable(
  'problem_escalations',
  {
    id: text('id').primaryKey(),
    problemId: text('problem_id')
      .notNull()
      .references(() => problems.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    fromLevel: text('from_level').$type<Level>().notNull(),
    toLevel: text('to_level').$type<Level>().notNull(),
    reason: text('reason').notNull().case(),
    dueOn: text('due_on').notNull(),
    escalatedBy: text('escalated_by').notNull(),
    escalatedAtMs: integer('escalated_at_ms').notNull(),
    outcome: text('outcome').$type<EscalationOutcome>(),
    answer: text('answer').case(),
    answeredBy: text('answered_by'),
    answeredAtMs: integer('answered_at_ms'),
  },
  (t) => [index('problem_escalations_by_problem').on(t.problemId, t.escalatedAtMs)],
);

/** How long a level has to answer. Unit: days. */
export const escalationClocks = provinceTable('escalation_clocks', {
  level: text('level').$type<Level>().primaryKey(),
  days: integer('days').notNull(),
  revision: integer('revision').notNull().default(1),
});

/** How many problems a unit and everything below it has, by standing, domain and severity. Kept by triggers in the same transaction. */
export const problemTallies = provinceTable(
  'problem_tallies',
  {
    unitId: text('unit_id').notNull(),
    standing: text('standing').$type<Counted>().notNull(),
    domainKey: text('domain_key').notNull(),
    severity: integer('severity').notNull(),
    n: integer('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.standing, t.domainKey, t.severity] })],
);

/** How many problems are open in a unit and everything below it, and how many of them of severity 4 and 5. Kept by triggers on the tallies. */
export const problemOpen = provinceTable('problem_open', {
  unitId: text('unit_id').primaryKey(),
  open: integer('open').notNull(),
  severe: integer('severe').notNull(),
});
