/** The same built Worker under Cloudflare's own simulator, over a real libSQL server: what is deployed is what is tested. */
import { join } from 'node:path';
import { keepSecrets } from '@mahalleh/local/secrets';
import { ROOT } from '@mahalleh/local/places';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNation, TEST_PASSWORD, type TestNation } from '../support/nation.ts';

let nation: TestNation;
let simulator: Miniflare;

beforeAll(async () => {
  nation = await startNation({ sample: 'nation', provinces: ['qom', 'qazvin'] });
  const { dbTokenJwk, deploymentSecret, operatorToken, keysToken } = keepSecrets(nation.data);
  simulator = new Miniflare({
    modules: true,
    scriptPath: join(ROOT, 'apps/api/dist/index.js'),
    compatibilityDate: '2026-07-01',
    compatibilityFlags: ['nodejs_compat'],
    durableObjects: { LANE: 'Lane' },
    serviceBindings: {
      BLOBS: () => new Response(null, { status: 404 }) as never,
      KEYS: () => new Response(null, { status: 404 }) as never,
    },
    bindings: {
      DB_URL: nation.databaseServer.url,
      DB_TOKEN_JWK: JSON.stringify(dbTokenJwk),
      DEPLOYMENT_SECRET: deploymentSecret,
      OPERATOR_TOKEN: operatorToken,
      KEYS_TOKEN: keysToken,
      VERSION: 'simulated',
    },
  });
  await simulator.ready;
});

afterAll(async () => {
  await simulator.dispose();
  await nation.stop();
});

const call = (path: string, init?: { method: string; headers: Record<string, string>; body: string }) =>
  simulator.dispatchFetch(`http://localhost${path}`, init);

test('the Worker answers health and refuses who has no session', async () => {
  expect(await (await call('/api/v1/health')).json()).toEqual({ status: 'ok', version: 'simulated' });
  expect((await call('/api/v1/provinces/qom/units')).status).toBe(401);
});

test('a sign-in goes through the lane as a Durable Object, and its session reads the province', async () => {
  const answer = await call('/api/v1/provinces/qom/auth/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'dg@qom.sample', password: TEST_PASSWORD }),
  });
  expect(answer.status).toBe(200);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const home = await simulator.dispatchFetch('http://localhost/api/v1/provinces/qom/home', { headers: { cookie } });
  expect(home.status).toBe(200);
  const other = await simulator.dispatchFetch('http://localhost/api/v1/provinces/qazvin/home', { headers: { cookie } });
  expect(other.status).toBe(401);
});
