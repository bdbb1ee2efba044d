import * as z from 'zod';
import { AIM_GROUPS, DIRECTIONS, FREQUENCIES, POPULATIONS, UNITS } from './codes.ts';
import { WHY_MISSING } from './formula/evaluate.ts';

/** What every change of an indicator answers. */
export const IndicatorChanged = z.object({ id: z.string(), revision: z.number() });

/** What a change of measurements answers: of which indicator, and how many values were written. */
export const MeasurementsChanged = z.object({ id: z.string(), count: z.number() });

/** How an indicator is defined. */
export const IndicatorDefinition = z.object({
  id: z.string(),
  key: z.string(),
  aim: z.enum(AIM_GROUPS),
  titleFa: z.string(),
  titleEn: z.string().nullable(),
  ofFa: z.string().nullable(),
  ofEn: z.string().nullable(),
  unit: z.enum(UNITS),
  direction: z.enum(DIRECTIONS),
  frequency: z.enum(FREQUENCIES),
  population: z.enum(POPULATIONS),
  addsUp: z.boolean(),
  formula: z.string().nullable(),
  version: z.number(),
});
/** How an indicator is defined. */
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** One indicator in the list, with how many of my units have been measured in its last period. */
export const IndicatorItem = IndicatorDefinition.extend({
  source: z.string(),
  lastPeriod: z.string().nullable(),
  measured: z.number(),
  retiredAtMs: z.number().nullable(),
  isSample: z.boolean(),
  revision: z.number(),
});
/** One indicator in the list. */
export type IndicatorItem = z.infer<typeof IndicatorItem>;

/** The indicators of the province, and how many neighbourhoods and villages are mine to measure. */
export const IndicatorList = z.object({ rows: z.array(IndicatorItem), places: z.number() });
/** The indicators of the province. */
export type IndicatorList = z.infer<typeof IndicatorList>;

const zVersion = z.object({
  version: z.number(),
  unit: z.enum(UNITS),
  direction: z.enum(DIRECTIONS),
  formula: z.string().nullable(),
  why: z.string().nullable(),
  sinceMs: z.number(),
});

const zNamed = z.object({ id: z.string(), key: z.string(), titleFa: z.string(), titleEn: z.string().nullable() });

/** One indicator with all its versions, what it reads, what reads it, and its history. */
export const IndicatorDetail = IndicatorItem.extend({
  about: z.string().nullable(),
  definedAtMs: z.number(),
  retireReason: z.string().nullable(),
  versions: z.array(zVersion),
  reads: z.array(zNamed),
  readBy: z.array(zNamed),
  history: z.array(z.object({ atMs: z.number(), action: z.string(), actorName: z.string().nullable() })),
});
/** One indicator with all its versions. */
export type IndicatorDetail = z.infer<typeof IndicatorDetail>;

/** One point of a series: a value, nothing and why, or fewer than five people. */
export const SeriesPointShown = z.object({
  period: z.string(),
  state: z.enum(['value', 'missing', 'suppressed']),
  value: z.number().nullable(),
  why: z.enum(WHY_MISSING).nullable(),
  /** The part of a formula that is missing. */
  of: z.string().nullable(),
  n: z.number().nullable(),
  places: z.number().nullable(),
  hidden: z.number(),
  version: z.number(),
  measurementId: z.string().nullable(),
});

const zAim = z.object({
  baseline: z.number().nullable(),
  goal: z.number().nullable(),
  goalPeriod: z.string().nullable(),
});

const zPlace = z.object({
  id: z.string(),
  kind: z.string(),
  nameFa: z.string(),
  nameEn: z.string().nullable(),
  countyFa: z.string().nullable(),
  countyEn: z.string().nullable(),
});

/** The units of an indicator in one period: what they have, what they had before, where they are to be, and the course of it. */
export const IndicatorUnits = z.object({
  period: z.string().nullable(),
  periods: z.array(z.string()),
  rows: z.array(
    z.object({
      unit: zPlace,
      point: SeriesPointShown,
      before: SeriesPointShown.nullable(),
      aim: zAim,
      course: z.array(z.object({ period: z.string(), value: z.number().nullable() })),
    }),
  ),
  measured: z.number(),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});
/** The units of an indicator in one period. */
export type IndicatorUnits = z.infer<typeof IndicatorUnits>;

/** One measurement with who made it, what was asked about it, and every correction. */
export const MeasurementShown = z.object({
  id: z.string(),
  period: z.string(),
  version: z.number(),
  value: z.number().nullable(),
  n: z.number().nullable(),
  isSuppressed: z.boolean(),
  note: z.string().nullable(),
  doubts: z.array(z.object({ reason: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
  doubtReason: z.string().nullable(),
  via: z.enum(['form', 'file']),
  measuredBy: z.string().nullable(),
  measuredAtMs: z.number(),
  struckAtMs: z.number().nullable(),
  strikeReason: z.string().nullable(),
  isSample: z.boolean(),
  revision: z.number(),
  corrections: z.array(
    z.object({
      valueBefore: z.number().nullable(),
      valueAfter: z.number().nullable(),
      wasSuppressed: z.boolean(),
      isSuppressed: z.boolean(),
      reason: z.string(),
      correctedBy: z.string().nullable(),
      correctedAtMs: z.number(),
    }),
  ),
});
/** One measurement with its corrections. */
export type MeasurementShown = z.infer<typeof MeasurementShown>;

/** The series of an indicator in one unit: points, baseline and goal, earlier definitions apart, and the measurements behind them. */
export const IndicatorSeries = z.object({
  unit: zPlace,
  definition: IndicatorDefinition,
  points: z.array(SeriesPointShown),
  earlier: z.array(SeriesPointShown),
  aim: zAim,
  places: z.number(),
  measurements: z.array(MeasurementShown),
});
/** The series of an indicator in one unit. */
export type IndicatorSeries = z.infer<typeof IndicatorSeries>;

/** What a neighbourhood's page shows of one indicator. */
export const UnitIndicator = z.object({
  id: z.string(),
  aim: z.enum(AIM_GROUPS),
  titleFa: z.string(),
  titleEn: z.string().nullable(),
  ofFa: z.string().nullable(),
  ofEn: z.string().nullable(),
  unit: z.enum(UNITS),
  direction: z.enum(DIRECTIONS),
  baseline: z.number().nullable(),
  goal: z.number().nullable(),
  goalPeriod: z.string().nullable(),
  points: z.array(SeriesPointShown),
});
/** What a neighbourhood's page shows of one indicator. */
export type UnitIndicator = z.infer<typeof UnitIndicator>;

/** The indicators of a neighbourhood's page, and how many there are with a value. */
export const UnitIndicators = z.object({ rows: z.array(UnitIndicator), total: z.number() });

/** The indicators that can be chosen. */
export const IndicatorChoices = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      titleFa: z.string(),
      titleEn: z.string().nullable(),
      unit: z.enum(UNITS),
      direction: z.enum(DIRECTIONS),
      isComputed: z.boolean(),
      addsUp: z.boolean(),
    }),
  ),
});
