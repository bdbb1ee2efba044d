import { defineCommand, defineQuery, many, one } from '@mahalleh/gate';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { meta } from '@mahalleh/gate/tables';
import { zCount, zInput } from '@mahalleh/kernel';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { get, post, together } from '../src/index.ts';

const version = defineQuery({
  name: 'version',
  permission: null,
  input: zInput({}),
  output: z.object({ version: z.string() }),
  ask: (db) => ({ row: one(db.select().from(meta).where(eq(meta.key, 'schema_version'))) }),
  shape: ({ row }) => ({ version: row.value }),
});
const missing = defineQuery({
  name: 'missing',
  permission: null,
  input: zInput({ key: z.string(), page: zCount({ min: 1 }) }),
  output: z.object({ count: z.number() }),
  ask: (db, { key }) => ({
    first: one(db.select().from(meta).where(eq(meta.key, key)), 'key_unknown'),
    all: many(db.select().from(meta)),
  }),
  shape: ({ all }) => ({ count: all.length }),
});
const secret = defineQuery({
  name: 'secret',
  permission: 'audit.read',
  input: zInput({}),
  output: z.object({}),
  ask: () => ({}),
  shape: () => ({}),
});
const noop = defineCommand({
  name: 'noop',
  permission: null,
  input: zInput({}),
  output: z.object({}),
  load: () => ({}),
  decide: () => ({}),
  save: () => [],
  audit: () => ({ subject: 'x', unitId: null, fields: [] }),
  answer: () => ({}),
});

let province: TestWorkspace<'province'>;
let requests = 0;
beforeEach(async () => {
  province = await openTestProvince();
  const { reader } = province.ports.databases;
  requests = 0;
  Object.assign(province.ports.databases, {
    reader: (database: string) => ({
      batch: (statements: Parameters<ReturnType<typeof reader>['batch']>[0]) => {
        requests += 1;
        return reader(database).batch(statements);
      },
    }),
  });
});
afterEach(() => province.close());

const route = together([
  get('/version', version),
  get('/meta/{key}', missing),
  get('/secret', secret),
  post('/noop', noop),
]);
const ask = async (...asks: string[]) => route.act.run(await province.as(), { asks });

describe('many questions', () => {
  test('make one request of the database, and are answered in their order', async () => {
    const answers = await ask('/version', '/meta/schema_version?page=1', '/version');
    expect(answers).toMatchObject([
      { ok: true, answer: { version: expect.any(String) } },
      { ok: true, answer: { count: expect.any(Number) } },
      { ok: true },
    ]);
    expect(requests).toBe(1);
  });

  test('are permitted, read and found each for itself', async () => {
    const answers = await ask(
      '/secret',
      '/meta/schema_version?page=0',
      '/meta/none?page=1',
      '/version',
      '/nowhere',
      '/noop',
    );
    expect(answers).toMatchObject([
      { ok: false, failure: { kind: 'not_permitted' } },
      { ok: false, failure: { kind: 'invalid', fields: [{ field: 'page' }] } },
      { ok: false, failure: { kind: 'not_found', reason: 'key_unknown' } },
      { ok: true },
      { ok: false, failure: { kind: 'not_found' } },
      { ok: false, failure: { kind: 'not_found' } },
    ]);
  });

  test('refuse an address that says a path’s name twice, and unknown fields', async () => {
    expect(await ask('/meta/a?key=b&page=1', '/version?surprise=1')).toMatchObject([
      { ok: false, failure: { fields: [{ field: 'key', reason: 'unknown_field' }] } },
      { ok: false, failure: { fields: [{ field: 'surprise', reason: 'unknown_field' }] } },
    ]);
  });

  test('are refused as a whole without a session', async () => {
    await expect(route.act.run(province.visitor(), { asks: ['/version'] })).rejects.toMatchObject({
      kind: 'signed_out',
    });
    expect(requests).toBe(0);
  });

  test('are at least one and at most twenty-four addresses', async () => {
    const who = await province.as();
    for (const asks of [[], Array.from({ length: 25 }, () => '/version'), ['version']])
      await expect(route.act.run(who, { asks })).rejects.toMatchObject({ kind: 'invalid' });
  });
});
