/** kill -9 of the libSQL server and of workerd in turns, in the middle of commands. */
import { parseArgs } from 'node:util';
import { startNation } from '../../support/nation.ts';
import { report } from '../support/report.ts';
import { soakKill } from '../support/soak-kill.ts';

const PROVINCES = ['qom', 'qazvin'];
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const nation = await startNation({ provinces: PROVINCES, ticks: true });
try {
  const result = await soakKill(nation, PROVINCES, {
    rounds: Number(values.rounds),
    writersPerProvince: 8,
    pauseMs: 3_000,
    say: console.log,
  });
  report('soak-kill', result);
  if (result.lost + result.doubled + result.drift + result.refused + result.unanswered > 0) process.exitCode = 1;
} finally {
  await nation.stop();
}
