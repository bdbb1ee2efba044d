/** The soaks in short: many writers at one province, and servers killed while people write. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { soakKill } from '../bench/support/soak-kill.ts';
import { soakLane } from '../bench/support/soak-lane.ts';
import { startNation, type TestNation } from '../support/nation.ts';

let nation: TestNation;
beforeAll(async () => {
  nation = await startNation({ provinces: ['qom'] });
});
afterAll(() => nation.stop());

const quiet = (): void => undefined;

test('64 writers at one province: nothing fails, nothing stands still, every figure follows from the records', async () => {
  const result = await soakLane(nation, 'qom', { writers: 64, seconds: 5, neighbourhoods: 200, say: quiet });
  expect(result).toMatchObject({ failed: 0, stuck: 0, lost: 0, drift: 0 });
  expect(result.done).toBeGreaterThan(64);
});

test('servers killed while people write: nothing confirmed is lost, nothing is there twice', async () => {
  const result = await soakKill(nation, ['qom'], { rounds: 2, writersPerProvince: 8, pauseMs: 1_500, say: quiet });
  expect(result).toMatchObject({ lost: 0, doubled: 0, drift: 0, refused: 0, unanswered: 0, kills: 2 });
  expect(result.acknowledged).toBeGreaterThan(8);
  expect(result.retries, 'the kills were felt').toBeGreaterThan(0);
});
