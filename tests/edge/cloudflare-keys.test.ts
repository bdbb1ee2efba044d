/** The store of people's keys as Cloudflare would run it, under Cloudflare's own simulator: the same protocol, the same promises. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { keysOver, type PersonKeys } from '@mahalleh/gate';
import { ROOT } from '@mahalleh/local/places';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, expect, test } from 'vitest';

const TOKEN = 'a-token-for-one-test-only';
let simulator: Miniflare;
let address: URL;
let keys: PersonKeys;
beforeAll(async () => {
  simulator = new Miniflare({
    modules: true,
    scriptPath: join(ROOT, 'infra/cloudflare/keys.js'),
    compatibilityDate: '2026-07-01',
    r2Buckets: ['BUCKET'],
    bindings: { KEYS_TOKEN: TOKEN },
  });
  address = await simulator.ready;
  keys = keysOver((path, init) => fetch(new URL(path, address), init), TOKEN);
});
afterAll(() => simulator.dispose());

test('a key is made once, read, and destroyed for good', async () => {
  const [id, other] = [randomUUID(), randomUUID()];
  const key = await keys.create('qom', id);
  expect(key).toHaveLength(32);
  await expect(keys.create('qom', id)).rejects.toMatchObject({ reason: 'key_exists' });
  expect(await keys.read('qom', [id, other])).toEqual(new Map([[id, key]]));
  expect(await keys.read('qazvin', [id])).toEqual(new Map());
  await keys.destroy('qom', id);
  await keys.destroy('qom', id);
  expect(await keys.read('qom', [id])).toEqual(new Map());
  await expect(keys.create('qom', id)).rejects.toMatchObject({ reason: 'key_exists' });
});

test('made twice at once, one is made', async () => {
  const id = randomUUID();
  const both = await Promise.allSettled([keys.create('qom', id), keys.create('qom', id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('nobody is answered without the token, nothing but keys is reached', async () => {
  const ask = (path: string, method: string, token: string) =>
    fetch(new URL(path, address), { method, headers: { authorization: `Bearer ${token}` } }).then(
      ({ status }) => status,
    );
  expect(await ask(`/qom/${randomUUID()}`, 'POST', 'another')).toBe(401);
  expect(await ask('/qom/not-an-id', 'DELETE', TOKEN)).toBe(404);
  expect(await ask('/qom', 'GET', TOKEN)).toBe(405);
});
