import { refuse, type CivilDate, type FieldFault, type Refusal } from '@mahalleh/kernel';
import { MOST_OF_UNIT, WHOLE_UNITS, type Frequency, type MeasureUnit, type Population } from './codes.ts';
import { isPeriod, spanOf } from './periods.ts';

/** What is to be known of an indicator when it is measured. */
export type Measured = {
  readonly frequency: Frequency;
  readonly population: Population;
  readonly unit: MeasureUnit;
  readonly formula: string | null;
  readonly retiredAtMs: number | null;
};

/** A value as somebody says it. `n`: how many people it rests on. */
export type Said = { readonly value: number; readonly n?: number | undefined };

/** A value as it is kept: of one to four people only that there are some. */
export type Kept = { readonly value: number | null; readonly n: number | null; readonly isSuppressed: boolean };

/** Below this number of people a value says too much of each of them. */
export const FEWEST_PEOPLE = 5;

/** The first Jalali year for which measurements are taken. */
const FIRST_YEAR = '1390';

/** Whether anybody can measure the indicator, or the refusal. */
export const whyNotMeasure = ({ formula, retiredAtMs }: Measured): Refusal | undefined => {
  if (retiredAtMs !== null) return refuse('indicator_retired');
  return formula === null ? undefined : refuse('indicator_is_computed');
};

/** What is wrong with a period of the indicator: its kind, or that it has not begun. */
export const periodFault = (
  { frequency }: Pick<Measured, 'frequency'>,
  period: string,
  today: CivilDate,
): Omit<FieldFault, 'field'> | undefined => {
  if (!isPeriod(frequency, period)) return { reason: `period_not_a_${frequency}` };
  if (period !== 'once' && period < FIRST_YEAR) return { reason: 'period_too_early' };
  const span = spanOf(period);
  return span !== undefined && span.firstOn > today
    ? { reason: 'period_not_begun', params: { firstOn: span.firstOn } }
    : undefined;
};

const restsOn = ({ population, unit }: Measured, { value, n }: Said): number | undefined =>
  population === 'things' ? undefined : unit === 'person' ? value : n;

/** What is wrong with a value: outside its unit, broken where it is counted whole, or of people without their number. */
export const valueFault = (of: Measured, said: Said): FieldFault | undefined => {
  const most = MOST_OF_UNIT[of.unit];
  if (of.unit !== 'ratio' && said.value < 0) return { field: 'value', reason: 'number_too_small', params: { min: 0 } };
  if (most !== undefined && said.value > most)
    return { field: 'value', reason: 'number_too_big', params: { max: most } };
  if (WHOLE_UNITS.includes(of.unit) && !Number.isInteger(said.value))
    return { field: 'value', reason: 'integer_expected' };
  if (of.population === 'people' && of.unit !== 'person' && said.n === undefined)
    return { field: 'n', reason: 'people_count_missing' };
  return undefined;
};

const SHARE_OF: Partial<Readonly<Record<MeasureUnit, number>>> = { percent: 100, per_1000: 1000 };

const isFew = (people: number): boolean => people > 0 && people < FEWEST_PEOPLE;

/**
 * Whether a value lets few people be seen: it rests on one to four, or it is a share that stands for one to four of
 * those it rests on. Nought stays nought: it tells of nobody.
 */
export const isSmall = (of: Measured, said: Said): boolean => {
  const people = restsOn(of, said);
  if (people === undefined) return false;
  const share = SHARE_OF[of.unit];
  return isFew(people) || (share !== undefined && isFew(Math.round((said.value * people) / share)));
};

/** A value as it is kept. What rests on few people is not kept, not even in this database: neither value nor number. */
export const keptOf = (of: Measured, said: Said): Kept =>
  isSmall(of, said)
    ? { value: null, n: null, isSuppressed: true }
    : { value: said.value, n: restsOn(of, said) ?? null, isSuppressed: false };
