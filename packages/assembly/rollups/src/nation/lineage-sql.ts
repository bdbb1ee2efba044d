import { sql, type SQL } from 'drizzle-orm';
import { cellsFrom, coverageFrom, type At } from './source.ts';

/** A letter that a figure rests on, with how many of its cells it brought last. */
export type LetterRow = {
  readonly province: string;
  readonly epoch: number;
  readonly kind: string;
  readonly number: number;
  readonly keyId: string;
  readonly digest: string;
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  readonly cells: number;
  readonly metrics: string | null;
  readonly letters: number;
};

const LETTER =
  'l.province, l.epoch, l.kind, l.number, l.key_id as "keyId", l.digest, l.sent_at_ms as "sentAtMs", l.received_at_ms as "receivedAtMs"';

/** The letters that brought these cells as they stand, the newest first and `most` of each province, and how many there are of it. */
export const letterRows = (
  metrics: readonly string[],
  periods: readonly string[],
  where: SQL,
  most: number,
  at?: At,
): SQL =>
  sql`with used as (select province, epoch, letter_number as number, count(*) as cells, group_concat(distinct metric) as metrics from ${cellsFrom(at)} where metric in (select value from json_each(${JSON.stringify(metrics)})) and period in (select value from json_each(${JSON.stringify(['', ...periods])})) and ${where} group by 1, 2, 3), ranked as (select *, row_number() over (partition by province order by epoch desc, number desc) as place, count(*) over (partition by province) as letters from used) select ${sql.raw(LETTER)}, r.cells, r.metrics, r.letters from ranked r join letters_in l on l.province = r.province and l.epoch = r.epoch and l.kind = 'rollup.cells' and l.number = r.number where r.place <= ${most} order by l.received_at_ms desc, l.number desc`;

/** The newest letter of coverage of each province of the condition: what says since when a place without a cell is zero. */
export const coverRows = (metrics: readonly string[], where: SQL, moment: number, at?: At): SQL =>
  sql`select ${sql.raw(LETTER)}, 0 as cells, null as metrics, 1 as letters from (select distinct province, epoch from ${coverageFrom(at)} where metric in (select value from json_each(${JSON.stringify(metrics)})) and ${where}) c join letters_in l on l.province = c.province and l.epoch = c.epoch and l.kind = 'rollup.coverage' and l.number = (select max(n.number) from letters_in n where n.province = c.province and n.epoch = c.epoch and n.kind = 'rollup.coverage' and n.received_at_ms <= ${moment}) order by l.province`;
