import { defineQuery, inMyUnits, many, one, type ReadDb } from '@mahalleh/gate';
import { foldText } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import { IndicatorChoices, IndicatorList, ChooseIndicators, ListIndicators } from '../model.ts';
import {
  definitionColumns,
  definitionOf,
  definitionOrder,
  definitionTables,
  lastPeriodSql,
  type DefinitionRow,
} from './indicator-fields.ts';

type ItemRow = DefinitionRow & {
  source: string;
  lastPeriod: string | null;
  measured: number;
  retiredAtMs: number | null;
  isSample: number;
  revision: number;
};

const named = (q: string | undefined): SQL => {
  // Half-spaces and spaces are the same to who searches.
  const words = foldText(q ?? '').replaceAll(' ', '');
  return words === ''
    ? sql`true`
    : sql`(instr(replace(x.title_folded, ' ', ''), ${words}) > 0 or instr(x.key, ${words}) > 0)`;
};

/** How many neighbourhoods and villages are the actor's. */
export const askPlaces = (db: ReadDb<'province'>) =>
  one(
    db.text<{ n: number }>(
      sql`select count(*) as n from units u where u.kind in ('neighbourhood', 'village') and u.ended_on is null and ${inMyUnits(sql`u.id`)}`,
    ),
  );

/** The indicators of the province by groups of aims, each with its last period and how many of my units were measured in it. */
export const listIndicators = defineQuery({
  name: 'indicators',
  permission: 'indicator.read',
  input: ListIndicators,
  output: IndicatorList,
  ask: (db, { aim, q, withRetired }) => ({
    rows: many(
      db.text<ItemRow>(sql`select ${definitionColumns}, x.source, x.retired_at_ms as "retiredAtMs", x.is_sample as "isSample", x.revision, ${lastPeriodSql} as "lastPeriod",
          (select count(*) from measurements m where m.indicator_id = x.id and m.period = ${lastPeriodSql} and m.struck_at_ms is null and ${inMyUnits(sql`m.unit_id`)}) as measured
        from ${definitionTables} where ${aim === undefined ? sql`true` : sql`x.aim = ${aim}`} and ${named(q)} and ${withRetired ? sql`true` : sql`x.retired_at_ms is null`}
        order by ${definitionOrder} limit 500`),
    ),
    places: askPlaces(db),
  }),
  shape: ({ rows, places }) => ({
    rows: rows.map(({ source, lastPeriod, measured, retiredAtMs, isSample, revision, ...row }) => ({
      ...definitionOf(row),
      ...{ source, lastPeriod, measured, retiredAtMs, revision },
      isSample: isSample === 1,
    })),
    places: places.n,
  }),
});

/** The indicators that can be chosen for an operation, a target or a formula: the first whose title or key holds the words. */
export const chooseIndicators = defineQuery({
  name: 'indicator_choices',
  permission: 'indicator.read',
  input: ChooseIndicators,
  output: IndicatorChoices,
  ask: (db, { q }) => ({
    rows: many(
      db.text<DefinitionRow>(
        sql`select ${definitionColumns} from ${definitionTables} where x.retired_at_ms is null and ${named(q)} order by ${definitionOrder} limit 100`,
      ),
    ),
  }),
  shape: ({ rows }) => ({
    rows: rows.map(({ id, key, titleFa, titleEn, unit, direction, formula, addsUp }) => ({
      ...{ id, key, titleFa, titleEn, unit, direction },
      isComputed: formula !== null,
      addsUp: addsUp === 1,
    })),
  }),
});
