import type { ReportFigure } from './model';

const MOST = 4;

/** How far a figure moved since the period before, in the direction that is better: a share in points, all else in relation to before. Undefined when nothing can be said. */
const gainOf = ({ better, unit, whole, before: [before] }: ReportFigure): number | undefined => {
  if (better === null || whole.value === null || !before || before.value === null) return undefined;
  const by = whole.value - before.value;
  const size = unit === 'share' ? by : before.value === 0 ? Math.sign(by) : by / before.value;
  return better === 'more' ? size : -size;
};

/** The figures that gained most since the period before, and those that lost most. */
export const gainsOf = (
  figures: readonly ReportFigure[],
): { readonly gains: readonly ReportFigure[]; readonly losses: readonly ReportFigure[] } => {
  const moved = figures.flatMap((figure) => {
    const gain = gainOf(figure);
    return gain === undefined || gain === 0 ? [] : [{ figure, gain }];
  });
  const largest = (sign: 1 | -1): readonly ReportFigure[] =>
    moved
      .filter(({ gain }) => gain * sign > 0)
      .toSorted((a, b) => (b.gain - a.gain) * sign)
      .slice(0, MOST)
      .map(({ figure }) => figure);
  return { gains: largest(1), losses: largest(-1) };
};
