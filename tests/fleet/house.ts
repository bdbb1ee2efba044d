/** A real nation for the operator's commands: built Workers, a real libSQL server, the desk as a process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startNation, type TestNation, type TestNationOptions } from '../support/nation.ts';

/** The provinces that these tests are about. */
export const PROVINCES = ['qazvin', 'qom', 'yazd'];

type Outcome = { outcome: string; results?: { rows: unknown[][] }[] };

/** A nation for all tests of a file, a folder of their own, and the operator's two ways in: a statement through a lane, and the desk. */
export const openFleet = (options: TestNationOptions = {}) => {
  const shelf = mkdtempSync(join(tmpdir(), 'mahalleh-fleet-'));
  let started: TestNation | undefined;
  const nation = (): TestNation => {
    if (!started) throw new Error('The nation has not started.');
    return started;
  };
  beforeAll(async () => {
    started = await startNation(options);
  });
  afterAll(async () => {
    await started?.stop();
    rmSync(shelf, { recursive: true, force: true });
  });
  /** One statement through the lane of a database. */
  const ask = async (database: string, sql: string, args: unknown[] = []): Promise<unknown[][]> => {
    const { operator } = nation();
    const answer = await fetch(`${operator.url}/lane/${database}/write`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ statements: [{ sql, args }] }),
    });
    const outcome = (await answer.json()) as Outcome;
    if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
    return outcome.results?.[0]?.rows ?? [];
  };
  const desk = async (...args: string[]) => {
    const result = await nation().desk(...args);
    return { ...result, said: `${result.stdout}${result.stderr}` };
  };
  return { nation, shelf, ask, desk };
};
