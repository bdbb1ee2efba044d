import { compile, many, type Answers, type ReadDb, type ResultSet, type Statement } from '@mahalleh/gate';
import type { CivilDate } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import { Series, type Definition, type FactRow, type UnitRow, type ValueRow } from './series.ts';

type Db = ReadDb<'province'>;
type StoredValue = Omit<ValueRow, 'isSum'> & { isSum: number };

/** Whose series is asked: SQL that gives ids of indicators, and SQL that gives ids of units. Both without a `with` of their own. */
export type Asked = { readonly indicators: SQL; readonly units: SQL };

/** The indicators asked for, and all that their formulas read, now. */
const needed = (indicators: SQL): SQL =>
  sql`need(id) as (select id from (${indicators}) union select i.ref from need join indicators x on x.id = need.id join indicator_inputs i on i.indicator_id = x.id and i.version = x.version and i.kind = 'indicator')`;

const askedUnits = (units: SQL): SQL => sql`asked(id) as (select id from (${units}))`;

/**
 * The four texts from which the series of some indicators in some units follow: definitions, values, metrics,
 * units. A unit that measured nothing itself is the sum of its neighbourhoods and villages, where the indicator adds up.
 */
const seriesTexts = ({ indicators, units }: Asked) => ({
  definitions: sql`with recursive ${needed(indicators)} select x.id, x.key, x.frequency, x.version, v.unit, v.formula from need join indicators x on x.id = need.id join indicator_versions v on v.indicator_id = x.id and v.version = x.version`,
  values: sql`with recursive ${needed(indicators)}, ${askedUnits(units)}
      select m.id, m.indicator_id as "indicatorId", m.version, m.unit_id as "unitId", m.period, m.value, m.n, m.is_suppressed as hidden, 1 as places, 0 as "isSum"
        from asked cross join measurements m on m.unit_id = asked.id where m.indicator_id in (select id from need) and m.struck_at_ms is null
      union all
      select null, m.indicator_id, m.version, asked.id, m.period, sum(m.value), null, sum(m.is_suppressed), count(*), 1
        from asked cross join unit_closure c on c.ancestor_id = asked.id and c.unit_id <> asked.id join units p on p.id = c.unit_id and p.kind in ('neighbourhood', 'village')
        cross join measurements m on m.unit_id = c.unit_id join indicators x on x.id = m.indicator_id and x.version = m.version and x.adds_up = 1
        where m.indicator_id in (select id from need) and m.struck_at_ms is null group by m.indicator_id, asked.id, m.period`,
  facts: sql`with recursive ${needed(indicators)}, ${askedUnits(units)},
      metric(key) as (select distinct i.ref from need join indicators x on x.id = need.id join indicator_inputs i on i.indicator_id = x.id and i.version = x.version and i.kind = 'metric')
      select asked.id as "unitId", f.metric, f.dims, f.period, sum(f.value) as value
        from asked join units u on u.id = asked.id and u.kind not in ('province', 'county') join unit_closure c on c.ancestor_id = asked.id cross join facts f on f.unit_id = c.unit_id
        where substr(f.metric, 1, instr(f.metric, '@') - 1) in (select key from metric) group by asked.id, f.metric, f.dims, f.period
      union all
      select asked.id, e.metric, e.dims, e.period, sum(e.value)
        from asked join units u on u.id = asked.id and u.kind in ('province', 'county') join unit_closure c on c.ancestor_id = asked.id join units k on k.id = c.unit_id and k.kind = 'county' join cells e on e.county_id = k.id
        where substr(e.metric, 1, instr(e.metric, '@') - 1) in (select key from metric) group by asked.id, e.metric, e.dims, e.period`,
  units: sql`with ${askedUnits(units)} select u.id as "unitId",
        coalesce(u.population, (select sum(p.population) from unit_closure c join units p on p.id = c.unit_id where c.ancestor_id = u.id and p.kind in ('neighbourhood', 'village') and p.ended_on is null)) as population,
        (select count(*) from unit_closure c join units p on p.id = c.unit_id where c.ancestor_id = u.id and p.kind in ('neighbourhood', 'village') and p.ended_on is null) as places
      from asked join units u on u.id = asked.id`,
});

/** The four statements of a question from which series follow. */
export const askSeries = (db: Db, asked: Asked) => {
  const texts = seriesTexts(asked);
  return {
    seriesDefinitions: many(db.text<Definition>(texts.definitions)),
    seriesValues: many(db.text<StoredValue>(texts.values)),
    seriesFacts: many(db.text<FactRow>(texts.facts)),
    seriesUnits: many(db.text<UnitRow>(texts.units)),
  };
};

/** The series that follow from what `askSeries` brought. */
export const seriesOf = (got: Answers<ReturnType<typeof askSeries>>, today: CivilDate): Series =>
  new Series({
    definitions: got.seriesDefinitions,
    values: got.seriesValues.map((row) => ({ ...row, isSum: row.isSum === 1 })),
    facts: got.seriesFacts,
    units: got.seriesUnits,
    today,
  });

/** The same four statements for a round of the lane, which nobody asks. */
export const seriesStatements = (asked: Asked): Statement[] => Object.values(seriesTexts(asked)).map(compile);

/** Rows by the names of their columns; the cast is safe because each text names the columns of its row. */
const rowsOf = <Row>(result: ResultSet | undefined): Row[] =>
  (result?.rows ?? []).map(
    (row) => Object.fromEntries((result?.columns ?? []).map((name, i) => [name, row[i] ?? null])) as Row,
  );

/** The series that follow from what `seriesStatements` brought. */
export const seriesFrom = ([definitions, values, facts, units]: readonly ResultSet[], today: CivilDate): Series =>
  seriesOf(
    {
      seriesDefinitions: rowsOf<Definition>(definitions),
      seriesValues: rowsOf<StoredValue>(values),
      seriesFacts: rowsOf<FactRow>(facts),
      seriesUnits: rowsOf<UnitRow>(units),
    },
    today,
  );
