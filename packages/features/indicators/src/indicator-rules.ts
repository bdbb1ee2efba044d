import { refuse, type Detail, type Refusal } from '@mahalleh/kernel';
import { ADDITIVE_UNITS, type Direction, type Frequency, type MeasureUnit, type Population } from './codes.ts';
import { loopOf, namesIn, partsOf, unknownName } from './formula/names.ts';
import { OWN_NAMES, parseFormula, type Formula } from './formula/parse.ts';
import type { FormulaFault } from './formula/tokens.ts';
import { unitFault } from './formula/unit-words.ts';

/** An indicator as other formulas see it. */
export type Known = {
  readonly id: string;
  readonly key: string;
  readonly frequency: Frequency;
  readonly unit: MeasureUnit;
  readonly population: Population;
  readonly formula: string | null;
  readonly retiredAtMs: number | null;
};

/** What an indicator is to be. */
export type Meant = {
  readonly key: string;
  readonly frequency: Frequency;
  readonly population: Population;
  readonly unit: MeasureUnit;
  readonly direction: Direction;
  readonly addsUp: boolean;
  readonly formula: string | null;
};

/** What a formula reads, as it is kept beside it. */
export type Read = { readonly kind: 'indicator' | 'metric'; readonly ref: string };

const at = (fault: FormulaFault): Refusal =>
  refuse(fault.reason, { field: 'formula', detail: { at: fault.at, ...fault.params } as Detail });

const ORDER: readonly Frequency[] = ['month', 'season', 'year', 'once'];

/** A part that is measured more often than the formula has no one value in its period. */
const frequencyFault = (
  formula: Formula,
  frequency: Frequency,
  known: ReadonlyMap<string, Known>,
): FormulaFault | undefined => {
  for (const part of partsOf(formula)) {
    const other = part.kind === 'indicator' ? known.get(part.key) : undefined;
    if (other && ORDER.indexOf(other.frequency) < ORDER.indexOf(frequency))
      return { reason: 'formula_part_more_often', at: part.at, params: { name: other.key } };
  }
  return undefined;
};

/** What tells of people does not become a thing by being computed with: else small numbers would be said after all. */
const peopleFault = (
  formula: Formula,
  population: Population,
  known: ReadonlyMap<string, Known>,
): FormulaFault | undefined => {
  if (population === 'people') return undefined;
  for (const part of partsOf(formula))
    if (part.kind === 'indicator' && known.get(part.key)?.population === 'people')
      return { reason: 'formula_of_people', at: part.at, params: { name: part.key } };
  return undefined;
};

const readsOf = (formula: string | null): readonly string[] => {
  const read = parseFormula(formula ?? '');
  return 'formula' in read ? namesIn(read.formula).indicators : [];
};

/** Reads the formula of an indicator among the others, or says where it is wrong: grammar, names, loops, units. Shape: what it reads. */
export const readsFor = (meant: Meant, others: readonly Known[]): readonly Read[] | Refusal => {
  if (meant.formula === null) return [];
  const read = parseFormula(meant.formula);
  if ('fault' in read) return at(read.fault);
  const { formula } = read;
  const known = new Map(others.filter(({ retiredAtMs }) => retiredAtMs === null).map((one) => [one.key, one]));
  const names = namesIn(formula);
  const loop = loopOf(meant.key, names.indicators, (key) => readsOf(known.get(key)?.formula ?? null));
  if (loop)
    return refuse('formula_loop', {
      field: 'formula',
      detail: { loop: loop.map((key) => `\u2068${key}\u2069`).join(' ← ') },
    });
  const fault =
    unknownName(formula, (key) => known.has(key)) ??
    frequencyFault(formula, meant.frequency, known) ??
    peopleFault(formula, meant.population, known) ??
    unitFault(formula, meant.unit, (key) => known.get(key)?.unit);
  if (fault) return at(fault);
  if (
    names.indicators.length + names.metrics.length === 0 &&
    !partsOf(formula).some(({ kind }) => kind === 'population')
  )
    return refuse('formula_reads_nothing', { field: 'formula' });
  return [
    ...names.indicators.flatMap((key): Read[] => {
      const id = known.get(key)?.id;
      return id === undefined ? [] : [{ kind: 'indicator', ref: id }];
    }),
    ...[...new Set(names.metrics.map(({ key }) => key))].map((ref): Read => ({ kind: 'metric', ref })),
  ];
};

/** What is wrong with an indicator besides its formula: a name that formulas have themselves, a sum of what does not add up. */
export const meantRefusal = ({ key, unit, addsUp, formula }: Meant): Refusal | undefined => {
  if (OWN_NAMES.some((name) => name === key))
    return refuse('indicator_key_reserved', { field: 'key', detail: { key } });
  if (addsUp && formula !== null) return refuse('indicator_sum_of_formula', { field: 'addsUp' });
  return addsUp && !ADDITIVE_UNITS.includes(unit) ? refuse('indicator_not_additive', { field: 'addsUp' }) : undefined;
};

/** The formulas that read an indicator and would not fit its new unit, or the refusal that names the first. */
export const dependentsRefusal = (meant: Meant, others: readonly Known[]): Refusal | undefined => {
  for (const other of others) {
    if (other.retiredAtMs !== null || !readsOf(other.formula).includes(meant.key)) continue;
    const read = parseFormula(other.formula ?? '');
    if ('fault' in read) continue;
    const unitOf = (key: string) => (key === meant.key ? meant.unit : others.find((one) => one.key === key)?.unit);
    if (unitFault(read.formula, other.unit, unitOf))
      return refuse('indicator_unit_needed', { field: 'unit', detail: { key: other.key } });
  }
  return undefined;
};

/** Whether an indicator means something else than before: another formula, unit or direction. */
export const isNewMeaning = (
  before: Pick<Meant, 'formula' | 'unit' | 'direction'>,
  after: Pick<Meant, 'formula' | 'unit' | 'direction'>,
): boolean => before.formula !== after.formula || before.unit !== after.unit || before.direction !== after.direction;

/** Whether an indicator can be retired: nothing that stands reads it, or the refusal that names what does. */
export const retireRefusal = (
  { retiredAtMs }: { readonly retiredAtMs: number | null },
  readBy: readonly string[],
): Refusal | undefined => {
  if (retiredAtMs !== null) return refuse('indicator_retired');
  return readBy.length > 0
    ? refuse('indicator_is_read', { detail: { count: readBy.length, names: readBy.slice(0, 5).join('، ') } })
    : undefined;
};
