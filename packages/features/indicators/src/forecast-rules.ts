import { addDays, daysBetween, epochDaysOf, type CivilDate } from '@mahalleh/kernel';
import { trendOf, type Point } from './robust-rules.ts';

/** What had been reached on a day. */
export type DayReading = { readonly onDate: CivilDate; readonly value: number };

/** A day with the earliest and the latest that the trend's range gives; null: not within ten years. */
export type DayRange = {
  readonly on: CivilDate | null;
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
};

/** A value with its range. */
export type ValueRange = { readonly value: number; readonly least: number; readonly most: number };

/** Where the recorded trend leads, or why nothing can be said. */
export type Forecast =
  | { readonly is: 'unknown'; readonly why: 'too_few' | 'too_short'; readonly readings: number }
  | { readonly is: 'reached' }
  | {
      readonly is: 'known';
      readonly readings: number;
      readonly firstOn: CivilDate;
      /** Unit: value a day. */
      readonly slope: number;
      /** When the goal is reached at this trend. */
      readonly reach: DayRange;
      /** What will have been reached on the due day; null once it is past. */
      readonly atDue: ValueRange | null;
    };

/** So many readings on different days a trend needs, over at least so many days. */
export const FEWEST_READINGS = 4;
/** So many days readings must span. */
export const SHORTEST_SPAN = 14;
/** Eight in ten: the likelihood of the range, as a normal deviate. */
const LIKELIHOOD_Z = 1.2816;
/** As many readings as a trend looks at: spread over the time there is. */
const MOST_READINGS = 60;
/** Beyond this nothing is foretold. Unit: days. */
const FARTHEST = 3650;

const onePerDay = (readings: readonly DayReading[], today: CivilDate): readonly DayReading[] =>
  [
    ...new Map(readings.filter(({ onDate }) => onDate <= today).map((reading) => [reading.onDate, reading])).values(),
  ].sort((a, b) => epochDaysOf(a.onDate) - epochDaysOf(b.onDate));

const thinned = (readings: readonly DayReading[]): readonly DayReading[] => {
  if (readings.length <= MOST_READINGS) return readings;
  const step = (readings.length - 1) / (MOST_READINGS - 1);
  return Array.from({ length: MOST_READINGS }, (_, i) => readings[Math.round(i * step)]).flatMap((one) => one ?? []);
};

/** The first day on which a trend has covered what is left; today or later, null when it never does or not within ten years. */
const dayReached = (left: number, slope: number, today: CivilDate): CivilDate | null => {
  if (slope <= 0) return null;
  const days = Math.ceil(left / slope - 1e-9);
  return days > FARTHEST ? null : addDays(today, Math.max(0, days));
};

/**
 * Where a target is going: the middle trend of what was recorded (Theil–Sen), from where it stands today, and the range
 * in which that trend lies eight times of ten. Says nothing of fewer than four days, or of less than two weeks.
 */
export const forecastOf = (
  { goal, baseline, dueOn }: { readonly goal: number; readonly baseline: number; readonly dueOn: CivilDate },
  readings: readonly DayReading[],
  today: CivilDate,
): Forecast => {
  const days = onePerDay(readings, today);
  const first = days[0];
  const last = days.at(-1);
  const direction = goal >= baseline ? 1 : -1;
  if (last && (last.value - goal) * direction >= 0) return { is: 'reached' };
  if (!first || !last || days.length < FEWEST_READINGS) return { is: 'unknown', why: 'too_few', readings: days.length };
  if (daysBetween(first.onDate, last.onDate) < SHORTEST_SPAN)
    return { is: 'unknown', why: 'too_short', readings: days.length };
  // Turned so that more is always nearer to the goal.
  const points: Point[] = thinned(days).map(({ onDate, value }) => ({
    at: daysBetween(first.onDate, onDate),
    value: value * direction,
  }));
  const trend = trendOf(points, LIKELIHOOD_Z);
  if (!trend) return { is: 'unknown', why: 'too_few', readings: days.length };
  const left = (goal - last.value) * direction;
  const ahead = daysBetween(today, dueOn);
  const after = (slope: number): number => last.value + slope * direction * ahead;
  const ends = [after(trend.least), after(trend.most)];
  return {
    is: 'known',
    readings: days.length,
    firstOn: first.onDate,
    slope: trend.slope * direction,
    reach: {
      on: dayReached(left, trend.slope, today),
      earliest: dayReached(left, trend.most, today),
      latest: dayReached(left, trend.least, today),
    },
    atDue: ahead <= 0 ? null : { value: after(trend.slope), least: Math.min(...ends), most: Math.max(...ends) },
  };
};
