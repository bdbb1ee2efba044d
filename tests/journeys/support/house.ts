import { join } from 'node:path';
import { CACHE } from '@mahalleh/local/places';
import { afterAll, beforeAll, expect, onTestFailed } from 'vitest';
import { startNation, type TestNation } from '../../support/nation.ts';
import { openDoor, type Door } from './browser.ts';

/** The sample nation of two provinces and a browser at its door, for all journeys of a file. A journey that fails leaves a picture of its last page. */
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
  let visits = 0;
  return async (options) => {
    if (door === undefined) throw new Error('The nation did not start.');
    const visitor = await door.visit(options);
    const name = expect.getState().currentTestName?.replaceAll(/[^\p{L}\d]+/gu, '-') ?? 'journey';
    visits += 1;
    const path = join(CACHE, 'journeys', `${name}-${visits}.png`);
    onTestFailed(async () => {
      await visitor.page.screenshot({ path, fullPage: true }).catch(() => undefined);
      console.log(`${visitor.page.url()}\n${path}\n${visitor.faults.join('\n')}`);
    });
    return visitor;
  };
}
