import { auditLog } from '@mahalleh/gate/tables';
import { defineQuery, isMyUnit, many, one } from '@mahalleh/gate';
import { addDays, civilDateOf, msOf, saturdayOf, type CivilDate } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { asc, count, desc, eq, sql } from 'drizzle-orm';
import { NEVER_MS } from '../booking-rules.ts';
import { hoursOf, type Hours } from '../hours-rules.ts';
import { CapacityDetail, OneCapacity } from '../model.ts';
import { isMine } from '../reach.ts';
import { bookings, capacities } from '../schema.ts';
import { standsWithin } from '../taken.ts';
import { bookingFields } from './booking-fields.ts';
import { itemFields } from './capacity-fields.ts';

const HISTORY_SIZE = 100;
const UPCOMING_SIZE = 20;
/** More bookings than a week of anything holds. */
const WEEK_SIZE = 500;

const weekOf = (week: CivilDate | undefined, nowMs: number): CivilDate => saturdayOf(week ?? civilDateOf(nowMs));

const hoursShape = ({ weekly, exceptions, isClosedOnHolidays }: Hours) => ({
  isClosedOnHolidays,
  weekly: weekly.map(([day, from, to]): [number, number, number] => [day, from, to]),
  exceptions: exceptions.map(({ on, spans, note }) => ({
    on,
    spans: spans.map(([from, to]): [number, number] => [from, to]),
    note,
  })),
});

/** One capacity with its hours, the bookings of a week, the next ones, and its history. */
export const capacityPage = defineQuery({
  name: 'capacity_page',
  permission: 'capacity.read',
  input: OneCapacity,
  output: CapacityDetail,
  ask: (db, { capacityId, week }, { nowMs }) => {
    const from = weekOf(week, nowMs);
    const during = { fromMs: msOf(from), toMs: msOf(addDays(from, 7)) };
    const toCome = { fromMs: nowMs, toMs: NEVER_MS + 1 };
    const stands = (time: typeof during, size: number) =>
      many(
        db
          .select(bookingFields)
          .from(bookings)
          .innerJoin(capacities, eq(capacities.id, bookings.capacityId))
          // The page itself may be seen: the first statement says so, and without its row nothing is answered.
          .where(standsWithin(capacityId, time))
          .orderBy(asc(bookings.fromMs), asc(bookings.id))
          .limit(size),
      );
    return {
      capacity: one(
        db
          .select({
            ...itemFields,
            note: capacities.note,
            hoursJson: capacities.hoursJson,
            exceptionsJson: capacities.exceptionsJson,
            isClosedOnHolidays: capacities.isClosedOnHolidays,
            withdrawReason: capacities.withdrawReason,
          })
          .from(capacities)
          .innerJoin(units, eq(units.id, capacities.unitId))
          .where(isMine(capacityId)),
        'capacity_unknown',
      ),
      week: stands(during, WEEK_SIZE),
      upcoming: stands(toCome, UPCOMING_SIZE),
      coming: one(db.select({ count: count() }).from(bookings).where(standsWithin(capacityId, toCome))),
      operations: many(
        db.text<{ id: string; code: string; title: string }>(
          sql`select o.id, o.code, o.title from operations o where o.unit_id = (select c.unit_id from capacities c where c.id = ${capacityId}) and o.status in ('planned', 'running') and ${isMyUnit(sql`o.unit_id`)} order by o.starts_on desc, o.id limit 50`,
        ),
      ),
      history: many(
        db
          .select({
            atMs: auditLog.atMs,
            action: auditLog.action,
            actorId: auditLog.actorId,
            actorName: people.fullName,
            subject: auditLog.subject,
            fieldsJson: auditLog.fieldsJson,
          })
          .from(auditLog)
          .leftJoin(people, eq(people.id, auditLog.actorId))
          .where(eq(auditLog.subject, capacityId))
          .orderBy(desc(auditLog.seq))
          .limit(HISTORY_SIZE),
      ),
    };
  },
  shape: (
    {
      capacity: { hoursJson, exceptionsJson, isClosedOnHolidays, ...capacity },
      week,
      upcoming,
      coming,
      operations,
      history,
    },
    input,
    facts,
  ) => ({
    ...capacity,
    distanceM: null,
    hours: hoursShape(hoursOf({ hoursJson, exceptionsJson, isClosedOnHolidays })),
    weekFrom: weekOf(input.week, facts.nowMs),
    week,
    upcoming,
    upcomingCount: coming.count,
    operations,
    history: history.map(({ fieldsJson, ...entry }) => ({ ...entry, fields: JSON.parse(fieldsJson) as string[] })),
  }),
});
