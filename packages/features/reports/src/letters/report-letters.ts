import { defineLetter } from '@mahalleh/border';
import * as z from 'zod';
import { zFigureKey, zPeriod, zSection } from '../model.ts';

const version = z.int().positive().describe('The version of the figures');
const county = z.string().max(4).describe('Official code of the county; empty for the whole province');
const figure = zFigureKey.describe('Key of a figure of the report');

/** What a report says, apart from its seal: the same on both sides, so that both can check the signature. */
export const zReportDocument = z.strictObject({
  period: zPeriod.describe('Jalali month or quarter'),
  version,
  cellsDigest: z.string().length(64).describe('SHA-256 of the frozen cells of that version'),
  texts: z.array(
    z.strictObject({ section: zSection, body: z.string().max(8000).describe('What the province publishes under it') }),
  ),
  notes: z.array(
    z.strictObject({ figure, county, body: z.string().max(2000).describe('What the province says to the figure') }),
  ),
  signatory: z.strictObject({
    name: z.string().max(120).describe('Who signed, in office'),
    title: z.string().max(200).describe('The office'),
    onBehalfOf: z.string().max(120).nullable().describe('For whom, when signing was delegated'),
  }),
  signedAtMs: z.int().describe('When it was signed (UTC milliseconds)'),
});
/** A report as it is signed. */
export type ReportDocument = z.infer<typeof zReportDocument>;

/** A signed report on its way to the ministry. */
export const submittedLetter = defineLetter(
  'report.submitted',
  z.strictObject({
    ...zReportDocument.shape,
    digest: z.string().length(64).describe('SHA-256 of all that is above'),
    signature: z.string().max(120).describe('Ed25519 signature of the digest with the key of the province'),
    keyId: z.string().max(40).describe('Which key'),
    dueOn: z.string().max(10).describe('The day on which it was due'),
    submittedAtMs: z.int().describe('When it was submitted (UTC milliseconds)'),
  }),
  {
    to: 'nation',
    nature: 'event',
    published: {
      'texts[].body': ['submitted_reports.body_json'],
      'notes[].body': ['submitted_reports.body_json'],
      'signatory.name': ['submitted_reports.body_json'],
      'signatory.onBehalfOf': ['submitted_reports.body_json'],
    },
    about: {
      fa: 'گزارش امضاشده یک دوره: متن‌ها و یادداشت‌هایی که استان منتشر می‌کند و نام امضاکننده در مقام خود.',
      en: 'The signed report of a period: texts and notes that the province publishes, and the name of who signed in office.',
    },
  },
);

const talk = {
  id: z.string().max(40).describe('The id of the line'),
  period: zPeriod.describe('Jalali month or quarter'),
  version,
  figure: figure.nullable(),
  county: county.nullable(),
  author: z.string().max(200).describe('Who wrote it, in office'),
  body: z.string().max(2000).describe('What was written'),
  atMs: z.int().describe('When (UTC milliseconds)'),
};

/** A line that the province wrote in the thread of a report. */
export const commentedLetter = defineLetter('report.commented', z.strictObject(talk), {
  to: 'nation',
  nature: 'event',
  published: { author: ['submitted_comments.author'], body: ['submitted_comments.body'] },
  about: {
    fa: 'سخنی که استان در گفت‌وگوی یک گزارش نوشته است.',
    en: 'A line that the province wrote in the thread of a report.',
  },
});

/** A line that the ministry wrote in the thread of a report. */
export const answeredLetter = defineLetter('report.answered', z.strictObject(talk), {
  to: 'province',
  nature: 'event',
  published: { author: ['submitted_comments.author'], body: ['submitted_comments.body'] },
  about: {
    fa: 'سخنی که وزارت در گفت‌وگوی یک گزارش نوشته است.',
    en: 'A line that the ministry wrote in the thread of a report.',
  },
});

/** What the ministry decided on a report: accepted, or returned figure by figure. */
export const decidedLetter = defineLetter(
  'report.decided',
  z.strictObject({
    period: talk.period,
    version,
    decision: z.enum(['accepted', 'returned']).describe('What was decided'),
    lines: z.array(z.strictObject({ id: talk.id, figure: talk.figure, county: talk.county, body: talk.body })),
    author: talk.author,
    atMs: talk.atMs,
  }),
  {
    to: 'province',
    nature: 'event',
    published: {
      author: ['submitted_comments.author', 'submitted_reports.decided_by'],
      'lines[].body': ['submitted_comments.body'],
    },
    about: {
      fa: 'تصمیم وزارت درباره یک گزارش: پذیرفته، یا رقم به رقم برگردانده.',
      en: 'What the ministry decided on a report: accepted, or returned figure by figure.',
    },
  },
);

/** The days that reports have, as the ministry has set them. */
export const deadlinesLetter = defineLetter(
  'report.deadlines',
  z.strictObject({
    revision: z.int().positive().describe('The how-manieth setting'),
    monthDays: z.int().positive().describe('Days after the end of a month'),
    quarterDays: z.int().positive().describe('Days after the end of a quarter'),
    setAtMs: z.int().describe('They hold for periods that end after it (UTC milliseconds)'),
  }),
  {
    to: 'province',
    nature: 'event',
    about: {
      fa: 'مهلت گزارش ماه و سه‌ماهه، چنان که وزارت تعیین کرده است.',
      en: 'The days that the reports of a month and of a quarter have, as the ministry has set them.',
    },
  },
);

/** A reminder of a report that the ministry waits for. */
export const remindedLetter = defineLetter(
  'report.reminded',
  z.strictObject({
    id: talk.id,
    period: talk.period,
    version,
    author: talk.author,
    body: talk.body,
    atMs: talk.atMs,
  }),
  {
    to: 'province',
    nature: 'event',
    published: { author: ['submitted_comments.author'], body: ['submitted_comments.body'] },
    about: {
      fa: 'یادآوری گزارشی که وزارت چشم به راه آن است.',
      en: 'A reminder of a report that the ministry waits for.',
    },
  },
);
