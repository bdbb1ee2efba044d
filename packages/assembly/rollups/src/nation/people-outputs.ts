import * as z from 'zod';

const Bilingual = z.object({ fa: z.string(), en: z.string() });
const Range = z
  .object({ low: z.int(), high: z.int().nullable().describe('null: nobody can say') })
  .nullable()
  .describe('Between which numbers the whole lies when leaves are hidden');

/** A figure of people on the wire. */
export const PeopleFigureOutput = z.object({
  value: z.number().nullable().describe('What was told: a sum, or a share; null: nothing was'),
  range: Range,
  reported: z.int(),
  missing: z.array(z.string()).readonly(),
  suppressed: z.int().describe('How many leaves are hidden'),
  asOf: z.int().nullable().describe('UTC milliseconds; the oldest instant covered'),
  sums: z.array(z.int()).readonly().nullable().describe('What was told, part by part'),
  of: z.int().nullable(),
  over: z.int().nullable(),
});

/** How a people metric is declared. */
export const PeopleMetricOutput = z.object({
  key: z.string(),
  version: z.int(),
  kind: z.enum(['count', 'ratio']),
  title: Bilingual,
  definition: Bilingual,
  source: Bilingual,
  owner: z.object({ key: z.string(), title: Bilingual }),
  parts: z.array(z.object({ key: z.string(), title: Bilingual })).describe('Of a ratio; nobody is in two of them'),
  of: z.string().nullable().describe('The part that is divided by all of them'),
});

/** A place with its leaves by domain: no leaves at all is missing, sums of zero with nothing hidden is zero. */
export const PeoplePlaceOutput = z.object({
  key: z.string(),
  code: z.string(),
  nameFa: z.string(),
  nameEn: z.string().nullable(),
  whole: PeopleFigureOutput,
  domains: z
    .array(z.object({ domain: z.string(), sums: z.array(z.int()).readonly(), suppressed: z.int(), range: Range }))
    .nullable(),
  letter: z
    .object({ version: z.int(), number: z.int(), closedAtMs: z.int(), isFirst: z.boolean() })
    .nullable()
    .describe('The letter that told it'),
});
