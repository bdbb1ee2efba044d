/** The operator's commands on a real nation: built Workers, a real libSQL server, the desk as a process. */
import { cpSync, existsSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sealHolds } from '@mahalleh/border';
import { ROOT } from '@mahalleh/local/places';
import { describe, expect, test } from 'vitest';
import { openFleet, PROVINCES } from './house.ts';

const { nation, shelf, ask, desk } = openFleet();

/** How many steering councils the nation believes to be formed in Qom. */
const formedInQom = async (): Promise<number> =>
  Number(
    (
      await ask(
        'nation',
        "select sum(value) from national_cells where province = 'qom' and metric like 'council.steering@%' and dims = 'state=formed'",
      )
    )[0]?.[0],
  );

describe('provision and seed', () => {
  test('makes provinces once; a second run changes nothing and says so', async () => {
    const first = await desk('provision', ...PROVINCES);
    expect(first).toMatchObject({ code: 0 });
    expect(first.said).toContain('yazd: made.');
    const keys = await ask('nation', 'select key_id from province_keys order by key_id');
    const second = await desk('provision', ...PROVINCES);
    expect(second.said.match(/already there, nothing changed/g)).toHaveLength(PROVINCES.length + 1);
    expect(await ask('nation', 'select key_id from province_keys order by key_id')).toEqual(keys);
    expect(await ask('nation', "select count(*) from counties where province = 'qom'")).toEqual([[3]]);
  });

  test('every database runs with strong durability', async () => {
    for (const database of ['nation', ...PROVINCES]) {
      const config = await fetch(`${nation().databaseServer.adminUrl}/v1/namespaces/${database}/config`);
      expect(await config.json()).toMatchObject({ durability_mode: 'strong' });
    }
  });

  test('the first administrator’s link is printed once and opens an account', async () => {
    const { said } = await desk('provision', 'yazd', '--admin-email', 'First@Yazd.example');
    const token = /invitation\/([\w-]+)/.exec(said)?.[1];
    const link = await fetch(`${nation().url}/api/v1/provinces/yazd/invitations/${token}`);
    expect(link.status).toBe(200);
    expect((await desk('provision', 'yazd', '--admin-email', 'first@yazd.example')).said).toContain(
      'nothing was changed',
    );
  });

  test('the sample is written once, and every figure follows from it', async () => {
    expect(await desk('seed', '--sample', 'nation')).toMatchObject({ code: 0 });
    const count = await ask('qom', 'select count(*) from problems');
    expect((await desk('seed', '--sample', 'nation')).said.match(/nothing changed/g)).toHaveLength(
      PROVINCES.length + 1,
    );
    expect(await ask('qom', 'select count(*) from problems')).toEqual(count);
    expect(await desk('verify')).toMatchObject({ code: 0 });
    expect(await formedInQom()).toBe(1);
  });
});

describe('verify', () => {
  test.each([
    [
      'a cell',
      'update cells set value = value + 1 where rowid = (select min(rowid) from cells)',
      'update cells set value = value - 1 where rowid = (select min(rowid) from cells)',
      'cells',
    ],
    [
      'a fact',
      "update facts set unit_id = unit_id || 'x' where rowid = (select min(rowid) from facts)",
      "update facts set unit_id = replace(unit_id, 'x', '') where unit_id like '%x'",
      'facts',
    ],
  ])('finds %s that does not follow from the records', async (_what, broken, mended, check) => {
    await ask('qom', broken);
    const { code, said } = await desk('verify', 'qom');
    expect(code).toBe(1);
    expect(said).toContain(`  ${check}`);
    await ask('qom', mended);
    expect(await desk('verify', 'qom')).toMatchObject({ code: 0 });
  });

  test('finds a cell that the nation holds otherwise', async () => {
    await ask(
      'nation',
      "update national_cells set value = value + 5 where province = 'qazvin' and metric = 'neighbourhood.count@1'",
    );
    expect((await desk('verify', 'qazvin')).said).toMatch(/nation: 26\d\d \| neighbourhood.count@1/);
    await ask(
      'nation',
      "update national_cells set value = value - 5 where province = 'qazvin' and metric = 'neighbourhood.count@1'",
    );
    expect(await desk('verify', 'qazvin')).toMatchObject({ code: 0 });
  });
});

describe('backup and restore', () => {
  const file = join(shelf, 'qom.db');

  test('a province comes back while the others work, and the nation’s figures with it', async () => {
    expect(await desk('backup', 'qom', '--to', file)).toMatchObject({ code: 0 });
    expect((await desk('backup', 'qom', '--to', file)).said).toContain('already there');
    await ask('qom', "update councils set dissolved_on = '2026-01-01' where kind = 'county_steering'");
    expect(await desk('verify', 'qom')).toMatchObject({ code: 0 });
    expect(await formedInQom()).toBe(0);

    let isOver = false;
    const restoring = desk('restore', 'qom', '--from', file).finally(() => (isOver = true));
    let writes = 0;
    while (!isOver) {
      await ask('yazd', 'select count(*) from units');
      writes++;
    }
    expect(await restoring).toMatchObject({ code: 0 });
    expect(writes).toBeGreaterThan(10);
    expect(await formedInQom()).toBe(1);
    expect(await ask('nation', "select epoch from provinces where slug = 'qom'")).toEqual([[2]]);
    expect(await ask('qom', "select epoch, (select value from meta where key = 'epoch') from border_state")).toEqual([
      [2, '2'],
    ]);
    expect(await desk('verify')).toMatchObject({ code: 0 });
    const config = await fetch(`${nation().databaseServer.adminUrl}/v1/namespaces/qom/config`);
    expect(await config.json()).toMatchObject({ durability_mode: 'strong' });
    expect(existsSync(join(nation().data, 'restore-qom.db'))).toBe(false);
  });

  test('the copy of another province, or none at all, is refused and nothing changes', async () => {
    expect((await desk('restore', 'yazd', '--from', file)).said).toContain('The copy is of qom');
    writeFileSync(join(shelf, 'noise.db'), 'no database');
    const noise = await desk('restore', 'yazd', '--from', join(shelf, 'noise.db'));
    expect(noise).toMatchObject({ code: 1, stderr: 'The copy is damaged or no database; nothing was changed.\n' });
    expect(await ask('nation', "select epoch from provinces where slug = 'yazd'")).toEqual([[1]]);
  });
});

describe('rotate-key', () => {
  test('letters go on under the new key, and those sealed before still verify', async () => {
    expect(await desk('rotate-key', 'qazvin')).toMatchObject({ code: 0 });
    await ask('qazvin', "update councils set dissolved_on = '2026-01-01' where kind = 'county_steering'");
    expect(await desk('verify', 'qazvin')).toMatchObject({ code: 0 });
    const letters = await ask(
      'nation',
      "select l.province, l.epoch, l.kind, l.number, l.sent_at_ms, l.body_json, l.key_id, l.seal, k.public_jwk from letters_in l join province_keys k on k.key_id = l.key_id where l.province = 'qazvin'",
    );
    expect(new Set(letters.map((row) => row[6])).size).toBe(2);
    for (const [province, epoch, kind, number, sentAtMs, bodyJson, keyId, seal, jwk] of letters as [
      string,
      number,
      string,
      number,
      number,
      string,
      string,
      string,
      string,
    ][])
      expect(await sealHolds({ province, epoch, kind, number, sentAtMs, bodyJson, keyId, seal }, jwk)).toBe(true);
  });
});

describe('migrate', () => {
  const folder = join(shelf, 'migrations');
  const versions = () => ask('nation', 'select slug, schema_version from provinces order by slug');
  const now = readdirSync(join(ROOT, 'infra/migrations/province')).filter((name) => name.endsWith('.sql')).length;
  const numbered = (version: number, name: string): string =>
    join(folder, 'province', `${String(version).padStart(4, '0')}_${name}.sql`);

  test('a province that fails stops nobody else, and the next run goes on with it alone', async () => {
    cpSync(join(ROOT, 'infra/migrations/province'), join(folder, 'province'), { recursive: true });
    cpSync(join(ROOT, 'infra/migrations/national'), join(folder, 'national'), { recursive: true });
    writeFileSync(
      numbered(now + 1, 'more'),
      'create table more (id integer)\n--> statement-breakpoint\ncreate table most (id integer)\n',
    );
    await ask('qom', 'create table most (id integer)');
    const first = await desk('migrate', '--migrations', folder);
    expect(first.code).toBe(1);
    expect(first.said).toContain('run desk migrate again for: qom');
    expect(await versions()).toEqual([
      ['qazvin', now + 1],
      ['qom', now],
      ['yazd', now + 1],
    ]);
    expect(await ask('qom', "select count(*) from sqlite_master where name = 'more'")).toEqual([[0]]);
    await ask('qom', 'drop table most');
    const second = await desk('migrate', '--migrations', folder);
    expect(second).toMatchObject({ code: 0 });
    expect(second.said).toContain(`[1/1] qom: version ${now} to ${now + 1}.`);
    expect((await desk('migrate', '--migrations', folder)).said).toContain(`Every database is at version ${now + 1}`);
  });

  test('when the canary fails, nobody else is touched', async () => {
    writeFileSync(numbered(now + 2, 'canary'), 'create table song (id integer)\n');
    await ask('qazvin', 'create table song (id integer)');
    const { code, said } = await desk('migrate', '--migrations', folder);
    expect(code).toBe(1);
    expect(said).toContain('The canary qazvin failed');
    expect(await versions()).toEqual([
      ['qazvin', now + 1],
      ['qom', now + 1],
      ['yazd', now + 1],
    ]);
  });
});
