import type { CivilDate } from '@mahalleh/kernel';
import type { Frequency, MeasureUnit } from './codes.ts';
import { evaluate, valueOf, type Reading, type WhyMissing } from './formula/evaluate.ts';
import { partsOf } from './formula/names.ts';
import { parseFormula, type Formula } from './formula/parse.ts';
import { measurableOf } from './measurable.ts';
import { monthsOf, periodAround, periodAt, periodsApart, periodsUpTo, type Period } from './periods.ts';

/** An indicator as it is computed with. */
export type Definition = {
  readonly id: string;
  readonly key: string;
  readonly frequency: Frequency;
  readonly version: number;
  readonly unit: MeasureUnit;
  readonly formula: string | null;
};

/** A measured value of a unit, or the sum of the places below it (`isSum`: of so many places, so many of them hidden). */
export type ValueRow = {
  readonly id: string | null;
  readonly indicatorId: string;
  readonly version: number;
  readonly unitId: string;
  readonly period: Period;
  readonly value: number | null;
  readonly n: number | null;
  readonly hidden: number;
  readonly places: number;
  readonly isSum: boolean;
};

/** A metric of the product in a unit and everything below it. */
export type FactRow = {
  readonly unitId: string;
  readonly metric: string;
  readonly dims: string;
  readonly period: string;
  readonly value: number;
};

/** A unit as formulas see it. `places`: how many neighbourhoods and villages there are in it. */
export type UnitRow = { readonly unitId: string; readonly population: number | null; readonly places: number };

/** All that values are computed from. */
export type Inputs = {
  readonly definitions: readonly Definition[];
  readonly values: readonly ValueRow[];
  readonly facts: readonly FactRow[];
  readonly units: readonly UnitRow[];
  readonly today: CivilDate;
};

/** One point of a series. `state` tells a value, nothing (and why) and fewer than five people apart. */
export type SeriesPoint = {
  readonly period: Period;
  readonly state: 'value' | 'missing' | 'suppressed';
  readonly value: number | null;
  readonly why: WhyMissing | null;
  readonly of: string | null;
  readonly n: number | null;
  /** Of a sum: how many places it adds up, and how many of those are hidden. */
  readonly places: number | null;
  readonly hidden: number;
  readonly version: number;
  readonly measurementId: string | null;
};

/** As many points as a series gives at most, the latest. */
export const MOST_POINTS = 120;

const NOT_MEASURED: Reading = { is: 'missing', why: 'not_measured', of: null };
const keyOf = (...parts: readonly (string | number)[]): string => parts.join(' ');
const storedKey = (key: string): string => `${key}@${measurableOf(key)?.version ?? 0}`;
const holds = (dims: string, cut: string | null): boolean =>
  cut === null || cut.split(';').every((pair) => `;${dims};`.includes(`;${pair};`));

/** What was measured as a reading: nothing of it is said where all that it adds up is hidden. */
const readingOf = (row: ValueRow): Reading =>
  row.value === null || row.hidden >= row.places ? { is: 'suppressed' } : valueOf(row.value);

/** The values of indicators in units and periods, computed from what was read once. */
export class Series {
  readonly #byId: ReadonlyMap<string, Definition>;
  readonly #byKey: ReadonlyMap<string, Definition>;
  readonly #rows: ReadonlyMap<string, readonly ValueRow[]>;
  readonly #facts: ReadonlyMap<string, readonly FactRow[]>;
  readonly #units: ReadonlyMap<string, UnitRow>;
  readonly #today: CivilDate;
  readonly #formulas = new Map<string, Formula | null>();

  constructor({ definitions, values, facts, units, today }: Inputs) {
    this.#byId = new Map(definitions.map((one) => [one.id, one]));
    this.#byKey = new Map(definitions.map((one) => [one.key, one]));
    this.#rows = Map.groupBy(values, ({ indicatorId, unitId }) => keyOf(indicatorId, unitId));
    this.#facts = Map.groupBy(facts, ({ unitId, metric }) => keyOf(unitId, metric));
    this.#units = new Map(units.map((one) => [one.unitId, one]));
    this.#today = today;
  }

  /** The points of an indicator in a unit, from the first that there is to the last, gaps told as missing. */
  pointsOf(indicatorId: string, unitId: string): readonly SeriesPoint[] {
    const definition = this.#byId.get(indicatorId);
    if (!definition) return [];
    const periods = this.#periodsOf(definition, unitId).toSorted();
    const [first] = periods;
    const last = periods.at(-1);
    if (first === undefined || last === undefined) return [];
    const points = (first === last ? [first] : periodsUpTo(first, last, MOST_POINTS)).map((period) =>
      this.pointAt(indicatorId, unitId, period),
    );
    const isSaid = ({ state }: SeriesPoint): boolean => state !== 'missing';
    return points.slice(Math.max(0, points.findIndex(isSaid)), points.findLastIndex(isSaid) + 1);
  }

  /** The point of one period. */
  pointAt(indicatorId: string, unitId: string, period: Period): SeriesPoint {
    const definition = this.#byId.get(indicatorId);
    const row = definition?.formula === null ? this.#rowAt(definition, unitId, period) : undefined;
    const reading = definition ? this.#reading(definition, unitId, period, []) : NOT_MEASURED;
    return {
      period,
      state: reading.is,
      value: reading.is === 'value' ? reading.value : null,
      why: reading.is === 'missing' ? reading.why : null,
      of: reading.is === 'missing' ? reading.of : null,
      n: row?.n ?? null,
      places: row?.isSum ? row.places : null,
      hidden: row?.hidden ?? 0,
      version: row?.version ?? definition?.version ?? 1,
      measurementId: row?.id ?? null,
    };
  }

  /** Measured values of earlier definitions, which are never joined with those of now. */
  earlierOf(indicatorId: string, unitId: string): readonly SeriesPoint[] {
    const definition = this.#byId.get(indicatorId);
    const rows = this.#rows.get(keyOf(indicatorId, unitId)) ?? [];
    return rows
      .filter(({ version, isSum }) => version < (definition?.version ?? 0) && !isSum)
      .map((row): SeriesPoint => {
        const reading = readingOf(row);
        return {
          ...{ period: row.period, state: reading.is, why: null, of: null, n: row.n, places: null, hidden: row.hidden },
          value: reading.is === 'value' ? reading.value : null,
          version: row.version,
          measurementId: row.id,
        };
      })
      .sort((a, b) => a.version - b.version || (a.period < b.period ? -1 : 1));
  }

  /** How many neighbourhoods and villages there are in a unit. */
  placesIn(unitId: string): number {
    return this.#units.get(unitId)?.places ?? 0;
  }

  #formulaOf(definition: Definition): Formula | null {
    const known = this.#formulas.get(definition.id);
    if (known !== undefined) return known;
    const read = parseFormula(definition.formula ?? '');
    const formula = 'formula' in read ? read.formula : null;
    this.#formulas.set(definition.id, formula);
    return formula;
  }

  /** The row that holds in a period: what the unit measured itself before what its places add up to. */
  #rowAt(definition: Definition, unitId: string, period: Period): ValueRow | undefined {
    const rows = (this.#rows.get(keyOf(definition.id, unitId)) ?? []).filter(
      (row) => row.period === period && row.version === definition.version,
    );
    return rows.find(({ isSum }) => !isSum) ?? rows[0];
  }

  #reading(definition: Definition, unitId: string, period: Period, trail: readonly string[]): Reading {
    if (definition.formula === null) {
      const row = this.#rowAt(definition, unitId, period);
      return row ? readingOf(row) : { is: 'missing', why: 'not_measured', of: definition.key };
    }
    const formula = this.#formulaOf(definition);
    if (!formula || trail.includes(definition.id)) return { is: 'missing', why: 'definition_gone', of: definition.key };
    return evaluate(formula, (part) => {
      if (part.kind === 'population') return this.#population(unitId);
      if (part.kind === 'metric') return this.#metric(part, unitId, period);
      const other = this.#byKey.get(part.key);
      const around = other && periodAround(period, other.frequency);
      if (!other || around === undefined) return { is: 'missing', why: 'definition_gone', of: part.key };
      return this.#reading(other, unitId, around, [...trail, definition.id]);
    });
  }

  #population(unitId: string): Reading {
    const population = this.#units.get(unitId)?.population ?? null;
    return population === null ? { is: 'missing', why: 'no_population', of: null } : valueOf(population);
  }

  #metric(part: Extract<Formula, { kind: 'metric' }>, unitId: string, period: Period): Reading {
    const rows = (this.#facts.get(keyOf(unitId, storedKey(part.key))) ?? []).filter(({ dims }) =>
      holds(dims, part.dims),
    );
    const sum = (chosen: readonly FactRow[]): Reading => valueOf(chosen.reduce((total, { value }) => total + value, 0));
    if (measurableOf(part.key)?.nature === 'stock')
      return this.#isNow(period) ? sum(rows) : { is: 'missing', why: 'no_past', of: part.key };
    const months = new Set<string>(monthsOf(period));
    const last = [...months].at(-1) ?? '';
    if (period === 'once') return sum(rows);
    return sum(rows.filter((row) => (part.reach === 'total' ? row.period <= last : months.has(row.period))));
  }

  #isNow(period: Period): boolean {
    return period === 'once' || monthsOf(period).some((month) => month === periodAt('month', this.#today));
  }

  /** The periods of which something is known that the indicator needs. */
  #periodsOf(definition: Definition, unitId: string, trail: readonly string[] = []): readonly Period[] {
    if (definition.frequency === 'once') return ['once'];
    if (definition.formula === null)
      return (this.#rows.get(keyOf(definition.id, unitId)) ?? []).flatMap(({ period, version }) =>
        version === definition.version ? [period] : [],
      );
    const formula = this.#formulaOf(definition);
    if (!formula || trail.includes(definition.id)) return [];
    const now = periodAt(definition.frequency, this.#today);
    const found = partsOf(formula).flatMap((part): readonly Period[] => {
      if (part.kind === 'indicator') {
        const other = this.#byKey.get(part.key);
        if (!other || other.frequency !== definition.frequency) return [];
        return this.#periodsOf(other, unitId, [...trail, definition.id]);
      }
      if (part.kind !== 'metric') return [];
      const months = (this.#facts.get(keyOf(unitId, storedKey(part.key))) ?? []).flatMap(({ period }) =>
        period === '' ? [] : (periodAround(period, definition.frequency) ?? []),
      );
      return [now, ...months];
    });
    return found.filter((period) => periodsApart(period, now) >= 0);
  }
}
