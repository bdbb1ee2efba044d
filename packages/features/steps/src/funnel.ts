import { dimsOf } from '@mahalleh/metric';
import { LACKS, STEP_OF_LACK, type Lack } from './rules.ts';

const isLack = (text: string | undefined): text is Lack => LACKS.some((lack) => lack === text);

/** The funnel of steps from counts by lack: who reached each step, how many went no further, and why. */
export const funnelOf = (rows: readonly { dims: string; n: number }[]) => {
  const counts = rows.flatMap(({ dims, n }) => {
    const code = dimsOf(dims)['lack'];
    return isLack(code) && n > 0 ? [{ code, count: n }] : [];
  });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const stages = [0, 1, 2, 3].map((step) => {
    const lacks = counts
      .filter(({ code }) => STEP_OF_LACK[code] === step && code !== 'none')
      .sort((a, b) => b.count - a.count);
    const reached = counts.filter(({ code }) => STEP_OF_LACK[code] >= step).reduce((sum, { count }) => sum + count, 0);
    return { step, reached, lost: lacks.reduce((sum, { count }) => sum + count, 0), lacks };
  });
  return { total, stages };
};
