/** The point that Student’s t exceeds with 2.5 % on either side, by degrees of freedom. */
const POINTS: readonly (readonly [degrees: number, point: number])[] = [
  ...([12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228].map((p, i) => [i + 1, p]) as [
    number,
    number,
  ][]),
  ...([2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086].map((p, i) => [i + 11, p]) as [
    number,
    number,
  ][]),
  ...([2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042].map((p, i) => [i + 21, p]) as [
    number,
    number,
  ][]),
  [40, 2.021],
  [60, 2],
  [120, 1.98],
  [1000, 1.962],
];

/** How many standard errors an honest range of 95 % reaches to either side. Between two degrees it is that of the fewer: never too narrow. */
export const t95 = (degrees: number): number =>
  degrees < 1 ? Infinity : (POINTS.findLast(([least]) => least <= degrees)?.[1] ?? Infinity);
