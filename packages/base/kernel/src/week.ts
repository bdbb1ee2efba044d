import { addDays, type CivilDate } from './civil-date.ts';
import { weekdayOf } from './date-text.ts';

/** The days of the week as this country counts them, Saturday first. */
export const WEEK = ['saturday', 'sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
/** A day of the week. */
export type Weekday = (typeof WEEK)[number];

/** The place of a day in the week, 0 for Saturday. */
export const weekdayFrom = (date: CivilDate): number => (weekdayOf(date) + 1) % 7;

/** The Saturday of the week that a day lies in. */
export const saturdayOf = (date: CivilDate): CivilDate => addDays(date, -weekdayFrom(date));
