import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysOver } from '@mahalleh/gate';
import { newId } from '@mahalleh/kernel';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startKeyServer } from '../src/key-server.ts';
import { KeyStore } from '../src/key-store.ts';
import { freePort } from '../src/ports.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mahalleh-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the files', () => {
  test('are their owner’s alone, 32 bytes each, and no two keys are the same', () => {
    const store = new KeyStore(folder);
    const ids = [newId(), newId()];
    const keys = ids.map((id) => store.create('qom', id));
    expect(keys[0]).toHaveLength(32);
    expect(keys[0]).not.toEqual(keys[1]);
    expect(statSync(join(folder, 'qom')).mode & 0o777).toBe(0o700);
    for (const id of ids) expect(statSync(join(folder, 'qom', id)).mode & 0o777).toBe(0o600);
    expect(store.create('qom', ids[0] ?? '')).toBeNull();
    expect(store.read('qom', ids[0] ?? '')).toEqual(keys[0]);
    expect(store.read('qazvin', ids[0] ?? '')).toBeUndefined();
  });

  test('a destroyed key is gone from the disk, and nothing makes or brings it again', () => {
    const store = new KeyStore(folder);
    const id = newId();
    const key = store.create('qom', id) ?? new Uint8Array();
    store.destroy('qom', id);
    store.destroy('qom', id);
    expect(readdirSync(join(folder, 'qom'))).toEqual([`${id}.gone`]);
    expect(readFileSync(join(folder, 'qom', `${id}.gone`))).toHaveLength(0);
    expect(store.read('qom', id)).toBeUndefined();
    expect(store.create('qom', id)).toBeNull();
    expect(store.putBack('qom', id, key)).toBe(false);
    expect(store.all('qom')).toEqual({ keys: new Map(), gone: [id] });
  });

  test('destroying what never was leaves the mark all the same', () => {
    const store = new KeyStore(folder);
    const id = newId();
    store.destroy('qom', id);
    expect(store.create('qom', id)).toBeNull();
  });

  test('a key put back must be the one that is there', () => {
    const store = new KeyStore(folder);
    const [id, other] = [newId(), newId()];
    const key = store.create('qom', id) ?? new Uint8Array();
    expect(store.putBack('qom', id, key)).toBe(true);
    expect(store.putBack('qom', id, new Uint8Array(32))).toBe(false);
    expect(store.putBack('qom', other, new Uint8Array(31))).toBe(false);
    expect(store.putBack('qom', other, key)).toBe(true);
  });

  test('what was broken off is finished at the next start', () => {
    const first = new KeyStore(folder);
    const [half, whole] = [newId(), newId()];
    first.create('qom', half);
    const key = first.create('qom', whole);
    writeFileSync(join(folder, 'qom', `${half}.gone`), '');
    writeFileSync(join(folder, 'qom', `${newId()}.part`), 'unfinished');
    const second = new KeyStore(folder);
    expect(readdirSync(join(folder, 'qom')).toSorted()).toEqual([`${half}.gone`, whole].toSorted());
    expect(second.read('qom', half)).toBeUndefined();
    expect(second.read('qom', whole)).toEqual(key);
  });

  test('whatever is done in whatever order, a key reads as it was made until it is destroyed, and never again', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('create', 'destroy', 'putBack', 'restart'), fc.nat(3)), { maxLength: 30 }),
        (acts) => {
          const own = mkdtempSync(join(folder, 'run-'));
          const ids = Array.from({ length: 4 }, () => newId());
          const made = new Map<string, Uint8Array | null>();
          let store = new KeyStore(own);
          for (const [act, n] of acts) {
            const id = ids[n] ?? '';
            if (act === 'create') {
              const key = store.create('qom', id);
              expect(key === null).toBe(made.has(id));
              if (key) made.set(id, key);
            } else if (act === 'destroy') {
              store.destroy('qom', id);
              made.set(id, null);
            } else if (act === 'putBack') {
              const given = made.get(id) ?? new Uint8Array(32).fill(n + 1);
              const isTaken = store.putBack('qom', id, given);
              expect(isTaken).toBe(made.get(id) !== null);
              if (isTaken) made.set(id, given);
            } else store = new KeyStore(own);
            for (const one of ids)
              expect(store.read('qom', one)).toEqual(made.get(one) ? Buffer.from(made.get(one) ?? []) : undefined);
          }
        },
      ),
      { numRuns: 30 },
    ));
});

describe('the server', () => {
  const opened = async () => {
    const port = await freePort();
    const end = await startKeyServer({
      folder,
      port,
      token: 'token-of-the-api',
      operatorToken: 'token-of-the-operator',
    });
    const send = (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
    return { end, send, keys: keysOver(send, 'token-of-the-api') };
  };

  test('makes, reads and destroys, as the gate asks it', async () => {
    const { keys, end } = await opened();
    const [id, other] = [newId(), newId()];
    const key = await keys.create('qom', id);
    expect(key).toHaveLength(32);
    await expect(keys.create('qom', id)).rejects.toMatchObject({ kind: 'conflict', reason: 'key_exists' });
    expect(await keys.read('qom', [id, other])).toEqual(new Map([[id, key]]));
    expect(await keys.read('qazvin', [id])).toEqual(new Map());
    await keys.destroy('qom', id);
    await keys.destroy('qom', id);
    expect(await keys.read('qom', [id])).toEqual(new Map());
    await expect(keys.create('qom', id)).rejects.toMatchObject({ reason: 'key_exists' });
    end();
    await expect(keys.read('qom', [id])).rejects.toMatchObject({ kind: 'unavailable', reason: 'keys_unavailable' });
  });

  test('knows nobody without a token, and lets the API neither list nor put back', async () => {
    const { send, end } = await opened();
    const id = newId();
    const as = (token: string | null, method: string, path: string) =>
      send(path, { method, headers: token === null ? {} : { authorization: `Bearer ${token}` } }).then(
        ({ status }) => status,
      );
    for (const token of [null, '', 'token-of-the-apo'])
      for (const method of ['POST', 'DELETE', 'GET', 'PUT']) expect(await as(token, method, `/qom/${id}`)).toBe(401);
    expect(await as('token-of-the-api', 'GET', '/qom')).toBe(401);
    expect(await as('token-of-the-api', 'PUT', `/qom/${id}`)).toBe(401);
    expect(await as('token-of-the-operator', 'GET', '/qom')).toBe(200);
    end();
  });

  test('reaches no file outside its folder', async () => {
    const { send, end } = await opened();
    const headers = { authorization: 'Bearer token-of-the-operator' };
    for (const path of ['/../secrets.json', '/qom/../../x', '/qom/%2e%2e', '/QOM', '/qom/not-an-id', '/qom/x.gone'])
      expect((await send(path, { method: 'DELETE', headers })).status).toBe(404);
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(join(folder, '..', 'x.gone'))).toBe(false);
    end();
  });
});
