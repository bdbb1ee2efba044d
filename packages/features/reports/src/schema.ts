import { nationalTable, provinceTable, workspaceTable } from '@mahalleh/gate';
import { index, integer, primaryKey, text } from 'drizzle-orm/sqlite-core';
import type { CallKind, ReportStatus, Side, SubmittedStatus, TalkKind } from './statuses.ts';

/** Which version of which period a row is of. */
const ofVersion = () => ({ period: text('period').notNull(), version: integer('version').notNull() });
/** The same, of a province: the nation holds those of all. */
const ofProvince = () => ({ province: text('province').notNull(), ...ofVersion() });
/** A line of the thread. */
const said = () => ({
  side: text('side').$type<Side>().notNull(),
  kind: text('kind').$type<TalkKind>().notNull(),
  figure: text('figure'),
  county: text('county'),
  author: text('author').notNull().person(),
});

/** The versions in which the figures of a period were frozen: the first when it ended, later ones with a reason. `period`: `1405-08` or `1405-q3`. */
export const closings = provinceTable(
  'closings',
  {
    ...ofVersion(),
    closedAtMs: integer('closed_at_ms').notNull(),
    reason: text('reason').case(),
  },
  (t) => [primaryKey({ columns: [t.period, t.version] })],
);

/** The cells of a period as they were when they were frozen; no row of it ever changes (triggers refuse it). */
export const frozenCells = provinceTable(
  'frozen_cells',
  {
    ...ofVersion(),
    metric: text('metric').notNull(),
    /** Official code of the county. */
    county: text('county').notNull(),
    dims: text('dims').notNull(),
    value: integer('value').notNull(),
    asOfMs: integer('as_of_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.period, t.version, t.metric, t.county, t.dims] })],
);

/** The report of a period: one for each version of its figures. */
export const reports = provinceTable(
  'reports',
  {
    ...ofVersion(),
    status: text('status').$type<ReportStatus>().notNull(),
    dueOn: text('due_on').notNull(),
    draftedAtMs: integer('drafted_at_ms').notNull(),
    signedAtMs: integer('signed_at_ms'),
    signedBy: text('signed_by'),
    signatory: text('signatory').person(),
    signatoryTitle: text('signatory_title'),
    onBehalfOf: text('on_behalf_of').person(),
    cellsDigest: text('cells_digest'),
    digest: text('digest'),
    signature: text('signature'),
    keyId: text('key_id'),
    submittedAtMs: integer('submitted_at_ms'),
    decidedAtMs: integer('decided_at_ms'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.period, t.version] })],
);

/** What the report says in words, by section. Written to be published. */
export const reportTexts = provinceTable(
  'report_texts',
  {
    ...ofVersion(),
    section: text('section').notNull(),
    body: text('body').notNull().case(),
  },
  (t) => [primaryKey({ columns: [t.period, t.version, t.section] })],
);

/** What the province says to one of its figures; `county` is empty for that of the whole province. */
export const reportNotes = provinceTable(
  'report_notes',
  {
    ...ofVersion(),
    figure: text('figure').notNull(),
    county: text('county').notNull(),
    body: text('body').notNull().case(),
  },
  (t) => [primaryKey({ columns: [t.period, t.version, t.figure, t.county] })],
);

/** The one thread of a report, as the province has it. */
export const reportComments = provinceTable(
  'report_comments',
  {
    id: text('id').primaryKey(),
    ...ofVersion(),
    ...said(),
    body: text('body').notNull().case(),
    atMs: integer('at_ms').notNull(),
  },
  (t) => [index('report_comments_by_report').on(t.period, t.atMs)],
);

/** Who may sign for the governor, from which day to which. */
export const delegations = provinceTable('delegations', {
  id: text('id').primaryKey(),
  fromPersonId: text('from_person_id').notNull(),
  toPersonId: text('to_person_id').notNull(),
  fromOn: text('from_on').notNull(),
  untilOn: text('until_on').notNull(),
  reason: text('reason').notNull().case(),
  grantedAtMs: integer('granted_at_ms').notNull(),
  endedAtMs: integer('ended_at_ms'),
});

/** The closings that the provinces have sent. */
export const nationalClosings = nationalTable(
  'national_closings',
  {
    ...ofProvince(),
    closedAtMs: integer('closed_at_ms').notNull(),
    reason: text('reason'),
    receivedAtMs: integer('received_at_ms').notNull(),
    epoch: integer('epoch').notNull(),
    letterNumber: integer('letter_number').notNull(),
  },
  (t) => [primaryKey({ columns: [t.province, t.period, t.version] })],
);

/** The frozen cells of all provinces; no row of it ever changes (triggers refuse it). */
export const nationalFrozenCells = nationalTable(
  'national_frozen_cells',
  {
    metric: text('metric').notNull(),
    ...ofProvince(),
    county: text('county').notNull(),
    dims: text('dims').notNull(),
    value: integer('value').notNull(),
    asOfMs: integer('as_of_ms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.metric, t.period, t.province, t.version, t.county, t.dims] }),
    index('national_frozen_cells_by_report').on(t.province, t.period, t.version),
  ],
);

/** The reports that the provinces have submitted, every version as it came. */
export const submittedReports = nationalTable(
  'submitted_reports',
  {
    ...ofProvince(),
    status: text('status').$type<SubmittedStatus>().notNull(),
    bodyJson: text('body_json').notNull(),
    submittedAtMs: integer('submitted_at_ms').notNull(),
    receivedAtMs: integer('received_at_ms').notNull(),
    epoch: integer('epoch').notNull(),
    letterNumber: integer('letter_number').notNull(),
    decidedAtMs: integer('decided_at_ms'),
    decidedBy: text('decided_by').person(),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.province, t.period, t.version] })],
);

/** The one thread of each report, as the ministry has it. */
export const submittedComments = nationalTable(
  'submitted_comments',
  {
    id: text('id').primaryKey(),
    ...ofProvince(),
    ...said(),
    body: text('body').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (t) => [index('submitted_comments_by_report').on(t.province, t.period, t.atMs)],
);

/** The days that reports have, as the ministry has set them, each with the instant from which it holds: for periods that end later. Every province is told. */
export const reportDeadlines = workspaceTable('report_deadlines', {
  revision: integer('revision').primaryKey(),
  monthDays: integer('month_days').notNull(),
  quarterDays: integer('quarter_days').notNull(),
  setAtMs: integer('set_at_ms').notNull(),
});

/** Since when a report calls those who write and sign it, and why; each reason once. */
export const reportCalls = provinceTable(
  'report_calls',
  { ...ofVersion(), kind: text('kind').$type<CallKind>().notNull(), calledAtMs: integer('called_at_ms').notNull() },
  (t) => [primaryKey({ columns: [t.period, t.version, t.kind] })],
);

/** The days on which the ministry has reminded a province of a report: once a day at most. */
export const reportReminders = nationalTable(
  'report_reminders',
  { province: text('province').notNull(), period: text('period').notNull(), onDate: text('on_date').notNull() },
  (t) => [primaryKey({ columns: [t.province, t.period, t.onDate] })],
);
