import { instantAt, isRefusal, WEEK } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookingCode } from '../src/booking-code.ts';
import {
  clashOf,
  limitOf,
  peakOf,
  planBooking,
  timesOf,
  whyNotAsk,
  whyClosed,
  whyNotCancel,
  type Asked,
  type Bookable,
  type Taken,
} from '../src/booking-rules.ts';
import { hoursOf, weeklyOf, type Hours } from '../src/hours-rules.ts';
import { whyNotMeasure, whyNotRemeasure, whyNotWithdraw } from '../src/rules.ts';

const NOW = instantAt('2026-11-22', 690);
const place: Bookable = { kind: 'place', quantity: 80, amountRial: null, withdrawnAtMs: null };
const machines: Bookable = { kind: 'equipment', quantity: 3, amountRial: null, withdrawnAtMs: null };
const daily: Hours = {
  weekly: weeklyOf({
    sunday: [
      [480, 720],
      [960, 1200],
    ],
    monday: [[480, 1200]],
    tuesday: [[480, 1200]],
  }),
  exceptions: [{ on: '2026-11-30', spans: [], note: null }],
  isClosedOnHolidays: false,
};
const NO_HOURS = { hoursJson: null, exceptionsJson: null, isClosedOnHolidays: false };
const asked = (more: Partial<Asked> = {}): Asked => ({
  fromOn: '2026-11-23',
  fromAt: 600,
  toOn: '2026-11-23',
  toAt: 660,
  weeklyUntil: undefined,
  ...more,
});
const taken = (from: number, to: number, units = 1, code = `N-${from}`): Taken => ({
  code,
  units,
  fromMs: instantAt('2026-11-23', from),
  toMs: instantAt('2026-11-23', to),
});
const plan = (capacity: Bookable, more: Partial<Asked>, others: Taken[] = [], units = 1, skips = false) =>
  planBooking(capacity, daily, timesOf(asked(more)), units, others, skips);

describe('how much there is', () => {
  test('a place is taken by one, equipment by its quantity, a fund by its amount, the rest by none', () => {
    expect(limitOf(place)).toBe(1);
    expect(limitOf(machines)).toBe(3);
    expect(limitOf({ ...machines, quantity: null })).toBe(1);
    expect(limitOf({ kind: 'fund', quantity: null, amountRial: 50 })).toBe(50);
    expect(limitOf({ kind: 'skill', quantity: 9, amountRial: null })).toBe(0);
  });

  test('a clash is where, minute by minute, more would be taken than there is', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 3 })), {
          maxLength: 8,
        }),
        fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 3 })),
        fc.integer({ min: 1, max: 5 }),
        (others, [from, length, units], limit) => {
          const all = others.map(([a, l, u], i): Taken => ({ code: `N-${i}`, fromMs: a, toMs: a + l, units: u }));
          const sumAt = (ms: number) =>
            all.filter((one) => one.fromMs <= ms && one.toMs > ms).reduce((sum, one) => sum + one.units, 0);
          const minutes = Array.from({ length }, (_, n) => from + n);
          const clash = clashOf({ fromMs: from, toMs: from + length }, units, all, limit);
          expect(clash !== undefined).toBe(minutes.some((ms) => sumAt(ms) + units > limit));
          if (clash) expect(clash.free).toBeLessThan(units);
          expect(peakOf(all)).toBe(Math.max(0, ...Array.from({ length: 80 }, (_, ms) => sumAt(ms))));
        },
      ),
    ));
});

describe('what is asked for', () => {
  test.each([
    [{}, undefined],
    [{ toAt: 600 }, { refused: 'booking_span_empty', field: 'toAt' }],
    [{ toOn: '2026-11-22' as const }, { refused: 'booking_span_empty', field: 'toOn' }],
    [
      { fromOn: '2026-11-20' as const, toOn: '2026-11-20' as const },
      { refused: 'booking_in_past', field: 'fromOn' },
    ],
    [{ toOn: '2026-12-25' as const }, { refused: 'booking_too_long', field: 'toOn' }],
    [
      { fromOn: '2028-03-01' as const, toOn: '2028-03-01' as const },
      { refused: 'booking_too_far', field: 'fromOn' },
    ],
    [{ weeklyUntil: '2026-11-22' as const }, { refused: 'series_before_start', field: 'weeklyUntil' }],
    [{ weeklyUntil: '2028-01-01' as const }, { refused: 'series_too_long', field: 'weeklyUntil' }],
    [
      { toOn: '2026-11-30' as const, weeklyUntil: '2026-12-30' as const },
      { refused: 'series_overlaps_itself', field: 'toOn' },
    ],
  ])('%o', (more, refusal) => {
    const no = whyNotAsk(asked(more), NOW);
    expect(no).toEqual(refusal && expect.objectContaining(refusal));
  });

  test('what began today and goes on may still be written down', () =>
    expect(
      whyNotAsk(asked({ fromOn: '2026-11-22', toOn: '2026-11-22', fromAt: 660, toAt: 720 }), NOW),
    ).toBeUndefined());

  test('every week until a day, that day included, at the same hour', () => {
    const times = timesOf(asked({ weeklyUntil: '2026-12-14' }));
    expect(times.map(({ fromMs }) => fromMs)).toEqual(
      ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'].map((on) => instantAt(on as '2026-11-23', 600)),
    );
  });
});

describe('a place', () => {
  test('is booked while it is open and free', () =>
    expect(plan(place, {}, [taken(480, 600), taken(660, 720)])).toEqual({ times: timesOf(asked()), skipped: 0 }));

  test('that is closed then is refused with the day, and its hours when it has any', () => {
    const sunday = { fromOn: '2026-11-29', toOn: '2026-11-29' } as const;
    expect(plan(place, { ...sunday, fromAt: 700, toAt: 1000 })).toEqual({
      refused: 'outside_hours',
      field: 'fromAt',
      detail: { on: '2026-11-29', open: '08:00–12:00, 16:00–20:00' },
    });
    expect(plan(place, { fromOn: '2026-11-30', toOn: '2026-11-30' })).toMatchObject({
      refused: 'capacity_closed_on',
      detail: { on: '2026-11-30' },
    });
  });

  test('that is closed on holidays is refused with that reason, and booked when the day was excepted', () => {
    // 22 Bahman 1405, a Thursday.
    const time = { fromMs: instantAt('2027-02-11', 600), toMs: instantAt('2027-02-11', 660) };
    const always = weeklyOf(Object.fromEntries(WEEK.map((day) => [day, [[480, 1200] as const]])));
    const closed: Hours = { weekly: always, exceptions: [], isClosedOnHolidays: true };
    expect(whyClosed('place', closed, time)).toEqual({
      refused: 'capacity_closed_on_holiday',
      field: 'fromAt',
      detail: { on: '2027-02-11' },
    });
    expect(whyClosed('place', { ...closed, isClosedOnHolidays: false }, time)).toBeUndefined();
    const exceptions = [{ on: '2027-02-11', spans: [[540, 720] as const], note: null }] as const;
    expect(whyClosed('place', { ...closed, exceptions }, time)).toBeUndefined();
  });

  test('without hours is refused until they are set', () =>
    expect(planBooking(place, hoursOf(NO_HOURS), timesOf(asked()), 1, [], false)).toMatchObject({
      refused: 'hours_not_set',
    }));

  test('that is taken is refused with the code and the time of who has it', () =>
    expect(plan(place, {}, [taken(630, 700, 1, 'N-AAAAA-BBBB')])).toEqual({
      refused: 'booking_clash',
      field: 'fromAt',
      detail: { code: 'N-AAAAA-BBBB', on: '2026-11-23', from: '10:30', until: '2026-11-23', to: '11:40' },
    }));
});

describe('equipment', () => {
  test('is kept over night when it is fetched and brought back while it is open', () => {
    expect(isRefusal(plan(machines, { toOn: '2026-11-24', toAt: 540 }))).toBe(false);
    expect(plan(machines, { toOn: '2026-11-24', toAt: 300 })).toMatchObject({
      refused: 'outside_hours',
      field: 'toAt',
    });
    expect(plan(place, { toOn: '2026-11-24', toAt: 540 })).toMatchObject({ refused: 'outside_hours' });
  });

  test('goes to several at once, up to what there is', () => {
    expect(isRefusal(plan(machines, {}, [taken(600, 660, 2)]))).toBe(false);
    expect(plan(machines, {}, [taken(600, 660, 2)], 2)).toMatchObject({
      refused: 'booking_clash_quantity',
      field: 'quantity',
      detail: { free: 1, code: 'N-600' },
    });
    expect(plan(machines, {}, [], 4)).toMatchObject({ refused: 'booking_over_quantity', detail: { most: 3 } });
  });
});

describe('a series', () => {
  const weekly = { weeklyUntil: '2026-12-14' } as const;
  test('is refused as a whole where it meets a closed day or another booking', () =>
    expect(plan(place, weekly)).toMatchObject({ refused: 'capacity_closed_on', detail: { on: '2026-11-30' } }));

  test('may leave those times out, and says how many', () => {
    const made = plan(place, weekly, [], 1, true);
    expect(made).toMatchObject({ skipped: 1, times: [{}, {}, {}] });
  });

  test('of which nothing is left is refused for the first of them', () =>
    expect(plan(place, { fromOn: '2026-11-30', toOn: '2026-11-30' }, [], 1, true)).toMatchObject({
      refused: 'capacity_closed_on',
    }));
});

test('a booking is cancelled once, and not when it is over', () => {
  const booking = { fromMs: NOW, toMs: NOW + 1, cancelledAtMs: null };
  expect(whyNotCancel(booking, NOW)).toBeUndefined();
  expect(whyNotCancel(booking, NOW + 1)).toEqual({ refused: 'booking_has_ended' });
  expect(whyNotCancel({ ...booking, cancelledAtMs: 1 }, NOW)).toEqual({ refused: 'booking_is_cancelled' });
});

describe('the measure of a capacity', () => {
  const fund = { kind: 'fund', quantity: null, amountRial: 100 } as const;
  test('is an amount for a fund, a quantity for anything else', () => {
    expect(whyNotMeasure(fund)).toBeUndefined();
    expect(whyNotMeasure({ ...fund, amountRial: null })).toMatchObject({ refused: 'fund_amount_missing' });
    expect(whyNotMeasure({ ...fund, quantity: 2 })).toMatchObject({ refused: 'fund_has_no_quantity' });
    expect(whyNotMeasure({ kind: 'skill', quantity: 2, amountRial: 5 })).toMatchObject({ field: 'amountRial' });
  });

  test('does not go below what is booked', () => {
    const two = [taken(0, 10, 1), taken(5, 15, 1)];
    expect(whyNotRemeasure(machines, { ...machines, quantity: 2 }, two)).toBeUndefined();
    expect(whyNotRemeasure(machines, { ...machines, quantity: 1 }, two)).toMatchObject({ detail: { booked: 2 } });
    expect(whyNotRemeasure(machines, { ...machines, kind: 'place' }, two)).toMatchObject({ field: 'kind' });
    expect(whyNotRemeasure(fund, { ...fund, amountRial: 1 }, two)).toMatchObject({ refused: 'amount_below_earmarked' });
    expect(whyNotRemeasure(machines, { ...machines, kind: 'place' }, [])).toBeUndefined();
  });

  test('what is booked is not withdrawn; a fund is, with what is earmarked of it', () => {
    expect(whyNotWithdraw(place, 1)).toMatchObject({ refused: 'capacity_is_booked', detail: { count: 1 } });
    expect(whyNotWithdraw(place, 0)).toBeUndefined();
    expect(whyNotWithdraw({ ...fund, withdrawnAtMs: null }, 3)).toBeUndefined();
  });
});

test('a code is read aloud without letters that are taken for digits, and is always the same for one id', () => {
  const code = bookingCode('01980000-0000-7000-8000-0123456789ab');
  expect(code).toMatch(/^N-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(bookingCode('01980000-0000-7000-8000-0123456789ab')).toBe(code);
  expect(bookingCode('01980000-0000-7000-8000-0123456789ac')).not.toBe(code);
});
