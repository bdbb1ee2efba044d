/**
 * A national figure as the API gives it, and the only thing that Figure and Choropleth take.
 * Unit: `value` is in the figure's own unit (a share is 0..1), `asOf` is ms. `reported` and `missing` count provinces.
 */
export type FigureValue = {
  /** Null when nothing was reported. Zero is a value. */
  readonly value: number | null;
  readonly reported: number;
  readonly missing: number;
  readonly suppressed: boolean;
  /** The oldest of what it is made of; null when nothing was reported. */
  readonly asOf: number | null;
};

/** Which of the five classes a value falls into: the number of bounds at or below it. Bounds are four, rising. */
export const classOf = (value: number, bounds: readonly number[]): 1 | 2 | 3 | 4 | 5 => {
  const passed = bounds.filter((bound) => value >= bound).length;
  return passed <= 0 ? 1 : passed === 1 ? 2 : passed === 2 ? 3 : passed === 3 ? 4 : 5;
};

/** The ink that can be read on a class. */
export const inkOn = (step: 1 | 2 | 3 | 4 | 5): string =>
  step <= 2 ? 'var(--on-seq-12)' : step === 3 ? 'var(--on-seq-3)' : 'var(--on-seq-45)';

/** Four rising, round bounds that part the values into five classes of about the same width. */
export const boundsFor = (values: readonly number[]): number[] => {
  const largest = Math.max(0, ...values);
  const step = niceStep((largest || 1) / 5);
  return [1, 2, 3, 4].map((index) => Number((index * step).toPrecision(12)));
};

/** The nearest of 1, 2, 2.5, 5 times a power of ten that is not below. */
export const niceStep = (raw: number): number => {
  const power = 10 ** Math.floor(Math.log10(raw));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw * (1 - 1e-9)) ?? 10) * power;
};
