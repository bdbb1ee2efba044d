import { join } from 'node:path';
import { CACHE } from '@mahalleh/local/places';
import { afterAll, beforeAll, expect, onTestFailed } from 'vitest';
import { startNation, type TestNation } from '../../support/nation.ts';
import { openDoor, type Door } from './browser.ts';

/** Whom the house is for. */
type HouseOptions = {
  provinces?: readonly string[];
  /** Provinces that no letter comes to: suspended at the nation before anybody comes. */
  cutOff?: readonly string[];
};

/** Suspends provinces at the nation. Fails: when it is not saved. */
const cut = async ({ operator }: TestNation, provinces: readonly string[]): Promise<void> => {
  const answer = await fetch(`${operator.url}/lane/nation/write`, {
    method: 'POST',
    headers: { authorization: `Bearer ${operator.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      statements: [
        {
          sql: "update provinces set status = 'suspended' where slug in (select value from json_each(?))",
          args: [JSON.stringify(provinces)],
        },
      ],
    }),
  });
  const outcome = (await answer.json()) as { outcome?: string };
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
};

/** The sample nation, of two provinces unless said, and a browser at its door, for all journeys of a file. A journey that fails leaves a picture of its last page. */
export function openHouse({ provinces = ['qom', 'qazvin'], cutOff = [] }: HouseOptions = {}): Door['visit'] {
  let nation: TestNation | undefined;
  let door: Door | undefined;
  beforeAll(async () => {
    nation = await startNation({ sample: 'nation', provinces, ticks: true });
    if (cutOff.length > 0) await cut(nation, cutOff);
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
