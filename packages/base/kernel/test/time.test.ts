import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  civilDateOf,
  daysBetween,
  epochDaysOf,
  fromJalali,
  holidayOn,
  isCivilDate,
  msOf,
  parseDate,
  readDate,
  toJalali,
} from '../src/time.ts';

// Source: the leap years of the official calendar of Iran, as published by its Calendar Centre.
const LEAP_YEARS = [
  1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375,
  1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449,
];

/** Every day from 1 Farvardin 1300 to the end of 1450, walked by the calendar's own rule. */
function* jalaliWalk() {
  for (let year = 1300; year <= 1450; year += 1)
    for (let month = 1; month <= 12; month += 1) {
      const length = month <= 6 ? 31 : month <= 11 || LEAP_YEARS.includes(year) ? 30 : 29;
      for (let day = 1; day <= length; day += 1) yield { year, month, day };
    }
}

const anyDate = fc
  .integer({ min: epochDaysOf('1921-03-21'), max: epochDaysOf('2072-03-19') })
  .map((days) => addDays('1970-01-01', days));

describe('the Jalali calendar', () => {
  test('agrees with a day-by-day walk from 1300 to 1450, both ways', () => {
    let days = epochDaysOf('1921-03-21');
    for (const expected of jalaliWalk()) {
      const date = addDays('1970-01-01', days);
      const jalali = toJalali(date);
      if (jalali.day !== expected.day || jalali.month !== expected.month || jalali.year !== expected.year)
        expect.fail(`${date} is ${JSON.stringify(expected)}, not ${JSON.stringify(jalali)}`);
      if (fromJalali(expected) !== date) expect.fail(`${JSON.stringify(expected)} is ${date}`);
      days += 1;
    }
    expect(addDays('1970-01-01', days)).toBe('2072-03-20');
  });

  test('agrees with the calendar of ICU on every Nowruz from 1300 to 1450', () => {
    const icu = new Intl.DateTimeFormat('en-u-ca-persian', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    for (let year = 1300; year <= 1450; year += 1) {
      const nowruz = fromJalali({ year, month: 1, day: 1 });
      const parts = icu.formatToParts(Date.parse(`${nowruz}T12:00:00Z`));
      expect(parts.filter(({ type }) => type !== 'literal').map(({ value }) => Number.parseInt(value, 10))).toContain(
        year,
      );
      expect(parts.find(({ type }) => type === 'month')?.value).toBe('1');
      expect(parts.find(({ type }) => type === 'day')?.value).toBe('1');
    }
  });

  test.each([
    ['1403', '2025-03-20'],
    ['1408', '2030-03-20'],
  ])('%s is a leap year: its 30 Esfand is %s', (year, date) => {
    expect(fromJalali({ year: Number(year), month: 12, day: 30 })).toBe(date);
  });

  test.each([1404, 1405, 1406, 1407])('%i is no leap year: it has no 30 Esfand', (year) => {
    expect(fromJalali({ year, month: 12, day: 30 })).toBeUndefined();
  });

  test.each([
    ['1 Mehr 1404, when the plan came into force', { year: 1404, month: 7, day: 1 }, '2025-09-23'],
    ['1 Azar 1405', { year: 1405, month: 9, day: 1 }, '2026-11-22'],
    ['Nowruz 1400', { year: 1400, month: 1, day: 1 }, '2021-03-21'],
  ])('%s', (_, jalali, date) => {
    expect(fromJalali(jalali)).toBe(date);
  });

  test('a month 0 or 13, a day 0 or 32, the 31st of Mehr and half a day do not exist', () => {
    for (const [month, day] of [
      [0, 1],
      [13, 1],
      [1, 0],
      [1, 32],
      [7, 31],
      [1, 1.5],
    ] as const)
      expect(fromJalali({ year: 1404, month, day })).toBeUndefined();
  });
});

describe('days that no calendar of ours reaches', () => {
  test.each(['0000-01-01', '9999-12-31'] as const)('%s has a place at the end, and no fault', (date) => {
    const jalali = toJalali(date);
    expect(jalali.year === 1 || jalali.year === 3176).toBe(true);
    expect(fromJalali({ year: 3177, month: 1, day: 1 })).toBeUndefined();
  });
});

describe('days', () => {
  test('adding days and counting them are each other’s reverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
        expect(addDays(addDays(date, n), -n)).toBe(date);
      }),
    );
  });

  test('a stored day is recognised, and nothing that only looks like one', () => {
    expect(isCivilDate('2028-02-29')).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '1405/09/01', '2026-11-22T00:00', ''])
      expect(isCivilDate(text)).toBe(false);
  });
});

describe('Tehran', () => {
  test('a day begins at its first instant: a millisecond before it is the day before', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const ms = msOf(date);
        expect(civilDateOf(ms)).toBe(date);
        expect(civilDateOf(ms - 1)).toBe(addDays(date, -1));
      }),
      { numRuns: 2000 },
    );
  });

  test('is 3:30 ahead of UTC all year since 1401: no summer time', () => {
    for (const date of ['2026-01-10', '2026-07-10'] as const)
      expect(msOf(date)).toBe(Date.parse(`${date}T00:00:00+03:30`));
  });

  test('the day on which clocks went forward at midnight began at 01:00, the one after they went back at its second midnight', () => {
    expect(msOf('2021-03-22')).toBe(Date.parse('2021-03-21T20:30:00Z'));
    expect(msOf('2021-09-22')).toBe(Date.parse('2021-09-21T20:30:00Z'));
    expect(civilDateOf(msOf('2021-09-22') - 1)).toBe('2021-09-21');
  });

  test('20:30 UTC is already the next day', () => {
    expect(civilDateOf(Date.parse('2026-11-22T20:29:59.999Z'))).toBe('2026-11-22');
    expect(civilDateOf(Date.parse('2026-11-22T20:30:00Z'))).toBe('2026-11-23');
  });
});

describe('a typed date', () => {
  test.each([
    '1405/09/01',
    '۱۴۰۵/۰۹/۰۱',
    '١٤٠٥/٠٩/٠١',
    '۱۴۰۵-۹-۱',
    '1405.9.1',
    ' ۱۴۰۵ / ۹ / ۱ ',
    '\u200f۱۴۰۵/۹/۱',
    '2026-11-22',
    '۲۰۲۶/۱۱/۲۲',
  ])('%s is 22 November 2026', (text) => {
    expect(parseDate(text)).toBe('2026-11-22');
  });

  test.each([
    ['1404-12-30', 'date_does_not_exist'],
    ['۱۴۰۴/۱۳/۰۱', 'date_does_not_exist'],
    ['2026-02-30', 'date_does_not_exist'],
    ['1044/01/01', 'date_out_of_range'],
    ['9999-01-01', 'date_out_of_range'],
    ['05/09/01', 'date_not_understood'],
    ['1405/09-01', 'date_not_understood'],
    ['0405/09/01', 'date_not_understood'],
    ['فردا', 'date_not_understood'],
    ['', 'date_not_understood'],
  ])('%s is refused: %s', (text, fault) => {
    expect(readDate(text)).toEqual({ fault });
    expect(parseDate(text)).toBeUndefined();
  });

  test('every day reads back from both calendars', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, month, day } = toJalali(date);
        expect(parseDate(date)).toBe(date);
        expect(parseDate(`${year}/${month}/${day}`)).toBe(date);
      }),
    );
  });
});

describe('a holiday', () => {
  test.each([
    ['2026-03-21', 'نوروز'],
    ['2026-03-24', 'نوروز'],
    ['2026-04-02', 'روز طبیعت'],
    ['2026-06-05', 'قیام ۱۵ خرداد'],
    ['2027-02-11', 'پیروزی انقلاب'],
    ['2027-03-20', 'ملی شدن نفت'],
  ] as const)('%s is «%s»', (date, title) => expect(holidayOn(date)?.fa).toBe(title));

  test('is one of ten days of a year, in every year, and their neighbours are not', () => {
    for (const year of [1403, 1405, 1408]) {
      const first = fromJalali({ year, month: 1, day: 1 }) ?? '1970-01-01';
      const days = Array.from({ length: 365 }, (_, n) => addDays(first, n));
      expect(days.filter((day) => holidayOn(day) !== undefined)).toHaveLength(10);
    }
    expect(holidayOn('2026-03-25')).toBeUndefined();
    expect(holidayOn('2026-11-22')).toBeUndefined();
  });
});
