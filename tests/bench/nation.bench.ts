/** A nation with many problems beside the same with 10,000: the dashboard, the cost of one change, freshness under load, and the first load of everything. */
import { parseArgs } from 'node:util';
import { NATION } from '@mahalleh/gate';
import { tokenMint } from '@mahalleh/gate/lane';
import { PROVINCES } from '@mahalleh/kernel';
import { keepSecrets } from '@mahalleh/local/secrets';
import { startNation, type TestNation } from '../support/nation.ts';
import { askerOf } from './support/ask.ts';
import { analystAt, costAt, firstLoad, growTo, inTurns, restOf, writersAt } from './support/large-nation.ts';
import { median } from './support/load.ts';
import { diskMb } from './support/processes.ts';
import { report } from './support/report.ts';
import { cutOff, saturate } from './support/saturation.ts';
import { isHeld, measureSteady } from './support/steady.ts';

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
const REST_S = 10;
const CHANGES = { rounds: 5, each: 8, everyMs: 700 } as const;
/** Rates that are tried for a while, besides the one that is promised: the highest at which freshness holds is told. */
const TRIED = { rates: [50, 100, 150, 250], seconds: 12 } as const;

const startedAt = Date.now();
const say = (line: string): void => console.log(`[${Math.round((Date.now() - startedAt) / 1_000)} s] ${line}`);

const nations: TestNation[] = [];
const nationWith = async (problems: number): Promise<TestNation> => {
  say(`A nation of ${SLUGS.length} provinces with ${problems} problems.`);
  const nation = await startNation({ sample: 'nation', ...(CHOSEN ? { provinces: CHOSEN } : {}) });
  nations.push(nation);
  await growTo(nation, problems);
  return nation;
};
try {
  const few = await nationWith(FEW);
  const many = await nationWith(PROBLEMS);
  const seededS = Math.round((Date.now() - startedAt) / 1_000);

  say('The requests of the dashboard at both, in turns.');
  const [atFew, atMany] = [await analystAt(few), await analystAt(many)];
  const ratios = new Map<string, { few: number; many: number }>();
  for (const [path, body] of atFew.asks) {
    const other = atMany.asks.get(path);
    if (!body || !other) continue;
    const { few: a, many: b } = await inTurns(atFew.time, body, atMany.time, other, ROUNDS);
    ratios.set(path, { few: a, many: b });
    console.log(
      `${(b / a).toFixed(2).padStart(6)} ${a.toFixed(1).padStart(7)} ${b.toFixed(1).padStart(7)} ms  ${path}`,
    );
  }
  const home = ratios.get('/home');
  if (!home) throw new Error('the national home is not mounted');

  say('What one change costs at both, in turns.');
  const [writersOfFew, writers] = [await writersAt(few, SLUGS), await writersAt(many, SLUGS)];
  const [restFew, restMany] = await Promise.all([restOf(few, REST_S), restOf(many, REST_S)]);
  const [costFew, costMany] = [costAt(few, writersOfFew, CHANGES, restFew), costAt(many, writers, CHANGES, restMany)];
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
  let holds = isHeld(fresh) ? Number(values.rate) : 0;
  for (const rate of TRIED.rates) {
    const tried = await measureSteady(many, atMany.cookie, writers, rate, TRIED.seconds);
    say(
      `${rate} a second: p95 ${Math.round(tried.p95Ms)} ms, growth ${tried.growth.toFixed(2)}, ${tried.processorMs.toFixed(1)} ms of processor time a change, waited over run ${tried.waitedOverRun.toFixed(1)}.`,
    );
    if (isHeld(tried)) holds = Math.max(holds, rate);
  }
  say('Everything from nothing.');
  const loadS = await firstLoad(many, SLUGS);
  const [cells] = await askerOf(
    many,
    tokenMint(keepSecrets(many.data).dbTokenJwk),
    NATION,
  )('select count(*) from national_cells');
  say('Changes that nobody waits for, with and without what follows them.');
  const followed = await saturate(many, writers, TRIED.seconds);
  const diskAfter = { all: diskMb(many.data), nation: diskMb(`${many.data}/libsql/dbs/${NATION}`) };
  await cutOff(many, writers);
  const alone = await saturate(many, writers, TRIED.seconds);
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
    rest_processor_ms_per_s: restMany,
    fresh_p50_ms: fresh.p50Ms,
    fresh_max_ms: fresh.maxMs,
    fresh_growth: fresh.growth,
    fresh_changes: fresh.changes,
    fresh_failed: fresh.failed,
    fresh_unseen: fresh.unseen,
    fresh_lag_ms_per_s: fresh.lagMsPerS,
    fresh_processor_ms: fresh.processorMs,
    fresh_generator_share: fresh.generatorShare,
    fresh_waited_over_run: fresh.waitedOverRun,
    fresh_holds_per_s: holds,
    api_alone_per_s: alone.perSecond,
    api_alone_processor_ms: alone.processorMs,
    api_followed_per_s: followed.perSecond,
    national_cells: Number(cells?.[0]),
    disk_mb: diskAfter.all,
    disk_nation_mb: diskAfter.nation,
    problems: PROBLEMS,
    provinces: SLUGS.length,
    seeding_s: seededS,
    seconds: Math.round((Date.now() - startedAt) / 1_000),
  });
} finally {
  for (const nation of nations) await nation.stop();
}
