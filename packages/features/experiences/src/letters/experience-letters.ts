import { defineLetter, type Published } from '@mahalleh/border';
import * as z from 'zod';
import { EvidenceTold, FigureTold, zDomain, zKind } from '../model.ts';
import { ENDINGS } from '../kinds.ts';

const id = z.string().max(40).describe('The id of the post');
const author = z.string().max(200).describe('Who wrote it, in office');
const office = z.string().max(200).describe('The office');
const atMs = z.int().describe('When (UTC milliseconds)');
const side = z
  .string()
  .regex(/^[a-z-]{2,40}$/)
  .describe('Slug of the province, or `ministry`');

const { shape } = FigureTold;
const figure = z.strictObject({
  key: shape.key.describe('Key of a figure of the period report'),
  titleFa: shape.titleFa.describe('What it is called'),
  titleEn: shape.titleEn.describe('The same in English'),
  unit: shape.unit.describe('What it is counted in'),
  period: shape.period.describe('Jalali month of a flow; empty for a stock'),
  value: shape.value.describe('The figure of the whole province'),
  of: shape.of.describe('Of a share, what is counted'),
  over: shape.over.describe('Of a share, out of how many'),
  asOfMs: shape.asOfMs.describe('When it was frozen (UTC milliseconds)'),
  metrics: z.array(z.string().max(80)).describe('The metrics with their versions: its definition'),
});
const post = {
  id,
  kind: zKind.describe('An experience or a suggestion'),
  domain: zDomain.describe('National domain'),
  title: z.string().max(200).describe('Its title'),
  tried: z.string().max(8000).describe('What was tried, or what the matter is'),
  outcome: z.string().max(8000).describe('What came of it, or what is suggested'),
  advice: z.string().max(8000).nullable().describe('What others should know'),
  evidence: z
    .array(
      z.strictObject({
        title: EvidenceTold.shape.title.describe('Title of an operation that the author picked'),
        place: EvidenceTold.shape.place.describe('Name of its neighbourhood'),
        status: EvidenceTold.shape.status.describe('Whether it goes on or is done'),
        startsOn: EvidenceTold.shape.startsOn.describe('Its first day'),
        endsOn: EvidenceTold.shape.endsOn.describe('Its last day'),
        photos: EvidenceTold.shape.photos.describe('How many photos the province keeps of it; none leaves it'),
        notes: z.array(
          z.strictObject({
            day: z.string().max(10).nullable().describe('The day it tells of'),
            phase: z.enum(['before', 'during', 'after']).nullable().describe('When, as to the work'),
            text: z.string().max(4000).describe('A note of it that the author picked'),
          }),
        ),
      }),
    )
    .max(6),
  figures: z.array(figure).max(6),
  author,
  office,
  publishedAtMs: atMs,
};
const answer = { id: z.string().max(40).describe('The id of the answer'), experienceId: id };
const said = z.string().max(4000).describe('What was written');
const adoption = {
  experienceId: id,
  turn: z.int().positive().describe('How often the province has changed its mind'),
  isAdopted: z.boolean().describe('Whether the province does so'),
  operation: z.string().max(200).nullable().describe('Title of the operation in which it does so'),
  note: z.string().max(1000).nullable().describe('What the province says to it'),
  author,
  office,
  atMs,
};
const ending = { experienceId: id, reason: z.string().max(2000).describe('Why'), author, office, atMs };

/** Where the words of letters are kept: in columns of the same name in every province and at the nation. */
const kept = (table: string, fields: Readonly<Record<string, string>>): Published =>
  Object.fromEntries(Object.entries(fields).map(([field, column]) => [field, [`${table}.${column}`]]));

const POST = {
  // The names of the nation's own figures.
  'figures[].titleFa': ['experiences.figures_json [].titleFa'],
  'figures[].titleEn': ['experiences.figures_json [].titleEn'],
  ...kept('experiences', { author: 'author' }),
  advice: ['experiences.advice', 'experience_docs.text'],
  title: ['experiences.title', 'experience_docs.text'],
  tried: ['experiences.tried', 'experience_docs.text'],
  outcome: ['experiences.outcome', 'experience_docs.text'],
  ...Object.fromEntries(
    ['title', 'place', 'startsOn', 'endsOn', 'notes[].day', 'notes[].text'].map((field) => [
      `evidence[].${field}`,
      ['experiences.evidence_json'],
    ]),
  ),
};
const ANSWER = kept('experience_answers', { author: 'author', body: 'body' });
const ADOPTION = kept('experience_adoptions', { operation: 'operation', note: 'note', author: 'author' });
const ENDING = kept('experience_endings', { reason: 'reason', author: 'author' });

/** A post that a province publishes. */
export const publishedLetter = defineLetter('experience.published', z.strictObject(post), {
  ...{ to: 'nation', nature: 'event', published: POST },
  about: {
    fa: 'تجربه یا پیشنهادی که استان برای همه استان‌ها و وزارت منتشر می‌کند، با گواه‌ها و ارقامی که نویسنده برگزیده است.',
    en: 'An experience or suggestion that the province publishes for all provinces and the ministry, with the evidence and figures that its author picked.',
  },
});

/** A post on its way to every province. */
export const sharedLetter = defineLetter('experience.shared', z.strictObject({ province: side, ...post }), {
  ...{ to: 'province', nature: 'event', published: POST },
  about: {
    fa: 'تجربه یا پیشنهاد یک استان، برای همه استان‌ها.',
    en: 'An experience or suggestion of one province, for all provinces.',
  },
});

/** A province takes its own post back. */
export const withdrawnLetter = defineLetter('experience.withdrawn', z.strictObject(ending), {
  ...{ to: 'nation', nature: 'event', published: ENDING },
  about: {
    fa: 'استان نوشته خود را با دلیل پس می‌گیرد.',
    en: 'The province withdraws what it has published, with the reason.',
  },
});

/** A post was withdrawn or hidden, for every province. */
export const endedLetter = defineLetter(
  'experience.ended',
  z.strictObject({ ...ending, province: side, how: z.enum(ENDINGS).describe('By its province, or by the ministry') }),
  {
    ...{ to: 'province', nature: 'event', published: ENDING },
    about: {
      fa: 'نوشته‌ای را استانش پس گرفته یا وزارت پنهان کرده است.',
      en: 'A post was withdrawn by its province or hidden by the ministry.',
    },
  },
);

/** A province answers a post. */
export const answeredLetter = defineLetter(
  'experience.answered',
  z.strictObject({ ...answer, author, office, body: said, atMs }),
  {
    ...{ to: 'nation', nature: 'event', published: ANSWER },
    about: { fa: 'پاسخ استان به یک نوشته.', en: 'What a province answers to a post.' },
  },
);

/** An answer of a province or the ministry, for every province. */
export const repliedLetter = defineLetter(
  'experience.replied',
  z.strictObject({ ...answer, province: side, author, office, body: said, atMs }),
  {
    ...{ to: 'province', nature: 'event', published: ANSWER },
    about: {
      fa: 'پاسخ یک استان یا وزارت به یک نوشته، برای همه استان‌ها.',
      en: 'What a province or the ministry answers to a post, for all provinces.',
    },
  },
);

/** A province does what a post tells of, or no longer. */
export const adoptedLetter = defineLetter('experience.adopted', z.strictObject(adoption), {
  ...{ to: 'nation', nature: 'event', published: ADOPTION },
  about: {
    fa: 'استان آنچه را در یک نوشته آمده به کار می‌گیرد، یا از آن بازمی‌گردد.',
    en: 'The province does what a post tells of, or no longer does.',
  },
});

/** The adoption of a province, for every province. */
export const takenUpLetter = defineLetter('experience.taken_up', z.strictObject({ province: side, ...adoption }), {
  ...{ to: 'province', nature: 'event', published: ADOPTION },
  about: {
    fa: 'به‌کارگیری یک نوشته در یک استان، برای همه استان‌ها.',
    en: 'The adoption of a post by one province, for all provinces.',
  },
});

/** A post as it is published. */
export type PostTold = z.infer<typeof publishedLetter.body>;
/** An answer as it is written. */
export type AnswerTold = z.infer<typeof answeredLetter.body>;
/** An adoption as it is told. */
export type AdoptionTold = z.infer<typeof adoptedLetter.body>;
/** An ending as it is told. */
export type EndingTold = z.infer<typeof withdrawnLetter.body>;
