import type { Intake, SealedLetter } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import type * as z from 'zod';
import { cellsLetter, coverageLetter } from './letters.ts';

type Cells = z.infer<typeof cellsLetter.body>;
type Coverage = z.infer<typeof coverageLetter.body>;

const applyCells = ({ province, epoch, number, sentAtMs }: SealedLetter, body: Cells): Statement[] => [
  {
    sql:
      'insert into national_cells (metric, period, province, county, dims, value, epoch, letter_number, sent_at_ms)' +
      " select json_extract(value, '$.metric'), json_extract(value, '$.period'), ?, json_extract(value, '$.county'), json_extract(value, '$.dims'), json_extract(value, '$.value'), ?, ?, ? from json_each(?)" +
      ' where true on conflict (metric, period, province, county, dims) do update set value = excluded.value, epoch = excluded.epoch, letter_number = excluded.letter_number, sent_at_ms = excluded.sent_at_ms',
    args: [province, epoch, number, sentAtMs, JSON.stringify(body.cells)],
  },
  // A new epoch resends everything: what it did not name again is no longer so.
  ...(body.isComplete
    ? [{ sql: 'delete from national_cells where province = ? and epoch < ?', args: [province, epoch] }]
    : []),
  ...(body.asOfMs === null
    ? []
    : [
        {
          sql: 'update coverage set as_of_ms = max(as_of_ms, ?) where province = ? and epoch = ?',
          args: [body.asOfMs, province, epoch],
        },
      ]),
];

const applyCoverage = ({ province, epoch }: SealedLetter, body: Coverage): Statement[] => [
  {
    sql: 'delete from coverage where province = ? and metric not in (select value from json_each(?))',
    args: [province, JSON.stringify(body.metrics)],
  },
  {
    sql:
      'insert into coverage (metric, province, epoch, as_of_ms, counties, neighbourhoods) select value, ?, ?, ?, ?, ? from json_each(?)' +
      ' where true on conflict (metric, province) do update set epoch = excluded.epoch, as_of_ms = excluded.as_of_ms, counties = excluded.counties, neighbourhoods = excluded.neighbourhoods',
    args: [province, epoch, body.asOfMs, body.counties.length, body.neighbourhoods, JSON.stringify(body.metrics)],
  },
  {
    sql:
      "insert into counties (code, province, name_fa, name_en, ended_on) select json_extract(value, '$.code'), ?, json_extract(value, '$.nameFa'), json_extract(value, '$.nameEn'), null from json_each(?)" +
      " where true on conflict (code) do update set name_fa = excluded.name_fa, name_en = excluded.name_en, province = excluded.province, ended_on = null where (name_fa, ifnull(name_en, ''), province) <> (excluded.name_fa, ifnull(excluded.name_en, ''), excluded.province) or ended_on is not null",
    args: [province, JSON.stringify(body.counties)],
  },
  {
    sql: 'update counties set ended_on = ? where province = ? and ended_on is null and code not in (select value from json_each(?))',
    args: [civilDateOf(body.asOfMs), province, JSON.stringify(body.counties.map(({ code }) => code))],
  },
];

/** How the nation takes in the rollups' letters. */
export const rollupIntakes: readonly Intake[] = [
  {
    letter: cellsLetter,
    apply: applyCells as Intake['apply'],
    rebuilds: ['national_cells', 'national_sums', 'national_month_sums', 'coverage'],
  },
  { letter: coverageLetter, apply: applyCoverage as Intake['apply'], rebuilds: ['coverage'] },
];
