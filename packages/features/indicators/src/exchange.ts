import { change, inMyUnits, many, type Change, type ReadDb, type Reversal } from '@mahalleh/gate';
import { zCount, zDecimal, zName, zNote, type CivilDate } from '@mahalleh/kernel';
import { zOfficialCode } from '@mahalleh/units/model';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import {
  planMeasurements,
  type KnownIndicator,
  type KnownMeasurement,
  type KnownPlace,
  type KnownValue,
  type MeasurementImport,
  type MeasurementOutcome,
  type MeasurementRecord,
} from './exchange-plan.ts';
import { readPeriod } from './periods.ts';
import { measurements } from './schema.ts';

type Found = Readonly<Record<string, string | number | null>>;
type Facts = {
  readonly nowMs: number;
  readonly today: string;
  readonly newId: () => string;
  readonly personId: string;
};

const zPeriodCell = z.string().transform((typed, issues): string => {
  const period = readPeriod(typed);
  if (period !== undefined) return period;
  issues.addIssue({ code: 'custom', message: 'period_unknown' });
  return z.NEVER;
});

const columns = [
  {
    key: 'indicator',
    title: { fa: 'شاخص', en: 'Indicator' },
    synonyms: ['نام شاخص', 'عنوان شاخص', 'کد شاخص', 'indicator name', 'key'],
    isRequired: true,
    field: zName(200),
  },
  {
    key: 'unitName',
    title: { fa: 'محله', en: 'Neighbourhood' },
    synonyms: ['نام محله', 'محله یا روستا', 'واحد', 'نام واحد', 'روستا', 'neighborhood', 'unit', 'village'],
    isRequired: false,
    field: zName(),
  },
  {
    key: 'unitCode',
    title: { fa: 'کد محله', en: 'Neighbourhood code' },
    synonyms: ['کد واحد', 'کد روستا', 'کد', 'unit code', 'code'],
    isRequired: false,
    field: zOfficialCode,
  },
  {
    key: 'countyName',
    title: { fa: 'شهرستان', en: 'County' },
    synonyms: ['نام شهرستان', 'county name'],
    isRequired: false,
    field: zName(),
  },
  {
    key: 'period',
    title: { fa: 'دوره', en: 'Period' },
    synonyms: ['ماه', 'فصل', 'سال', 'دوره سنجش', 'month', 'season', 'year'],
    isRequired: true,
    field: zPeriodCell,
  },
  {
    key: 'value',
    title: { fa: 'مقدار', en: 'Value' },
    synonyms: ['عدد', 'رقم', 'سنجش', 'measurement', 'amount'],
    isRequired: true,
    field: zDecimal({ min: -1e15, max: 1e15 }),
  },
  {
    key: 'n',
    title: { fa: 'بر پایه چند نفر', en: 'People' },
    synonyms: ['تعداد نمونه', 'شمار افراد', 'تعداد پاسخ‌دهندگان', 'sample size', 'n'],
    isRequired: false,
    field: zCount({ min: 0, max: 100_000_000 }),
  },
  {
    key: 'note',
    title: { fa: 'یادداشت', en: 'Note' },
    synonyms: ['توضیح', 'توضیحات', 'remark'],
    isRequired: false,
    field: zNote(500),
  },
  {
    key: 'why',
    title: { fa: 'دلیل', en: 'Reason' },
    synonyms: ['دلیل عدد عجیب', 'چرا', 'why'],
    isRequired: false,
    field: zNote(500),
  },
] as const;

/** The casts are safe: each statement of `ask` names exactly the columns of the row that is read. */
const rowsOf = <Row>(rows: readonly Found[] | undefined): readonly Row[] => (rows ?? []) as unknown as readonly Row[];

const accepted = (outcomes: readonly MeasurementOutcome[]): MeasurementRecord[] =>
  outcomes.flatMap((one) => ('record' in one ? [one.record] : []));

/** As many earlier values as a file is held against at most. */
const MOST_BESIDE = 100_000;

const ask = (db: ReadDb<'province'>, rows: readonly { row: MeasurementImport }[]) => {
  const periods = sql`select value from json_each(${JSON.stringify([...new Set(rows.map(({ row }) => row.period))])})`;
  return {
    indicators: many(
      db.text<Found>(
        sql`select x.id, x.key, x.title_fa as "titleFa", x.title_en as "titleEn", x.version, x.frequency, x.population, v.unit, v.formula, x.retired_at_ms as "retiredAtMs" from indicators x join indicator_versions v on v.indicator_id = x.id and v.version = x.version`,
      ),
    ),
    places: many(
      db.text<Found>(
        sql`select u.id, u.kind, u.official_code as "officialCode", u.name_fa as "nameFa", u.county_id as "countyId", c.name_fa as "countyName" from units u left join units c on c.id = u.county_id where u.kind in ('neighbourhood', 'village', 'county', 'province') and u.ended_on is null and ${inMyUnits(sql`u.id`)}`,
      ),
    ),
    standing: many(
      db.text<Found>(
        sql`select m.id, m.indicator_id as "indicatorId", m.unit_id as "unitId", m.period, m.version, m.value, m.n, m.is_suppressed as "isSuppressed", m.revision from indicators x cross join measurements m on m.indicator_id = x.id and m.period in (${periods}) and m.struck_at_ms is null where ${inMyUnits(sql`m.unit_id`)}`,
      ),
    ),
    own: many(
      db.text<Found>(
        sql`select w.* from (select m.indicator_id as "indicatorId", m.unit_id as "unitId", m.period, m.value, u.kind, u.county_id as "countyId", row_number() over (partition by m.indicator_id, m.unit_id order by m.period desc) as turn from measurements m join indicators x on x.id = m.indicator_id and x.version = m.version join units u on u.id = m.unit_id where m.struck_at_ms is null and ${inMyUnits(sql`m.unit_id`)}) w where w.turn <= 24 limit ${MOST_BESIDE}`,
      ),
    ),
    peers: many(
      db.text<Found>(
        sql`select m.indicator_id as "indicatorId", m.unit_id as "unitId", m.period, m.value, u.kind, u.county_id as "countyId" from indicators x cross join measurements m on m.indicator_id = x.id and m.version = x.version and m.period in (${periods}) and m.struck_at_ms is null join units u on u.id = m.unit_id where m.value is not null limit ${MOST_BESIDE}`,
      ),
    ),
  };
};

const stored = (record: MeasurementRecord, { nowMs, personId }: Facts) => ({
  id: record.id,
  indicator_id: record.indicatorId,
  version: record.version,
  unit_id: record.unitId,
  period: record.period,
  value: record.kept.value,
  n: record.kept.n,
  is_suppressed: record.kept.isSuppressed ? 1 : 0,
  note: record.note,
  doubts_json: record.doubts.length === 0 ? null : JSON.stringify(record.doubts),
  doubt_reason: record.doubtReason,
  via: 'file',
  measured_by: personId,
  measured_at_ms: nowMs,
});

const COLUMNS = [
  ...['id', 'indicator_id', 'version', 'unit_id', 'period', 'value', 'n', 'is_suppressed', 'note', 'doubts_json'],
  ...['doubt_reason', 'via', 'measured_by', 'measured_at_ms'],
];
const pick = (name: string): string => `json_extract(j.value, '$.${name}')`;
const statement = (text: string, ...params: readonly (string | number)[]): Change =>
  change({ toSQL: () => ({ sql: text, params: [...params] }) });

/** Why a file corrects what stands, when its row does not say. */
const FROM_FILE = 'از پرونده';

const save = (outcomes: readonly MeasurementOutcome[], facts: Facts): Change[] => {
  const records = accepted(outcomes);
  const fresh = records.filter(({ before }) => before === null).map((record) => stored(record, facts));
  const changed = records.flatMap((record) =>
    record.before
      ? [
          {
            ...stored(record, facts),
            revision: record.before.revision,
            correction_id: facts.newId(),
            value_before: record.before.value,
            was_suppressed: record.before.isSuppressed,
            reason: record.doubtReason ?? record.note ?? FROM_FILE,
          },
        ]
      : [],
  );
  const rows = JSON.stringify(changed);
  return [
    ...(fresh.length === 0
      ? []
      : [
          statement(
            `insert into measurements (${COLUMNS.join(', ')}) select ${COLUMNS.map(pick).join(', ')} from json_each(?) j`,
            JSON.stringify(fresh),
          ),
        ]),
    ...(changed.length === 0
      ? []
      : [
          // Fails, and with it the whole save, unless these measurements still are as they were read.
          statement(
            `select json(case when (select count(*) from json_each(?) j join measurements m on m.id = ${pick('id')} and m.revision = ${pick('revision')} and m.struck_at_ms is null) = ? then '1' else 'revision_conflict' end)`,
            rows,
            changed.length,
          ),
          statement(
            `insert into measurement_corrections (id, measurement_id, value_before, value_after, was_suppressed, is_suppressed, reason, corrected_by, corrected_at_ms) select ${['correction_id', 'id', 'value_before', 'value', 'was_suppressed', 'is_suppressed', 'reason', 'measured_by', 'measured_at_ms'].map(pick).join(', ')} from json_each(?) j`,
            rows,
          ),
          statement(
            "update measurements set value = j.value, n = j.n, is_suppressed = j.is_suppressed, doubts_json = j.doubts_json, doubt_reason = j.doubt_reason, revision = measurements.revision + 1 from (select json_extract(value, '$.id') as id, json_extract(value, '$.value') as value, json_extract(value, '$.n') as n, json_extract(value, '$.is_suppressed') as is_suppressed, json_extract(value, '$.doubts_json') as doubts_json, json_extract(value, '$.doubt_reason') as doubt_reason from json_each(?)) j where measurements.id = j.id",
            rows,
          ),
        ]),
  ];
};

/** So many rows at most are taken back as one: beyond that the way back would be larger than a save may be. */
const MOST_TAKEN_BACK = 2000;

/** How a file is taken back: what it brought goes, what it corrected stands as before (the corrections stay on record). */
const reversal = (outcomes: readonly MeasurementOutcome[]): Reversal | undefined => {
  const records = accepted(outcomes);
  if (records.length === 0 || records.length > MOST_TAKEN_BACK) return undefined;
  return {
    steps: records.map(({ id, before }) =>
      before === null
        ? { table: measurements, id, at: { revision: 1 }, remove: true }
        : {
            table: measurements,
            id,
            revision: before.revision + 1,
            set: {
              value: before.value,
              n: before.n,
              isSuppressed: before.isSuppressed === 1,
              doubtsJson: null,
              doubtReason: null,
            },
          },
    ),
  };
};

/** How measurements come in from a file. Natural key: indicator, unit and period. */
export const measurementsExchange = {
  title: { fa: 'سنجش‌های شاخص‌ها', en: 'Measurements of indicators' },
  columns,
  ask,
  plan: (
    rows: readonly { line: number; row: MeasurementImport }[],
    found: Readonly<Record<string, readonly Found[]>>,
    { today, newId }: Facts,
  ): MeasurementOutcome[] =>
    planMeasurements(
      rows,
      {
        indicators: rowsOf<KnownIndicator>(found['indicators']),
        places: rowsOf<KnownPlace>(found['places']),
        standing: rowsOf<KnownMeasurement>(found['standing']),
        own: rowsOf<KnownValue>(found['own']),
        peers: rowsOf<KnownValue>(found['peers']),
      },
      // The cast is safe: the gate gives today's civil date.
      today as CivilDate,
      newId,
    ),
  save,
  reversal,
};
