import { defineLetter } from '@mahalleh/border';
import { isPeopleKey } from '@mahalleh/metric';
import * as z from 'zod';
import { zPeriod } from '../model.ts';

/** The figures of a period as they were frozen. */
export const closedLetter = defineLetter(
  'period.closed',
  z.strictObject({
    period: zPeriod.describe('Jalali month or quarter'),
    version: z.int().positive().describe('The first is that of the end of the period; later ones supersede it'),
    closedAtMs: z.int().describe('When the figures were frozen (UTC milliseconds)'),
    reason: z.string().max(2000).nullable().describe('Why the province superseded an earlier version'),
    cells: z.array(
      z.strictObject({
        county: z
          .string()
          .regex(/^\d{4}$/)
          .describe('Official code of the county'),
        metric: z
          .string()
          .max(80)
          .refine((key) => !isPeopleKey(key))
          .describe('Key and version of the metric, never one of people'),
        dims: z.string().max(200).describe('Dimension values from national code lists'),
        value: z.int().describe('The count or sum'),
        asOfMs: z.int().describe('The instant of the records it was counted from (UTC milliseconds)'),
      }),
    ),
  }),
  {
    to: 'nation',
    nature: 'event',
    published: { reason: ['national_closings.reason'] },
    about: {
      fa: 'ارقام یک دوره، به همان صورتی که در پایان آن بسته شد: شمار چیزها در هر شهرستان؛ نه پرونده، نه شخص.',
      en: 'The figures of a period as they were frozen at its end: counts of things per county; no case and no person.',
    },
  },
);
