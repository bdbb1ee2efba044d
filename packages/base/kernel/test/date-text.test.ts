import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDateOf, formatDate, formatPeriod, formatTime, msOf, parseDate } from '../src/time.ts';

const anyDate = fc.integer({ min: 0, max: 55_000 }).map((days) => addDays('1921-03-21', days));

describe('a date for a reader', () => {
  test.each([
    ['fa', 'full', 'یکشنبه ۱ آذر ۱۴۰۵'],
    ['fa', 'long', '۱ آذر ۱۴۰۵'],
    ['fa', 'short', '۱ آذر ۱۴۰۵'],
    ['fa', 'numeric', '۱۴۰۵/۰۹/۰۱'],
    ['en', 'full', 'Sunday 22 November 2026'],
    ['en', 'long', '22 November 2026'],
    ['en', 'short', '22 Nov 2026'],
    ['en', 'numeric', '2026-11-22'],
  ] as const)('%s, %s: %s', (locale, style, shown) => {
    expect(formatDate('2026-11-22', locale, style)).toBe(shown);
  });

  test('the week goes round: seven days from a Saturday', () => {
    const names = Array.from({ length: 7 }, (_, n) => formatDate(addDays('2026-11-21', n), 'fa', 'full').split(' ')[0]);
    expect(names).toEqual(['شنبه', 'یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه']);
  });

  test('the weekday is the one that Intl tells', () => {
    const intl = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(formatDate(date, 'en', 'full').split(' ')[0]).toBe(intl.format(Date.parse(`${date}T00:00:00Z`)));
      }),
    );
  });

  test('the numeric style reads back in both languages', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('fa', 'en'), (date, locale) => {
        expect(parseDate(formatDate(date, locale, 'numeric'))).toBe(date);
      }),
    );
  });
});

describe('time and period for a reader', () => {
  test('the time is Tehran’s, with 24 hours', () => {
    expect(formatTime(Date.parse('2026-11-22T05:35:00Z'), 'en')).toBe('09:05');
    expect(formatTime(Date.parse('2026-11-22T14:00:00Z'), 'fa')).toBe('۱۷:۳۰');
    expect(formatTime(msOf(civilDateOf(0)), 'en')).toBe('00:00');
  });

  test('a period is a Jalali month in both languages', () => {
    expect(formatPeriod('1405-07', 'fa')).toBe('مهر ۱۴۰۵');
    expect(formatPeriod('1405-07', 'en')).toBe('Mehr 1405');
  });
});
