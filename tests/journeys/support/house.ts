import { afterAll, beforeAll } from 'vitest';
import { startNation, type TestNation } from '../../support/nation.ts';
import { openDoor, type Door } from './browser.ts';

/** The sample nation of two provinces and a browser at its door, for all journeys of a file. */
export function openHouse(): Door['visit'] {
  let nation: TestNation | undefined;
  let door: Door | undefined;
  beforeAll(async () => {
    nation = await startNation({ sample: 'nation', provinces: ['qom', 'qazvin'], ticks: true });
    door = await openDoor(nation.url);
  });
  afterAll(async () => {
    await door?.close();
    await nation?.stop();
  });
  return (options) => {
    if (door === undefined) throw new Error('The nation did not start.');
    return door.visit(options);
  };
}
