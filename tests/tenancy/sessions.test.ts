/** A session opens the workspace that sealed it, as it was sealed, as long as it lasts; anything else is nobody. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, send, signIn, told } from '../edge/refusals/caller.ts';
import { startNation, type TestNation } from '../support/nation.ts';

const ME = { method: 'GET', path: '/me', body: 'none' } as const;
const SIGN_OUT = { method: 'POST', path: '/auth/sign-out', body: 'json' } as const;

let nation: TestNation;
let cookie = '';
let other = '';
beforeAll(async () => {
  nation = await startNation({ sample: 'nation', provinces: ['qom', 'qazvin'] });
  cookie = await signIn(at('qom'), 'dg@qom.sample');
  other = await signIn(at('qazvin'), 'dg@qazvin.sample');
});
afterAll(() => nation?.stop());

const at = (workspace: string) => addressOf(nation.url, workspace);
const me = (workspace: string, shown?: string) => send(at(workspace), ME, {}, { cookie: shown });

describe('a session cookie', () => {
  test('opens its own province', async () => {
    expect((await me('qom', cookie)).status).toBe(200);
    expect((await me('qazvin', other)).status).toBe(200);
  });

  test('that was edited in any part is worth as much as none', async () => {
    const [name = '', token = '', seal = ''] = cookie.split('.');
    const [, otherToken = '', otherSeal = ''] = other.split('.');
    const turned = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    const nobody = await me('qom');
    expect(nobody.status).toBe(401);
    for (const forged of [
      [name, turned(token), seal],
      [name, token, turned(seal)],
      [name, token, ''],
      [name, '', seal],
      [name, token],
      [name, otherToken, otherSeal],
      [name, token, otherSeal],
      ['', token, seal],
      ['qazvin', token, seal],
      [name.toUpperCase(), token, seal],
      [name, token.slice(0, -1), seal],
      [name, token, seal.slice(0, -1)],
      ['undefined', 'undefined', 'undefined'],
    ])
      expect(told(await me('qom', forged.join('.'))), forged.join('.')).toBe(told(nobody));
  });

  test('relabelled for another province opens neither that one nor the ministry', async () => {
    const [, token, seal] = cookie.split('.');
    for (const workspace of ['qazvin', 'nation', 'atlantis', 'tehran'])
      expect(told(await me(workspace, `${workspace}.${token}.${seal}`))).toBe(told(await me('atlantis')));
  });

  test('ends at once when its holder signs out', async () => {
    const short = await signIn(at('qom'), 'observer@qom.sample');
    expect((await me('qom', short)).status).toBe(200);
    expect((await send(at('qom'), SIGN_OUT, {}, { cookie: short })).status).toBe(200);
    expect(told(await me('qom', short))).toBe(told(await me('qom')));
  });

  test('is not readable by scripts and not sent along from other sites', async () => {
    const answer = await send(
      at('qom'),
      { method: 'POST', path: '/auth/sign-in', body: 'json' },
      { email: 'governor@qom.sample', password: 'a-sample-password-for-tests' },
    );
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    expect(answer.text).not.toContain('cookie');
  });
});

describe('from outside', () => {
  test('a province that is suspended looks like one that was never built, and like an invented one', async () => {
    const answer = await fetch(`${nation.operator.url}/lane/nation/write`, {
      method: 'POST',
      headers: { authorization: `Bearer ${nation.operator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        statements: [{ sql: "update provinces set status = 'suspended' where slug = 'qazvin'", args: [] }],
      }),
    });
    expect(answer.status).toBe(200);
    const seen = await Promise.all(['qazvin', 'tehran', 'atlantis'].map(async (slug) => told(await me(slug))));
    expect(new Set(seen).size).toBe(1);
    const withSession = await Promise.all(
      ['qazvin', 'tehran', 'atlantis'].map(async (slug) => told(await me(slug, cookie))),
    );
    expect(new Set(withSession)).toEqual(new Set(seen));
  });
});
