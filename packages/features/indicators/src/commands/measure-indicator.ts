import { change, defineCommand } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { measuredOf } from '../indicator-scope.ts';
import { askBeside } from '../measure-asks.ts';
import { writtenOf } from '../measure-rules.ts';
import { MeasureIndicator, MeasurementsChanged } from '../model.ts';
import { measurements } from '../schema.ts';

/** Enters values of an indicator, all of them or none. What looks odd is asked about: it is written once a reason comes with it. */
export const measureIndicator = defineCommand({
  name: 'indicator.measure',
  permission: 'indicator.measure',
  input: MeasureIndicator,
  output: MeasurementsChanged,
  load: (db, { indicatorId, values }) => ({
    indicator: measuredOf(db, indicatorId),
    ...askBeside(
      db,
      indicatorId,
      values.map(({ unitId }) => unitId),
      values.map(({ period }) => period),
    ),
  }),
  decide: ({ indicator, ...around }, input, { newId, nowMs, personId, today }) => {
    const written = writtenOf(indicator, input, around, today);
    if (isRefusal(written)) return written;
    const rows = written.map(({ unitId, period, note, kept, doubts, doubtReason }) => ({
      id: newId(),
      indicatorId: indicator.id,
      version: indicator.version,
      unitId,
      period,
      ...kept,
      note: note ?? null,
      doubtsJson: doubts.length === 0 ? null : JSON.stringify(doubts),
      doubtReason,
      via: 'form' as const,
      measuredBy: personId,
      measuredAtMs: nowMs,
    }));
    return { rows };
  },
  save: (db, { rows }) => rows.map((row) => change(db.insert(measurements).values(row))),
  reversal: ({ rows }) => ({
    steps: rows.map(({ id }) => ({ table: measurements, id, at: { revision: 1 }, remove: true as const })),
  }),
  audit: ({ rows }, { indicator }) => ({
    subject: indicator.id,
    unitId:
      rows.length > 0 && rows.every(({ unitId }) => unitId === rows[0]?.unitId) ? (rows[0]?.unitId ?? null) : null,
    fields: ['measurements'],
    also: rows.map(({ id }) => id),
  }),
  answer: ({ rows }, { indicator }) => ({ id: indicator.id, count: rows.length }),
  conflicts: { 'measurements.indicator_id': 'measurement_there' },
});
