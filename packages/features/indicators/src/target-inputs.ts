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
import { SHARE_WAYS } from './cascade-rules.ts';

const titleEn = zOptional(zTitle());
const zValue = zDecimal({ min: -1e12, max: 1e12 });

/** What measures a target: a metric in its agreed version, all of it or one cell (dimensions as `kind=mosque`), or an indicator. */
const measureFields = {
  metricKey: zOptional(z.string().regex(/^[a-z_]+\.[a-z_]+$/, { error: 'metric_unknown' })),
  metricVersion: zOptional(zCount({ min: 1, max: 1000 })),
  metricDims: zOptional(
    z.string().regex(/^[a-z_]+=[a-z0-9_]+(;[a-z_]+=[a-z0-9_]+)*$/, { error: 'metric_dims_malformed' }),
  ),
  indicatorId: zOptional(zId('indicator')),
};

/** Where the target is to be on the way, in any order. */
const zMilestones = z.array(zInput({ onDate: zCivilDate, value: zValue })).max(24, { error: 'list_too_long' });

/** Input of `target.set`. Without a metric or an indicator, somebody reports the value. */
export const SetTarget = zInput({
  unitId: zId('unit'),
  titleFa: zTitle(),
  titleEn,
  ...measureFields,
  baselineValue: zValue,
  goalValue: zValue,
  fromOn: zCivilDate,
  dueOn: zCivilDate,
  milestones: zMilestones.optional(),
});

const edit = { targetId: zId('target'), revision: zRevision };

/** Input of `target.amend`: what is left out stays; milestones are given whole. The measure stays: another measure is another target. */
export const AmendTarget = zInput({
  ...edit,
  titleFa: zOptional(zTitle()),
  titleEn,
  baselineValue: zOptional(zValue),
  goalValue: zOptional(zValue),
  fromOn: zOptional(zCivilDate),
  dueOn: zOptional(zCivilDate),
  milestones: zMilestones.optional(),
});

/** Input of `target.drop`. */
export const DropTarget = zInput({ ...edit, reason: zNote(500) });

/** Input of `target.report`: what has been reached, for a target that nothing measures. */
export const ReportTarget = zInput({ ...edit, value: zValue });

/** Input of `target.cascade`: the part of each unit below, adding up to the whole. */
export const CascadeTarget = zInput({
  ...edit,
  shares: z
    .array(zInput({ unitId: zId('unit'), baselineValue: zValue, goalValue: zValue }))
    .min(1, { error: 'list_too_short' })
    .max(1000, { error: 'list_too_long' }),
});

/** Input of the proposal for a cascade. */
export const ProposeShares = zInput({ targetId: zId('target'), by: zOptional(z.enum(SHARE_WAYS)) });

/** Input of the list of targets. `unitId` means the unit and everything below it; parts of a cascade are left out unless asked for. */
export const ListTargets = zInput({
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
  unitId: zOptional(zId('unit')),
  withDropped: zOptional(zFlag),
  withParts: zOptional(zFlag),
});

/** Input of one target. */
export const ReadTarget = zInput({ targetId: zId('target') });
