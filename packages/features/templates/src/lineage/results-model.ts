import { DIRECTIONS, UNITS } from '@mahalleh/indicators/codes';
import { zCount, zId, zInput, zOptional } from '@mahalleh/kernel';
import * as z from 'zod';
import { VERDICTS } from './effect.ts';
import { WHERE } from './works-where.ts';

/** Input of a template’s results: of a version, or of that which most neighbourhoods tell of or use. */
export const ReadResults = zInput({
  templateId: zId('template'),
  version: zOptional(zCount({ min: 1, max: 10_000 })),
});

const Side = z.object({ n: z.int(), before: z.number(), after: z.number() });
/** What a template did to an indicator, or that too few tell of it: then there is no number. */
export const EffectRead = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('told'),
    effect: z.number(),
    low: z.number(),
    high: z.number(),
    treated: Side,
    untreated: Side,
    provinces: z.int(),
  }),
  z.object({ state: z.literal('too_few'), treated: z.int(), untreated: z.int() }),
]);

/** Why a promised indicator has no result: it tells of people and is never sent, or nobody has told of it. */
export const WHY_NO_RESULT = ['people', 'untold'] as const;

/** What came of a promised indicator. */
const IndicatorResult = z.object({
  key: z.string(),
  titleFa: z.string(),
  titleEn: z.string().nullable(),
  unit: z.enum(UNITS),
  ofFa: z.string().nullable(),
  ofEn: z.string().nullable(),
  direction: z.enum(DIRECTIONS),
  promised: z.number(),
  months: z.int(),
  effect: EffectRead,
  verdict: z.enum(VERDICTS),
  /** Neighbourhoods whose numbers are joined here. */
  told: z.object({ treated: z.int(), untreated: z.int() }),
  /** Neighbourhoods with the template whose numbers stay in their province: too few there, or too few alike. */
  untold: z.array(z.object({ province: z.string(), treated: z.int() })),
  where: z.array(z.object({ by: z.enum(WHERE), value: z.string(), effect: EffectRead, verdict: z.enum(VERDICTS) })),
});

/** What came of a version of a template, over all provinces. */
export const ResultsRead = z.object({
  templateId: z.string(),
  title: z.string(),
  province: z.string(),
  isOwn: z.boolean(),
  isSample: z.boolean(),
  version: z.int(),
  versions: z.array(z.object({ version: z.int(), treated: z.int() })),
  /** Neighbourhoods that use this version. */
  adoptions: z.int(),
  /** The oldest of what provinces told; null when none did. */
  asOfMs: z.int().nullable(),
  indicators: z.array(IndicatorResult),
  /** Promised indicators without a result, and why. */
  without: z.array(
    z.object({
      key: z.string(),
      titleFa: z.string(),
      titleEn: z.string().nullable(),
      why: z.enum(WHY_NO_RESULT),
    }),
  ),
});
/** What came of a version of a template. */
export type ResultsRead = z.infer<typeof ResultsRead>;
