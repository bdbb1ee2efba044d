import { addDays, fromJalali, msOf } from '@mahalleh/kernel';

type Mark = { table: string; feature: string; unit?: string };

/** Marks units dirty; a row without a unit (null) is ignored. Kept short: SQLite reads every trigger each time a database is opened. */
const touch = (pairs: readonly string[]): string => `insert or ignore into dirty values ${pairs.join(',')};`;

/** Marks by table: one trigger per table and event, however many features listen. */
const markTriggers = (marks: readonly Mark[]): string[] =>
  [...new Set(marks.map(({ table }) => table))].flatMap((table) => {
    const listeners = marks.filter((mark) => mark.table === table);
    const pairs = (row: 'new' | 'old') => [
      ...new Set(listeners.map(({ feature, unit }) => `(${row}.${unit ?? 'unit_id'},'${feature}')`)),
    ];
    return [
      `create trigger ${table}_dirty_insert after insert on ${table} begin ${touch(pairs('new'))} end`,
      `create trigger ${table}_dirty_update after update on ${table} begin ${touch([...pairs('new'), ...pairs('old')])} end`,
      `create trigger ${table}_dirty_delete after delete on ${table} begin ${touch(pairs('old'))} end`,
    ];
  });

const add = (row: 'new' | 'old', amount: string): string =>
  `insert into cells (county_id, metric, dims, period, value, seq) select ${row}.county_id, ${row}.metric, ${row}.dims, ${row}.period, ${amount}, seq from cell_clock where true on conflict (county_id, metric, dims, period) do update set value = value + excluded.value, seq = excluded.seq;`;
const tick = 'update cell_clock set seq = seq + 1;';

/** The triggers of a province's database: what makes units dirty, and how facts become cells (from old and new rows only). */
export const provinceTriggers = (marks: readonly Mark[], features: readonly string[]): string[] => [
  ...markTriggers(marks),
  `create trigger units_county_dirty after update of county_id on units when old.county_id is not new.county_id begin ${touch(features.map((feature) => `(new.id,'${feature}')`))} end`,
  `create trigger unit_memberships_dirty after insert on unit_memberships begin ${touch(features.map((feature) => `(new.unit_id,'${feature}')`))} end`,
  `create trigger facts_insert after insert on facts begin ${tick} ${add('new', 'new.value')} end`,
  `create trigger facts_update after update of value on facts when new.value <> old.value begin ${tick} ${add('new', 'new.value - old.value')} end`,
  `create trigger facts_delete after delete on facts begin ${tick} ${add('old', '-old.value')} end`,
  'insert into cell_clock (id, seq) values (1, 0)',
  'insert into border_state (id, epoch, cell_number, cell_seq, coverage_number, coverage_at_ms) values (1, 1, 0, 0, 0, 0)',
];

/** The Jalali months 1395 to 1450 as rows, so that SQL can name the period of an instant. */
export const periodRows = (): string[] => {
  const rows: string[] = [];
  for (let year = 1395; year <= 1450; year++)
    for (let month = 1; month <= 12; month++) {
      const first = fromJalali({ year, month, day: 1 });
      const next =
        month === 12
          ? fromJalali({ year: year + 1, month: 1, day: 1 })
          : fromJalali({ year, month: month + 1, day: 1 });
      if (!first || !next) throw new Error(`no such month ${year}-${month}`);
      rows.push(
        `('${year}-${String(month).padStart(2, '0')}', ${msOf(first)}, ${msOf(next)}, '${first}', '${addDays(next, -1)}')`,
      );
    }
  const chunks: string[] = [];
  for (let i = 0; i < rows.length; i += 112)
    chunks.push(
      `insert into periods (key, from_ms, to_ms, first_on, last_on) values ${rows.slice(i, i + 112).join(', ')}`,
    );
  return chunks;
};
