import * as z from 'zod';

/** A figure on the wire: never a bare number. */
export const FigureOutput = z.object({
  value: z.number().nullable().describe('null: nothing is covered; 0: a covered zero'),
  reported: z.int(),
  missing: z.array(z.string()).readonly(),
  suppressed: z.int(),
  asOf: z.int().nullable().describe('UTC milliseconds; the oldest instant covered'),
  of: z.number().nullable(),
  over: z.number().nullable(),
});

/** What a headline is. */
export const HeadlineOutput = z.object({
  key: z.string(),
  title: z.object({ fa: z.string(), en: z.string() }),
  unit: z.enum(['share', 'count', 'rial']),
  span: z.enum(['now', 'year']),
  metrics: z.array(z.string()).describe('Keys of the metrics it is made of; each has a page'),
});

/** A place with its figures: a province or a county. */
export const PlaceOutput = z.object({
  key: z.string(),
  code: z.string(),
  nameFa: z.string(),
  nameEn: z.string().nullable(),
  asOf: z.int().nullable(),
  counties: z.int().nullable(),
  neighbourhoods: z.int().nullable(),
  figures: z.record(z.string(), FigureOutput),
});

/** Time to solution: median and ninth decile in days, within their bucket. */
export const DurationOutput = z.object({
  bounds: z.array(z.int()),
  counts: z.array(z.int()),
  median: z.object({ at: z.number().optional(), above: z.number().optional() }).nullable(),
  p90: z.object({ at: z.number().optional(), above: z.number().optional() }).nullable(),
});
