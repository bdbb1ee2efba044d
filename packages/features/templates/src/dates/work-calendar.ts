import { addDays, holidayOn, weekdayFrom, type CivilDate } from '@mahalleh/kernel';

/** The working days of one workspace. */
export type WorkCalendar = {
  /** Whether work is done on that day: neither weekend nor holiday. */
  isWorkday(date: CivilDate): boolean;
  /** That day if work is done on it, else the next one on which it is. */
  rollForward(date: CivilDate): CivilDate;
  /**
   * The last day of what begins on `start` and lasts so many working days; `start` is rolled forward first, and counts.
   * Unit: `lasts` is working days, at least 1.
   */
  addWorkingDays(start: CivilDate, lasts: number): CivilDate;
  /** How many working days there are from `start` to `end`, both included; 0 when there is none. */
  workingDaysBetween(start: CivilDate, end: CivilDate): number;
  /** The first day of what begins so many calendar days after `anchor`: rolled forward. */
  beginAfter(anchor: CivilDate, days: number): CivilDate;
};

/**
 * The working days under a weekend, as `work_settings` has it: days of the week from Saturday, `6` is Friday, `5,6` Thursday and
 * Friday. Holidays are those that the Jalali calendar has.
 */
export const workCalendar = (weekend: string): WorkCalendar => {
  const free = new Set(weekend.split(',').filter(Boolean).map(Number));
  const known = new Map<CivilDate, boolean>();
  const isWorkday = (date: CivilDate): boolean => {
    const asked = known.get(date);
    if (asked !== undefined) return asked;
    const answer = !free.has(weekdayFrom(date)) && holidayOn(date) === undefined;
    known.set(date, answer);
    return answer;
  };
  // A weekend has three days at the most, so a working day is never far.
  const rollForward = (date: CivilDate): CivilDate => (isWorkday(date) ? date : rollForward(addDays(date, 1)));
  return {
    isWorkday,
    rollForward,
    addWorkingDays: (start, lasts) => {
      let day = rollForward(start);
      for (let left = lasts; left > 1; left--) day = rollForward(addDays(day, 1));
      return day;
    },
    workingDaysBetween: (start, end) => {
      let days = 0;
      for (let day = start; day <= end; day = addDays(day, 1)) if (isWorkday(day)) days += 1;
      return days;
    },
    beginAfter: (anchor, days) => rollForward(addDays(anchor, days)),
  };
};
