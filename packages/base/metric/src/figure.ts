/** A figure always says what it rests on. `value` is null when nothing is covered; zero is a covered zero. */
export type Figure = {
  readonly value: number | null;
  /** How many of the expected reporters (provinces or counties) are covered. */
  readonly reported: number;
  readonly missing: readonly string[];
  readonly suppressed: number;
  /** Between which numbers the whole of a count of people lies when leaves of it are hidden; `high` null: nobody can say. */
  readonly range?: { readonly low: number; readonly high: number | null } | null;
  /** The oldest instant among what is covered. Unit: UTC milliseconds. */
  readonly asOf: number | null;
};

/** What one reporter says: its value (undefined without a cell) and since when it is covered (null: not at all). */
export type Part = { readonly reporter: string; readonly value: number | undefined; readonly asOfMs: number | null };

const oldest = (parts: readonly Part[]): number | null =>
  parts.reduce<number | null>(
    (low, { asOfMs }) => (asOfMs === null ? low : low === null ? asOfMs : Math.min(low, asOfMs)),
    null,
  );

/** Joins reporters by addition: covered without a cell is zero, uncovered is missing. */
export const joinSum = (parts: readonly Part[]): Figure => {
  const covered = parts.filter((part) => part.asOfMs !== null);
  return {
    value: covered.length === 0 ? null : covered.reduce((sum, { value }) => sum + (value ?? 0), 0),
    reported: covered.length,
    missing: parts
      .filter((part) => part.asOfMs === null)
      .map(({ reporter }) => reporter)
      .sort(),
    suppressed: 0,
    asOf: oldest(covered),
  };
};

/** Joins a ratio part by part, over the reporters covered in both, and divides last. */
export const joinRatio = (
  of: readonly Part[],
  over: readonly Part[],
): Figure & { of: number | null; over: number | null } => {
  const bottoms = new Map(over.map((part) => [part.reporter, part]));
  const both = of.flatMap((top) => {
    const bottom = bottoms.get(top.reporter);
    return bottom ? [{ top, bottom }] : [];
  });
  const isCovered = ({ top, bottom }: { top: Part; bottom: Part }) => top.asOfMs !== null && bottom.asOfMs !== null;
  const top = joinSum(both.map((pair) => (isCovered(pair) ? pair.top : { ...pair.top, asOfMs: null })));
  const bottom = joinSum(both.map((pair) => (isCovered(pair) ? pair.bottom : { ...pair.bottom, asOfMs: null })));
  const value = top.value === null || bottom.value === null || bottom.value === 0 ? null : top.value / bottom.value;
  return { ...top, value, of: top.value, over: bottom.value };
};

/** The amount below which a share `p` of a bucketed distribution lies, by linear place within its bucket. Null when it is empty, `{ above }` beyond the last bound. */
export const percentile = (
  counts: readonly number[],
  bounds: readonly number[],
  p: number,
): { at: number } | { above: number } | null => {
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  let seen = 0;
  for (const [i, count] of counts.entries()) {
    if (seen + count >= p * total && count > 0) {
      const low = i === 0 ? 0 : (bounds[i - 1] ?? 0);
      const high = bounds[i];
      return high === undefined ? { above: low } : { at: low + ((p * total - seen) / count) * (high - low) };
    }
    seen += count;
  }
  return { above: bounds.at(-1) ?? 0 };
};
