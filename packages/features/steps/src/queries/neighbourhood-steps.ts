import { withValues } from '@mahalleh/councils';
import { defineQuery, isMyUnit, one, type ReadDb } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, eq, inArray } from 'drizzle-orm';
import { OneNeighbourhood, zNeighbourhoodSteps } from '../model.ts';
import { readCounts, stepsSql, type CountsRow } from '../rules-sql.ts';
import { stepOf } from '../rules.ts';

/** The counts that decide one neighbourhood's step. */
export const askCounts = (db: ReadDb<'province'>, unitId: string, today: string) =>
  one(
    db.text<CountsRow>(withValues(stepsSql('select su.id from units su where su.id = :unit'), { today, unit: unitId })),
    'neighbourhood_unknown',
  );

/** The three steps of one neighbourhood with their conditions, and what is missing for the next. */
export const getSteps = defineQuery({
  name: 'neighbourhood_steps',
  permission: 'step.read',
  input: OneNeighbourhood,
  output: zNeighbourhoodSteps,
  ask: (db, { unitId }, { nowMs }) => ({
    unit: one(
      db
        .select({ id: units.id })
        .from(units)
        .where(and(eq(units.id, unitId), inArray(units.kind, ['neighbourhood', 'village']), isMyUnit(units.id))),
      'neighbourhood_unknown',
    ),
    counts: askCounts(db, unitId, civilDateOf(nowMs)),
  }),
  shape: ({ unit, counts }) => {
    const { step, steps, missing } = stepOf(readCounts(counts));
    return { unitId: unit.id, step, steps: steps.map((s) => ({ ...s, conditions: [...s.conditions] })), missing };
  },
});
