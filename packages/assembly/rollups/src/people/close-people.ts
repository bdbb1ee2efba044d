import { postLetter } from '@mahalleh/border';
import type { Reader, SqlValue, Statement } from '@mahalleh/gate';
import { ALL_UNITS, leavesSql, partKeys, storedKey, type PeopleMetric } from '@mahalleh/metric';
import { peopleBody, peopleLetter, type Closing } from './letter.ts';
import { peopleMetrics } from './registry.ts';
import { suppress, type ToldLeaf, type TrueLeaf } from './suppress.ts';

/** What the round needs: to ask, and to save without anybody acting. */
export type ClosingPorts = {
  readonly reader: Reader;
  readonly save: (statements: readonly Statement[]) => Promise<boolean>;
  readonly nowMs: () => number;
};

/** What is counted must have been so at the close: an older closing without its people stays without. Unit: milliseconds. */
const FRESH_MS = 86_400_000;

/** The closed months whose people have not been told. A quarter has none: beside its months it would give hidden ones back. */
const due = (nowMs: number): Statement => ({
  sql: "select c.period, c.version, c.closed_at_ms from closings c where c.period not like '%q%' and c.closed_at_ms > ? and not exists (select 1 from people_closings p where p.period = c.period and p.version = c.version) order by c.period, c.version limit 1",
  args: [nowMs - FRESH_MS],
});

const COUNTIES: Statement = {
  sql: "select official_code from units where kind = 'county' and ended_on is null and official_code is not null order by 1",
  args: [],
};

const versionsBefore = (period: string, version: number): Statement => ({
  sql: 'select version, metrics_json from people_closings where period = ? and version < ? order by version',
  args: [period, version],
});

const leavesBefore = (period: string, version: number): Statement => ({
  sql: 'select version, metric, county, domain, values_json from people_leaves where period = ? and version < ?',
  args: [period, version],
});

type Rows = readonly (readonly SqlValue[])[];
type Before = { readonly versions: Rows; readonly leaves: Rows };

/** The leaves of a metric as the records have them, from rows `county, domain, part, amount`. */
const trueLeaves = (metric: PeopleMetric, rows: Rows): TrueLeaf[] => {
  const parts = partKeys(metric);
  const leaves = new Map<string, { county: string; domain: string; values: number[] }>();
  for (const [county, domain, part, amount] of rows) {
    const name = `${String(county)}/${String(domain)}`;
    const leaf = leaves.get(name) ?? {
      county: String(county),
      domain: String(domain),
      values: parts.map(() => 0),
    };
    leaf.values[parts.indexOf(String(part))] = Number(amount);
    leaves.set(name, leaf);
  }
  return [...leaves.values()];
};

const keyOf = (stored: string): string => stored.split('@')[0] ?? stored;

/** What earlier versions of the period told of a metric, oldest first; another version of the metric is of the same people. */
const toldBefore = ({ key }: PeopleMetric, { versions, leaves }: Before): ToldLeaf[][] =>
  versions
    .filter(([, metrics]) => (JSON.parse(String(metrics)) as string[]).some((stored) => keyOf(stored) === key))
    .map(([version]) =>
      leaves
        .filter(([of, metric]) => of === version && keyOf(String(metric)) === key)
        .map(([, , county, domain, values]) => ({
          county: String(county),
          domain: String(domain),
          values: values === null ? null : (JSON.parse(String(values)) as number[]),
        })),
    );

/** The statements that keep the tables of a closing and put them on their way. */
const kept = (
  closing: Closing,
  counties: readonly string[],
  tables: readonly { readonly metric: string; readonly leaves: readonly ToldLeaf[] }[],
  nowMs: number,
): Statement[] => [
  {
    sql: 'insert into people_closings (period, version, as_of_ms, counties_json, metrics_json) values (?, ?, ?, ?, ?)',
    args: [
      ...[closing.period, closing.version, nowMs, JSON.stringify(counties)],
      JSON.stringify(tables.map(({ metric }) => metric)),
    ],
  },
  ...tables.map(({ metric, leaves }) => ({
    sql:
      'insert into people_leaves (period, version, metric, county, domain, values_json)' +
      " select ?, ?, ?, json_extract(value, '$.county'), json_extract(value, '$.domain'), json_extract(value, '$.values') from json_each(?)",
    args: [closing.period, closing.version, metric, JSON.stringify(leaves)],
  })),
  postLetter(peopleLetter, peopleBody(closing, nowMs, counties, tables), nowMs),
];

/**
 * Tells the people of the months that were closed: counts them, hides what is small, keeps what is told and puts it on its
 * way, all of it or nothing. Shape: how many closings. Fails: what the database fails with. The next round goes on.
 */
export const closePeople = async ({ reader, save, nowMs }: ClosingPorts): Promise<number> => {
  for (let done = 0; ; done++) {
    const [waiting] = await reader.batch([due(nowMs())]);
    const row = waiting?.rows[0];
    if (!row) return done;
    const closing: Closing = { period: String(row[0]), version: Number(row[1]), closedAtMs: Number(row[2]) };
    const [counties, versions, leaves, ...tables] = await reader.batch([
      COUNTIES,
      versionsBefore(closing.period, closing.version),
      leavesBefore(closing.period, closing.version),
      ...peopleMetrics.map((metric) => ({ sql: leavesSql(metric, ALL_UNITS), args: [] })),
    ]);
    const before = { versions: versions?.rows ?? [], leaves: leaves?.rows ?? [] };
    const isSaved = await save(
      kept(
        closing,
        (counties?.rows ?? []).map(([code]) => String(code)),
        peopleMetrics.map((metric, i) => ({
          metric: storedKey(metric),
          leaves: suppress(trueLeaves(metric, tables[i]?.rows ?? []), toldBefore(metric, before)),
        })),
        nowMs(),
      ),
    );
    if (!isSaved) return done;
  }
};
