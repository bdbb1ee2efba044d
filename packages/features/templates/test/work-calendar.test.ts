import { addDays, fromJalali, toJalali, weekdayFrom, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendar } from '../src/dates/index.ts';

const MONTHS = [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30] as const;
const LEAP = new Set([1399, 1403, 1408]);
const FREE = new Set(['1-1', '1-2', '1-3', '1-4', '1-12', '1-13', '3-14', '3-15', '11-22', '12-29']);
/** 1 Farvardin 1399, a Friday. */
const FIRST = '2020-03-20' as CivilDate;

/** Every day from 1399 to 1409 counted on one by one, with its weekday: no arithmetic of calendars. */
const days: { date: CivilDate; jalali: string; weekday: number }[] = [];
for (let year = 1399, weekday = 6; year < 1410; year++)
  for (const [i, length] of [...MONTHS, LEAP.has(year) ? 30 : 29].entries())
    for (let day = 1; day <= length; day++, weekday = (weekday + 1) % 7)
      days.push({ date: addDays(FIRST, days.length), jalali: `${i + 1}-${day}`, weekday });

const works = (weekend: string, { jalali, weekday }: (typeof days)[number]): boolean =>
  !weekend.split(',').includes(String(weekday)) && !FREE.has(jalali);

const weekends = fc
  .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 })
  .map((free) => free.join(','));
const places = fc.integer({ min: 0, max: days.length - 700 });
const lengths = fc.integer({ min: 1, max: 300 });

describe('working days against a calendar that was counted by hand', () => {
  it('the counted calendar is the calendar: 30 Esfand is there in 1403 and 1408, and in no year between', () => {
    for (const { date, jalali, weekday } of days) {
      const { month, day } = toJalali(date);
      expect(`${month}-${day}`).toBe(jalali);
      expect(weekdayFrom(date)).toBe(weekday);
    }
    expect(fromJalali({ year: 1403, month: 12, day: 30 })).toBe('2025-03-20');
    expect(fromJalali({ year: 1408, month: 12, day: 30 })).toBe('2030-03-20');
    expect(fromJalali({ year: 1404, month: 12, day: 30 })).toBeUndefined();
  });

  it('knows every working day of ten years under any weekend', () => {
    fc.assert(
      fc.property(weekends, (weekend) => {
        const calendar = workCalendar(weekend);
        expect(days.filter((day) => calendar.isWorkday(day.date) !== works(weekend, day))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('rolls forward to the first working day, and leaves a working day where it is', () => {
    fc.assert(
      fc.property(weekends, places, fc.integer({ min: 0, max: 60 }), (weekend, at, after) => {
        const calendar = workCalendar(weekend);
        const next = days.slice(at + after).find((day) => works(weekend, day));
        expect(calendar.beginAfter(days[at]?.date as CivilDate, after)).toBe(next?.date);
        expect(calendar.rollForward(next?.date as CivilDate)).toBe(next?.date);
      }),
    );
  });

  it('what lasts n working days ends on the nth, and has n between its first and last day', () => {
    fc.assert(
      fc.property(weekends, places, lengths, (weekend, at, lasts) => {
        const calendar = workCalendar(weekend);
        const worked = days.slice(at).filter((day) => works(weekend, day));
        const first = worked[0]?.date as CivilDate;
        const last = calendar.addWorkingDays(days[at]?.date as CivilDate, lasts);
        expect(last).toBe(worked[lasts - 1]?.date);
        expect(calendar.workingDaysBetween(first, last)).toBe(lasts);
        expect(calendar.workingDaysBetween(days[at]?.date as CivilDate, last)).toBe(lasts);
      }),
    );
  });

  it('an end before the beginning, and a weekend alone, hold no working day', () => {
    const calendar = workCalendar('5,6');
    expect(calendar.workingDaysBetween('2026-11-28', '2026-11-22')).toBe(0);
    expect(calendar.workingDaysBetween('2026-11-26', '2026-11-27')).toBe(0);
  });

  it('over the leap day: a week that ends on 30 Esfand 1403 goes on after Nowruz', () => {
    // Tuesday 28 Esfand 1403; 29 is a holiday, and so are the first four days of 1404.
    expect(workCalendar('6').addWorkingDays('2025-03-18', 2)).toBe('2025-03-20');
    expect(workCalendar('6').addWorkingDays('2025-03-18', 3)).toBe('2025-03-25');
  });
});
