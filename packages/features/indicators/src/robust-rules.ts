/** The middle of some numbers; of an even count the mean of the two in the middle. Null of none. */
export const medianOf = (numbers: readonly number[]): number | null => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 1 ? upper : (sorted[half - 1] ?? upper);
  return lower + (upper - lower) / 2;
};

/** What a normal spread is for each unit of the median distance. */
export const MAD_TO_SIGMA = 1.4826;
const MEAN_TO_SIGMA = 1.2533;
/** However steady the others are, a difference by less than some of this share of the value is not odd. */
const LEAST_SPREAD = 0.05;

/** How widely numbers lie about their middle, untouched by a few odd ones. */
const spreadOf = (numbers: readonly number[], middle: number): number => {
  const distances = numbers.map((number) => Math.abs(number - middle));
  const mad = medianOf(distances) ?? 0;
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length);
  const spread = mad > 0 ? mad * MAD_TO_SIGMA : mean * MEAN_TO_SIGMA;
  return Math.max(spread, Math.abs(middle) * LEAST_SPREAD);
};

/**
 * How far a number lies from others, in robust standard deviations: (x − median) ÷ (1.4826 × median distance), where a
 * standard deviation is never less than a twentieth of the median.
 * Null when there are fewer than `least` others, or nothing to measure a distance with.
 * Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993.
 */
export const robustScore = (value: number, others: readonly number[], least: number): number | null => {
  if (others.length < least) return null;
  const middle = medianOf(others);
  if (middle === null) return null;
  const spread = spreadOf(others, middle);
  return spread > 0 ? (value - middle) / spread : null;
};

/** A day as a number, and the value on it. */
export type Point = { readonly at: number; readonly value: number };

/** A trend and the range within which it lies with the given likelihood. Unit: value a day. */
export type Trend = { readonly slope: number; readonly least: number; readonly most: number };

/**
 * The trend of some points: the median of the slopes of all pairs, which a few odd points do not move, and its range by
 * the order of those slopes (no shape of the errors is assumed). `z` is the normal deviate of the likelihood.
 * Null of fewer than two days. Source: Sen, Estimates of the Regression Coefficient Based on Kendall's Tau, 1968.
 */
export const trendOf = (points: readonly Point[], z: number): Trend | null => {
  const slopes = points
    .flatMap((a, i) => points.slice(i + 1).flatMap((b) => (a.at === b.at ? [] : [(b.value - a.value) / (b.at - a.at)])))
    .sort((a, b) => a - b);
  const slope = medianOf(slopes);
  if (slope === null) return null;
  const n = points.length;
  const half = (z * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)) / 2;
  const low = Math.max(0, Math.floor(slopes.length / 2 - half) - 1);
  const high = Math.min(slopes.length - 1, Math.ceil(slopes.length / 2 + half));
  return {
    slope,
    least: Math.min(slope, slopes[low] ?? slope),
    most: Math.max(slope, slopes[high] ?? slope),
  };
};
