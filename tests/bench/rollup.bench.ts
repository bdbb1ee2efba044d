/** How soon a change is seen in the national figure, and what the national home costs with few and with many problems. */
import { parseArgs } from 'node:util';
import { nationRoutes } from '@mahalleh/api/routes';
import { NATION } from '@mahalleh/gate';
import { atomicBatch, tokenMint } from '@mahalleh/gate/lane';
import { PROVINCES } from '@mahalleh/kernel';
import { deskAloud } from '@mahalleh/local/desk';
import { keepSecrets } from '@mahalleh/local/secrets';
import { NATION_UNIT } from '@mahalleh/people/model';
import { startNation, TEST_PASSWORD, type TestNation } from '../support/nation.ts';
import { askerOf } from './support/ask.ts';
import { measureFreshness, type Writer } from './support/freshness.ts';
import { median } from './support/load.ts';
import { recordNationRead } from './support/recorded.ts';
import { report } from './support/report.ts';
import { stopwatchAt } from './support/wire.ts';
import { signInAs } from './support/world.ts';

const { values } = parseArgs({
  options: {
    problems: { type: 'string', default: '1000000' },
    provinces: { type: 'string' },
    seconds: { type: 'string', default: '30' },
  },
});
const PROBLEMS = Number(values.problems);
const FEW = Math.ceil(PROBLEMS / 100);
const CHOSEN = values.provinces?.split(',');
const SLUGS: readonly string[] = CHOSEN ?? PROVINCES.map(({ slug }) => slug);
const HOME_ROUNDS = 200;
const GROUP_ROUNDS = 3;
const WRITERS = 6;
const NEIGHBOURHOODS = 40;

/** What the national home says of problems, asked of the records instead: by county, domain and month. */
const GROUP_BY =
  "select u.county_id, d.national_key, p.status, coalesce((select q.key from periods q where q.from_ms <= coalesce(p.solved_at_ms, p.closed_at_ms, p.registered_at_ms) order by q.from_ms desc limit 1), '') as month, count(*) from problems p join domains d on d.key = p.domain_key join units u on u.id = p.unit_id group by 1, 2, 3, 4";

const startedAt = Date.now();
const say = (line: string): void => console.log(`[${Math.round((Date.now() - startedAt) / 1_000)} s] ${line}`);

/** A nation with so many problems. Fails: when the seeding does. */
const nationWith = async (problems: number): Promise<TestNation> => {
  const nation = await startNation({ sample: 'nation', ...(CHOSEN ? { provinces: CHOSEN } : {}) });
  const args = ['seed', '--sample', 'large', '--problems', String(problems)];
  const code = await deskAloud(args, nation.data, { SAMPLE_PASSWORD: TEST_PASSWORD }, new AbortController().signal);
  if (code === 0) return nation;
  await nation.stop();
  throw new Error(`desk ${args.join(' ')} ended with ${code}`);
};

const homeQuery = nationRoutes.find(({ method, path }) => method === 'GET' && path === '/home')?.act;
if (homeQuery?.kind !== 'query') throw new Error('the national home is not mounted');

/** Times the national home's own request at the database of the nation. */
const homeAt = async (nation: TestNation) => {
  const { deploymentSecret, dbTokenJwk } = keepSecrets(nation.data);
  const cookie = await signInAs(nation, NATION, 'ministry_analyst', NATION_UNIT.id);
  const body = await recordNationRead(homeQuery, {}, cookie, deploymentSecret);
  const time = stopwatchAt(nation, tokenMint(dbTokenJwk), NATION);
  return { cookie, time: () => time(body) };
};

const nations: TestNation[] = [];
try {
  say(`A nation of ${SLUGS.length} provinces with ${FEW} problems.`);
  const few = await nationWith(FEW);
  nations.push(few);
  say(`A nation of ${SLUGS.length} provinces with ${PROBLEMS} problems.`);
  const many = await nationWith(PROBLEMS);
  nations.push(many);
  const mint = tokenMint(keepSecrets(many.data).dbTokenJwk);

  say('The national home at both, in turns.');
  const [homeOfFew, homeOfMany] = [await homeAt(few), await homeAt(many)];
  const times: { few: number[]; many: number[] } = { few: [], many: [] };
  for (let round = 0; round < HOME_ROUNDS; round++) {
    times.few.push(await homeOfFew.time());
    times.many.push(await homeOfMany.time());
  }
  const home = { few: median(times.few.slice(10)), many: median(times.many.slice(10)) };
  say(`${home.few.toFixed(2)} ms with ${FEW}, ${home.many.toFixed(2)} ms with ${PROBLEMS}.`);

  say('GROUP BY over the records of every province, one after the other.');
  const body = JSON.stringify({ requests: [atomicBatch([{ sql: GROUP_BY, args: [] }], 'read'), { type: 'close' }] });
  const sums: number[] = [];
  for (let round = 0; round < GROUP_ROUNDS; round++) {
    let sum = 0;
    for (const slug of SLUGS) sum += await stopwatchAt(many, mint, slug)(body);
    sums.push(sum);
    say(`${Math.round(sum)} ms.`);
  }

  const writers: Writer[] = [];
  for (const province of SLUGS.slice(0, WRITERS)) {
    const ask = askerOf(many, mint, province);
    const [unit] = await ask("select id from units where kind = 'province'");
    const rows = await ask(
      `select id from units where kind = 'neighbourhood' and ended_on is null order by id limit ${NEIGHBOURHOODS}`,
    );
    const cookie = await signInAs(many, province, 'director_general', String(unit?.[0]));
    writers.push({ province, cookie, neighbourhoods: rows.map(([id]) => String(id)) });
  }
  say(`From change to national figure, ${values.seconds} s in ${writers.length} provinces.`);
  const fresh = await measureFreshness(many, homeOfMany.cookie, writers, Number(values.seconds));
  report('rollup', {
    fresh_p95_ms: fresh.p95Ms,
    home_1m_over_10k: home.many / home.few,
    groupby_over_home_1m: median(sums) / home.many,
    fresh_p50_ms: fresh.p50Ms,
    fresh_max_ms: fresh.maxMs,
    fresh_changes: fresh.changes,
    fresh_unseen: fresh.unseen,
    fresh_failed: fresh.failed,
    home_10k_ms: home.few,
    home_1m_ms: home.many,
    groupby_1m_ms: median(sums),
    problems: PROBLEMS,
    provinces: SLUGS.length,
    seconds: Math.round((Date.now() - startedAt) / 1_000),
  });
} finally {
  for (const nation of nations) await nation.stop();
}
