import { and, eq, isNull } from 'drizzle-orm';
import { defineCommand, guarded } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { askAppointment } from '../loads.ts';
import { SwearAppointment, zChanged } from '../model.ts';
import { endOf } from '../rules.ts';
import { appointments } from '../schema.ts';

/** Records that the holder of a seat was sworn to its duties. Fails: appointment_unknown, already_sworn, appointment_ended. */
export const swearAppointment = defineCommand({
  name: 'seat.swear',
  permission: 'seat.swear',
  input: SwearAppointment,
  output: zChanged,
  load: (db, input) => ({ appointment: askAppointment(db, input.appointmentId) }),
  decide: ({ appointment }, { on, revision }, facts) => {
    if (appointment.dissolvedOn !== null) return refuse('council_dissolved');
    if (appointment.swornOn !== null) return refuse('already_sworn');
    if (on > facts.today) return refuse('date_in_future', { field: 'on' });
    if (on < appointment.fromOn) return refuse('sworn_before_appointment', { field: 'on' });
    if (endOf(appointment) <= on) return refuse('appointment_ended', { field: 'on' });
    return { revision: revision + 1 };
  },
  save: (db, decision, { appointment }, { on, revision }) => [
    guarded(
      db
        .update(appointments)
        .set({ swornOn: on, revision: decision.revision })
        .where(
          and(eq(appointments.id, appointment.id), eq(appointments.revision, revision), isNull(appointments.swornOn)),
        ),
    ),
  ],
  reversal: (decision, { appointment }) => ({
    steps: [{ table: appointments, id: appointment.id, revision: decision.revision, set: { swornOn: null } }],
  }),
  audit: (_decision, { appointment }) => ({
    subject: appointment.councilId,
    unitId: appointment.unitId,
    fields: ['swornOn'],
  }),
  answer: ({ revision }, { appointment }) => ({ id: appointment.id, revision }),
});
