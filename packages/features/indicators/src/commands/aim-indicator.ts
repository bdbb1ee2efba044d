import { change, defineCommand, isMyUnit, many } from '@mahalleh/gate';
import { refuse, type FieldFault } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { measuredOf } from '../indicator-scope.ts';
import { isPeriod } from '../periods.ts';
import { AimIndicator, MeasurementsChanged } from '../model.ts';
import { valueFault, type Measured } from '../measurement-rules.ts';
import { indicatorAims } from '../schema.ts';

type Place = { id: string; endedOn: string | null };

/** What is wrong with one aim. Baselines and goals are plans, not people: their smallness says nothing of anybody. */
const aimFault = (
  of: Measured,
  aim: { baselineValue?: number | undefined; goalValue?: number | undefined; goalPeriod?: string | undefined },
): FieldFault | undefined => {
  const things = { ...of, population: 'things' as const };
  for (const field of ['baselineValue', 'goalValue'] as const) {
    const value = aim[field];
    const fault = value === undefined ? undefined : valueFault({ ...things, unit: wholeless(of.unit) }, { value });
    if (fault) return { ...fault, field };
  }
  if (aim.goalPeriod === undefined) return undefined;
  return isPeriod(of.frequency === 'once' ? 'year' : of.frequency, aim.goalPeriod) || isPeriod('year', aim.goalPeriod)
    ? undefined
    : { field: 'goalPeriod', reason: 'period_unknown' };
};

/** A baseline may be a mean of what is counted whole. */
const wholeless = (unit: Measured['unit']): Measured['unit'] =>
  unit === 'count' || unit === 'person' || unit === 'rial' ? 'day' : unit;

/** Says where units stood at first and where they are to be: what the drawing shows as baseline and dotted line. */
export const aimIndicator = defineCommand({
  name: 'indicator.aim',
  permission: 'indicator.aim',
  input: AimIndicator,
  output: MeasurementsChanged,
  load: (db, { indicatorId, aims }) => {
    const asked = JSON.stringify(aims.map(({ unitId }) => unitId));
    return {
      indicator: measuredOf(db, indicatorId),
      places: many(
        db.text<Place>(
          sql`select u.id, u.ended_on as "endedOn" from json_each(${asked}) j join units u on u.id = j.value where ${isMyUnit(sql`u.id`)}`,
        ),
      ),
      before: many(
        db
          .select()
          .from(indicatorAims)
          .where(
            and(
              eq(indicatorAims.indicatorId, indicatorId),
              sql`${indicatorAims.unitId} in (select value from json_each(${asked}))`,
            ),
          ),
      ),
    };
  },
  decide: ({ indicator, places }, { aims }, { nowMs }) => {
    if (indicator.retiredAtMs !== null) return refuse('indicator_retired');
    const faults = aims.flatMap((aim, i): FieldFault[] => {
      if (aims.findIndex(({ unitId }) => unitId === aim.unitId) < i)
        return [{ field: `aims.${i}.unitId`, reason: 'cascade_unit_twice' }];
      const place = places.find(({ id }) => id === aim.unitId);
      if (!place) return [{ field: `aims.${i}.unitId`, reason: 'unit_unknown' }];
      if (place.endedOn !== null) return [{ field: `aims.${i}.unitId`, reason: 'target_unit_ended' }];
      const fault = aimFault(indicator, aim);
      return fault ? [{ ...fault, field: `aims.${i}.${fault.field}` }] : [];
    });
    if (faults.length > 0) return refuse('aims_wrong', { faults });
    const rows = aims.map(({ unitId, baselineValue, goalValue, goalPeriod }) => ({
      indicatorId: indicator.id,
      unitId,
      baselineValue: baselineValue ?? null,
      goalValue: goalValue ?? null,
      goalPeriod: goalPeriod ?? null,
      setAtMs: nowMs,
    }));
    return { rows };
  },
  save: (db, { rows }) =>
    rows.map(({ indicatorId, unitId, ...set }) =>
      change(
        db
          .insert(indicatorAims)
          .values({ indicatorId, unitId, ...set })
          .onConflictDoUpdate({ target: [indicatorAims.indicatorId, indicatorAims.unitId], set }),
      ),
    ),
  reversal: ({ rows }, { before }) => ({
    steps: rows.map(({ indicatorId, unitId, setAtMs }) => {
      const old = before.find((one) => one.unitId === unitId);
      const id = { indicatorId, unitId };
      return old
        ? { table: indicatorAims, id, at: { setAtMs }, set: { ...old, indicatorId: undefined, unitId: undefined } }
        : { table: indicatorAims, id, at: { setAtMs }, remove: true as const };
    }),
  }),
  audit: ({ rows }, { indicator }) => ({
    subject: indicator.id,
    unitId: rows.length === 1 ? (rows[0]?.unitId ?? null) : null,
    fields: ['aims'],
  }),
  answer: ({ rows }, { indicator }) => ({ id: indicator.id, count: rows.length }),
});
