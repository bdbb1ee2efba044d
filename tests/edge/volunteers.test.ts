/** Volunteers on a real nation: at no time a readable byte of them outside the store of keys; withdrawn, nothing that is left opens them. */
import { createDecipheriv, createHash, hkdfSync, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CURRENT_CONSENT } from '@mahalleh/volunteers/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNation, TEST_PASSWORD, type TestNation } from '../support/nation.ts';
import { filesIn, formsOf, formsOfBytes, tracesIn } from '../support/traces.ts';
import { addressOf, send, signIn, type Input } from './refusals/caller.ts';
import { ACCOUNTS } from './refusals/world.ts';

/** Somebody in words that nothing else here holds. */
const SOMEBODY = {
  fullName: 'ژیلفانهِ قزنورزاد‌مهرشاخ',
  phone: '09187654321',
  times: 'پسخوابانه تا چاشتغاهان',
  note: 'ارغنوشدوزی و زرکفتبافی را می‌داند.',
};
const AMENDED = { phone: '۰۹۳۶ ۵۴۳ ۲۱۰۹', note: 'چرخ زیگزافدوزش را می‌آورد.' };
const PERSONAL = [...Object.values(SOMEBODY), ...Object.values(AMENDED), '09365432109'];
const CONTROL = 'نشانه‌ای که باید پیدا شود';

const shelf = mkdtempSync(join(tmpdir(), 'mahalleh-volunteers-'));
let nation: TestNation;
let base: string;
let manager: string;
let unitId: string;
beforeAll(async () => {
  nation = await startNation({ sample: 'nation', provinces: ['qom'] });
  base = addressOf(nation.url, 'qom');
  manager = await signIn(base, 'manager@qom.sample');
  const me = await send(base, { method: 'GET', path: '/me', body: 'none' }, {}, { cookie: manager });
  unitId = String((me.body['roles'] as { role: string; unitId: string }[])[0]?.unitId);
});
afterAll(async () => {
  await nation?.stop();
  rmSync(shelf, { recursive: true, force: true });
});

const post = (path: string, input: Input, commandId: string = randomUUID()) =>
  send(base, { method: 'POST', path, body: 'json' }, input, {
    cookie: manager,
    headers: { 'idempotency-key': commandId },
  });
const get = (path: string, cookie = manager) => send(base, { method: 'GET', path, body: 'none' }, {}, { cookie });
const enrol = async (more: object = {}): Promise<string> => {
  const answer = await post('/volunteers', {
    unitId,
    ...SOMEBODY,
    skills: ['sewing'],
    days: ['thursday'],
    consentGiven: true,
    consentVersion: CURRENT_CONSENT.version,
    consentChannel: 'spoken',
    consentOn: CURRENT_CONSENT.from,
    ...more,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return String(answer.body['id']);
};
const keyFile = (id: string): string => join(nation.data, 'keys/qom', id);
const everything = (): string[] => filesIn([nation.data, shelf], [join(nation.data, 'keys')]);
const traces = (): string[] => tracesIn(everything(), PERSONAL.flatMap(formsOf));
/** Whether a file of the database holds what must be found there. */
const controlsIn = (name: string): boolean =>
  tracesIn([join(nation.data, 'libsql/dbs/qom', name)], formsOf(CONTROL)).length > 0;
const desk = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await nation.desk(...args);
  if (code !== 0) throw new Error(`desk ${args.join(' ')}: ${stdout}${stderr}`);
  for (const text of PERSONAL) expect(stdout + stderr).not.toContain(text);
  return stdout;
};
const sweep = () =>
  fetch(`${nation.operator.url}/lane/qom/sweep`, {
    method: 'POST',
    headers: { authorization: `Bearer ${nation.operator.token}` },
  });

/** What a copy of the database holds of a volunteer. */
const sealedIn = (file: string, id: string): string[] => {
  const copy = new DatabaseSync(file, { readOnly: true });
  const row = copy
    .prepare('select name_sealed, phone_sealed, times_sealed, note_sealed from volunteers where id = ?')
    .get(id);
  copy.close();
  return Object.values(row ?? {}).map(String);
};

/** Whether a key opens a sealed field. */
const opens = (key: Buffer, sealed: string, id: string): boolean => {
  const whole = Buffer.from(sealed, 'base64url');
  return ['fullName', 'phone', 'times', 'note'].some((field) => {
    try {
      const cipher = createDecipheriv('aes-256-gcm', key, whole.subarray(0, 12)).setAAD(
        Buffer.from(`qom\n${id}\n${field}`),
      );
      cipher.setAuthTag(whole.subarray(-16));
      cipher.update(whole.subarray(12, -16));
      cipher.final();
      return true;
    } catch {
      return false;
    }
  });
};

/** Every key that is left, and everything that follows from the deployment's secrets as it is used anywhere. */
const keysLeft = (): Buffer[] => {
  const folder = join(nation.data, 'keys/qom');
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const secrets = JSON.parse(readFileSync(join(nation.data, 'secrets.json'), 'utf8')) as Record<string, unknown>;
  const texts = Object.values(secrets).flatMap((one) =>
    typeof one === 'string' ? [one] : Object.values(one as object),
  );
  const raw = texts.flatMap((text) => [
    Buffer.from(String(text), 'base64url'),
    createHash('sha256').update(String(text)).digest(),
  ]);
  const root = Buffer.from(String(secrets['deploymentSecret']), 'base64url');
  const derived = ['session', 'command-input', 'seal-key', 'keys-copy'].map((purpose) =>
    Buffer.from(hkdfSync('sha256', root, Buffer.alloc(32), `${purpose}\nqom`, 32)),
  );
  return [...files, ...raw, ...derived].filter(({ length }) => length === 32);
};

describe('at no time is a byte of a volunteer readable', () => {
  const before = join(shelf, 'before.db');
  const keysBefore = join(shelf, 'keys.before');
  let id: string;
  let key: Buffer;

  test('what looks for them finds what it should', async () => {
    const made = await post('/capacities', { unitId, kind: 'skill', name: CONTROL, note: '09X کنترل' });
    expect(made.status, made.text).toBe(201);
    await sweep();
    expect(controlsIn('data-wal')).toBe(true);
    expect((await get(`/search?q=${encodeURIComponent('نشانه‌ای')}`)).text).toContain(CONTROL);
    for (const [form, i] of formsOf('ژیلفانه قزنورزاد').map((one, n) => [one, n] as const))
      expect(form.length, String(i)).toBeGreaterThan(7);
  });

  test('after enrolling, correcting and taking the correction back', async () => {
    id = await enrol();
    key = readFileSync(keyFile(id));
    expect(key).toHaveLength(32);
    const amended = await post(`/volunteers/${id}/amend`, { revision: 1, ...AMENDED });
    expect(amended.status, amended.text).toBe(200);
    expect((await get(`/volunteers/${id}`)).body).toMatchObject({
      fullName: 'ژیلفانهِ قزنورزاد‌مهرشاخ',
      phone: '09365432109',
    });
    const commandId = randomUUID();
    const corrected = await post(`/volunteers/${id}/amend`, { revision: 2, times: SOMEBODY.note }, commandId);
    expect(corrected.status, corrected.text).toBe(200);
    const undone = await post('/undo', { commandId });
    expect(undone.status, undone.text).toBe(200);
    expect((await get(`/volunteers/${id}`)).body).toMatchObject({ times: SOMEBODY.times, revision: 4 });
    await sweep();
    expect(traces()).toEqual([]);
  });

  test('nor after it was asked for wrongly, searched for and listed', async () => {
    for (const [path, input] of [
      ['/volunteers', { unitId, ...SOMEBODY }],
      ['/volunteers', { unitId, ...SOMEBODY, skills: ['sewing'], consentGiven: 'off' }],
      [`/volunteers/${id}/amend`, { revision: 1, ...SOMEBODY }],
      [`/volunteers/${id}/amend`, { revision: 4, nationalId: SOMEBODY.phone }],
    ] as const) {
      const answer = await post(path, input);
      expect(answer.status).toBeGreaterThan(399);
      for (const text of PERSONAL) expect(answer.text).not.toContain(text);
    }
    expect((await get('/volunteers?skill=sewing&day=thursday')).text).toContain('09365432109');
    for (const word of PERSONAL.flatMap((text) => text.split(/\s+/)))
      expect((await get(`/search?q=${encodeURIComponent(word)}`)).text, word).not.toContain(id);
    await sweep();
    expect(traces()).toEqual([]);
  });

  test('nor in a copy of the database, of the keys, or in what the desk says', async () => {
    await desk('backup', 'qom', '--to', before);
    await desk('keys', 'backup', 'qom', '--to', keysBefore);
    expect(await desk('keys', 'check', 'qom')).toContain('0 volunteers cannot be read');
    expect(sealedIn(before, id).every((sealed) => opens(key, sealed, id))).toBe(true);
    expect(tracesIn([before], formsOf(CONTROL))).not.toEqual([]);
    expect(traces()).toEqual([]);
    expect(tracesIn(everything(), formsOfBytes(key))).toEqual([]);
  });

  test('only the manager is answered: no other account, and none of another province', async () => {
    for (const name of ACCOUNTS.filter((one) => one !== 'manager')) {
      const cookie = await signIn(base, `${name}@qom.sample`);
      for (const path of ['/volunteers', `/volunteers/${id}`]) {
        const answer = await get(path, cookie);
        expect([name, answer.status]).toEqual([name, 403]);
        for (const text of PERSONAL) expect(answer.text).not.toContain(text);
      }
      const counts = await get(`/volunteer-counts?unitId=${unitId}`, cookie);
      for (const { count } of (counts.body['rows'] ?? []) as { count: number | null }[])
        expect(count === null || count >= 5).toBe(true);
    }
  });

  test('withdrawn, they are opened by nothing that is left: not the old copy, the keys, the secrets, nor all of them together', async () => {
    const answer = await post(`/volunteers/${id}/withdraw`, { revision: 4 });
    expect([answer.status, answer.body], answer.text).toEqual([200, { id, revision: 5 }]);
    expect(existsSync(keyFile(id))).toBe(false);
    expect(readFileSync(`${keyFile(id)}.gone`)).toHaveLength(0);
    const sealed = sealedIn(before, id);
    expect(sealed).toHaveLength(4);
    expect(keysLeft().length).toBeGreaterThan(8);
    expect(keysLeft().filter((one) => sealed.some((text) => opens(one, text, id)))).toEqual([]);
    const all = filesIn([nation.data, shelf]);
    expect(all.some((file) => file.includes('/keys/'))).toBe(true);
    expect(tracesIn(all, formsOfBytes(key))).toEqual([]);
    expect((await get(`/volunteers/${id}`)).body).toMatchObject({ fullName: null, phone: null, skills: [] });
    expect(traces()).toEqual([]);
  });

  test('the old copies put back bring nobody back', async () => {
    await desk('restore', 'qom', '--from', before);
    expect(controlsIn('data')).toBe(true);
    manager = await signIn(base, 'manager@qom.sample', TEST_PASSWORD);
    expect((await get(`/volunteers/${id}`)).body).toMatchObject({ fullName: null, phone: null, skills: [] });
    expect((await get('/volunteers?withdrawn=true')).text).toContain(id);
    expect(await desk('keys', 'restore', 'qom', '--from', keysBefore)).toContain(
      '1 of volunteers who have withdrawn were refused',
    );
    expect(existsSync(keyFile(id))).toBe(false);
    expect(sealedIn(before, id).some((text) => keysLeft().some((one) => opens(one, text, id)))).toBe(false);
    rmSync(`${keyFile(id)}.gone`);
    expect(await desk('keys', 'restore', 'qom', '--from', keysBefore)).toContain(
      '1 of volunteers who have withdrawn were refused',
    );
    expect(existsSync(keyFile(id))).toBe(false);
    expect(traces()).toEqual([]);
  });
});

test('when the store of keys does not answer, withdrawing counts, nobody is shown, and the round destroys the key', async () => {
  const id = await enrol({ fullName: 'نسرین کوهسارنشین' });
  nation.keyServer.stop();
  const refused = await post('/volunteers', {
    unitId,
    ...SOMEBODY,
    skills: ['sewing'],
    consentGiven: true,
    consentVersion: CURRENT_CONSENT.version,
    consentChannel: 'web',
    consentOn: CURRENT_CONSENT.from,
  });
  expect([refused.status, refused.body['reason']]).toEqual([503, 'keys_unavailable']);
  const answer = await post(`/volunteers/${id}/withdraw`, { revision: 1 });
  expect(answer.status, answer.text).toBe(200);
  expect(existsSync(keyFile(id))).toBe(true);
  await sweep();
  await nation.keyServer.start();
  expect((await get(`/volunteers/${id}`)).body).toMatchObject({ fullName: null });
  await sweep();
  expect(existsSync(keyFile(id))).toBe(false);
  expect(existsSync(`${keyFile(id)}.gone`)).toBe(true);
  expect(await desk('keys', 'check', 'qom')).toContain('0 wait to be destroyed');
});

test('workerd killed while volunteers withdraw: whoever was told so is erased, and the others are as they were', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => enrol()));
  const asked = ids.map((id) => post(`/volunteers/${id}/withdraw`, { revision: 1 }).catch(() => undefined));
  await new Promise((done) => setTimeout(done, 12));
  process.kill(nation.edge.pid(), 'SIGKILL');
  const told = await Promise.all(asked);
  for (let tries = 0; tries < 200 && !(await sweep().catch(() => undefined))?.ok; tries++)
    await new Promise((done) => setTimeout(done, 100));
  await sweep();
  for (const [i, id] of ids.entries()) {
    const { body } = await get(`/volunteers/${id}`);
    const isErased = body['withdrawnAtMs'] !== null;
    if (told[i]?.status === 200) expect(isErased).toBe(true);
    expect(existsSync(keyFile(id))).toBe(!isErased);
    expect(body['fullName']).toBe(isErased ? null : 'ژیلفانهِ قزنورزاد‌مهرشاخ');
  }
});
