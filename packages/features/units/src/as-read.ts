import { change, type Change } from '@mahalleh/gate';

/** The change that fails, and with it the whole save, unless these records are still as they were read. */
export const stillAsRead = (
  table: 'units' | 'bases' | 'people',
  rows: readonly { readonly id: string; readonly revision: number }[],
): Change[] =>
  rows.length === 0
    ? []
    : [
        change({
          toSQL: () => ({
            sql: `select json(case when (select count(*) from json_each(?) j join ${table} t on t.id = json_extract(j.value, '$.id') and t.revision = json_extract(j.value, '$.revision')) = ? then '1' else 'revision_conflict' end)`,
            params: [JSON.stringify(rows.map(({ id, revision }) => ({ id, revision }))), rows.length],
          }),
        }),
      ];

/** The change that writes many records of a table from one bound text: `columns` by SQL name, values by the same name. */
export const amendMany = (
  table: 'units' | 'bases' | 'people',
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[],
): Change[] =>
  rows.length === 0
    ? []
    : [
        change({
          toSQL: () => ({
            sql: `update ${table} set ${columns.map((name) => `${name} = j.${name}`).join(', ')}, revision = revision + 1 from (select ${['id', ...columns].map((name) => `json_extract(value, '$.${name}') as ${name}`).join(', ')} from json_each(?)) j where ${table}.id = j.id`,
            params: [JSON.stringify(rows)],
          }),
        }),
      ];

/** The change that inserts many records of a table from one bound text: `columns` by SQL name, values by the same name. */
export const insertMany = (
  table: 'bases' | 'people' | 'unit_successions',
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[],
): Change[] =>
  rows.length === 0
    ? []
    : [
        change({
          toSQL: () => ({
            sql: `insert into ${table} (${columns.join(', ')}) select ${columns.map((name) => `json_extract(value, '$.${name}')`).join(', ')} from json_each(?)`,
            params: [JSON.stringify(rows)],
          }),
        }),
      ];
