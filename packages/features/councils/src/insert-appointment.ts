import { sql } from 'drizzle-orm';
import type { WriteDb } from '@mahalleh/gate';

/** An appointment that is to be written. */
export type NewAppointment = {
  readonly id: string;
  readonly councilId: string;
  readonly unitId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly decreeNumber: string;
  readonly fromOn: string;
  readonly toOn: string | null;
};

/**
 * Writes an appointment only if, at that instant, no other mandate meets it in the seat or by the person and the council lives.
 * Two clerks at once: the rule saw neither of them, so this statement decides. To be guarded.
 */
export const insertAppointment = (db: WriteDb<'province'>, a: NewAppointment) =>
  db.text(sql`insert into appointments (id, council_id, unit_id, seat_id, person_id, decree_number, from_on, to_on)
    select ${a.id}, ${a.councilId}, ${a.unitId}, ${a.seatId}, ${a.personId}, ${a.decreeNumber}, ${a.fromOn}, ${a.toOn}
    where exists (select 1 from councils c join charter_seats s on s.charter_id = c.charter_id where c.id = ${a.councilId} and s.id = ${a.seatId} and c.dissolved_on is null)
      and not exists (select 1 from appointments o where o.council_id = ${a.councilId} and (o.seat_id = ${a.seatId} or o.person_id = ${a.personId})
        and o.from_on <= ${a.toOn ?? '9999-12-30'} and (o.to_on is null or (o.to_on >= ${a.fromOn} and o.to_on >= o.from_on))
        and (o.ended_on is null or (o.ended_on > ${a.fromOn} and o.ended_on > o.from_on)))`);
