import { get, post } from '@mahalleh/http';
import { amendCapacity } from './commands/amend-capacity.ts';
import { cancelBooking } from './commands/cancel-booking.ts';
import { dropException } from './commands/drop-exception.ts';
import { makeBooking } from './commands/make-booking.ts';
import { registerCapacity } from './commands/register-capacity.ts';
import { setException } from './commands/set-exception.ts';
import { setHours } from './commands/set-hours.ts';
import { withdrawCapacity } from './commands/withdraw-capacity.ts';
import { bookingList } from './queries/booking-list.ts';
import { capacityList } from './queries/capacity-list.ts';
import { capacityPage } from './queries/capacity-page.ts';

const ONE = { capacityId: '01980000-0000-7000-8000-000000000001' };
const EDIT = { ...ONE, revision: 1 };

/** The addresses of the capacity bank. */
export const capacityRoutes = [
  get('/capacities', capacityList, { example: { kind: 'place', page: 1 } }),
  get('/capacities/{capacityId}', capacityPage, { example: ONE }),
  post('/capacities', registerCapacity, {
    status: 201,
    example: {
      unitId: '01980000-0000-7000-8000-000000000003',
      kind: 'place',
      name: 'Ground beside the school',
      quantity: 1,
    },
  }),
  post('/capacities/{capacityId}/amend', amendCapacity, { example: { ...EDIT, quantity: 12 } }),
  post('/capacities/{capacityId}/withdraw', withdrawCapacity, { example: { ...EDIT, reason: 'no_longer_there' } }),
  post('/capacities/{capacityId}/hours', setHours, {
    example: { ...EDIT, week: { saturday: '08:00-12:00, 16:00-20:00', thursday: '08:00-13:00' } },
  }),
  post('/capacities/{capacityId}/exceptions', setException, { example: { ...EDIT, on: '2027-03-21', note: 'Nowruz' } }),
  post('/capacities/{capacityId}/exceptions/drop', dropException, { example: { ...EDIT, on: '2027-03-21' } }),
  get('/bookings', bookingList, { example: { state: 'coming', page: 1 } }),
  post('/capacities/{capacityId}/bookings', makeBooking, {
    status: 201,
    example: { ...ONE, purpose: 'Reading class', fromOn: '2027-01-02', fromAt: '16:00', toAt: '18:00' },
  }),
  post('/bookings/{bookingId}/cancel', cancelBooking, {
    example: { bookingId: '01980000-0000-7000-8000-000000000004', revision: 1 },
  }),
] as const;
