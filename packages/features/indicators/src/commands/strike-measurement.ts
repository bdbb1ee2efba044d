import { defineCommand, guarded, one } from '@mahalleh/gate';
import { periodTitle } from '../periods.ts';
import { and, eq, sql } from 'drizzle-orm';
import { measurementOf } from '../indicator-scope.ts';
import { IndicatorChanged, StrikeMeasurement } from '../model.ts';
import { measurements } from '../schema.ts';

/** Strikes a measurement out, with the reason: it no longer counts, and its place is free for a right one. */
export const strikeMeasurement = defineCommand({
  name: 'indicator.strike',
  permission: 'indicator.strike',
  input: StrikeMeasurement,
  output: IndicatorChanged,
  load: (db, { measurementId }) => ({
    measurement: measurementOf(db, measurementId),
    names: one(
      db.text<{ titleFa: string; unitFa: string }>(
        sql`select x.title_fa as "titleFa", u.name_fa as "unitFa" from measurements m join indicators x on x.id = m.indicator_id join units u on u.id = m.unit_id where m.id = ${measurementId}`,
      ),
      'measurement_unknown',
    ),
  }),
  decide: (_state, { reason }, { nowMs }) => ({ set: { struckAtMs: nowMs, strikeReason: reason } }),
  save: (db, { set }, _state, { measurementId, revision }) => [
    guarded(
      db
        .update(measurements)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(measurements.id, measurementId), eq(measurements.revision, revision))),
    ),
  ],
  reversal: (_decision, { measurement, names }, { measurementId, revision }) => ({
    trash: true,
    label: `${names.titleFa}، ${names.unitFa}، ${periodTitle(measurement.period, 'fa')}`,
    steps: [
      {
        table: measurements,
        id: measurementId,
        revision: revision + 1,
        set: { struckAtMs: null, strikeReason: null },
      },
    ],
  }),
  audit: ({ set }, { measurement }) => ({
    subject: measurement.indicatorId,
    unitId: measurement.unitId,
    fields: Object.keys(set),
    also: [measurement.id],
  }),
  answer: (_decision, { measurement }, { revision }) => ({ id: measurement.id, revision: revision + 1 }),
});
