import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { nationRoutes } from '@mahalleh/api/routes';
import { NATION } from '@mahalleh/gate';
import { tokenMint } from '@mahalleh/gate/lane';
import { deskAloud } from '@mahalleh/local/desk';
import { keepSecrets } from '@mahalleh/local/secrets';
import { NATION_UNIT } from '@mahalleh/people/model';
import { TEST_PASSWORD, type TestNation } from '../../support/nation.ts';
import { askerOf } from './ask.ts';
import type { Writer } from './freshness.ts';
import { median } from './load.ts';
import { processorMs } from './processes.ts';
import { recordNationRead } from './recorded.ts';
import { registerProblem } from './steady.ts';
import { stopwatchAt } from './wire.ts';
import { signInAs, writeAs } from './world.ts';

const NEIGHBOURHOODS = 40;
const WARM_ROUNDS = 5;
const FIRST_LOAD_PATIENCE_MS = 600_000;

/** Fills a nation up to so many problems. A seeding that a busy machine stopped goes on where it was. Fails: when it stops again and again. */
export const growTo = async (nation: Pick<TestNation, 'data'>, problems: number): Promise<void> => {
  const args = ['seed', '--sample', 'large', '--problems', String(problems)];
  const environment = { SAMPLE_PASSWORD: TEST_PASSWORD };
  for (let turn = 0; turn < 3; turn++)
    if ((await deskAloud(args, nation.data, environment, new AbortController().signal)) === 0) return;
  throw new Error(`desk ${args.join(' ')} did not come to its end`);
};

/** Two nations' times for the same request, in turns, each the median. Unit: milliseconds. */
export const inTurns = async (
  few: (body: string) => Promise<number>,
  fewBody: string,
  many: (body: string) => Promise<number>,
  manyBody: string,
  rounds: number,
): Promise<{ few: number; many: number }> => {
  const times: { few: number[]; many: number[] } = { few: [], many: [] };
  for (let round = 0; round < WARM_ROUNDS + rounds; round++) {
    const [a, b] = [await few(fewBody), await many(manyBody)];
    if (round < WARM_ROUNDS) continue;
    times.few.push(a);
    times.many.push(b);
  }
  return { few: median(times.few), many: median(times.many) };
};

/** Who looks at the nation, and the very requests of its dashboard. */
export const analystAt = async (nation: TestNation) => {
  const { deploymentSecret, dbTokenJwk } = keepSecrets(nation.data);
  const cookie = await signInAs(nation, NATION, 'ministry_analyst', NATION_UNIT.id);
  const asks = new Map<string, string>();
  for (const { method, path, act, example } of nationRoutes)
    if (method === 'GET' && act.kind === 'query' && !act.isOpen && act.home === 'national')
      asks.set(path, await recordNationRead(act, example ?? {}, cookie, deploymentSecret).catch(() => ''));
  return { cookie, asks, time: stopwatchAt(nation, tokenMint(dbTokenJwk), NATION) };
};

/** One writer for each province, and where they write. */
export const writersAt = async (nation: TestNation, provinces: readonly string[]): Promise<Writer[]> => {
  const mint = tokenMint(keepSecrets(nation.data).dbTokenJwk);
  const writers: Writer[] = [];
  for (const province of provinces) {
    const ask = askerOf(nation, mint, province);
    const [unit] = await ask("select id from units where kind = 'province'");
    const rows = await ask(
      `select id from units where kind = 'neighbourhood' and ended_on is null order by id limit ${NEIGHBOURHOODS}`,
    );
    const cookie = await signInAs(nation, province, 'director_general', String(unit?.[0]));
    writers.push({ province, cookie, neighbourhoods: rows.map(([id]) => String(id)) });
  }
  return writers;
};

/** What a nation takes at rest. Unit: processor milliseconds a second. */
export const restOf = async (nation: Pick<TestNation, 'data'>, seconds: number): Promise<number> => {
  const before = processorMs(nation.data);
  await pause(seconds * 1_000);
  return (processorMs(nation.data) - before) / seconds;
};

/** What single changes cost beyond what the nation takes at rest, each with its own recomputation and letter. Unit: processor milliseconds and bytes to the nation, for one. */
export const costAt = (
  nation: TestNation,
  [writer]: readonly Writer[],
  changes: { each: number; everyMs: number },
  restMsPerS: number,
) => {
  if (!writer) throw new Error('nobody writes');
  const agent = new Agent({ keepAlive: true });
  const ask = askerOf(nation, tokenMint(keepSecrets(nation.data).dbTokenJwk), NATION);
  const sent = async () =>
    Number(
      (
        await ask(
          `select coalesce(sum(length(body_json)), 0) from letters_in where province = '${writer.province}' and kind = 'rollup.cells'`,
        )
      )[0]?.[0],
    );
  return async (from: number): Promise<{ processor: number; bytes: number }> => {
    const [processorBefore, bytesBefore, startedAt] = [processorMs(nation.data), await sent(), performance.now()];
    for (let n = from; n < from + changes.each; n++) {
      if (!(await registerProblem(nation, agent, writer, n))) throw new Error('a change was refused');
      await pause(changes.everyMs);
    }
    const rest = (restMsPerS * (performance.now() - startedAt)) / 1_000;
    return {
      processor: (processorMs(nation.data) - processorBefore - rest) / changes.each,
      bytes: ((await sent()) - bytesBefore) / changes.each,
    };
  };
};

/** Everything that the nation holds of the provinces is taken away and sent again, as a new epoch does. Unit: seconds. */
export const firstLoad = async (nation: TestNation, provinces: readonly string[]): Promise<number> => {
  const mint = tokenMint(keepSecrets(nation.data).dbTokenJwk);
  // First the nation, as a restore does: what is still on its way belongs to the epoch that ends, and is refused.
  await writeAs(nation, NATION, [
    { sql: 'update provinces set epoch = epoch + 1', args: [] },
    { sql: 'delete from national_cells', args: [] },
    { sql: 'delete from national_sums', args: [] },
    { sql: 'delete from coverage', args: [] },
  ]);
  let cells = 0;
  for (const slug of provinces) {
    const [row] = await askerOf(
      nation,
      mint,
      slug,
    )('select count(*) from cells c join units u on u.id = c.county_id where u.official_code is not null');
    cells += Number(row?.[0]);
  }
  const began = performance.now();
  for (const slug of provinces)
    await writeAs(nation, slug, [
      {
        sql: 'update border_state set epoch = epoch + 1, cell_number = 0, cell_seq = 0, coverage_number = 0, coverage_at_ms = 0 where id = 1',
        args: [],
      },
    ]);
  const ask = askerOf(nation, mint, NATION);
  const headers = { authorization: `Bearer ${nation.operator.token}` };
  void fetch(`${nation.operator.url}/tick`, { method: 'POST', headers }).then((answer) => answer.text());
  while (performance.now() - began < FIRST_LOAD_PATIENCE_MS) {
    const [row] = await ask(
      'select (select count(*) from national_cells), (select count(distinct province) from coverage)',
    );
    if (Number(row?.[0]) >= cells && Number(row?.[1]) === provinces.length) return (performance.now() - began) / 1_000;
    await pause(250);
  }
  throw new Error('the nation was not loaded');
};
