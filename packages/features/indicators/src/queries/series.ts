import { defineQuery, isMyUnit, many, maybe, one } from '@mahalleh/gate';
import { civilDateOf, type Detail } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { IndicatorSeries, ReadSeries } from '../model.ts';
import { askSeries, seriesOf } from '../series-asks.ts';
import { aimColumns, aimFrom, placeColumns, placeOf, type AimRow, type PlaceRow } from './aim-fields.ts';
import { definitionColumns, definitionOf, definitionTables, type DefinitionRow } from './indicator-fields.ts';

type MeasurementRow = {
  id: string;
  period: string;
  version: number;
  value: number | null;
  n: number | null;
  isSuppressed: number;
  note: string | null;
  doubtsJson: string | null;
  doubtReason: string | null;
  via: 'form' | 'file';
  measuredBy: string | null;
  measuredAtMs: number;
  struckAtMs: number | null;
  strikeReason: string | null;
  isSample: number;
  revision: number;
};
type CorrectionRow = {
  measurementId: string;
  valueBefore: number | null;
  valueAfter: number | null;
  wasSuppressed: number;
  isSuppressed: number;
  reason: string;
  correctedBy: string | null;
  correctedAtMs: number;
};

const MOST = 240;

/** The series of an indicator in one unit, with its baseline and goal, and every measurement behind it: who, when, what was odd, what was corrected. */
export const readSeries = defineQuery({
  name: 'indicator_series',
  permission: 'indicator.read',
  input: ReadSeries,
  output: IndicatorSeries,
  ask: (db, { indicatorId, unitId }) => ({
    definition: one(
      db.text<DefinitionRow>(sql`select ${definitionColumns} from ${definitionTables} where x.id = ${indicatorId}`),
      'indicator_unknown',
    ),
    unit: one(
      db.text<PlaceRow>(
        sql`select ${placeColumns} from units u left join units k on k.id = u.county_id where u.id = ${unitId} and ${isMyUnit(sql`u.id`)}`,
      ),
      'unit_unknown',
    ),
    aim: maybe(db.text<AimRow>(sql`select ${aimColumns(sql`${indicatorId}`, sql`${unitId}`)}`)),
    measurements: many(
      db.text<MeasurementRow>(
        sql`select m.id, m.period, m.version, m.value, m.n, m.is_suppressed as "isSuppressed", m.note, m.doubts_json as "doubtsJson", m.doubt_reason as "doubtReason", m.via, p.full_name as "measuredBy", m.measured_at_ms as "measuredAtMs", m.struck_at_ms as "struckAtMs", m.strike_reason as "strikeReason", m.is_sample as "isSample", m.revision from measurements m left join people p on p.id = m.measured_by where m.unit_id = ${unitId} and m.indicator_id = ${indicatorId} order by m.period desc, m.measured_at_ms desc limit ${MOST}`,
      ),
    ),
    corrections: many(
      db.text<CorrectionRow>(
        sql`select c.measurement_id as "measurementId", c.value_before as "valueBefore", c.value_after as "valueAfter", c.was_suppressed as "wasSuppressed", c.is_suppressed as "isSuppressed", c.reason, p.full_name as "correctedBy", c.corrected_at_ms as "correctedAtMs" from measurements m join measurement_corrections c on c.measurement_id = m.id left join people p on p.id = c.corrected_by where m.unit_id = ${unitId} and m.indicator_id = ${indicatorId} order by c.corrected_at_ms, c.id`,
      ),
    ),
    ...askSeries(db, { indicators: sql`select ${indicatorId} as id`, units: sql`select ${unitId} as id` }),
  }),
  shape: (got, { indicatorId, unitId }, { nowMs }) => {
    const series = seriesOf(got, civilDateOf(nowMs));
    return {
      unit: placeOf(got.unit),
      definition: definitionOf(got.definition),
      points: [...series.pointsOf(indicatorId, unitId)],
      earlier: [...series.earlierOf(indicatorId, unitId)],
      aim: aimFrom(got.aim),
      places: series.placesIn(unitId),
      measurements: got.measurements.map(({ doubtsJson, isSuppressed, isSample, ...row }) => ({
        ...row,
        isSuppressed: isSuppressed === 1,
        isSample: isSample === 1,
        doubts: JSON.parse(doubtsJson ?? '[]') as { reason: string; params: Detail }[],
        corrections: got.corrections
          .filter(({ measurementId }) => measurementId === row.id)
          .map(({ measurementId: _measurement, wasSuppressed, isSuppressed: isNow, ...correction }) => ({
            ...correction,
            wasSuppressed: wasSuppressed === 1,
            isSuppressed: isNow === 1,
          })),
      })),
    };
  },
});
