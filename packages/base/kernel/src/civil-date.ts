/**
 * A day, without a time.
 * Shape: ISO Gregorian, `2026-11-22`.
 */
export type CivilDate = `${number}-${number}-${number}`;

const DAY_MS = 86_400_000;

const tehranClock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Tehran',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** What Tehran's wall clock shows at the instant, as if it were UTC ms. */
export const tehranWallMs = (ms: number): number => {
  const shown: Record<string, number> = {};
  for (const part of tehranClock.formatToParts(ms)) shown[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The stored form of a day; the one place where text is called a civil date, because its parts were computed as numbers. */
export const isoOf = (year: number, month: number, day: number): CivilDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;

/** The day that is `days` after 1970-01-01. */
export const dateOfDays = (days: number): CivilDate => {
  const utc = new Date(days * DAY_MS);
  return isoOf(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate());
};

/** Days from 1970-01-01 to the date. */
export const epochDaysOf = (date: CivilDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/** Whether the text is a day that exists, in the stored form `YYYY-MM-DD`. */
export const isCivilDate = (text: string): text is CivilDate =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  dateOfDays(Math.round(Date.parse(`${text}T00:00:00Z`) / DAY_MS)) === text;

/** The day that it is in Tehran at the instant. */
export const civilDateOf = (ms: number): CivilDate => dateOfDays(Math.floor(tehranWallMs(ms) / DAY_MS));

/** The instant at which the day begins in Tehran. */
export const msOf = (date: CivilDate): number => {
  const midnightUtc = epochDaysOf(date) * DAY_MS;
  const candidates = [midnightUtc - DAY_MS, midnightUtc + DAY_MS].map(
    (near) => midnightUtc - (tehranWallMs(near) - near),
  );
  // Two candidates differ only where the clock was changed at that midnight: the day begins at the first that is in it.
  return candidates.sort((a, b) => a - b).find((ms) => civilDateOf(ms) === date) ?? midnightUtc;
};

/** The day `n` days later, or earlier when negative. */
export const addDays = (date: CivilDate, n: number): CivilDate => dateOfDays(epochDaysOf(date) + n);

/** How many days `b` is after `a`. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => epochDaysOf(b) - epochDaysOf(a);
