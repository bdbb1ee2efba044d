import { WEEK, type Weekday } from '@mahalleh/kernel';

/** The weekdays as bits: bit n for weekday n, Saturday 0. */
export const daysBits = (days: readonly Weekday[]): number =>
  days.reduce((bits, day) => bits | (1 << WEEK.indexOf(day)), 0);
