import { AIM_GROUPS, DIRECTIONS, FREQUENCIES, POPULATIONS, UNITS } from '@mahalleh/indicators/codes';
import * as z from 'zod';
import { zDigest } from '../document/template-document.ts';
import { defineKind } from './define-kind.ts';
import { zFlagField, zLasts, zLine, zLineOrNone, zRef, zWords, zWordsOrNone } from './field-shapes.ts';

/** An indicator with its formula, and the change that is promised: so much, after so many months. */
export const indicatorKind = defineKind({
  kind: 'indicator',
  part: 'indicators',
  title: { fa: 'شاخص', en: 'Indicator' },
  fields: z.strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,60}$/),
    titleFa: zLine,
    titleEn: zLineOrNone,
    aim: z.enum(AIM_GROUPS),
    unit: z.enum(UNITS),
    direction: z.enum(DIRECTIONS),
    formula: z.string().min(1).max(2000).nullable(),
    about: zWordsOrNone,
    ofFa: zLineOrNone,
    ofEn: zLineOrNone,
    source: zLine,
    frequency: z.enum(FREQUENCIES),
    population: z.enum(POPULATIONS),
    addsUp: zFlagField,
    /** In the indicator's unit, with its sign; null: nothing is promised. */
    expectedChange: z.number().nullable(),
    expectedMonths: z.int().min(1).max(60).nullable(),
  }),
  refs: {},
  name: 'titleFa',
  texts: ['titleFa', 'titleEn', 'about', 'ofFa', 'ofEn', 'source'],
  lands: 'row',
});

/** A number to be reached, so many working days after the adoption's first day. */
export const targetKind = defineKind({
  kind: 'target',
  part: 'targets',
  title: { fa: 'هدف', en: 'Target' },
  fields: z.strictObject({
    titleFa: zLine,
    titleEn: zLineOrNone,
    metricKey: z.string().max(80).nullable(),
    metricDims: z.string().max(200).nullable(),
    indicatorRef: zRef,
    baseline: z.number(),
    goal: z.number(),
    lastsDays: zLasts,
  }),
  refs: { indicatorRef: ['indicator'] },
  name: 'titleFa',
  texts: ['titleFa', 'titleEn'],
  lands: 'row',
});

/** What was learnt, for whoever does it next. */
export const lessonKind = defineKind({
  kind: 'lesson',
  part: 'lessons',
  title: { fa: 'درس‌آموخته', en: 'Lesson learnt' },
  fields: z.strictObject({ title: zLine, text: zWords }),
  refs: {},
  name: 'title',
  texts: ['title', 'text'],
  lands: 'text',
});

/** A photo or document; `attachment` is the digest of one that the document holds. */
export const mediaKind = defineKind({
  kind: 'media',
  part: 'media',
  title: { fa: 'عکس یا سند', en: 'Photo or document' },
  fields: z.strictObject({ title: zLine, attachment: zDigest, forRef: zRef }),
  refs: { forRef: ['operation', 'problem', 'lesson', 'terms', 'committee'] },
  name: 'title',
  texts: ['title'],
  lands: 'text',
});
