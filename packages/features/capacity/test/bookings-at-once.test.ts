import { newId } from '@mahalleh/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amendCapacity, bookingList, cancelBooking, makeBooking, withdrawCapacity } from '../src/index.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

const MONDAY = '2026-11-23';
const reading = (capacityId: string, more: object = {}) => ({
  capacityId,
  purpose: 'کلاس کتاب‌خوانی',
  fromOn: '۱۴۰۵/۹/۲',
  fromAt: '۱۶:۰۰',
  toAt: '18',
  ...more,
});
describe('two at once', () => {
  test('one has it, and the other is told whose booking is in the way and when', async () => {
    const capacityId = await s.open();
    const both = await Promise.allSettled([
      makeBooking.run(s.manager, reading(capacityId)),
      makeBooking.run(s.manager, reading(capacityId, { fromAt: '17:00', toAt: '19:00' })),
    ]);
    const won = both.find((one) => one.status === 'fulfilled');
    const lost = both.find((one) => one.status === 'rejected');
    expect(won?.value).toMatchObject({ made: 1 });
    const [from, to] = both[0]?.status === 'fulfilled' ? ['16:00', '18:00'] : ['17:00', '19:00'];
    expect(lost?.reason).toMatchObject({
      kind: 'refused',
      reason: 'booking_clash',
      fields: [{ field: 'fromAt', params: { code: won?.value.code, on: MONDAY, from, to } }],
    });
    const { rows } = await bookingList.run(s.manager, { capacityId });
    expect(rows).toHaveLength(1);
  });

  test('of as many as there are machines have them, and no more', async () => {
    const capacityId = await s.open({ kind: 'equipment', quantity: 3 });
    const all = await Promise.allSettled(
      Array.from({ length: 9 }, () => makeBooking.run(s.manager, reading(capacityId, { quantity: 1 }))),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const one of all)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ kind: 'refused', reason: 'booking_clash_quantity' });
  });

  test('the same command sent twice is one booking', async () => {
    const capacityId = await s.open();
    const commandId = newId();
    const [a, b] = await Promise.all([
      makeBooking.run(s.manager, reading(capacityId), commandId),
      makeBooking.run(s.manager, reading(capacityId), commandId),
    ]);
    expect(b).toEqual(a);
    expect((await bookingList.run(s.manager, { capacityId })).total).toBe(1);
  });

  test('the database itself takes no clash, whoever writes', async () => {
    const capacityId = await s.open();
    const { id } = await makeBooking.run(s.manager, reading(capacityId));
    await cancelBooking.run(s.manager, { bookingId: id, revision: 1 });
    await makeBooking.run(s.manager, reading(capacityId));
    await expect(s.province.sql('update bookings set cancelled_at_ms = null where id = ?', [id])).rejects.toThrow(
      'refused:booking_taken',
    );
    await expect(
      s.province.sql(
        'insert into bookings (id, code, capacity_id, unit_id, from_ms, to_ms, booked_by, booked_at_ms) select ?, ?, capacity_id, unit_id, from_ms, to_ms, booked_by, 0 from bookings where id = ?',
        [newId(), 'N-X', id],
      ),
    ).rejects.toThrow('refused:booking_taken');
  });
});

describe('what is booked', () => {
  test('holds the capacity: it is not withdrawn, its quantity not lowered below, its kind not changed', async () => {
    const capacityId = await s.open({ kind: 'equipment', quantity: 5 });
    const { id } = await makeBooking.run(s.manager, reading(capacityId, { quantity: 4 }));
    const edit = { capacityId, revision: 2 };
    await expect(withdrawCapacity.run(s.manager, { ...edit, reason: 'no_longer_there' })).rejects.toMatchObject({
      reason: 'capacity_is_booked',
      detail: { count: 1 },
    });
    await expect(amendCapacity.run(s.manager, { ...edit, quantity: 3 })).rejects.toMatchObject({
      fields: [{ field: 'quantity', reason: 'quantity_below_booked', params: { booked: 4 } }],
    });
    await expect(amendCapacity.run(s.manager, { ...edit, kind: 'place' })).rejects.toMatchObject({
      fields: [{ field: 'kind', reason: 'capacity_is_booked' }],
    });
    await amendCapacity.run(s.manager, { ...edit, quantity: 4 });
    await cancelBooking.run(s.manager, { bookingId: id, revision: 1 });
    await expect(
      withdrawCapacity.run(s.manager, { capacityId, revision: 3, reason: 'no_longer_there' }),
    ).resolves.toMatchObject({ revision: 4 });
  });

  test('while it is being booked, is not withdrawn or lowered under it', async () => {
    for (const change of ['withdraw', 'lower'] as const) {
      const capacityId = await s.open({ kind: 'equipment', quantity: 2 });
      const [made, changed] = await Promise.allSettled([
        makeBooking.run(s.manager, reading(capacityId, { quantity: 2 })),
        change === 'withdraw'
          ? withdrawCapacity.run(s.manager, { capacityId, revision: 2, reason: 'no_longer_there' })
          : amendCapacity.run(s.manager, { capacityId, revision: 2, quantity: 1 }),
      ]);
      expect([made.status, changed.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    }
  });
});
