import { provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { index, integer, real, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { NationalDomainKey } from './domain.ts';
import type { CloseReason, PlaceKind, ProblemStatus } from './statuses.ts';

/** The domains of work of this province, each mapped to one of the nation's. */
export const domains = provinceTable('domains', {
  key: text('key').primaryKey(),
  titleFa: text('title_fa').notNull(),
  titleEn: text('title_en').notNull(),
  nationalKey: text('national_key').$type<NationalDomainKey>().notNull(),
  isSensitive: integer('is_sensitive', { mode: 'boolean' }).notNull(),
  parentKey: text('parent_key'),
  ord: integer('ord').notNull(),
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
  },
  (t) => [
    uniqueIndex('problems_by_code').on(t.code),
    index('problems_by_unit').on(t.unitId, t.status),
    // Partial: nearly all are null, and statistics that count the nulls would make the planner shun it.
    index('problems_by_merged')
      .on(t.mergedIntoId)
      .where(sql`merged_into_id is not null`),
    index('problems_by_time').on(t.registeredAtMs),
  ],
);
