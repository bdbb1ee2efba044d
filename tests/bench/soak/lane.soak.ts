/** 64 writers at one province, for minutes. */
import { parseArgs } from 'node:util';
import { startNation } from '../../support/nation.ts';
import { report } from '../support/report.ts';
import { soakLane } from '../support/soak-lane.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const seconds = Number(values.minutes) * 60;
const nation = await startNation({ provinces: ['qom'], ticks: true });
try {
  const { perSecond, p50Ms, p95Ms, maxMs, ...counts } = await soakLane(nation, 'qom', {
    writers: 64,
    seconds,
    neighbourhoods: 2_000,
    say: console.log,
  });
  report('soak-lane', { ...counts, per_second: perSecond, p50_ms: p50Ms, p95_ms: p95Ms, max_ms: maxMs, seconds });
  if (counts.failed + counts.stuck + counts.lost + counts.drift > 0) process.exitCode = 1;
} finally {
  await nation.stop();
}
