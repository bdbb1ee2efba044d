import { instantAt, newId } from '@mahalleh/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  amendCapacity,
  bookingList,
  cancelBooking,
  capacityPage,
  makeBooking,
  setHours,
  withdrawCapacity,
} from '../src/index.ts';
import { BookingList, CapacityDetail } from '../src/model.ts';
import { openSetting, type Setting } from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.province.close());

const lastAudit = async () => (await s.province.audit()).at(-1);
const MONDAY = '2026-11-23';
const reading = (capacityId: string, more: object = {}) => ({
  capacityId,
  purpose: 'کلاس کتاب‌خوانی',
  fromOn: '۱۴۰۵/۹/۲',
  fromAt: '۱۶:۰۰',
  toAt: '18',
  ...more,
});
const booking = async (id: string) => (await s.province.sql('select * from bookings where id = ?', [id]))[0] ?? {};
const reversal = async () => (await s.province.sql('select * from reversals order by rowid desc limit 1'))[0] ?? {};

describe('booking', () => {
  test('keeps the time, who and what for, and leaves an audit row that tells of the booking too', async () => {
    const capacityId = await s.open();
    const made = await makeBooking.run(s.manager, reading(capacityId));
    expect(made).toMatchObject({ made: 1, skipped: 0, seriesId: null, code: expect.stringMatching(/^N-/) });
    expect(await booking(made.id)).toMatchObject({
      code: made.code,
      capacity_id: capacityId,
      unit_id: s.here,
      purpose: 'کلاس کتاب‌خوانی',
      from_ms: instantAt(MONDAY, 960),
      to_ms: instantAt(MONDAY, 1080),
      booked_by: s.manager.personId,
      quantity: 1,
    });
    const audit = await lastAudit();
    expect(audit).toMatchObject({ action: 'booking.make', subject: capacityId, fields_json: '["booking"]' });
    expect(await s.province.sql('select subject from audit_also where seq = ?', [audit?.['seq'] ?? 0])).toEqual([
      { subject: made.id },
    ]);
    expect(JSON.stringify(audit)).not.toContain('کتاب');
  });

  test('is for an operation that is planned or running, or for a purpose', async () => {
    const capacityId = await s.open();
    const [planned, done] = [newId(), newId()];
    for (const [id, status] of [
      [planned, 'planned'],
      [done, 'done'],
    ] as const)
      await s.province.sql(
        "insert into operations (id, code, unit_id, domain_key, title, title_folded, status, starts_on, ends_on, planned_at_ms) values (?, ?, ?, 'civil_works', 'x', 'x', ?, '2026-11-01', '2026-12-01', 0)",
        [id, `A-${status}`, s.here, status],
      );
    const { purpose: _, ...bare } = reading(capacityId);
    await expect(makeBooking.run(s.manager, bare)).rejects.toMatchObject({
      fields: [{ field: 'purpose', reason: 'booking_needs_purpose' }],
    });
    for (const operationId of [done, newId()])
      await expect(makeBooking.run(s.manager, { ...bare, operationId })).rejects.toMatchObject({
        fields: [{ field: 'operationId', reason: 'operation_not_open' }],
      });
    const { id } = await makeBooking.run(s.manager, { ...bare, operationId: planned });
    const [row] = (await bookingList.run(s.manager, { operationId: planned })).rows;
    expect(row).toMatchObject({ id, operationCode: 'A-planned', bookedByName: 'Sample Person' });
  });

  test.each([
    ['fromOn', undefined, 'required', 'refused'],
    ['fromAt', undefined, 'required', 'refused'],
    ['toAt', undefined, 'required', 'refused'],
    ['fromAt', 'عصر', 'clock_not_understood', 'invalid'],
    ['fromOn', '1405-13-01', 'date_does_not_exist', 'invalid'],
    ['toAt', '15', 'booking_span_empty', 'refused'],
    ['purpose', 'تماس 09123456789', 'personal_number_in_text', 'invalid'],
    ['surprise', 1, 'unknown_field', 'invalid'],
  ])('with a wrong %s (%s) names it', async (field, value, reason, kind) => {
    const capacityId = await s.open();
    await expect(makeBooking.run(s.manager, reading(capacityId, { [field]: value }))).rejects.toMatchObject({
      kind,
      fields: [{ field, reason }],
    });
  });

  test('is not for the neighbours, nor for who may only look', async () => {
    const capacityId = await s.open();
    const observer = await s.province.as({ role: 'observer', unitId: s.here });
    await expect(makeBooking.run(s.neighbour, reading(capacityId))).rejects.toMatchObject({ kind: 'not_found' });
    await expect(makeBooking.run(observer, reading(capacityId))).rejects.toMatchObject({ kind: 'not_permitted' });
    const facilitator = await s.province.as({ role: 'facilitator', unitId: s.here });
    await expect(makeBooking.run(facilitator, reading(capacityId))).resolves.toMatchObject({ made: 1 });
  });

  test('of what cannot be booked, or is withdrawn, is refused', async () => {
    const skill = await s.register({ kind: 'skill' });
    await expect(makeBooking.run(s.manager, reading(skill))).rejects.toMatchObject({ reason: 'capacity_not_bookable' });
    const unopened = await s.register();
    await expect(makeBooking.run(s.manager, reading(unopened))).rejects.toMatchObject({ reason: 'hours_not_set' });
    await withdrawCapacity.run(s.manager, { capacityId: unopened, revision: 1, reason: 'no_longer_there' });
    await expect(makeBooking.run(s.manager, reading(unopened))).rejects.toMatchObject({
      reason: 'capacity_is_withdrawn',
    });
  });
});

describe('a series', () => {
  test('is as many bookings of one name, cancelled one by one or with all that follow', async () => {
    const capacityId = await s.open();
    const made = await makeBooking.run(s.manager, reading(capacityId, { weeklyUntil: '1405-09-23' }));
    expect(made).toMatchObject({ made: 4, seriesId: expect.any(String) });
    const { rows } = await bookingList.run(s.manager, { capacityId });
    expect(rows.map(({ fromMs }) => fromMs)).toEqual(
      ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'].map((on) => instantAt(on as '2026-11-23', 960)),
    );
    const second = rows[1]?.id ?? '';
    expect(await cancelBooking.run(s.manager, { bookingId: second, revision: 1, rest: 'true' })).toEqual({
      id: second,
      cancelled: 3,
    });
    expect((await bookingList.run(s.manager, { capacityId })).rows.map(({ id }) => id)).toEqual([made.id]);
    expect(JSON.parse(String((await reversal())['steps_json']))).toHaveLength(3);
  });

  test('in which one week is taken is refused as a whole, unless such weeks may be left out', async () => {
    const capacityId = await s.open();
    await makeBooking.run(s.manager, reading(capacityId, { fromOn: '2026-11-30' }));
    const series = reading(capacityId, { weeklyUntil: '2026-12-14' });
    await expect(makeBooking.run(s.manager, series)).rejects.toMatchObject({
      reason: 'booking_clash',
      detail: { on: '2026-11-30' },
    });
    expect((await bookingList.run(s.manager, { capacityId })).total).toBe(1);
    expect(await makeBooking.run(s.manager, { ...series, skips: 'on' })).toMatchObject({ made: 3, skipped: 1 });
  });
});

describe('cancelling', () => {
  test('frees the time at once, says why, and can be taken back', async () => {
    const capacityId = await s.open();
    const { id } = await makeBooking.run(s.manager, reading(capacityId));
    expect(JSON.parse(String((await reversal())['steps_json']))).toMatchObject([
      { table: 'bookings', set: { cancelled_by: s.manager.personId }, where: { id, revision: 1 } },
    ]);
    await cancelBooking.run(s.manager, { bookingId: id, revision: 1, reason: 'باران' });
    expect(await booking(id)).toMatchObject({ cancel_reason: 'باران', cancelled_by: s.manager.personId, revision: 2 });
    expect(await lastAudit()).toMatchObject({ action: 'booking.cancel', subject: capacityId });
    expect(await reversal()).toMatchObject({ act: 'booking.cancel', is_trash: 0 });
    await expect(makeBooking.run(s.manager, reading(capacityId))).resolves.toMatchObject({ made: 1 });
    await expect(cancelBooking.run(s.manager, { bookingId: id, revision: 2 })).rejects.toMatchObject({
      reason: 'booking_is_cancelled',
    });
    await expect(cancelBooking.run(s.neighbour, { bookingId: id, revision: 2 })).rejects.toMatchObject({
      reason: 'booking_unknown',
    });
  });

  test('from two sides at once is done once', async () => {
    const capacityId = await s.open();
    const { id } = await makeBooking.run(s.manager, reading(capacityId));
    const both = await Promise.allSettled([
      cancelBooking.run(s.manager, { bookingId: id, revision: 1 }),
      cancelBooking.run(s.manager, { bookingId: id, revision: 1 }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a fund', () => {
  test('is earmarked up to its amount, and what is cancelled is free again', async () => {
    const capacityId = await s.register({ kind: 'fund', amountRial: '۵۰٬۰۰۰٬۰۰۰' });
    const part = (amountRial: number | undefined) => ({ capacityId, purpose: 'خرید نخ', amountRial });
    const first = await makeBooking.run(s.manager, part(30_000_000));
    await expect(makeBooking.run(s.manager, part(30_000_000))).rejects.toMatchObject({
      fields: [{ field: 'amountRial', reason: 'fund_short', params: { left: 20_000_000 } }],
    });
    await expect(makeBooking.run(s.manager, part(undefined))).rejects.toMatchObject({
      fields: [{ field: 'amountRial', reason: 'required' }],
    });
    const race = await Promise.allSettled([15, 15, 15].map((n) => makeBooking.run(s.manager, part(n * 1_000_000))));
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await capacityPage.run(s.manager, { capacityId })).toMatchObject({ earmarkedRial: 45_000_000 });
    await cancelBooking.run(s.manager, { bookingId: first.id, revision: 1 });
    expect(await capacityPage.run(s.manager, { capacityId })).toMatchObject({ earmarkedRial: 15_000_000 });
    await expect(amendCapacity.run(s.manager, { capacityId, revision: 1, amountRial: 1 })).rejects.toMatchObject({
      fields: [{ field: 'amountRial', reason: 'amount_below_earmarked', params: { booked: 15_000_000 } }],
    });
    await expect(setHours.run(s.manager, { capacityId, revision: 1, week: {} })).rejects.toMatchObject({
      reason: 'fund_has_no_hours',
    });
  });
});

test('the page shows the week, what comes next and the hours; the list its bookings', async () => {
  const capacityId = await s.open();
  const next = await makeBooking.run(s.manager, reading(capacityId));
  const later = await makeBooking.run(s.manager, reading(capacityId, { fromOn: '2026-12-01' }));
  const page = await capacityPage.run(s.manager, { capacityId });
  expect(CapacityDetail.parse(page)).toEqual(page);
  expect(page).toMatchObject({ weekFrom: '2026-11-21', upcomingCount: 2, openDays: 127 });
  expect(page.hours.weekly).toHaveLength(7);
  expect(page.week.map(({ id }) => id)).toEqual([next.id]);
  expect(page.upcoming.map(({ id }) => id)).toEqual([next.id, later.id]);
  const other = await capacityPage.run(s.manager, { capacityId, week: '2026-12-02' });
  expect([other.weekFrom, other.week.map(({ id }) => id)]).toEqual(['2026-11-28', [later.id]]);
  expect(page.history[0]).toMatchObject({ action: 'booking.make' });

  const list = await bookingList.run(s.manager, { capacityId, from: '2026-11-25' });
  expect(BookingList.parse(list)).toEqual(list);
  expect(list.rows.map(({ id }) => id)).toEqual([later.id]);
  const ids = async (input: object, who = s.manager) =>
    (await bookingList.run(who, { size: 100, ...input })).rows.map(({ id }) => id);
  expect(await ids({ until: '2026-11-23', unitId: s.county })).toContain(next.id);
  expect(await ids({ capacityId, state: 'past' })).toEqual([]);
  expect(await ids({ capacityId }, s.neighbour)).toEqual([]);
  await cancelBooking.run(s.manager, { bookingId: next.id, revision: 1 });
  expect(await ids({ capacityId, state: 'cancelled' })).toEqual([next.id]);
  expect(await ids({ capacityId, state: 'all' })).toEqual([later.id, next.id]);
});
