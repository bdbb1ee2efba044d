/** A cell as the province holds it now. `period`: empty for a stock. */
export type StandingCell = {
  readonly county: string;
  readonly metric: string;
  readonly dims: string;
  readonly period: string;
  readonly value: number;
};
/** A cell of an earlier month. */
export type PastCell = Omit<StandingCell, 'period'>;

/** What does not grow in the sample's past. */
const STAYS = /^(neighbourhood\.count|base\.count|problem\.)/;
/** Stocks whose parts move from the better state to the worse one, the further back the more. */
const MOVES: Readonly<Record<string, readonly [from: string, to: string][]>> = {
  'council.progress@1': [['state=formed', 'state=absent']],
  'council.steering@1': [['state=formed', 'state=absent']],
  'neighbourhood.by_step@1': [
    ['step=1', 'step=0'],
    ['step=2', 'step=1'],
    ['step=3', 'step=2'],
  ],
};
/** What share of a stock each month back takes away. */
const LESS = 0.07;

const open = /^problem\.open@/;
const sumOf = (cells: readonly StandingCell[], metric: RegExp, isOf: (cell: StandingCell) => boolean): number =>
  cells.reduce((sum, cell) => (metric.test(cell.metric) && isOf(cell) ? sum + cell.value : sum), 0);

/** Shares out a whole over parts in their proportion, without a remainder. */
const shared = (parts: readonly number[], whole: number): number[] => {
  const total = parts.reduce((sum, part) => sum + part, 0);
  let [seen, given] = [0, 0];
  return parts.map((part) => {
    seen += part;
    const upTo = total === 0 ? 0 : Math.round((seen / total) * whole);
    const share = upTo - given;
    given = upTo;
    return share;
  });
};

/** The open problems of a county at the end of a month: today's, less what was registered since, and what was solved and closed since. */
const openThen = (cells: readonly StandingCell[], county: string, month: string): PastCell[] => {
  const own = cells.filter((cell) => cell.county === county);
  const since = (metric: RegExp): number => sumOf(own, metric, ({ period }) => period > month);
  const now = own.filter(({ metric }) => open.test(metric));
  const then =
    now.reduce((sum, { value }) => sum + value, 0) -
    since(/^problem\.registered@/) +
    since(/^problem\.(solved|closed_unsolved)@/);
  const values = shared(
    now.map(({ value }) => value),
    Math.max(0, then),
  );
  return now.map(({ metric, dims }, i) => ({ county, metric, dims, value: values[i] ?? 0 }));
};

/**
 * Invents how the cells of a sample province stood at the end of earlier months. Flows are those of these months; open
 * problems follow from them; what is reached grows towards today. `back`: how many months the last of them is before the one that ended last.
 */
export const pastCells = (cells: readonly StandingCell[], months: readonly string[], back: number): PastCell[] => {
  const then = new Map<string, PastCell>();
  const add = (cell: PastCell): void => {
    const key = `${cell.county}|${cell.metric}|${cell.dims}`;
    then.set(key, { ...cell, value: cell.value + (then.get(key)?.value ?? 0) });
  };
  for (const { county, metric, dims, period, value } of cells) {
    if (period !== '' && !months.includes(period)) continue;
    if (period === '' && open.test(metric)) continue;
    const less = Math.min(1, LESS * (back + 0.5));
    const move = MOVES[metric]?.find(([from]) => from === dims);
    if (move) {
      const moved = Math.round(value * 2 * less);
      add({ county, metric, dims, value: value - Math.min(value, moved) });
      add({ county, metric, dims: move[1], value: Math.min(value, moved) });
    } else
      add({
        county,
        metric,
        dims,
        value: period !== '' || STAYS.test(metric) || metric in MOVES ? value : Math.round(value * (1 - less)),
      });
  }
  for (const county of new Set(cells.map((cell) => cell.county)))
    for (const cell of openThen(cells, county, months.at(-1) ?? '')) add(cell);
  return [...then.values()].filter(({ value }) => value !== 0);
};
