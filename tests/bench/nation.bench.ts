/** A nation with many problems beside the same with 10,000: the dashboard, the cost of one change, freshness under load, and the first load of everything. */
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { nationRoutes } from '@mahalleh/api/routes';
import { NATION } from '@mahalleh/gate';
import { tokenMint } from '@mahalleh/gate/lane';
import { PROVINCES } from '@mahalleh/kernel';
import { deskAloud } from '@mahalleh/local/desk';
import { keepSecrets } from '@mahalleh/local/secrets';
import { NATION_UNIT } from '@mahalleh/people/model';
import { startNation, TEST_PASSWORD, type TestNation } from '../support/nation.ts';
import { askerOf } from './support/ask.ts';
import type { Writer } from './support/freshness.ts';
import { median } from './support/load.ts';
import { diskMb, processorMs } from './support/processes.ts';
import { recordNationRead } from './support/recorded.ts';
import { report } from './support/report.ts';
import { measureSteady, registerProblem } from './support/steady.ts';
import { stopwatchAt } from './support/wire.ts';
import { signInAs, writeAs } from './support/world.ts';

const { values } = parseArgs({
  options: {
    problems: { type: 'string', default: '1000000' },
    few: { type: 'string', default: '10000' },
    provinces: { type: 'string' },
    seconds: { type: 'string', default: '30' },
    rate: { type: 'string', default: '200' },
  },
});
const PROBLEMS = Number(values.problems);
const FEW = Number(values.few);
const CHOSEN = values.provinces?.split(',');
const SLUGS: readonly string[] = CHOSEN ?? PROVINCES.map(({ slug }) => slug);
const ROUNDS = 60;
const WARM_ROUNDS = 5;
const CHANGES = { rounds: 5, each: 8, everyMs: 1_200 } as const;
const NEIGHBOURHOODS = 40;
const FIRST_LOAD_PATIENCE_MS = 600_000;

const startedAt = Date.now();
const say = (line: string): void => console.log(`[${Math.round((Date.now() - startedAt) / 1_000)} s] ${line}`);

/** A nation with so many problems. A seeding that a busy machine stopped goes on where it was. Fails: when it stops again and again. */
const nationWith = async (problems: number): Promise<TestNation> => {
  say(`A nation of ${SLUGS.length} provinces with ${problems} problems.`);
  const nation = await startNation({ sample: 'nation', ...(CHOSEN ? { provinces: CHOSEN } : {}) });
  const args = ['seed', '--sample', 'large', '--problems', String(problems)];
  for (let turn = 0; turn < 3; turn++)
    if ((await deskAloud(args, nation.data, { SAMPLE_PASSWORD: TEST_PASSWORD }, new AbortController().signal)) === 0)
      return nation;
  await nation.stop();
  throw new Error(`desk ${args.join(' ')} did not come to its end`);
};

/** Who looks at the nation, and the very requests of its dashboard. */
const analystAt = async (nation: TestNation) => {
  const { deploymentSecret, dbTokenJwk } = keepSecrets(nation.data);
  const cookie = await signInAs(nation, NATION, 'ministry_analyst', NATION_UNIT.id);
  const asks = new Map<string, string>();
  for (const { method, path, act, example } of nationRoutes)
    if (method === 'GET' && act.kind === 'query' && !act.isOpen && act.home === 'national')
      asks.set(path, await recordNationRead(act, example ?? {}, cookie, deploymentSecret).catch(() => ''));
  return { cookie, asks, time: stopwatchAt(nation, tokenMint(dbTokenJwk), NATION) };
};

const writersAt = async (nation: TestNation): Promise<Writer[]> => {
  const mint = tokenMint(keepSecrets(nation.data).dbTokenJwk);
  const writers: Writer[] = [];
  for (const province of SLUGS) {
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

/** What single changes cost, each with its own recomputation and letter. Unit: processor milliseconds and bytes to the nation, for one. */
const costAt = (nation: TestNation, [writer]: readonly Writer[]) => {
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
    const [processorBefore, bytesBefore] = [processorMs(nation.data), await sent()];
    for (let n = from; n < from + CHANGES.each; n++) {
      if (!(await registerProblem(nation, agent, writer, n))) throw new Error('a change was refused');
      await pause(CHANGES.everyMs);
    }
    return {
      processor: (processorMs(nation.data) - processorBefore) / CHANGES.each,
      bytes: ((await sent()) - bytesBefore) / CHANGES.each,
    };
  };
};

/** Everything that the nation holds of the provinces is taken away and sent again, as a new epoch does. Unit: seconds. */
const firstLoad = async (nation: TestNation): Promise<number> => {
  const mint = tokenMint(keepSecrets(nation.data).dbTokenJwk);
  let cells = 0;
  for (const slug of SLUGS) {
    const [row] = await askerOf(
      nation,
      mint,
      slug,
    )('select count(*) from cells c join units u on u.id = c.county_id where u.official_code is not null');
    cells += Number(row?.[0]);
    await writeAs(nation, slug, [
      {
        sql: 'update border_state set epoch = epoch + 1, cell_number = 0, cell_seq = 0, coverage_number = 0, coverage_at_ms = 0 where id = 1',
        args: [],
      },
    ]);
  }
  await writeAs(nation, NATION, [
    { sql: 'delete from national_cells', args: [] },
    { sql: 'delete from national_sums', args: [] },
    { sql: 'delete from coverage', args: [] },
    { sql: 'update provinces set epoch = epoch + 1', args: [] },
  ]);
  const ask = askerOf(nation, mint, NATION);
  const began = performance.now();
  const headers = { authorization: `Bearer ${nation.operator.token}` };
  void fetch(`${nation.operator.url}/tick`, { method: 'POST', headers }).then((answer) => answer.text());
  while (performance.now() - began < FIRST_LOAD_PATIENCE_MS) {
    const [row] = await ask(
      'select (select count(*) from national_cells), (select count(distinct province) from coverage)',
    );
    if (Number(row?.[0]) >= cells && Number(row?.[1]) === SLUGS.length) return (performance.now() - began) / 1_000;
    await pause(250);
  }
  throw new Error('the nation was not loaded');
};

const nations: TestNation[] = [];
try {
  const few = await nationWith(FEW);
  nations.push(few);
  const many = await nationWith(PROBLEMS);
  nations.push(many);
  const seededS = Math.round((Date.now() - startedAt) / 1_000);

  say('The requests of the dashboard at both, in turns.');
  const [atFew, atMany] = [await analystAt(few), await analystAt(many)];
  const ratios = new Map<string, { few: number; many: number }>();
  for (const [path, body] of atFew.asks) {
    const other = atMany.asks.get(path);
    if (!body || !other) continue;
    const times: { few: number[]; many: number[] } = { few: [], many: [] };
    for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      const [a, b] = [await atFew.time(body), await atMany.time(other)];
      if (round < WARM_ROUNDS) continue;
      times.few.push(a);
      times.many.push(b);
    }
    const [a, b] = [median(times.few), median(times.many)];
    ratios.set(path, { few: a, many: b });
    console.log(
      `${(b / a).toFixed(2).padStart(6)} ${a.toFixed(1).padStart(7)} ${b.toFixed(1).padStart(7)} ms  ${path}`,
    );
  }
  const home = ratios.get('/home');
  if (!home) throw new Error('the national home is not mounted');

  say('What one change costs at both, in turns.');
  const [writersOfFew, writers] = [await writersAt(few), await writersAt(many)];
  const [costFew, costMany] = [costAt(few, writersOfFew), costAt(many, writers)];
  const costs: { few: { processor: number; bytes: number }[]; many: { processor: number; bytes: number }[] } = {
    few: [],
    many: [],
  };
  for (let round = 0; round < CHANGES.rounds; round++) {
    costs.few.push(await costFew(round * CHANGES.each));
    costs.many.push(await costMany(round * CHANGES.each));
  }
  const middle = (side: 'few' | 'many', what: 'processor' | 'bytes'): number =>
    median(costs[side].map((one) => one[what]));
  const processor = middle('many', 'processor') / middle('few', 'processor');
  const bytes = middle('many', 'bytes') / middle('few', 'bytes');

  say(`${values.rate} changes a second over ${writers.length} provinces, ${values.seconds} s.`);
  await few.stop();
  nations.splice(nations.indexOf(few), 1);
  const fresh = await measureSteady(many, atMany.cookie, writers, Number(values.rate), Number(values.seconds));
  say('Everything from nothing.');
  const loadS = await firstLoad(many);
  const [cells] = await askerOf(
    many,
    tokenMint(keepSecrets(many.data).dbTokenJwk),
    NATION,
  )('select count(*) from national_cells');
  report('nation', {
    home_large_over_10k: home.many / home.few,
    change_cost_large_over_10k: Math.max(processor, bytes),
    fresh_p95_ms: fresh.p95Ms,
    first_load_s: loadS,
    dashboard_large_over_10k_max: Math.max(...[...ratios.values()].map((one) => one.many / one.few)),
    home_10k_ms: home.few,
    home_large_ms: home.many,
    change_processor_large_over_10k: processor,
    change_bytes_large_over_10k: bytes,
    change_processor_ms: middle('many', 'processor'),
    change_bytes: middle('many', 'bytes'),
    fresh_p50_ms: fresh.p50Ms,
    fresh_max_ms: fresh.maxMs,
    fresh_growth: fresh.growth,
    fresh_changes: fresh.changes,
    fresh_failed: fresh.failed,
    fresh_unseen: fresh.unseen,
    national_cells: Number(cells?.[0]),
    disk_mb: diskMb(many.data),
    disk_nation_mb: diskMb(`${many.data}/libsql/dbs/${NATION}`),
    problems: PROBLEMS,
    provinces: SLUGS.length,
    seeding_s: seededS,
    seconds: Math.round((Date.now() - startedAt) / 1_000),
  });
} finally {
  for (const nation of nations) await nation.stop();
}
