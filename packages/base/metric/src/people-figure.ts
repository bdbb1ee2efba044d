import type { Figure } from './figure.ts';

/** What one reporter published of a people metric, added up over some leaves. */
export type PeopleReport = {
  readonly reporter: string;
  /** The sums of the leaves that were told, part by part. */
  readonly sums: readonly number[];
  /** How many leaves were hidden. */
  readonly hidden: number;
  /** Whether each hidden leaf is known to be one to four: so in the first version of a count, not in one that supersedes. */
  readonly isBounded: boolean;
  /** Null: nothing was reported. Unit: UTC milliseconds. */
  readonly asOfMs: number | null;
};

/** A figure of people: what was told, part by part too, and the range of a count of which leaves are hidden. */
export type PeopleFigure = Omit<Figure, 'range'> & {
  readonly range: NonNullable<Figure['range']> | null;
  readonly sums: readonly number[] | null;
  readonly of: number | null;
  readonly over: number | null;
};

/** The smallest and the largest number that is hidden. Unit: people. */
export const HIDDEN = { least: 1, most: 4 } as const;

const rangeOf = (told: number, covered: readonly PeopleReport[]): PeopleFigure['range'] => {
  if (!covered.some(({ hidden }) => hidden > 0)) return null;
  const bounded = covered.reduce((sum, { hidden, isBounded }) => sum + (isBounded ? hidden : 0), 0);
  const isOpen = covered.some(({ hidden, isBounded }) => hidden > 0 && !isBounded);
  return { low: told + bounded * HIDDEN.least, high: isOpen ? null : told + bounded * HIDDEN.most };
};

/**
 * Joins what reporters published: sums part by part over the leaves that were told, a ratio divided last (`of` is the place
 * of its part; null for a count). A range stands beside a count when leaves are hidden.
 */
export const joinPeople = (reports: readonly PeopleReport[], of: number | null): PeopleFigure => {
  const covered = reports.filter(({ asOfMs }) => asOfMs !== null);
  const missing = reports.flatMap(({ reporter, asOfMs }) => (asOfMs === null ? [reporter] : [])).sort();
  const suppressed = covered.reduce((sum, { hidden }) => sum + hidden, 0);
  const counts = { reported: covered.length, missing, suppressed };
  const [first] = covered;
  if (!first) return { ...counts, value: null, range: null, sums: null, of: null, over: null, asOf: null };
  const sums = first.sums.map((_, i) => covered.reduce((sum, report) => sum + (report.sums[i] ?? 0), 0));
  const asOf = Math.min(...covered.map(({ asOfMs }) => asOfMs ?? Infinity));
  const over = sums.reduce((sum, part) => sum + part, 0);
  if (of === null) return { ...counts, value: over, range: rangeOf(over, covered), sums, of: null, over: null, asOf };
  const top = sums[of] ?? 0;
  return { ...counts, value: over === 0 ? null : top / over, range: null, sums, of: top, over, asOf };
};
