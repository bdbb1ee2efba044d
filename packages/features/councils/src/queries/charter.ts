import { asc, eq, sql } from 'drizzle-orm';
import { defineQuery, many, one } from '@mahalleh/gate';
import { OneCharter, zCharter } from '../model.ts';
import { charters, charterSeats } from '../schema.ts';

/** One charter: its seats, which of them the nation requires, and how many councils stand under it. */
export const getCharter = defineQuery({
  name: 'charter',
  permission: 'charter.read',
  input: OneCharter,
  output: zCharter,
  ask: (db, { charterId }) => ({
    charter: one(db.select().from(charters).where(eq(charters.id, charterId)), 'charter_unknown'),
    seats: many(
      db.select().from(charterSeats).where(eq(charterSeats.charterId, charterId)).orderBy(asc(charterSeats.ord)),
    ),
    national: many(
      db.text<{
        key: string;
      }>(sql`select s.key from charter_seats s where s.is_required = 1 and s.charter_id = (select n.id from charters n
        where n.origin = 'national' and n.kind = (select c.kind from charters c where c.id = ${charterId}) order by n.version desc limit 1)`),
    ),
    councils: one(
      db.text<{ n: number }>(
        sql`select count(*) as n from councils where charter_id = ${charterId} and dissolved_on is null`,
      ),
    ),
  }),
  shape: ({ charter, seats, national, councils }) => ({
    ...charter,
    seats: seats.map(({ charterId: _charterId, ord: _ord, ...seat }) => ({
      ...seat,
      isNational: national.some(({ key }) => key === seat.key),
    })),
    councils: councils.n,
  }),
});
