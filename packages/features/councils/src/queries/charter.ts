import { asc, eq, sql, type SQL } from 'drizzle-orm';
import { defineQuery, many, one, type ReadDb } from '@mahalleh/gate';
import { OneCharter, zCharter } from '../model.ts';
import { charters, charterSeats } from '../schema.ts';

/** The charter that stands first in the list: in force, of the highest council. */
const CURRENT = sql`(select c.id from charters c where c.superseded_on is null order by case c.kind when 'province_steering' then 0 when 'county_steering' then 1 else 2 end, c.version desc limit 1)`;

const askCharter = (db: ReadDb<'province'>, id: SQL) => ({
  charter: one(db.select().from(charters).where(eq(charters.id, id)), 'charter_unknown'),
  seats: many(db.select().from(charterSeats).where(eq(charterSeats.charterId, id)).orderBy(asc(charterSeats.ord))),
  national: many(
    db.text<{
      key: string;
    }>(sql`select s.key from charter_seats s where s.is_required = 1 and s.charter_id = (select n.id from charters n
        where n.origin = 'national' and n.kind = (select c.kind from charters c where c.id = ${id}) order by n.version desc limit 1)`),
  ),
  councils: one(
    db.text<{ n: number }>(sql`select count(*) as n from councils where charter_id = ${id} and dissolved_on is null`),
  ),
});

/** One charter: its seats, which of them the nation requires, and how many councils stand under it. */
export const getCharter = defineQuery({
  name: 'charter',
  permission: 'charter.read',
  input: OneCharter,
  output: zCharter,
  ask: (db, { charterId }) => askCharter(db, charterId === 'current' ? CURRENT : sql`${charterId}`),
  shape: ({ charter, seats, national, councils }) => ({
    ...charter,
    seats: seats.map(({ charterId: _charterId, ord: _ord, ...seat }) => ({
      ...seat,
      isNational: national.some(({ key }) => key === seat.key),
    })),
    councils: councils.n,
  }),
});
