import { zCount, zDecimal, zFlag, zId, zInput, zNote, zOptional, zRevision, zTitle } from '@mahalleh/kernel';
import * as z from 'zod';
import { AIM_GROUPS, DIRECTIONS, FREQUENCIES, POPULATIONS, UNITS } from './codes.ts';
import { LONGEST_FORMULA } from './formula/tokens.ts';
import { readPeriod } from './periods.ts';

/** How formulas name an indicator: Latin letters, digits and underscores. */
export const zIndicatorKey = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required', abort: true })
  .regex(/^[a-z][a-z0-9_]{1,59}$/, { error: 'indicator_key_malformed' });

const zFormula = z.string().trim().max(LONGEST_FORMULA, { error: 'formula_too_long' });
/** The field of an amendment: left out, it stays; null or empty text clears it. */
const zClearable = <T extends z.ZodType>(field: T) =>
  z.union([z.literal('').transform(() => null), field.nullable()]).optional();

/** Input of `indicator.define`. Without a formula somebody measures it. */
export const DefineIndicator = zInput({
  key: zIndicatorKey,
  aim: z.enum(AIM_GROUPS),
  titleFa: zTitle(),
  titleEn: zOptional(zTitle()),
  about: zOptional(zNote(1000)),
  ofFa: zOptional(zTitle(60)),
  ofEn: zOptional(zTitle(60)),
  source: zTitle(),
  frequency: z.enum(FREQUENCIES),
  population: z.enum(POPULATIONS),
  addsUp: zOptional(zFlag),
  unit: z.enum(UNITS),
  direction: z.enum(DIRECTIONS),
  formula: zOptional(zFormula),
});

const edit = { indicatorId: zId('indicator'), revision: zRevision };

/** Input of `indicator.amend`: what is left out stays. Another formula, unit or direction is another version, and says why. */
export const AmendIndicator = zInput({
  ...edit,
  aim: zOptional(z.enum(AIM_GROUPS)),
  titleFa: zOptional(zTitle()),
  titleEn: zClearable(zTitle()),
  about: zClearable(zNote(1000)),
  ofFa: zClearable(zTitle(60)),
  ofEn: zClearable(zTitle(60)),
  source: zOptional(zTitle()),
  addsUp: zOptional(zFlag),
  unit: zOptional(z.enum(UNITS)),
  direction: zOptional(z.enum(DIRECTIONS)),
  formula: zClearable(zFormula),
  why: zOptional(zNote(500)),
});

/** Input of `indicator.retire`. */
export const RetireIndicator = zInput({ ...edit, reason: zNote(500) });

const zValue = zDecimal({ min: -1e15, max: 1e15 });
const zPeople = zOptional(zCount({ min: 0, max: 100_000_000 }));
/** A period as people write it: `1405/7`, «مهر ۱۴۰۵», «پاییز ۱۴۰۵»; whether the indicator has such periods is for the rules to say. */
const zPeriod = z
  .string({ error: 'required' })
  .overwrite((typed) => readPeriod(typed) ?? typed.trim())
  .min(1, { error: 'required' })
  .max(40, { error: 'period_unknown' });

/** Input of `indicator.measure`: some values at once. `why`: why odd ones are right all the same, for all or for one. */
export const MeasureIndicator = zInput({
  indicatorId: zId('indicator'),
  values: z
    .array(
      zInput({
        unitId: zId('unit'),
        period: zPeriod,
        value: zValue,
        n: zPeople,
        note: zOptional(zNote(500)),
        why: zOptional(zNote(500)),
      }),
      { error: 'list_expected' },
    )
    .min(1, { error: 'list_too_short' })
    .max(500, { error: 'list_too_long' }),
  why: zOptional(zNote(500)),
});

/** Input of `indicator.correct`. */
export const CorrectMeasurement = zInput({
  measurementId: zId('measurement'),
  revision: zRevision,
  value: zValue,
  n: zPeople,
  reason: zNote(500),
});

/** Input of `indicator.strike`. */
export const StrikeMeasurement = zInput({
  measurementId: zId('measurement'),
  revision: zRevision,
  reason: zNote(500),
});

/** Input of `indicator.aim`: where units stood at first and where they are to be. What is blank is taken away. */
export const AimIndicator = zInput({
  indicatorId: zId('indicator'),
  aims: z
    .array(
      zInput({
        unitId: zId('unit'),
        baselineValue: zOptional(zValue),
        goalValue: zOptional(zValue),
        goalPeriod: zOptional(zPeriod),
      }),
      { error: 'list_expected' },
    )
    .min(1, { error: 'list_too_short' })
    .max(500, { error: 'list_too_long' }),
});

const page = {
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
};

/** Input of the list of indicators. */
export const ListIndicators = zInput({
  aim: zOptional(z.enum(AIM_GROUPS)),
  q: zOptional(z.string().max(120, { error: 'text_too_long' })),
  withRetired: zOptional(zFlag),
});

/** Input of one indicator. */
export const ReadIndicator = zInput({ indicatorId: zId('indicator') });

/** The orders of the units of an indicator; a minus turns it round. */
export const UNIT_SORTS = ['name', 'value', '-value'] as const;

/** Input of the units of an indicator in one period (the last one measured when it is left out). `underId`: those below a unit. */
export const ListIndicatorUnits = zInput({
  indicatorId: zId('indicator'),
  period: zOptional(zPeriod),
  underId: zOptional(zId('unit')),
  /** Only those of which nothing has been measured in the period. */
  missing: zOptional(zFlag),
  sort: zOptional(z.enum(UNIT_SORTS)),
  ...page,
});

/** Input of the series of an indicator in one unit. */
export const ReadSeries = zInput({ indicatorId: zId('indicator'), unitId: zId('unit') });

/** Input of the indicators of a neighbourhood's page: the first eight, or `all` that are looked at. */
export const NeighbourhoodIndicators = zInput({ unitId: zId('unit'), all: zOptional(zFlag) });

/** Input of the indicators that can be chosen: words of the title, or the key. */
export const ChooseIndicators = zInput({ q: zOptional(z.string().max(120, { error: 'text_too_long' })) });
