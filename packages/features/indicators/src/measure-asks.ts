import { isMyUnit, many, type ReadDb } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import type { Period } from './periods.ts';

type Db = ReadDb<'province'>;

/** So many earlier values of a unit, and so many of its peers, a new value is held against. */
const MOST = { own: 24, peers: 2000 } as const;

/** A unit that values are said of. */
export type Place = {
  readonly id: string;
  readonly kind: string;
  readonly countyId: string | null;
  readonly endedOn: string | null;
};
/** A standing value beside a new one. */
export type Standing = { readonly unitId: string; readonly period: Period; readonly value: number | null };
/** A value of another unit in one of the periods. */
export type Peer = Standing & { readonly kind: string; readonly countyId: string | null };

type Of = { readonly indicator: SQL; readonly units: SQL; readonly periods: SQL };

const asksOf = (db: Db, { indicator, units, periods }: Of) => {
  const current = sql`m.indicator_id = (${indicator}) and m.version = (select x.version from indicators x where x.id = (${indicator})) and m.struck_at_ms is null`;
  return {
    places: many(
      db.text<Place>(
        sql`select u.id, u.kind, u.county_id as "countyId", u.ended_on as "endedOn" from units u where u.id in (${units}) and ${isMyUnit(sql`u.id`)}`,
      ),
    ),
    own: many(
      db.text<Standing>(
        sql`select w."unitId", w.period, w.value from (select m.unit_id as "unitId", m.period, m.value, row_number() over (partition by m.unit_id order by m.period desc) as turn from measurements m where m.unit_id in (${units}) and ${current}) w where w.turn <= ${MOST.own}`,
      ),
    ),
    // The index of standing values by period serves both: what is there already, and what others have.
    standing: many(
      db.text<Standing>(
        sql`select m.unit_id as "unitId", m.period, m.value from measurements m where m.indicator_id = (${indicator}) and m.period in (${periods}) and m.unit_id in (${units}) and m.struck_at_ms is null`,
      ),
    ),
    peers: many(
      db.text<Peer>(
        sql`select m.unit_id as "unitId", m.period, m.value, u.kind, u.county_id as "countyId" from measurements m join units u on u.id = m.unit_id where m.period in (${periods}) and ${current} and m.value is not null limit ${MOST.peers}`,
      ),
    ),
  };
};

const listed = (values: readonly string[]): SQL =>
  sql`select value from json_each(${JSON.stringify([...new Set(values)])})`;

/** What new values are judged by: the actor's units among those named, their own earlier values, and what others have in the same periods. */
export const askBeside = (db: Db, indicatorId: string, unitIds: readonly string[], periods: readonly Period[]) =>
  asksOf(db, { indicator: sql`select ${indicatorId}`, units: listed(unitIds), periods: listed(periods) });

/** The same for one measurement that is there. */
export const askBesideOne = (db: Db, measurementId: string) => {
  const of = (column: string): SQL =>
    sql`select ${sql.raw(`one.${column}`)} from measurements one where one.id = ${measurementId}`;
  return asksOf(db, { indicator: of('indicator_id'), units: of('unit_id'), periods: of('period') });
};
