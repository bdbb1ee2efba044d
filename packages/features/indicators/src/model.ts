import {
  zCivilDate,
  zCount,
  zDecimal,
  zFlag,
  zId,
  zInput,
  zNote,
  zOptional,
  zRevision,
  zTitle,
} from '@mahalleh/kernel';
import * as z from 'zod';
import { VERDICTS } from './rules.ts';

export { MEASURABLES, measurableOf, type Measurable } from './measurable.ts';
export { VERDICTS, type Verdict } from './rules.ts';

const titleEn = zOptional(zTitle());
const zValue = zDecimal({ min: -1e12, max: 1e12 });

/** What measures a target: a metric in its agreed version, all of it or one cell. Dimensions as `kind=mosque`. */
const metricFields = {
  metricKey: zOptional(z.string().regex(/^[a-z_]+\.[a-z_]+$/, { error: 'metric_unknown' })),
  metricVersion: zOptional(zCount({ min: 1, max: 1000 })),
  metricDims: zOptional(
    z.string().regex(/^[a-z_]+=[a-z0-9_]+(;[a-z_]+=[a-z0-9_]+)*$/, { error: 'metric_dims_malformed' }),
  ),
};

/** Input of `target.set`. Without a metric, somebody reports the value. */
export const SetTarget = zInput({
  unitId: zId('unit'),
  titleFa: zTitle(),
  titleEn,
  ...metricFields,
  baselineValue: zValue,
  goalValue: zValue,
  fromOn: zCivilDate,
  dueOn: zCivilDate,
});

const edit = { targetId: zId('target'), revision: zRevision };

/** Input of `target.amend`: what is left out stays. The metric stays: another measure is another target. */
export const AmendTarget = zInput({
  ...edit,
  titleFa: zOptional(zTitle()),
  titleEn,
  baselineValue: zOptional(zValue),
  goalValue: zOptional(zValue),
  fromOn: zOptional(zCivilDate),
  dueOn: zOptional(zCivilDate),
});

/** Input of `target.drop`. */
export const DropTarget = zInput({ ...edit, reason: zNote(500) });

/** Input of `target.report`: what has been reached, for a target that no metric measures. */
export const ReportTarget = zInput({ ...edit, value: zValue });

/** Input of the list of targets. `unitId` means the unit and everything below it. */
export const ListTargets = zInput({
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
  unitId: zOptional(zId('unit')),
  withDropped: zOptional(zFlag),
});

/** Input of one target. */
export const ReadTarget = zInput({ targetId: zId('target') });

/** What every change of a target answers. */
export const TargetChanged = z.object({ id: z.string(), revision: z.number() });

/** One target with where it is today. `have` is null when it was never reported. */
export const TargetItem = z.object({
  id: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: z.string().nullable(),
  titleFa: z.string(),
  titleEn: z.string().nullable(),
  metricKey: z.string().nullable(),
  metricVersion: z.number(),
  metricDims: z.string().nullable(),
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

/** One target with its history. */
export const TargetDetail = TargetItem.extend({
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
/** One target with its history. */
export type TargetDetail = z.infer<typeof TargetDetail>;
