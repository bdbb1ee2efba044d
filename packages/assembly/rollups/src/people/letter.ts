import { defineLetter } from '@mahalleh/border';
import { HIDDEN, isPeopleKey } from '@mahalleh/metric';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/domain';
import * as z from 'zod';
import type { ToldLeaf } from './suppress.ts';

const county = z
  .string()
  .regex(/^\d{4}$/)
  .describe('Official code of the county');
const DOMAINS: readonly string[] = NATIONAL_DOMAINS.map(({ key }) => key);
const domain = z
  .string()
  .max(40)
  .refine((key) => DOMAINS.includes(key))
  .describe('National domain');
/** None, or five and more: a small number of people does not pass the border, whatever made the letter. */
const people = z
  .int()
  .nonnegative()
  .refine((value) => value < HIDDEN.least || value > HIDDEN.most);

/** The leaf tables of people of a month that was closed. */
export const peopleLetter = defineLetter(
  'people.closed',
  z.strictObject({
    period: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .describe('Jalali month'),
    version: z.int().positive().describe('The version of the figures of that month'),
    closedAtMs: z.int().describe('When the figures of that version were frozen (UTC milliseconds)'),
    asOfMs: z.int().describe('The instant of the records that were counted (UTC milliseconds)'),
    counties: z.array(county).describe('Which counties are covered: without a leaf they have none'),
    tables: z.array(
      z.strictObject({
        metric: z.string().max(80).refine(isPeopleKey).describe('Key and version of the people metric'),
        told: z.array(
          z.strictObject({
            county,
            domain,
            values: z.array(people).min(1).max(6).describe('The number of people, or of each part; none is 1 to 4'),
          }),
        ),
        hidden: z.array(z.strictObject({ county, domain })).describe('Leaves that are not told'),
      }),
    ),
  }),
  {
    to: 'nation',
    nature: 'event',
    about: {
      fa: 'شمار افراد در پایان یک ماه، به تفکیک شهرستان و حوزه و نه هیچ تفکیک دیگر؛ بی‌جمع، و بدون شمارهای یک تا چهار که در استان پنهان شده‌اند.',
      en: 'Counts of people at the end of a month, by county and domain and nothing else: no totals, and without counts of one to four, which were hidden in the province.',
    },
  },
);

/** Which version of which month. */
export type Closing = { readonly period: string; readonly version: number; readonly closedAtMs: number };

/** What the letter of a closing says: of what is hidden, that it is. */
export const peopleBody = (
  closing: Closing,
  asOfMs: number,
  counties: readonly string[],
  tables: readonly { readonly metric: string; readonly leaves: readonly ToldLeaf[] }[],
): z.infer<typeof peopleLetter.body> => ({
  ...closing,
  asOfMs,
  counties: [...counties],
  tables: tables.map(({ metric, leaves }) => ({
    metric,
    told: leaves.flatMap(({ county, domain, values }) =>
      values === null ? [] : [{ county, domain, values: [...values] }],
    ),
    hidden: leaves.flatMap(({ county, domain, values }) => (values === null ? [{ county, domain }] : [])),
  })),
});
