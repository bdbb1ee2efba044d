import { addDays, DAY_MINUTES, instantAt, saturdayOf, weekdayFrom, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  closedDay,
  closedEnd,
  openDaysOf,
  spansOn,
  weeklyOf,
  whyNotExcept,
  withExceptions,
  type Hours,
} from '../src/hours-rules.ts';
import { formatSpans, inOrder, readSpans, type Span } from '../src/hours-text.ts';

// Source: 1 Azar 1405 is 22 November 2026, a Sunday.
const SUNDAY: CivilDate = '2026-11-22';
// Source: 12 Farvardin 1406 is 1 April 2027; it and the next day are holidays.
const HOLIDAYS: CivilDate = '2027-04-01';

const span = fc
  .tuple(fc.integer({ min: 0, max: DAY_MINUTES - 1 }), fc.integer({ min: 1, max: DAY_MINUTES }))
  .map(([from, length]): Span => [from, Math.min(DAY_MINUTES, from + length)]);
const spans = fc.array(span, { maxLength: 4 }).map((some) => inOrder(some) ?? []);
const hours: fc.Arbitrary<Hours> = fc
  .tuple(
    fc.array(spans, { minLength: 7, maxLength: 7 }),
    fc.array(fc.tuple(fc.nat(20), spans), { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([days, others, isClosedOnHolidays]) => ({
    weekly: days.flatMap((some, day) => some.map(([from, to]) => [day, from, to] as const)),
    exceptions: others.map(([n, some]) => ({ on: addDays(HOLIDAYS, n), spans: some, note: null })),
    isClosedOnHolidays,
  }));

describe('hours as they are typed', () => {
  test.each([
    [
      '۸ تا ۱۲، ۱۶ تا ۲۰',
      [
        [480, 720],
        [960, 1200],
      ],
    ],
    [
      '8:00-12:00, 16:00-20:00',
      [
        [480, 720],
        [960, 1200],
      ],
    ],
    [
      '۸ تا ۱۲ و ۱۶ تا ۲۰',
      [
        [480, 720],
        [960, 1200],
      ],
    ],
    [
      '16–20; 8–12',
      [
        [480, 720],
        [960, 1200],
      ],
    ],
    ['8 to 12 and 12 to 13', [[480, 780]]],
    ['20 تا 0', [[1200, 1440]]],
    ['0-24', [[0, 1440]]],
    ['', []],
    ['بسته', []],
    ['closed', []],
  ])('%s', (typed, read) => expect(readSpans(typed)).toEqual(read));

  test.each([
    ['8', 'hours_not_understood'],
    ['8 تا', 'hours_not_understood'],
    ['8-25', 'hours_not_understood'],
    ['8-12-16', 'hours_not_understood'],
    ['عصرها', 'hours_not_understood'],
    ['8-12, 11-14', 'hours_overlap'],
    ['12-8', 'hours_overlap'],
    ['8-8', 'hours_overlap'],
  ])('%s is refused: %s', (typed, why) => expect(readSpans(typed)).toBe(why));

  test('what is shown can be typed, in both languages', () =>
    fc.assert(
      fc.property(spans, fc.constantFrom('fa' as const, 'en' as const), (some, locale) => {
        expect(readSpans(formatSpans(some, locale))).toEqual(some);
      }),
    ));
});

describe('a week', () => {
  test('begins on Saturday', () => {
    expect(weekdayFrom(SUNDAY)).toBe(1);
    expect(saturdayOf(SUNDAY)).toBe('2026-11-21');
    expect(saturdayOf('2026-11-21')).toBe('2026-11-21');
    expect(saturdayOf('2026-11-27')).toBe('2026-11-21');
  });

  test('says which of its days open', () => {
    const weekly = weeklyOf({
      saturday: [[480, 720]],
      thursday: [
        [480, 600],
        [700, 800],
      ],
      friday: [],
    });
    expect(weekly).toEqual([
      [0, 480, 720],
      [5, 480, 600],
      [5, 700, 800],
    ]);
    expect(openDaysOf(weekly)).toBe(0b0100001);
  });

  test('an exception takes the place of its weekday, that day alone', () => {
    const own: Hours = {
      weekly: weeklyOf({ sunday: [[480, 720]] }),
      exceptions: [{ on: SUNDAY, spans: [], note: 'تعطیل' }],
      isClosedOnHolidays: false,
    };
    expect(spansOn(own, SUNDAY)).toEqual([]);
    expect(spansOn(own, addDays(SUNDAY, 7))).toEqual([[480, 720]]);
  });

  test('holidays are closed where that was said, and an exception takes the place of a holiday', () => {
    // Source: 13 Farvardin 1406 is 2 April 2027.
    const NATURE_DAY = '2027-04-02';
    const own: Hours = { weekly: weeklyOf({ friday: [[480, 720]] }), exceptions: [], isClosedOnHolidays: true };
    expect(spansOn(own, NATURE_DAY)).toEqual([]);
    expect(spansOn(own, addDays(NATURE_DAY, 7))).toEqual([[480, 720]]);
    expect(spansOn({ ...own, isClosedOnHolidays: false }, NATURE_DAY)).toEqual([[480, 720]]);
    expect(spansOn({ ...own, exceptions: [{ on: NATURE_DAY, spans: [[600, 660]], note: null }] }, NATURE_DAY)).toEqual([
      [600, 660],
    ]);
  });
});

describe('being open, holidays among the days', () => {
  const at = (minute: number): number => instantAt(HOLIDAYS, minute);
  const minuteByMinute = (own: Hours, from: number, to: number): boolean =>
    Array.from({ length: to - from }, (_, n) => from + n).every((minute) => {
      const day = addDays(HOLIDAYS, Math.floor(minute / DAY_MINUTES));
      return spansOn(own, day).some(([a, b]) => a <= minute % DAY_MINUTES && minute % DAY_MINUTES < b);
    });

  test('throughout is every minute of it, over midnight too', () =>
    fc.assert(
      fc.property(hours, fc.nat(3 * DAY_MINUTES), fc.integer({ min: 1, max: 1_600 }), (own, from, length) => {
        expect(closedDay(own, at(from), at(from + length)) === undefined).toBe(
          minuteByMinute(own, from, from + length),
        );
      }),
    ));

  test('at both ends is its first minute and its last', () =>
    fc.assert(
      fc.property(hours, fc.nat(3 * DAY_MINUTES), fc.integer({ min: 1, max: 4_000 }), (own, from, length) => {
        const to = from + length;
        expect(closedEnd(own, at(from), at(to)) === undefined).toBe(
          minuteByMinute(own, from, from + 1) && minuteByMinute(own, to - 1, to),
        );
      }),
    ));

  test('the day that is named is one on which it is closed', () =>
    fc.assert(
      fc.property(hours, fc.nat(3 * DAY_MINUTES), fc.integer({ min: 1, max: 3_000 }), (own, from, length) => {
        const day = closedDay(own, at(from), at(from + length));
        if (day !== undefined) expect(spansOn(own, day)).not.toContainEqual([0, DAY_MINUTES]);
      }),
    ));
});

describe('exceptions', () => {
  const today = SUNDAY;
  test('set anew take the place of those of the same day; those long past go', () => {
    const kept = withExceptions(
      {
        weekly: [],
        exceptions: [
          { on: '2024-01-01', spans: [], note: null },
          { on: '2026-12-01', spans: [], note: 'old' },
        ],
        isClosedOnHolidays: false,
      },
      [{ on: '2026-12-01', spans: [[480, 720]], note: 'new' }],
      today,
    );
    expect(kept).toEqual([{ on: '2026-12-01', spans: [[480, 720]], note: 'new' }]);
  });

  test('are refused with their field when past, backwards, too long or too many', () => {
    const named = (from: CivilDate, until: CivilDate, n = 1) =>
      whyNotExcept(
        from,
        until,
        today,
        Array.from({ length: n }, (_, i) => ({ on: addDays(today, i), spans: [], note: null })),
      );
    expect(named(SUNDAY, SUNDAY)).toBeUndefined();
    expect(named('2026-11-21', SUNDAY)).toMatchObject({ refused: 'exception_in_past', field: 'on' });
    expect(named('2026-11-25', '2026-11-24')).toMatchObject({ refused: 'exception_ends_before', field: 'until' });
    expect(named(SUNDAY, addDays(SUNDAY, 62))).toMatchObject({ refused: 'exception_too_long', field: 'until' });
    expect(named(SUNDAY, SUNDAY, 201)).toMatchObject({ refused: 'exceptions_too_many', field: 'on' });
  });
});
