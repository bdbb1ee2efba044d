import { nationalTable, provinceTable } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Arrival, DraftStatus, ProposalOutcome, SubmissionStatus, TemplateEnding } from './statuses.ts';

/** The version of a template that is being written in its province, from one of its neighbourhoods. */
export const templateDrafts = provinceTable(
  'template_drafts',
  {
    id: text('id').primaryKey(),
    templateId: text('template_id').notNull(),
    version: integer('version').notNull(),
    /** The neighbourhood that it is taken from. It never leaves the province. */
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    title: text('title').notNull().case(),
    summary: text('summary').notNull().case(),
    changes: text('changes').notNull().case(),
    tagsJson: text('tags_json').notNull(),
    setting: text('setting').$type<'urban' | 'rural'>().notNull(),
    size: text('size').$type<'small' | 'medium' | 'large'>().notNull(),
    /** JSON: the elements as generalising made them, before anybody changed a word, with what names their records here (`ProjectedElement[]`). */
    projectedJson: text('projected_json').notNull().case(),
    /** JSON: the elements as they are to be published, those that are left out too. */
    elementsJson: text('elements_json').notNull().case(),
    /** JSON: ids of the elements that are left out. */
    leftOutJson: text('left_out_json').notNull().default('[]'),
    /** JSON: what generalising removed, by element and field: counts and kinds of what it was, never the words. */
    removedJson: text('removed_json').notNull().default('[]'),
    /** JSON: findings that a person decided on, by their key: `kept` (it is no personal datum), with who and when. */
    decisionsJson: text('decisions_json').notNull().default('{}'),
    /** JSON: keys of the figures whose results are attached. */
    resultsJson: text('results_json').notNull().default('[]'),
    /** JSON: the evidence photos that are attached, with the element that each belongs to and who confirmed that nobody is recognisable (`DraftPhoto[]`). */
    mediaJson: text('media_json').notNull().default('[]'),
    /** JSON: credits of improvements that were taken in (`Credit[]`). */
    creditsJson: text('credits_json').notNull().default('[]'),
    status: text('status').$type<DraftStatus>().notNull(),
    /** The digest of what was sent last. */
    digest: text('digest'),
    note: text('note').case(),
    writtenBy: text('written_by').notNull(),
    writtenAtMs: integer('written_at_ms').notNull(),
    amendedAtMs: integer('amended_at_ms').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    uniqueIndex('template_drafts_one_open')
      .on(t.templateId)
      .where(sql`status <> 'signed'`),
    index('template_drafts_by_unit').on(t.unitId),
  ],
);

/**
 * Which element a record of this province stands for: minted when it is first published, kept for ever; written when a template
 * is adopted too, so that what is published from an adopting neighbourhood keeps its ids. One element has a record in each.
 */
export const elementRows = provinceTable(
  'element_rows',
  {
    templateId: text('template_id').notNull(),
    elementId: text('element_id').notNull(),
    kind: text('kind').notNull(),
    /** The record's id, or what else names it there. */
    rowKey: text('row_key').notNull(),
  },
  (t) => [primaryKey({ columns: [t.templateId, t.kind, t.rowKey] }), index('element_rows_by_row').on(t.kind, t.rowKey)],
);

// The same tables stand in every province and at the nation: letters alone bring them together, in any order. What is signed is
// published: its words are no longer those of a case.
const signed = () => ({
  digest: text('digest').primaryKey(),
  templateId: text('template_id').notNull(),
  version: integer('version').notNull(),
  province: text('province').notNull(),
  title: text('title').notNull(),
  summary: text('summary').notNull(),
  tagsJson: text('tags_json').notNull(),
  setting: text('setting').$type<'urban' | 'rural'>().notNull(),
  size: text('size').$type<'small' | 'medium' | 'large'>().notNull(),
  elements: integer('elements').notNull(),
  /** JSON: how many elements each part has: `{ operations: 12 }`. */
  partsJson: text('parts_json').notNull(),
  /** JSON: national keys of its domains, each once. */
  domainsJson: text('domains_json').notNull(),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  /** The canonical text, over which the digest is. */
  documentJson: text('document_json').notNull(),
  sealJson: text('seal_json').notNull(),
  endorsementJson: text('endorsement_json').notNull(),
  arrival: text('arrival').$type<Arrival>().notNull(),
  signedAtMs: integer('signed_at_ms').notNull(),
});
const endings = () => ({
  templateId: text('template_id').notNull(),
  /** Null is not comparable: 0 stands for every version. */
  version: integer('version').notNull(),
  how: text('how').$type<TemplateEnding>().notNull(),
  province: text('province').notNull(),
  reason: text('reason').notNull().case(),
  author: text('author').notNull().person(),
  office: text('office').notNull(),
  atMs: integer('at_ms').notNull(),
});
const adopters = () => ({
  templateId: text('template_id').notNull(),
  version: integer('version').notNull(),
  province: text('province').notNull(),
  /** Official code of the county; neighbourhoods are counted, never named. */
  county: text('county').notNull(),
  /** What the county was called when it was told. */
  nameFa: text('name_fa'),
  nameEn: text('name_en'),
  turn: integer('turn').notNull(),
  adoptions: integer('adoptions').notNull(),
  /** JSON: `{ landed, changed, dropped, added }`, elements of all adoptions together, and `changedByKind`. */
  overlayJson: text('overlay_json').notNull(),
  atMs: integer('at_ms').notNull(),
});
const results = () => ({
  templateId: text('template_id').notNull(),
  version: integer('version').notNull(),
  province: text('province').notNull(),
  /** Key of the promised indicator. */
  indicator: text('indicator').notNull(),
  /** `treated` by the template, or alike and `untreated`. */
  side: text('side').$type<'treated' | 'untreated'>().notNull(),
  setting: text('setting').$type<'urban' | 'rural' | 'mixed'>().notNull(),
  size: text('size').$type<'small' | 'medium' | 'large' | 'mixed'>().notNull(),
  /** How many neighbourhoods. */
  n: integer('n').notNull(),
  /** Whether nothing is said of them, because it would speak of single neighbourhoods: then the sums are nought and stand for nothing. */
  isFew: integer('is_few', { mode: 'boolean' }).notNull().default(false),
  /** Sums over them, before and after: of the value, and of the square of its change. */
  sumBefore: real('sum_before').notNull(),
  sumAfter: real('sum_after').notNull(),
  sumSquaredChange: real('sum_squared_change').notNull(),
  turn: integer('turn').notNull(),
  asOfMs: integer('as_of_ms').notNull(),
});
const comments = () => ({
  id: text('id').primaryKey(),
  digest: text('digest').notNull(),
  part: text('part'),
  elementId: text('element_id'),
  body: text('body').notNull().case(),
  author: text('author').notNull().person(),
  office: text('office').notNull(),
  atMs: integer('at_ms').notNull(),
});
const proposals = () => ({
  id: text('id').primaryKey(),
  templateId: text('template_id').notNull(),
  baseVersion: integer('base_version').notNull(),
  /** Who proposes, and whose template it is: slugs. */
  fromProvince: text('from_province').notNull(),
  toProvince: text('to_province').notNull(),
  note: text('note').notNull().case(),
  /** JSON: `ElementChange[]`. */
  changesJson: text('changes_json').notNull().case(),
  author: text('author').notNull().person(),
  office: text('office').notNull(),
  atMs: integer('at_ms').notNull(),
  outcome: text('outcome').$type<ProposalOutcome>(),
  /** JSON: keys of the changes that were taken in. */
  takenJson: text('taken_json'),
  answer: text('answer').case(),
  answeredBy: text('answered_by').person(),
  answeredAtMs: integer('answered_at_ms'),
});
const docs = () => ({
  n: integer('n').primaryKey(),
  ref: text('ref').notNull().unique(),
  text: text('text').notNull(),
});
const elementsOf = () => ({
  elementId: text('element_id').notNull(),
  templateId: text('template_id').notNull(),
});

/** Signed versions of all provinces' templates, as this province has them; written once. */
export const templates = provinceTable('templates', signed(), (t) => [
  uniqueIndex('templates_by_version').on(t.templateId, t.version),
]);
/** Templates and versions that were withdrawn or revoked. */
export const templateEndings = provinceTable('template_endings', endings(), (t) => [
  primaryKey({ columns: [t.templateId, t.version, t.how] }),
]);
/** How often a version is in use, by county, and how much of it was changed there. */
export const templateAdopters = provinceTable('template_adopters', adopters(), (t) => [
  primaryKey({ columns: [t.templateId, t.version, t.province, t.county] }),
]);
/** What came of a version: sums of a province, treated and alike. */
export const templateResults = provinceTable('template_results', results(), (t) => [
  primaryKey({ columns: [t.templateId, t.version, t.province, t.indicator, t.side, t.setting, t.size] }),
]);
/** What reviewers wrote to a document that this province submitted. */
export const templateComments = provinceTable('template_comments', comments(), (t) => [
  index('template_comments_by_digest').on(t.digest, t.atMs),
]);
/** Improvements that this province proposed, and those that were proposed to it. */
export const templateProposals = provinceTable('template_proposals', proposals(), (t) => [
  index('template_proposals_by_template').on(t.templateId, t.atMs),
]);
/** The folded words of a version; the index `template_index` follows it by triggers. */
export const templateDocs = provinceTable('template_docs', docs());
/** Which templates hold an element: one that holds elements of another was made from it. */
export const templateElements = provinceTable('template_elements', elementsOf(), (t) => [
  primaryKey({ columns: [t.elementId, t.templateId] }),
]);

/** What provinces submitted, each document once. */
export const templateSubmissions = nationalTable(
  'template_submissions',
  {
    digest: text('digest').primaryKey(),
    templateId: text('template_id').notNull(),
    version: integer('version').notNull(),
    province: text('province').notNull(),
    title: text('title').notNull(),
    documentJson: text('document_json').notNull(),
    sealJson: text('seal_json').notNull(),
    note: text('note').notNull().case(),
    author: text('author').notNull().person(),
    office: text('office').notNull(),
    submittedAtMs: integer('submitted_at_ms').notNull(),
    status: text('status').$type<SubmissionStatus>().notNull(),
    decidedBy: text('decided_by').person(),
    decidedAtMs: integer('decided_at_ms'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [index('template_submissions_by_status').on(t.status, t.submittedAtMs)],
);
/** Signed versions, at the nation. */
export const nationalTemplates = nationalTable('templates', signed(), (t) => [
  uniqueIndex('templates_by_version').on(t.templateId, t.version),
]);
/** Endings, at the nation. */
export const nationalTemplateEndings = nationalTable('template_endings', endings(), (t) => [
  primaryKey({ columns: [t.templateId, t.version, t.how] }),
]);
/** Adopters, at the nation. */
export const nationalTemplateAdopters = nationalTable('template_adopters', adopters(), (t) => [
  primaryKey({ columns: [t.templateId, t.version, t.province, t.county] }),
]);
/** Results, at the nation. */
export const nationalTemplateResults = nationalTable('template_results', results(), (t) => [
  primaryKey({ columns: [t.templateId, t.version, t.province, t.indicator, t.side, t.setting, t.size] }),
]);
/** Reviewers' comments. A province has them once its document is returned or signed; until then their author may take them back. */
export const nationalTemplateComments = nationalTable(
  'template_comments',
  {
    ...comments(),
    writtenBy: text('written_by'),
    toldAtMs: integer('told_at_ms'),
    retractedAtMs: integer('retracted_at_ms'),
  },
  (t) => [index('template_comments_by_digest').on(t.digest, t.atMs)],
);
/** Proposed improvements on their way, kept so that credit can be shown. */
export const nationalTemplateProposals = nationalTable('template_proposals', proposals(), (t) => [
  index('template_proposals_by_template').on(t.templateId, t.atMs),
]);
/** The folded words, at the nation. */
export const nationalTemplateDocs = nationalTable('template_docs', docs());
/** Which templates hold an element, at the nation. */
export const nationalTemplateElements = nationalTable('template_elements', elementsOf(), (t) => [
  primaryKey({ columns: [t.elementId, t.templateId] }),
]);
