import { and, eq } from 'drizzle-orm';
import { defineCommand, guarded, isMyUnit, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { insertAppointment } from '../insert-appointment.ts';
import { askCouncil, askMandates, askPerson } from '../loads.ts';
import { AppointToSeat, zChanged } from '../model.ts';
import { appointmentFault } from '../rules.ts';
import { appointments, charterSeats, councils } from '../schema.ts';

/** Appoints a person to a seat by decree, from a day on. Fails: council_unknown, seat_unknown, person_unknown, appointment_overlaps, person_holds_other_seat. */
export const appointToSeat = defineCommand({
  name: 'seat.appoint',
  permission: 'seat.appoint',
  input: AppointToSeat,
  output: zChanged,
  load: (db, input) => ({
    council: askCouncil(db, input.councilId),
    seat: one(
      db
        .select({ id: charterSeats.id })
        .from(charterSeats)
        .innerJoin(councils, eq(councils.charterId, charterSeats.charterId))
        .where(and(eq(councils.id, input.councilId), eq(charterSeats.id, input.seatId), isMyUnit(councils.unitId))),
      'seat_unknown',
    ),
    person: askPerson(db, input.personId),
    mandates: askMandates(db, input.councilId),
  }),
  decide: ({ council, mandates }, input, facts) => {
    if (council.dissolvedOn !== null) return refuse('council_dissolved', { field: 'councilId' });
    const { seatId, personId, fromOn } = input;
    const wanted = { seatId, personId, fromOn, toOn: input.toOn ?? null, endedOn: null };
    return appointmentFault(wanted, mandates) ?? { id: facts.newId(), toOn: wanted.toOn };
  },
  save: (db, { id, toOn }, { council }, { seatId, personId, decreeNumber, fromOn }) => [
    guarded(
      insertAppointment(db, {
        id,
        councilId: council.id,
        unitId: council.unitId,
        seatId,
        personId,
        decreeNumber,
        fromOn,
        toOn,
      }),
    ),
  ],
  reversal: ({ id }) => ({ steps: [{ table: appointments, id, at: { revision: 1 }, remove: true }] }),
  audit: (_decision, { council }) => ({
    subject: council.id,
    unitId: council.unitId,
    fields: ['seatId', 'personId', 'decreeNumber', 'fromOn', 'toOn'],
  }),
  answer: ({ id }) => ({ id, revision: 1 }),
});
