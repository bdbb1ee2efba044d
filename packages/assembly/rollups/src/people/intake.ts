import type { Intake, SealedLetter } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import type * as z from 'zod';
import { peopleLetter } from './letter.ts';

type Closed = z.infer<typeof peopleLetter.body>;

const INSERT =
  'insert or ignore into national_people_leaves (metric, period, province, version, county, domain, values_json)';
/** A version that is known stays as it is: its leaves come with the letter that brought it and never later. */
const IS_THIS =
  'exists (select 1 from national_people_reports where metric = ? and period = ? and province = ? and version = ? and epoch = ? and letter_number = ?)';

const applyTable = (
  { province, epoch, number, sentAtMs }: SealedLetter,
  { period, version, closedAtMs, asOfMs, counties }: Closed,
  { metric, told, hidden }: Closed['tables'][number],
): Statement[] => {
  const whose = [metric, period, province, version];
  const leaves = (list: readonly object[], values: string): Statement => ({
    sql: `${INSERT} select ?, ?, ?, ?, json_extract(value, '$.county'), json_extract(value, '$.domain'), ${values} from json_each(?) where ${IS_THIS}`,
    args: [...whose, JSON.stringify(list), ...whose, epoch, number],
  });
  return [
    {
      sql: 'insert or ignore into national_people_reports (metric, period, province, version, closed_at_ms, as_of_ms, counties_json, received_at_ms, epoch, letter_number) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      args: [...whose, closedAtMs, asOfMs, JSON.stringify(counties), sentAtMs, epoch, number],
    },
    leaves(hidden, 'null'),
    // A province that was restored has forgotten what it hid; the nation has not.
    {
      sql: `${INSERT} select distinct metric, period, province, ?, county, domain, null from national_people_leaves where metric = ? and period = ? and province = ? and version < ? and values_json is null and ${IS_THIS}`,
      args: [version, ...whose, ...whose, epoch, number],
    },
    leaves(told, "json_extract(value, '$.values')"),
  ];
};

const applyClosed = (letter: SealedLetter, body: Closed): Statement[] =>
  body.tables.flatMap((table) => applyTable(letter, body, table));

/** How the nation takes in the leaf tables of people. */
export const peopleIntakes: readonly Intake[] = [
  {
    letter: peopleLetter,
    apply: applyClosed as Intake['apply'],
    rebuilds: ['national_people_reports', 'national_people_leaves'],
  },
];
