import * as z from 'zod';
import { SHARE_WAYS } from './cascade-rules.ts';
import { VERDICTS } from './rules.ts';

/** What every change of a target answers. */
export const TargetChanged = z.object({ id: z.string(), revision: z.number() });

/** What a cascade answers: the target, and how many parts were made of it. */
export const TargetCascaded = z.object({ id: z.string(), revision: z.number(), count: z.number() });

/** One target with where it is today. `have` is null when it was never reported. */
export const TargetItem = z.object({
  id: z.string(),
  unitId: z.string(),
  unitKind: z.string(),
  unitNameFa: z.string(),
  unitNameEn: z.string().nullable(),
  titleFa: z.string(),
  titleEn: z.string().nullable(),
  metricKey: z.string().nullable(),
  metricVersion: z.number(),
  metricDims: z.string().nullable(),
  indicatorId: z.string().nullable(),
  parentId: z.string().nullable(),
  baselineValue: z.number(),
  goalValue: z.number(),
  fromOn: z.string(),
  dueOn: z.string(),
  have: z.number().nullable(),
  needed: z.number(),
  /** How far ahead of what is needed today; negative is behind. */
  gap: z.number().nullable(),
  /** How much of the time is gone. Unit: 0..1. */
  share: z.number(),
  verdict: z.enum(VERDICTS),
  reportedAtMs: z.number().nullable(),
  droppedAtMs: z.number().nullable(),
  isSample: z.boolean(),
  revision: z.number(),
});
/** One target with where it is today. */
export type TargetItem = z.infer<typeof TargetItem>;

/** A page of targets. */
export const TargetList = z.object({
  rows: z.array(TargetItem),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

const zRange = z.object({ on: z.string().nullable(), earliest: z.string().nullable(), latest: z.string().nullable() });
const zAmount = z.object({ value: z.number(), least: z.number(), most: z.number() });

/** Where the recorded trend leads, or why nothing is said. */
export const ForecastShown = z.discriminatedUnion('is', [
  z.object({ is: z.literal('unknown'), why: z.enum(['too_few', 'too_short']), readings: z.number() }),
  z.object({ is: z.literal('reached') }),
  z.object({
    is: z.literal('known'),
    readings: z.number(),
    firstOn: z.string(),
    slope: z.number(),
    reach: zRange,
    atDue: zAmount.nullable(),
  }),
]);

const zDayValue = z.object({ onDate: z.string(), value: z.number() });
const zTitled = z.object({ id: z.string(), titleFa: z.string(), titleEn: z.string().nullable() });

/** One target with its plan, what was recorded of it, where that leads, its parts and its history. */
export const TargetDetail = TargetItem.extend({
  milestones: z.array(zDayValue),
  readings: z.array(zDayValue),
  forecast: ForecastShown,
  indicator: zTitled.extend({ key: z.string() }).nullable(),
  parent: zTitled.nullable(),
  parts: z.array(TargetItem),
  /** Whether the target can be shared out: to units that lie below its own, as an amount that adds up. */
  maySplit: z.boolean(),
  dropReason: z.string().nullable(),
  setAtMs: z.number(),
  history: z.array(
    z.object({
      atMs: z.number(),
      action: z.string(),
      actorId: z.string(),
      actorName: z.string().nullable(),
      fields: z.array(z.string()),
    }),
  ),
});
/** One target with its plan and history. */
export type TargetDetail = z.infer<typeof TargetDetail>;

/** A proposal for a cascade: a part for each unit below, adding up to the whole. */
export const ShareProposal = z.object({
  by: z.enum(SHARE_WAYS),
  targetId: z.string(),
  titleFa: z.string(),
  titleEn: z.string().nullable(),
  baselineValue: z.number(),
  goalValue: z.number(),
  revision: z.number(),
  rows: z.array(
    z.object({
      unitId: z.string(),
      nameFa: z.string(),
      nameEn: z.string().nullable(),
      population: z.number().nullable(),
      neighbourhoods: z.number(),
      baselineValue: z.number(),
      goalValue: z.number(),
    }),
  ),
});
/** A proposal for a cascade. */
export type ShareProposal = z.infer<typeof ShareProposal>;
