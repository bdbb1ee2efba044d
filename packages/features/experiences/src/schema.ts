import { nationalTable, provinceTable } from '@mahalleh/gate';
import { index, integer, primaryKey, text } from 'drizzle-orm/sqlite-core';
import type { NationalDomainKey } from '@mahalleh/problems/domain';
import type { Ending, ExperienceKind } from './kinds.ts';

/** What is written before it is published; it stays in the province. */
export const experienceDrafts = provinceTable('experience_drafts', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<ExperienceKind>().notNull(),
  domain: text('domain').$type<NationalDomainKey>().notNull(),
  title: text('title').notNull().case(),
  tried: text('tried').case(),
  outcome: text('outcome').case(),
  advice: text('advice').case(),
  /** JSON: ids of the operations and notes, and keys of the figures, that it rests on. */
  operationsJson: text('operations_json').notNull().default('[]'),
  notesJson: text('notes_json').notNull().default('[]'),
  figuresJson: text('figures_json').notNull().default('[]'),
  writtenBy: text('written_by').notNull(),
  writtenAtMs: integer('written_at_ms').notNull(),
  amendedAtMs: integer('amended_at_ms').notNull(),
  revision: integer('revision').notNull().default(1),
});

// The same tables stand in every province and at the nation: letters alone bring them together, in any order.
const posts = () => ({
  id: text('id').primaryKey(),
  province: text('province').notNull(),
  kind: text('kind').$type<ExperienceKind>().notNull(),
  domain: text('domain').$type<NationalDomainKey>().notNull(),
  title: text('title').notNull().case(),
  tried: text('tried').notNull().case(),
  outcome: text('outcome').notNull().case(),
  advice: text('advice').case(),
  evidenceJson: text('evidence_json').notNull().case(),
  figuresJson: text('figures_json').notNull(),
  author: text('author').notNull().person(),
  office: text('office').notNull(),
  publishedAtMs: integer('published_at_ms').notNull(),
});
const answers = () => ({
  id: text('id').primaryKey(),
  experienceId: text('experience_id').notNull(),
  province: text('province').notNull(),
  author: text('author').notNull().person(),
  office: text('office').notNull(),
  body: text('body').notNull().case(),
  atMs: integer('at_ms').notNull(),
});
const adoptions = () => ({
  experienceId: text('experience_id').notNull(),
  province: text('province').notNull(),
  /** How often this province has changed its mind: of two, the later one counts. */
  turn: integer('turn').notNull(),
  isAdopted: integer('is_adopted', { mode: 'boolean' }).notNull(),
  operation: text('operation').case(),
  note: text('note').case(),
  author: text('author').notNull().person(),
  office: text('office').notNull(),
  atMs: integer('at_ms').notNull(),
});
const endings = () => ({
  experienceId: text('experience_id').notNull(),
  how: text('how').$type<Ending>().notNull(),
  province: text('province').notNull(),
  reason: text('reason').notNull().case(),
  author: text('author').notNull().person(),
  office: text('office').notNull(),
  atMs: integer('at_ms').notNull(),
});
const docs = () => ({
  n: integer('n').primaryKey(),
  ref: text('ref').notNull().unique(),
  text: text('text').notNull().case(),
});

/** The posts of all provinces, as this province has them; written once. */
export const experiences = provinceTable('experiences', posts(), (t) => [
  index('experiences_by_time').on(t.publishedAtMs),
]);
/** The one thread of each post. `province`: who answers, or `ministry`. */
export const experienceAnswers = provinceTable('experience_answers', answers(), (t) => [
  index('experience_answers_by_post').on(t.experienceId, t.atMs),
]);
/** Which province does what a post tells of. */
export const experienceAdoptions = provinceTable('experience_adoptions', adoptions(), (t) => [
  primaryKey({ columns: [t.experienceId, t.province] }),
]);
/** Posts that were withdrawn by their province, or hidden by the ministry. */
export const experienceEndings = provinceTable('experience_endings', endings(), (t) => [
  primaryKey({ columns: [t.experienceId, t.how, t.province] }),
]);
/** The folded words of a post; the index `experience_index` follows it by triggers. */
export const experienceDocs = provinceTable('experience_docs', docs());

/** The posts of all provinces, as the nation keeps them. */
export const nationalExperiences = nationalTable('experiences', posts(), (t) => [
  index('experiences_by_time').on(t.publishedAtMs),
]);
/** The threads, at the nation. */
export const nationalAnswers = nationalTable('experience_answers', answers(), (t) => [
  index('experience_answers_by_post').on(t.experienceId, t.atMs),
]);
/** The adoptions, at the nation. */
export const nationalAdoptions = nationalTable('experience_adoptions', adoptions(), (t) => [
  primaryKey({ columns: [t.experienceId, t.province] }),
]);
/** The endings, at the nation. */
export const nationalEndings = nationalTable('experience_endings', endings(), (t) => [
  primaryKey({ columns: [t.experienceId, t.how, t.province] }),
]);
/** The folded words, at the nation. */
export const nationalDocs = nationalTable('experience_docs', docs());
