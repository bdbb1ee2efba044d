import { change, defineCommand, guarded } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { measuredOf, measurementOf } from '../indicator-scope.ts';
import { doubtsAbout } from '../measure-rules.ts';
import { askBesideOne } from '../measure-asks.ts';
import { keptOf, valueFault } from '../measurement-rules.ts';
import { CorrectMeasurement, IndicatorChanged } from '../model.ts';
import { measurementCorrections, measurements } from '../schema.ts';

/** Corrects a measurement, with the reason: it stands corrected, and what it was before stays with it. */
export const correctMeasurement = defineCommand({
  name: 'indicator.correct',
  permission: 'indicator.correct',
  input: CorrectMeasurement,
  output: IndicatorChanged,
  load: (db, { measurementId }) => ({
    measurement: measurementOf(db, measurementId),
    indicator: measuredOf(db, sql`select m.indicator_id from measurements m where m.id = ${measurementId}`),
    ...askBesideOne(db, measurementId),
  }),
  decide: ({ measurement, indicator, ...around }, { reason, ...said }, { newId, nowMs, personId }) => {
    if (measurement.version !== indicator.version) return refuse('measurement_of_old_version');
    const fault = valueFault(indicator, said);
    if (fault) return refuse(fault.reason, { field: fault.field, ...(fault.params ? { detail: fault.params } : {}) });
    const kept = keptOf(indicator, said);
    if (kept.value === measurement.value && kept.n === measurement.n && kept.isSuppressed === measurement.isSuppressed)
      return refuse('measurement_same', { field: 'value' });
    const doubts = doubtsAbout(measurement, kept.value, around);
    const set = {
      ...kept,
      doubtsJson: doubts.length === 0 ? null : JSON.stringify(doubts),
      doubtReason: doubts.length === 0 ? null : reason,
    };
    const correction = {
      id: newId(),
      measurementId: measurement.id,
      valueBefore: measurement.value,
      valueAfter: kept.value,
      wasSuppressed: measurement.isSuppressed,
      isSuppressed: kept.isSuppressed,
      reason,
      correctedBy: personId,
      correctedAtMs: nowMs,
    };
    return { set, correction };
  },
  save: (db, { set, correction }, _state, { measurementId, revision }) => [
    guarded(
      db
        .update(measurements)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(measurements.id, measurementId), eq(measurements.revision, revision))),
    ),
    change(db.insert(measurementCorrections).values(correction)),
  ],
  reversal: ({ correction }, { measurement }, { measurementId, revision }) => {
    const { value, n, isSuppressed, doubtsJson, doubtReason } = measurement;
    return {
      steps: [
        {
          table: measurements,
          id: measurementId,
          revision: revision + 1,
          set: { value, n, isSuppressed, doubtsJson, doubtReason },
        },
        { table: measurementCorrections, id: correction.id, remove: true },
      ],
    };
  },
  audit: (_decision, { measurement }) => ({
    subject: measurement.indicatorId,
    unitId: measurement.unitId,
    fields: ['value'],
    also: [measurement.id],
  }),
  answer: (_decision, { measurement }, { revision }) => ({ id: measurement.id, revision: revision + 1 }),
});
