import { and, eq } from 'drizzle-orm';
import { defineCommand, guarded } from '@mahalleh/gate';
import { Failure, refuse } from '@mahalleh/kernel';
import { insertAppointment } from '../insert-appointment.ts';
import { askAppointment, askMandatesBeside, askPersonIfNamed } from '../loads.ts';
import { VacateSeat, zChanged } from '../model.ts';
import { appointmentFault, endOf } from '../rules.ts';
import { appointments } from '../schema.ts';

/** Ends a mandate early; with a successor, hands the seat over on that day. Fails: appointment_unknown, appointment_ended, person_unknown, as seat.appoint. */
export const vacateSeat = defineCommand({
  name: 'seat.vacate',
  permission: 'seat.vacate',
  input: VacateSeat,
  output: zChanged,
  load: (db, input) => ({
    appointment: askAppointment(db, input.appointmentId),
    mandates: askMandatesBeside(db, input.appointmentId),
    successor: askPersonIfNamed(db, input.successor?.personId),
  }),
  decide: ({ appointment, mandates, successor }, { on, revision, ...input }, facts) => {
    if (appointment.dissolvedOn !== null) return refuse('council_dissolved');
    if (on < appointment.fromOn) return refuse('end_before_start', { field: 'on' });
    if (endOf(appointment) <= on) return refuse('appointment_ended', { field: 'on' });
    const decided = { revision: revision + 1 };
    if (!input.successor) return decided;
    if (!successor)
      throw new Failure('not_found', 'person_unknown', {
        fields: [{ field: 'successor.personId', reason: 'person_unknown' }],
      });
    const toOn = input.successor.toOn ?? null;
    const wanted = { seatId: appointment.seatId, personId: successor.id, fromOn: on, toOn, endedOn: null };
    const others = mandates.map((mandate) => (mandate.id === appointment.id ? { ...mandate, endedOn: on } : mandate));
    const { councilId, unitId } = appointment;
    const { decreeNumber } = input.successor;
    return (
      appointmentFault(wanted, others, (name) => (name === 'fromOn' ? 'on' : `successor.${name}`)) ?? {
        ...decided,
        next: {
          id: facts.newId(),
          councilId,
          unitId,
          seatId: appointment.seatId,
          personId: successor.id,
          decreeNumber,
          fromOn: on,
          toOn,
        },
      }
    );
  },
  save: (db, decision, { appointment }, { on, reason, revision }) => [
    guarded(
      db
        .update(appointments)
        .set({ endedOn: on, endReason: reason, revision: decision.revision })
        .where(and(eq(appointments.id, appointment.id), eq(appointments.revision, revision))),
    ),
    ...('next' in decision ? [guarded(insertAppointment(db, decision.next))] : []),
  ],
  reversal: (decision, { appointment }) => ({
    steps: [
      {
        table: appointments,
        id: appointment.id,
        revision: decision.revision,
        set: { endedOn: appointment.endedOn, endReason: appointment.endReason },
      },
      ...('next' in decision
        ? [{ table: appointments, id: decision.next.id, at: { revision: 1 }, remove: true } as const]
        : []),
    ],
  }),
  audit: (decision, { appointment }) => ({
    subject: appointment.councilId,
    unitId: appointment.unitId,
    fields: ['endedOn', 'endReason', ...('next' in decision ? ['personId', 'decreeNumber', 'fromOn', 'toOn'] : [])],
  }),
  answer: ({ revision }, { appointment }) => ({ id: appointment.id, revision }),
});
