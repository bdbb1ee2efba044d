/** A province's database is opened by a token for it, and by no other; what it confirms is on the disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, tokenMint } from '@mahalleh/gate/lane';
import { assertStrongDurability, namespacesIn } from '@mahalleh/local/database-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNation, type TestNation } from '../support/nation.ts';

let nation: TestNation;
beforeAll(async () => {
  nation = await startNation({ provinces: ['qom', 'qazvin'] });
});
afterAll(() => nation.stop());

/** One statement sent to a database with a token that was minted for one, perhaps for another. */
async function send(
  sql: string,
  to: { database: string; tokenFor: string; access: 'ro' | 'rw'; mintedAtMs?: number },
): Promise<{ status: number; text: string }> {
  const secrets = JSON.parse(readFileSync(join(nation.data, 'secrets.json'), 'utf8')) as { dbTokenJwk: JsonWebKey };
  const mint = tokenMint(secrets.dbTokenJwk);
  const fleet = { url: nation.databaseServer.url, mint, nowMs: () => to.mintedAtMs ?? Date.now() };
  const own = await addressOf(fleet, to.tokenFor, to.access);
  const other = await addressOf(fleet, to.database, to.access);
  const { authorization = '' } = own.headers as Record<string, string>;
  const answer = await fetch(`${other.url}/v2/pipeline`, {
    method: 'POST',
    headers: { ...(other.headers as Record<string, string>), authorization },
    body: JSON.stringify({ requests: [{ type: 'execute', stmt: { sql } }, { type: 'close' }] }),
  });
  return { status: answer.status, text: await answer.text() };
}

const READ = 'select count(*) from meta';
const WRITE = "update meta set value = value where key = 'schema_version'";

describe('a database token', () => {
  test('opens its own database', async () => {
    for (const database of ['qom', 'qazvin', 'nation']) {
      const { status, text } = await send(READ, { database, tokenFor: database, access: 'ro' });
      expect(status, text).toBe(200);
      expect(text).toContain('"type":"ok"');
    }
  });

  test.each(['qazvin', 'nation', 'atlantis'])('of Qom does not open %s, and learns nothing of it', async (database) => {
    for (const access of ['ro', 'rw'] as const) {
      const { status, text } = await send(READ, { database, tokenFor: 'qom', access });
      expect(status).toBe(404);
      expect(text).not.toContain('"type":"ok"');
    }
  });

  test('that was minted to read does not write', async () => {
    const reading = await send(WRITE, { database: 'qom', tokenFor: 'qom', access: 'ro' });
    expect(reading.text).not.toContain('"type":"ok","response":{"type":"execute"');
    const writing = await send(WRITE, { database: 'qom', tokenFor: 'qom', access: 'rw' });
    expect(writing.text).toContain('"type":"ok","response":{"type":"execute"');
  });

  test('opens nothing once its time has passed', async () => {
    const hourAgo = Date.now() - 60 * 60_000;
    const { status } = await send(READ, { database: 'qom', tokenFor: 'qom', access: 'ro', mintedAtMs: hourAgo });
    expect(status).toBe(401);
  });

  test('is needed at all', async () => {
    const answer = await fetch(`${nation.databaseServer.url}/v2/pipeline`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-namespace-bin': 'cW9t' },
      body: JSON.stringify({ requests: [{ type: 'execute', stmt: { sql: READ } }, { type: 'close' }] }),
    });
    expect(answer.status).toBe(401);
  });
});

describe('durability', () => {
  const configOf = async (namespace: string) => {
    const answer = await fetch(`${nation.databaseServer.adminUrl}/v1/namespaces/${namespace}/config`);
    return (await answer.json()) as { durability_mode: string };
  };

  test('is strong in every database there is', async () => {
    expect(namespacesIn(nation.data)).toEqual(['nation', 'qazvin', 'qom']);
    for (const namespace of namespacesIn(nation.data))
      expect((await configOf(namespace)).durability_mode).toBe('strong');
  });

  test('that somebody relaxed is made strong again at the start', async () => {
    const relaxed = { ...(await configOf('qom')), durability_mode: 'relaxed' };
    await fetch(`${nation.databaseServer.adminUrl}/v1/namespaces/qom/config`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(relaxed),
    });
    expect((await configOf('qom')).durability_mode).toBe('relaxed');
    await assertStrongDurability(nation.data, Number(new URL(nation.databaseServer.adminUrl).port));
    expect((await configOf('qom')).durability_mode).toBe('strong');
  });
});
