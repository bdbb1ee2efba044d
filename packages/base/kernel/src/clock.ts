import { latinDigits, persianDigits } from './digits.ts';
import { epochDaysOf, tehranWallMs, type CivilDate } from './civil-date.ts';
import type { Locale } from './locale.ts';

const MINUTE_MS = 60_000;
/** The minutes of a day: also the minute at which it ends. */
export const DAY_MINUTES = 1_440;

const TYPED = /^(\d{1,2})(?:[:.٫](\d{2}))?$/;
const INVISIBLE = /[\u200b-\u200f\u061c\u2066-\u2069\u202a-\u202e\ufeff\s]/g;

/**
 * The time of day that a person typed, in any digits: «۸», `8:30`, `24:00`; undefined when it is none.
 * Unit: minutes from midnight, 0 to 1440.
 */
export const readClock = (text: string): number | undefined => {
  const match = TYPED.exec(latinDigits(text.replace(INVISIBLE, '')));
  if (match === null) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minutes <= DAY_MINUTES ? minutes : undefined;
};

/** The time of day for a reader: «۰۸:۳۰», `08:30`. Unit: minutes from midnight. */
export const formatClock = (minutes: number, locale: Locale): string => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const shown = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return locale === 'fa' ? persianDigits(shown) : shown;
};

/** The minute of the day that Tehran's clock shows at the instant. */
export const minuteOf = (ms: number): number => Math.floor(tehranWallMs(ms) / MINUTE_MS) % DAY_MINUTES;

/** The instant at which Tehran's clock shows that minute of the day; minute 1440 is the next day's first. */
export const instantAt = (date: CivilDate, minutes: number): number => {
  const wall = (epochDaysOf(date) * DAY_MINUTES + minutes) * MINUTE_MS;
  // Twice, because the clock may have been changed between the first guess and the instant itself.
  const near = wall - (tehranWallMs(wall) - wall);
  return wall - (tehranWallMs(near) - near);
};
