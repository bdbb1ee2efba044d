import { defineQuery, isMyUnit, many, maybe, one, type ReadDb } from '@mahalleh/gate';
import { askSeries, seriesOf, type Series } from '@mahalleh/indicators';
import {
  definitionColumns,
  definitionOf,
  definitionTables,
  type DefinitionRow,
} from '@mahalleh/indicators/definitions';
import { civilDateOf, type CivilDate } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import { OperationEffect, ReadEffect } from '../effect-outputs.ts';
import {
  changeOf,
  effectOf,
  FEWEST_BESIDE,
  isShown,
  middleSeries,
  windowsOf,
  type Values,
  type Windows,
} from '../effect-rules.ts';

type OperationRow = {
  unitId: string;
  indicatorId: string | null;
  status: string;
  startsOn: string;
  endsOn: string;
  startedAtMs: number | null;
  finishedAtMs: number | null;
};
type OtherRow = { id: string; nameFa: string; nameEn: string | null; isNear: number; isMine: number };

/** So many neighbourhoods at most are looked at beside the one that was treated. */
const MOST_BESIDE = 40;

const DAYS: SQL = sql.raw("case x.frequency when 'month' then 93 when 'season' then 279 else 1096 end");

/**
 * Neighbourhoods like the one of the operation `o` in which nothing was done in its domain meanwhile: of its kind, half to
 * twice its size, those of its own county first, then those nearest in size.
 */
const untreated = (operationId: string, columns: SQL): SQL =>
  sql`select ${columns} from operations o join units h on h.id = o.unit_id join indicators x on x.id = o.indicator_id join units u on u.kind = h.kind and u.id <> h.id and u.ended_on is null
    where o.id = ${operationId} and (h.population is null or (u.population is not null and u.population between h.population / 2 and h.population * 2))
      and exists (select 1 from measurements m where m.unit_id = u.id and (m.indicator_id = x.id or m.indicator_id in (select i.ref from indicator_inputs i where i.indicator_id = x.id and i.version = x.version)))
      and not exists (select 1 from operations t where t.unit_id = u.id and t.domain_key = o.domain_key and t.status <> 'cancelled'
        and t.starts_on <= date(o.ends_on, '+' || ${DAYS} || ' days') and t.ends_on >= date(o.starts_on, '-' || ${DAYS} || ' days'))
    order by u.county_id is not h.county_id, abs(coalesce(u.population, 0) - coalesce(h.population, 0)), u.id limit ${MOST_BESIDE}`;

const askEffect = (db: ReadDb<'province'>, operationId: string) => ({
  operation: one(
    db.text<OperationRow>(
      sql`select o.unit_id as "unitId", o.indicator_id as "indicatorId", o.status, o.starts_on as "startsOn", o.ends_on as "endsOn", o.started_at_ms as "startedAtMs", o.finished_at_ms as "finishedAtMs" from operations o where o.id = ${operationId} and ${isMyUnit(sql`o.unit_id`)}`,
    ),
    'operation_unknown',
  ),
  definition: maybe(
    db.text<DefinitionRow>(
      sql`select ${definitionColumns} from ${definitionTables} where x.id = (select o.indicator_id from operations o where o.id = ${operationId})`,
    ),
  ),
  others: many(
    db.text<OtherRow>(
      untreated(
        operationId,
        sql`u.id, u.name_fa as "nameFa", u.name_en as "nameEn", u.county_id is h.county_id as "isNear", ${isMyUnit(sql`u.id`)} as "isMine"`,
      ),
    ),
  ),
  ...askSeries(db, {
    indicators: sql`select o.indicator_id as id from operations o where o.id = ${operationId} and o.indicator_id is not null`,
    units: sql`select o.unit_id as id from operations o where o.id = ${operationId} union select id from (${untreated(operationId, sql`u.id as id`)})`,
  }),
});

const dayOf = (ms: number | null, planned: string): CivilDate =>
  // The cast is safe: only the kernel's date field writes the days of operations.
  ms === null ? (planned as CivilDate) : civilDateOf(ms);

const valuesOf = (series: Series, indicatorId: string, unitId: string): Values =>
  new Map(
    series
      .pointsOf(indicatorId, unitId)
      .flatMap(({ period, value }) => (value === null ? [] : [[period, value] as const])),
  );

const NOTHING = {
  windows: { before: [], after: [] },
  course: [],
  beside: [],
  effect: null,
  isSameCounty: true,
  others: [],
};

/** Why nothing can be said of a change that is not known. */
const whyNone = (values: Values, windows: Windows, isEnded: boolean) =>
  !isEnded
    ? ('not_ended' as const)
    : windows.before.some((period) => values.has(period))
      ? ('nothing_after' as const)
      : ('nothing_before' as const);

/** What changed with an operation: its indicator before and after, beside neighbourhoods that were not treated. It says what was seen, never what caused it. */
export const readOperationEffect = defineQuery({
  name: 'operation_effect',
  permission: 'operation.read',
  input: ReadEffect,
  output: OperationEffect,
  ask: (db, { operationId }) => askEffect(db, operationId),
  shape: (got, _input, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const { unitId, indicatorId, status, startsOn, endsOn, startedAtMs, finishedAtMs } = got.operation;
    const from = dayOf(startedAtMs, startsOn);
    const to = status === 'done' ? dayOf(finishedAtMs, endsOn) : null;
    if (!got.definition || indicatorId === null)
      return { ...NOTHING, indicator: null, why: 'no_indicator' as const, from, to };
    const indicator = definitionOf(got.definition);
    if (indicator.frequency === 'once') return { ...NOTHING, indicator, why: 'once' as const, from, to };
    const series = seriesOf(got, today);
    const windows = windowsOf(indicator.frequency, from, to, today);
    const here = valuesOf(series, indicatorId, unitId);
    const changed = got.others.flatMap((other) => {
      const values = valuesOf(series, indicatorId, other.id);
      const change = changeOf(values, windows);
      return change ? [{ ...other, values, change }] : [];
    });
    const near = changed.filter(({ isNear }) => isNear === 1);
    const isSameCounty = near.length >= FEWEST_BESIDE || near.length === changed.length;
    const beside = isSameCounty ? near : changed;
    const change = changeOf(here, windows);
    return {
      indicator,
      why: change ? null : whyNone(here, windows, to !== null),
      from,
      to,
      windows: { before: [...windows.before], after: [...windows.after] },
      course: series
        .pointsOf(indicatorId, unitId)
        .filter(({ period }) => isShown(period, windows))
        .map(({ period, value }) => ({ period, value })),
      beside: middleSeries(beside.map(({ values }) => values)).filter(({ period }) => isShown(period, windows)),
      effect:
        change &&
        effectOf(
          change,
          beside.map((other) => other.change),
        ),
      isSameCounty,
      others: beside
        .filter(({ isMine }) => isMine === 1)
        .map(({ id, nameFa, nameEn, change: { change: by } }) => ({ id, nameFa, nameEn, change: by })),
    };
  },
});
