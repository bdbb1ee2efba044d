/** A province of 2,000 neighbourhoods with many problems beside the same with few: every list, board, map and neighbourhood page, and search. */
import { Agent } from 'node:http';
import { parseArgs } from 'node:util';
import { atomicBatch, tokenMint } from '@mahalleh/gate/lane';
import { foldText } from '@mahalleh/kernel';
import { deskAloud } from '@mahalleh/local/desk';
import { keepSecrets } from '@mahalleh/local/secrets';
import { startNation, TEST_PASSWORD, type TestNation } from '../support/nation.ts';
import { askerOf } from './support/ask.ts';
import { median, quantile, send } from './support/load.ts';
import { apiAsks, pageAsks, placesIn } from './support/province-asks.ts';
import { report } from './support/report.ts';
import { matchOf, RANKED_SQL, TYPED, UNRANKED_SQL } from './support/searches.ts';
import { stopwatchAt } from './support/wire.ts';
import { signInAs } from './support/world.ts';

const { values } = parseArgs({
  options: {
    problems: { type: 'string', default: '400000' },
    rounds: { type: 'string', default: '21' },
  },
});
const PROBLEMS = Number(values.problems);
const FEW = 2_000;
const ROUNDS = Number(values.rounds);
const WARM_ROUNDS = 3;
const SEEDINGS = 3;
const PROVINCE = 'qom';

const startedAt = Date.now();
const say = (line: string): void => console.log(`[${Math.round((Date.now() - startedAt) / 1_000)} s] ${line}`);

/** A nation of one province with so many problems. A seeding that a busy machine stopped goes on where it was. Fails: when it stops again and again. */
const nationWith = async (problems: number): Promise<TestNation> => {
  const nation = await startNation({ sample: 'nation', provinces: [PROVINCE] });
  const args = ['seed', '--sample', 'large', '--province', PROVINCE, '--problems', String(problems)];
  for (let turn = 0; turn < SEEDINGS; turn++) {
    const code = await deskAloud(args, nation.data, { SAMPLE_PASSWORD: TEST_PASSWORD }, new AbortController().signal);
    if (code === 0) return nation;
  }
  await nation.stop();
  throw new Error(`desk ${args.join(' ')} did not come to its end`);
};

/** Somebody who sees the whole province, asking over one kept connection; what a role like this may not see is left out. */
const readerIn = async (nation: TestNation) => {
  const ask = askerOf(nation, tokenMint(keepSecrets(nation.data).dbTokenJwk), PROVINCE);
  const [unit] = await ask("select id from units where kind = 'province'");
  const cookie = await signInAs(nation, PROVINCE, 'director_general', String(unit?.[0]));
  const places = await placesIn(ask);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const time = async (path: string) => {
    const from = performance.now();
    const { status, headers } = await send(agent, nation.url, { method: 'GET', path, headers: { cookie } });
    return { elapsed: performance.now() - from, requests: Number(headers['x-database-requests']), status };
  };
  const paths: string[] = [];
  for (const path of [
    ...apiAsks(places).map((address) => `/api/v1/provinces/${PROVINCE}${address}`),
    ...pageAsks(places).map((address) => `/${PROVINCE}${address}`),
  ])
    if ((await time(path)).status !== 403) paths.push(path);
  return { time, paths, close: () => agent.destroy() };
};
type Reader = Awaited<ReturnType<typeof readerIn>>;

/** One address at both, in turns, each first as often as the other. An answer that is none ends it. */
const compare = async (few: Reader, many: Reader, i: number) => {
  const [fewPath = '', path = ''] = [few.paths[i], many.paths[i]];
  const times: { few: number[]; many: number[] } = { few: [], many: [] };
  let requests = 0;
  let failed = 0;
  for (let round = 0; round < WARM_ROUNDS + ROUNDS && failed === 0; round++) {
    const turn = [
      { times: times.few, ask: () => few.time(fewPath) },
      { times: times.many, ask: () => many.time(path) },
    ];
    for (const side of round % 2 === 0 ? turn : turn.toReversed()) {
      const answer = await side.ask();
      side.times.push(answer.elapsed);
      requests = Math.max(requests, answer.requests);
      if (answer.status !== 200) failed = answer.status;
    }
  }
  const [fewMs, manyMs] = [median(times.few.slice(-ROUNDS)), median(times.many.slice(-ROUNDS))];
  const ratio = manyMs / fewMs;
  const shown = [ratio.toFixed(2).padStart(6), fewMs.toFixed(1).padStart(7), manyMs.toFixed(1).padStart(7)].join(' ');
  console.log(`${shown} ms  ${requests}  ${decodeURIComponent(path)}${failed ? `  FAILED ${failed}` : ''}`);
  return { path, ratio, requests, failed };
};

/** Search over the API, and raw searches at the same server, in turns. Shape: milliseconds, sorted. */
const searches = async (nation: TestNation, reader: Reader) => {
  const raw = stopwatchAt(nation, tokenMint(keepSecrets(nation.data).dbTokenJwk), PROVINCE);
  const wire = (sql: string, match: string): string =>
    JSON.stringify({ requests: [atomicBatch([{ sql, args: [match] }], 'read'), { type: 'close' }] });
  const times: { ours: number[]; ranked: number[]; unranked: number[] } = { ours: [], ranked: [], unranked: [] };
  for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++)
    for (const typed of TYPED) {
      const match = matchOf(foldText(typed));
      const path = `/api/v1/provinces/${PROVINCE}/search?${new URLSearchParams({ q: typed })}`;
      const ours = (await reader.time(path)).elapsed;
      const ranked = await raw(wire(RANKED_SQL, match));
      const unranked = await raw(wire(UNRANKED_SQL, match));
      if (round < WARM_ROUNDS) continue;
      times.ours.push(ours);
      times.ranked.push(ranked);
      times.unranked.push(unranked);
    }
  for (const [i, typed] of TYPED.entries()) {
    const [ours, ranked, unranked] = [times.ours, times.ranked, times.unranked].map((all) =>
      median(all.filter((_, n) => n % TYPED.length === i)).toFixed(1),
    );
    console.log(`${ours?.padStart(7)} ms, raw ${ranked}, unranked ${unranked}  ${typed}`);
  }
  const p95 = (all: number[]): number =>
    quantile(
      all.toSorted((a, b) => a - b),
      0.95,
    );
  return { ours: p95(times.ours), ranked: p95(times.ranked), unranked: p95(times.unranked) };
};

const nations: TestNation[] = [];
try {
  say(`A province with ${FEW} problems, and one with ${PROBLEMS}.`);
  const fewNation = await nationWith(FEW);
  nations.push(fewNation);
  const manyNation = await nationWith(PROBLEMS);
  nations.push(manyNation);
  const [few, many] = [await readerIn(fewNation), await readerIn(manyNation)];

  say(`${many.paths.length} addresses at both, ${ROUNDS} times in turns: ratio, few, many, database requests.`);
  const compared = [];
  for (const i of many.paths.keys()) compared.push(await compare(few, many, i));
  say('Search.');
  const search = await searches(manyNation, many);
  const pages = compared.filter(({ path }) => !path.startsWith('/api/'));
  report('province', {
    lists_400k_over_2k: Math.max(...compared.map(({ ratio }) => ratio)),
    search_p95_over_raw_fts: search.ours / search.ranked,
    failed: compared.filter(({ failed }) => failed > 0).length,
    requests_per_page_max: Math.max(...pages.map(({ requests }) => requests)),
    lists_median_400k_over_2k: median(compared.map(({ ratio }) => ratio)),
    search_p95_over_unranked_fts: search.ours / search.unranked,
    search_p95_ms: search.ours,
    raw_fts_p95_ms: search.ranked,
    addresses: compared.length,
    problems: PROBLEMS,
    seconds: Math.round((Date.now() - startedAt) / 1_000),
  });
  for (const reader of [few, many]) reader.close();
} finally {
  for (const nation of nations) await nation.stop();
}
