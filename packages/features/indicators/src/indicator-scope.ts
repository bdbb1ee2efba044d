import { isMyUnit, many, one, type ReadDb } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Direction, Frequency, MeasureUnit, Population } from './codes.ts';
import type { Known } from './indicator-rules.ts';
import { indicators, measurements } from './schema.ts';

type Db = ReadDb<'province'>;

/** The province, when the actor holds the whole of it: definitions are the province's own. Fails: indicator_province_only. */
export const provinceOf = (db: Db) =>
  one(
    db
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.kind, 'province'), isMyUnit(units.id))),
    'indicator_province_only',
  );

/** Every indicator as formulas see it. */
export const knownIndicators = (db: Db) =>
  many(
    db.text<Known>(
      sql`select x.id, x.key, x.frequency, v.unit, x.population, v.formula, x.retired_at_ms as "retiredAtMs" from indicators x join indicator_versions v on v.indicator_id = x.id and v.version = x.version`,
    ),
  );

/** The indicator as it is stored, with what it means now. Fails: indicator_unknown. */
export const indicatorOf = (db: Db, id: string) =>
  one(db.select().from(indicators).where(eq(indicators.id, id)), 'indicator_unknown');

/** An indicator as it is measured. */
export type MeasuredRow = {
  readonly id: string;
  readonly version: number;
  readonly frequency: Frequency;
  readonly population: Population;
  readonly unit: MeasureUnit;
  readonly direction: Direction;
  readonly formula: string | null;
  readonly retiredAtMs: number | null;
};

/** What is to be known of an indicator when it is measured. Fails: indicator_unknown. `id` is an id or SQL that gives one. */
export const measuredOf = (db: Db, id: string | ReturnType<typeof sql>) =>
  one(
    db.text<MeasuredRow>(
      sql`select x.id, x.version, x.frequency, x.population, v.unit, v.direction, v.formula, x.retired_at_ms as "retiredAtMs" from indicators x join indicator_versions v on v.indicator_id = x.id and v.version = x.version where x.id = (${id})`,
    ),
    'indicator_unknown',
  );

/** The measurement that stands, when the actor may reach its unit. Fails: measurement_unknown. */
export const measurementOf = (db: Db, id: string) =>
  one(
    db
      .select()
      .from(measurements)
      .where(and(eq(measurements.id, id), isNull(measurements.struckAtMs), isMyUnit(measurements.unitId))),
    'measurement_unknown',
  );
