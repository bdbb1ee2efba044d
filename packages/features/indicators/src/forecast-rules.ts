import { addDays, daysBetween, epochDaysOf, type CivilDate } from '@mahalleh/kernel';
import { MAD_TO_SIGMA, medianOf, trendOf, type Point, type Trend } from './robust-rules.ts';

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

/** How widely steps between readings lie about the trend, for a step of one day; a few wild ones do not move it. */
const unrestOf = (points: readonly Point[], slope: number): number =>
  MAD_TO_SIGMA *
  (medianOf(
    points.slice(1).map(({ at, value }, i) => {
      const before = points[i] ?? { at, value };
      const days = at - before.at;
      return Math.abs(value - before.value - slope * days) / Math.sqrt(Math.max(1, days));
    }),
  ) ?? 0);

/**
 * What a trend covers in some days, with its range: the wider of the trend's own (the order of the slopes) and that of
 * steps as uneven as those recorded, added up over the days to come and over a past no longer than it is.
 */
const coveredIn = (days: number, trend: Trend, unrest: number, span: number): ValueRange => {
  const value = trend.slope * days;
  const drift = LIKELIHOOD_Z * unrest * Math.sqrt(days * (1 + days / span));
  return {
    value,
    least: Math.min(trend.least * days, value - drift),
    most: Math.max(trend.most * days, value + drift),
  };
};

/** Half a millionth of a day is rounding. */
const SLACK = 1e-9;

/** The first day, today or later, on which so much is covered; null when it is not within ten years. */
const firstDay = (left: number, covered: (days: number) => number, today: CivilDate): CivilDate | null => {
  const enough = left - Math.abs(left) * SLACK;
  for (let days = 0; days <= FARTHEST; days += 1) if (covered(days) >= enough) return addDays(today, days);
  return null;
};

/**
 * Where a target is going: the middle trend of what was recorded (Theil–Sen), from where it stands today, and the range
 * in which it lies eight times of ten. Says nothing of fewer than four days, or of less than two weeks.
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
  const span = daysBetween(first.onDate, last.onDate);
  if (span < SHORTEST_SPAN) return { is: 'unknown', why: 'too_short', readings: days.length };
  // Turned so that more is always nearer to the goal.
  const points: Point[] = thinned(days).map(({ onDate, value }) => ({
    at: daysBetween(first.onDate, onDate),
    value: value * direction,
  }));
  const trend = trendOf(points, LIKELIHOOD_Z);
  if (!trend) return { is: 'unknown', why: 'too_few', readings: days.length };
  const unrest = unrestOf(points, trend.slope);
  const covered = (ahead: number): ValueRange => coveredIn(ahead, trend, unrest, span);
  const left = (goal - last.value) * direction;
  const ahead = daysBetween(today, dueOn);
  const atDue = covered(Math.max(0, ahead));
  const ends = [atDue.least, atDue.most].map((amount) => last.value + amount * direction);
  return {
    is: 'known',
    readings: days.length,
    firstOn: first.onDate,
    slope: trend.slope * direction,
    reach: {
      on: firstDay(left, (at) => covered(at).value, today),
      earliest: firstDay(left, (at) => covered(at).most, today),
      latest: firstDay(left, (at) => covered(at).least, today),
    },
    atDue:
      ahead <= 0
        ? null
        : { value: last.value + atDue.value * direction, least: Math.min(...ends), most: Math.max(...ends) },
  };
};
