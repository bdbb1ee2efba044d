import { by, plain } from './asked-by.ts';
import { day } from './makers.ts';
import type { RightRequests } from './right-identity.ts';
import { fresh } from './world.ts';

/** The right requests of the capacity bank. */
export const rightInCapacityBank: RightRequests = {
  'GET /capacities': plain('dg', { kind: 'place' }),
  'GET /capacities/{capacityId}': by('dg', async (m) => ({ capacityId: (await m.capacity()).id })),
  'POST /capacities': by('dg', async (m) => ({
    unitId: (await m.neighbourhood()).id,
    kind: 'place',
    name: fresh('زمین'),
    quantity: '۲',
  })),
  'POST /capacities/{capacityId}/amend': by('dg', async (m) => ({
    ...m.edit(await m.capacity(), 'capacityId'),
    quantity: 12,
  })),
  'POST /capacities/{capacityId}/withdraw': by('dg', async (m) => ({
    ...m.edit(await m.capacity(), 'capacityId'),
    reason: 'no_longer_there',
  })),
  'POST /capacities/{capacityId}/hours': by('dg', async (m) => ({
    ...m.edit(await m.capacity(), 'capacityId'),
    week: { saturday: '۸ تا ۱۲، ۱۶ تا ۲۰' },
  })),
  'POST /capacities/{capacityId}/exceptions': by('dg', async (m) => ({
    ...m.edit(await m.capacity(), 'capacityId'),
    on: day(3),
    note: 'تعمیر',
  })),
  'POST /capacities/{capacityId}/exceptions/drop': by('dg', async (m, w) => {
    const capacity = await m.capacity();
    const closed = await w.make(`/capacities/${capacity.id}/exceptions`, { revision: capacity.revision, on: day(3) });
    return { ...m.edit({ ...capacity, ...closed }, 'capacityId'), on: day(3) };
  }),
  'GET /bookings': plain('dg', { state: 'coming' }),
  'POST /capacities/{capacityId}/bookings': by('dg', async (m) => m.booking()),
  'POST /bookings/{bookingId}/cancel': by('dg', async (m, w) => {
    const { capacityId, ...asked } = await m.booking();
    const booking = await w.make(`/capacities/${capacityId}/bookings`, asked);
    return { bookingId: booking.id, revision: 1, reason: 'باران' };
  }),
};
