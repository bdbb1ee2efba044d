import { index, integer, primaryKey, text } from 'drizzle-orm/sqlite-core';
import { nationalTable, provinceTable } from '@mahalleh/gate';

/** Units whose facts of a feature must be recomputed. Written by triggers alone. */
export const dirty = provinceTable(
  'dirty',
  { unitId: text('unit_id').notNull(), feature: text('feature').notNull() },
  (t) => [primaryKey({ columns: [t.unitId, t.feature] }), index('dirty_by_feature').on(t.feature)],
);

/** When a unit's facts of a feature change by the clock alone. */
export const clockMarks = provinceTable(
  'clock_marks',
  { unitId: text('unit_id').notNull(), feature: text('feature').notNull(), atMs: integer('at_ms').notNull() },
  (t) => [primaryKey({ columns: [t.unitId, t.feature] }), index('clock_marks_by_time').on(t.atMs)],
);

/** One value per unit, metric, dimensions and period. The county is part of the key, so a move takes the value along. */
export const facts = provinceTable(
  'facts',
  {
    unitId: text('unit_id').notNull(),
    countyId: text('county_id').notNull(),
    metric: text('metric').notNull(),
    dims: text('dims').notNull(),
    period: text('period').notNull(),
    value: integer('value').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.metric, t.unitId, t.countyId, t.dims, t.period] }),
    index('facts_by_unit').on(t.unitId, t.metric),
  ],
);

/** Facts added up per county, kept by triggers on facts, stamped with a sequence number. */
export const cells = provinceTable(
  'cells',
  {
    countyId: text('county_id').notNull(),
    metric: text('metric').notNull(),
    dims: text('dims').notNull(),
    period: text('period').notNull(),
    value: integer('value').notNull(),
    seq: integer('seq').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.metric, t.dims, t.period] }), index('cells_by_seq').on(t.seq)],
);

/** The last sequence number given to a cell. One row. */
export const cellClock = provinceTable('cell_clock', { id: integer('id').primaryKey(), seq: integer('seq').notNull() });

/** The counties as the nation knows them: official code, name, province. */
export const nationalCounties = nationalTable(
  'counties',
  {
    code: text('code').primaryKey(),
    province: text('province').notNull(),
    nameFa: text('name_fa').notNull(),
    nameEn: text('name_en'),
    endedOn: text('ended_on'),
  },
  (t) => [index('counties_by_province').on(t.province)],
);

/** The cells of all provinces, by the county's official code. */
export const nationalCells = nationalTable(
  'national_cells',
  {
    metric: text('metric').notNull(),
    period: text('period').notNull(),
    province: text('province').notNull(),
    county: text('county').notNull(),
    dims: text('dims').notNull(),
    value: integer('value').notNull(),
    epoch: integer('epoch').notNull(),
    letterNumber: integer('letter_number').notNull(),
    sentAtMs: integer('sent_at_ms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.metric, t.period, t.province, t.county, t.dims] }),
    index('national_cells_by_province').on(t.province, t.metric),
  ],
);

/** The cells added up per province, over its counties and, for a flow, over the months of a Jalali year; kept by triggers on the cells. `span`: empty for a stock, the year for a flow. */
export const nationalSums = nationalTable(
  'national_sums',
  {
    metric: text('metric').notNull(),
    span: text('span').notNull(),
    province: text('province').notNull(),
    dims: text('dims').notNull(),
    value: integer('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.metric, t.span, t.province, t.dims] })],
);

/** The flows among the cells added up per province and Jalali month; kept by triggers on the cells. */
export const nationalMonthSums = nationalTable(
  'national_month_sums',
  {
    metric: text('metric').notNull(),
    period: text('period').notNull(),
    province: text('province').notNull(),
    dims: text('dims').notNull(),
    value: integer('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.metric, t.period, t.province, t.dims] })],
);

/** What each province says it covers: metric and version, as of when, how many counties. */
export const coverage = nationalTable(
  'coverage',
  {
    metric: text('metric').notNull(),
    province: text('province').notNull(),
    epoch: integer('epoch').notNull(),
    asOfMs: integer('as_of_ms').notNull(),
    counties: integer('counties').notNull(),
    neighbourhoods: integer('neighbourhoods').notNull(),
  },
  (t) => [primaryKey({ columns: [t.metric, t.province] })],
);

/** The closings of which people were told: when they were counted, in which counties, by which metrics. */
export const peopleClosings = provinceTable(
  'people_closings',
  {
    period: text('period').notNull(),
    version: integer('version').notNull(),
    asOfMs: integer('as_of_ms').notNull(),
    countiesJson: text('counties_json').notNull(),
    metricsJson: text('metrics_json').notNull(),
  },
  (t) => [primaryKey({ columns: [t.period, t.version] })],
);

/** The leaves of people as they left the province: what was hidden is null here too. No row of it ever changes (triggers refuse it). */
export const peopleLeaves = provinceTable(
  'people_leaves',
  {
    period: text('period').notNull(),
    version: integer('version').notNull(),
    metric: text('metric').notNull(),
    county: text('county').notNull(),
    domain: text('domain').notNull(),
    valuesJson: text('values_json'),
  },
  (t) => [primaryKey({ columns: [t.period, t.version, t.metric, t.county, t.domain] })],
);

/** Which people metric a province has told of a month, in which versions and over which counties. Without a row it is missing. */
export const nationalPeopleReports = nationalTable(
  'national_people_reports',
  {
    metric: text('metric').notNull(),
    period: text('period').notNull(),
    province: text('province').notNull(),
    version: integer('version').notNull(),
    closedAtMs: integer('closed_at_ms').notNull(),
    asOfMs: integer('as_of_ms').notNull(),
    countiesJson: text('counties_json').notNull(),
    receivedAtMs: integer('received_at_ms').notNull(),
    epoch: integer('epoch').notNull(),
    letterNumber: integer('letter_number').notNull(),
  },
  (t) => [primaryKey({ columns: [t.metric, t.period, t.province, t.version] })],
);

/** The leaves of people: told, or hidden (null). A covered county without a leaf has none. No row of it ever changes (triggers refuse it). */
export const nationalPeopleLeaves = nationalTable(
  'national_people_leaves',
  {
    metric: text('metric').notNull(),
    period: text('period').notNull(),
    province: text('province').notNull(),
    version: integer('version').notNull(),
    county: text('county').notNull(),
    domain: text('domain').notNull(),
    valuesJson: text('values_json'),
  },
  (t) => [primaryKey({ columns: [t.metric, t.period, t.province, t.version, t.county, t.domain] })],
);
