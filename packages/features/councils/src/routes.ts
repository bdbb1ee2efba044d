import { get, post } from '@mahalleh/http';
import { NATIONAL_CHARTERS } from './charters.ts';
import { adoptCharter } from './commands/adopt-charter.ts';
import { appointToSeat } from './commands/appoint-to-seat.ts';
import { dissolveCouncil } from './commands/dissolve-council.ts';
import { establishCouncil } from './commands/establish-council.ts';
import { formCommittee } from './commands/form-committee.ts';
import { holdFirstMeeting } from './commands/hold-first-meeting.ts';
import { swearAppointment } from './commands/swear-appointment.ts';
import { vacateSeat } from './commands/vacate-seat.ts';
import { getCharter } from './queries/charter.ts';
import { listCharters } from './queries/charters.ts';
import { getCouncil } from './queries/council.ts';
import { listCouncils } from './queries/councils.ts';

const county = NATIONAL_CHARTERS[1];
const id = '0199a7c0-0000-7000-8000-00000000ffff';
const change = { on: '1405-09-01', revision: 1 };

/** The addresses of councils. */
export const councilsRoutes = [
  get('/councils', listCouncils, { example: { kind: 'county_steering' } }),
  get('/councils/{councilId}', getCouncil, { example: { councilId: id } }),
  post('/councils', establishCouncil, {
    status: 201,
    example: { kind: 'county_steering', unitId: id, establishedOn: '1405-06-12' },
  }),
  post('/councils/{councilId}/dissolve', dissolveCouncil, { example: { councilId: id, ...change } }),
  post('/councils/{councilId}/appointments', appointToSeat, {
    status: 201,
    example: {
      councilId: id,
      seatId: '0199a7c0-0000-7000-8000-000000000201',
      personId: id,
      decreeNumber: '12403',
      fromOn: '1405-01-18',
      toOn: '1407-01-17',
    },
  }),
  post('/appointments/{appointmentId}/swear', swearAppointment, { example: { appointmentId: id, ...change } }),
  post('/appointments/{appointmentId}/vacate', vacateSeat, {
    example: { appointmentId: id, reason: 'resigned', ...change },
  }),
  post('/councils/{councilId}/first-meeting', holdFirstMeeting, { example: { councilId: id, ...change } }),
  post('/councils/{councilId}/committees', formCommittee, {
    status: 201,
    example: { councilId: id, kindKey: 'health', formedOn: '1405-09-01' },
  }),
  get('/charters', listCharters, { example: {} }),
  get('/charters/{charterId}', getCharter, { example: { charterId: county.id } }),
  post('/charters', adoptCharter, {
    status: 201,
    example: {
      kind: 'county_steering',
      titleFa: 'ساختار استان',
      titleEn: 'Charter of the province',
      fromOn: '1405-09-01',
      seats: county.seats.map(({ id: _id, ...seat }) => seat),
    },
  }),
] as const;
