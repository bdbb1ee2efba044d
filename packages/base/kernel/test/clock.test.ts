import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zClock } from '../src/fields.ts';
import {
  addDays,
  civilDateOf,
  DAY_MINUTES,
  formatClock,
  formatTime,
  instantAt,
  minuteOf,
  msOf,
  readClock,
} from '../src/time.ts';

describe('a time of day', () => {
  test.each([
    ['8', 480],
    ['08:30', 510],
    ['۸:۰۵', 485],
    ['٢٣:٥٩', 1439],
    ['24:00', 1440],
    ['0:00', 0],
    ['۸٫۳۰', 510],
    [' 8:00 ', 480],
  ])('%s is understood', (typed, minutes) => expect(readClock(typed)).toBe(minutes));

  test.each(['', '24:01', '25', '8:60', '8:5', '8-30', 'noon', '-1', '123'])('%s is none', (typed) =>
    expect(readClock(typed)).toBeUndefined(),
  );

  test('what is shown is understood again, in both languages', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: DAY_MINUTES }),
        fc.constantFrom('fa' as const, 'en' as const),
        (n, locale) => {
          expect(readClock(formatClock(n, locale))).toBe(n);
        },
      ),
    ));

  test('the field names what is wrong with it', () => {
    expect(zClock.parse('۰۸:۳۰')).toBe(510);
    expect(zClock.safeParse('noon').error?.issues[0]?.message).toBe('clock_not_understood');
    expect(zClock.safeParse('  ').error?.issues[0]?.message).toBe('required');
    expect(zClock.safeParse(undefined).error?.issues[0]?.message).toBe('required');
  });
});

describe('the clock of Tehran', () => {
  test('an instant and its day and minute are the same thing', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: DAY_MINUTES - 1 }),
        (days, minutes) => {
          const date = addDays('2023-01-01', days);
          const ms = instantAt(date, minutes);
          expect([civilDateOf(ms), minuteOf(ms)]).toEqual([date, minutes]);
          expect(formatTime(ms, 'en')).toBe(formatClock(minutes, 'en'));
        },
      ),
    ));

  test('a day on which the clock was changed keeps its hours', () => {
    // Source: Iran's summer time of 1401 ended at midnight after 30 Shahrivar and began at midnight after 1 Farvardin.
    for (const date of ['2022-03-22', '2022-09-22', '2022-09-21'] as const)
      expect([civilDateOf(instantAt(date, 600)), minuteOf(instantAt(date, 600))]).toEqual([date, 600]);
  });

  test('the last minute of a day is the first of the next', () =>
    expect(instantAt('2026-11-22', DAY_MINUTES)).toBe(msOf('2026-11-23')));
});
