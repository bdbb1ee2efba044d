/** The list and the command of daily work against bare handlers in the same workerd over the same libSQL server. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from 'node:http';
import { tokenMint } from '@mahalleh/gate/lane';
import { startDatabaseServer } from '@mahalleh/local/database-server';
import { freePort } from '@mahalleh/local/ports';
import { keepSecrets } from '@mahalleh/local/secrets';
import { problemsRoutes } from '@mahalleh/problems/routes';
import { startNation } from '../support/nation.ts';
import { askerOf, namespaceHeader } from './support/ask.ts';
import { load, median, send, type LoadResult, type Shot } from './support/load.ts';
import { recordRead } from './support/recorded.ts';
import { countRequests } from './support/request-counts.ts';
import { report } from './support/report.ts';
import { startSideBySide } from './support/side-by-side.ts';
import { tableSchema } from './support/table-schema.ts';
import { addNeighbourhoods, signInAs } from './support/world.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const SECONDS = 3;

const nation = await startNation({ sample: 'none', provinces: ['qom'] });
const secrets = keepSecrets(nation.data);
const mint = tokenMint(secrets.dbTokenJwk);
const ask = askerOf(nation, mint, 'qom');
const [province] = await ask("select id from units where kind = 'province'");
const neighbourhoods = await addNeighbourhoods(nation, 'qom', ask, 200);
const cookie = await signInAs(nation, 'qom', 'director_general', String(province?.[0]));

/** A fresh database server with one table as the product's, with all its indexes and without its triggers. */
const freshServer = async () => {
  const data = mkdtempSync(join(tmpdir(), 'mahalleh-bare-'));
  mkdirSync(join(data, 'logs'));
  const [port, adminPort] = [await freePort(), await freePort()];
  const { publicKeyFile, dbTokenJwk } = keepSecrets(data);
  const child = await startDatabaseServer({ data, port, adminPort, publicKeyFile });
  const admin = (path: string, body: object) =>
    fetch(`http://127.0.0.1:${adminPort}/v1/namespaces/bare/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await admin('create', {});
  const config = (await (await fetch(`http://127.0.0.1:${adminPort}/v1/namespaces/bare/config`)).json()) as object;
  await admin('config', { ...config, durability_mode: 'strong' });
  const headers = {
    'x-db': `http://127.0.0.1:${port}`,
    'x-token': await tokenMint(dbTokenJwk)('bare', 'rw', Date.now()),
    'x-namespace': namespaceHeader('bare'),
  };
  const schema = tableSchema('problems');
  await fetch(`${headers['x-db']}/v2/pipeline`, {
    method: 'POST',
    headers: { authorization: `Bearer ${headers['x-token']}`, 'x-namespace-bin': headers['x-namespace'] },
    body: JSON.stringify({ requests: [...schema.map((sql) => ({ type: 'sequence', sql })), { type: 'close' }] }),
  });
  return {
    headers: { ...headers, 'content-type': 'application/json' },
    stop: async () => (await child.stop(), rmSync(data, { recursive: true, force: true })),
  };
};

let n = 0;
const unit = () => neighbourhoods[n++ % neighbourhoods.length] ?? '';
const ours = (): Shot => ({
  method: 'POST',
  path: '/api/v1/provinces/qom/problems',
  headers: { cookie, 'content-type': 'application/json' },
  body: JSON.stringify({ unitId: unit(), domainKey: 'civil_works', title: `Alley ${n} is dark`, severity: 3 }),
});
const [listed] = neighbourhoods;
const problemList = problemsRoutes.find(({ method, path }) => method === 'GET' && path === '/problems')?.act;
if (problemList?.kind !== 'query') throw new Error('the list of problems is not mounted');
const recorded = await recordRead(problemList, { unitId: listed, size: 25 }, cookie, 'qom', secrets.deploymentSecret);
const side = await startSideBySide(mkdtempSync(join(tmpdir(), 'mahalleh-side-')), {
  DB_URL: nation.databaseServer.url,
  DB_TOKEN_JWK: JSON.stringify(secrets.dbTokenJwk),
  DEPLOYMENT_SECRET: secrets.deploymentSecret,
  OPERATOR_TOKEN: secrets.operatorToken,
  KEYS_TOKEN: secrets.keysToken,
  VERSION: 'bench',
  LIST_BODY: recorded,
});
const results: Record<string, LoadResult[]> = { list: [], bareList: [], ours16: [], ours64: [], bare4: [], bare16: [] };
const note = (key: string, result: LoadResult) => {
  results[key]?.push(result);
  console.log(
    `${key.padEnd(9)} ${result.perSecond.toFixed(0).padStart(6)}/s  p50 ${result.p50Ms.toFixed(1)} ms  p95 ${result.p95Ms.toFixed(1)} ms  failed ${result.failed}`,
  );
};
try {
  const agent = new Agent({ keepAlive: true });
  for (let i = 0; i < 40; i++) {
    const shot = ours();
    const answer = await send(agent, side.api, {
      ...shot,
      body: JSON.stringify({ ...(JSON.parse(shot.body ?? '{}') as object), unitId: listed }),
    });
    if (answer.status !== 201) throw new Error(`register: ${answer.status} ${answer.body}`);
  }
  const reading = {
    'x-db': nation.databaseServer.url,
    'x-namespace': namespaceHeader('qom'),
    'x-token': await mint('qom', 'ro', Date.now()),
  };
  const list = (): Shot => ({
    method: 'GET',
    path: `/api/v1/provinces/qom/problems?unitId=${listed}&size=25`,
    headers: { cookie },
  });
  const bareList = (): Shot => ({ method: 'GET', path: '/list', headers: reading });
  await load(side.api, 16, 1, list);
  await load(side.bare, 16, 1, bareList);
  for (let round = 0; round < ROUNDS; round++) {
    note('list', await load(side.api, 16, SECONDS, list));
    note('bareList', await load(side.bare, 16, SECONDS, bareList));
  }
  await load(side.api, 16, 1, ours);
  for (let round = 0; round < ROUNDS; round++) {
    for (const connections of [4, 16]) {
      const server = await freshServer();
      note(
        `bare${connections}`,
        await load(side.bare, connections, SECONDS, () => ({
          method: 'POST',
          path: '/insert',
          headers: server.headers,
          body: JSON.stringify({ title: `Alley ${n++} is dark` }),
        })),
      );
      await server.stop();
    }
    note('ours16', await load(side.api, 16, SECONDS, ours));
    note('ours64', await load(side.api, 64, SECONDS, ours));
  }
  const rate = (key: string) => median((results[key] ?? []).map(({ perSecond }) => perSecond));
  const bareBest = Math.max(rate('bare4'), rate('bare16'));
  const counts = await countRequests(nation, cookie, neighbourhoods);
  report('api', {
    list_vs_bare: rate('list') / rate('bareList'),
    command_vs_bare_16: rate('ours16') / bareBest,
    command_vs_bare_64: rate('ours64') / bareBest,
    failed: ['list', 'ours16', 'ours64']
      .flatMap((key) => results[key] ?? [])
      .reduce((sum, { failed }) => sum + failed, 0),
    requests_per_query_max: counts.query,
    requests_per_command_max: counts.command,
  });
} finally {
  await side.stop();
  await nation.stop();
}
