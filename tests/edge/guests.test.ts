/** Somebody of the ministry looks in by a grant, over the wire: only the granted part, on record before the answer, nothing changed, and out the moment it ends. */
import { GUEST_ROLES, grants, type GuestRole, type Permission } from '@mahalleh/access';
import { provinceRoutes } from '@mahalleh/api/routes';
import type { Route } from '@mahalleh/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNation, type TestNation } from '../support/nation.ts';
import { cookieIn, send, told, type Input } from './refusals/caller.ts';
import { recordMakers, totpCode } from './refusals/makers.ts';
import { withKey } from './refusals/right-lookin.ts';
import { openWorkspace, type Workspace } from './refusals/world.ts';

const ROLES = Object.keys(GUEST_ROLES) as GuestRole[];
const routes = (provinceRoutes as readonly Route[]).filter(({ act }) => act.isOpen !== true);
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

let nation: TestNation;
let qom: Workspace;
let part: string;
let beside: string;
let cookie: string;
let lookinId: string;
beforeAll(async () => {
  nation = await startNation({ sample: 'nation', provinces: ['qom'] });
  qom = await openWorkspace(nation.url, 'qom');
  part = (await recordMakers(qom).county()).id;
  beside = (await recordMakers(qom).county()).id;
  const key = await withKey(qom, part, { areas: ['councils', 'problems', 'operations', 'targets'] });
  ({ lookinId } = key);
  await qom.make('/invitations/{token}/accept-as-guest', key.input, 'nobody');
  const signIn = { method: 'POST', path: '/auth/sign-in', body: 'json' } as const;
  const begun = await send(qom.base, signIn, { email: key.email, password: key.input.password });
  expect(begun.body['next']).toBe('totp');
  const confirm = { method: 'POST', path: '/auth/totp', body: 'json' } as const;
  cookie = cookieIn(await send(qom.base, confirm, { code: totpCode(key.secret) }, { cookie: cookieIn(begun) }));
  expect(cookie).toMatch(/^qom\.~/);
});
afterAll(() => nation?.stop());

const ask = (path: string, input = {}) => send(qom.base, { method: 'GET', path, body: 'none' }, input, { cookie });
const views = async () =>
  (await qom.get('/look-ins/{lookinId}', { lookinId, withRefused: true }, 'admin')) as unknown as {
    total: number;
    rows: { asked: string; about: object; isPermitted: boolean }[];
  };

describe('whoever looks in', () => {
  test('opens the part that was granted, and nothing beside it', async () => {
    expect((await ask('/units/{unitId}', { unitId: part })).status).toBe(200);
    const other = await ask('/units/{unitId}', { unitId: beside });
    expect([other.status, other.body['reason']]).toEqual([404, 'unit_unknown']);
    expect((await views()).rows.slice(0, 2)).toMatchObject([
      { asked: 'unit', about: { unitId: beside } },
      { asked: 'unit', about: { unitId: part } },
    ]);
  });

  test('is no one at the ministry, and no one in another province', async () => {
    for (const base of [`${nation.url}/api/v1/nation`, `${nation.url}/api/v1/provinces/qazvin`])
      expect((await send(base, { method: 'GET', path: '/me', body: 'none' }, {}, { cookie })).status).toBe(401);
  });

  test('cannot pass for somebody who works here by changing the cookie', async () => {
    const plain = cookie.replace('.~', '.');
    expect((await send(qom.base, { method: 'GET', path: '/me', body: 'none' }, {}, { cookie: plain })).status).toBe(
      401,
    );
  });

  test.each(routes.filter(({ act }) => act.kind === 'command').map((route) => [nameOf(route), route] as const))(
    'may not %s',
    async (_name, route) => {
      const input = { ...(route.example as Input), ...(route.body === 'bytes' ? { bytes: new Uint8Array([1]) } : {}) };
      const answer = await send(qom.base, route, input, { cookie });
      expect([answer.status, answer.body['reason']], answer.text).toEqual([403, 'guest_reads_only']);
    },
  );

  test.each(
    routes
      .filter(({ act, method }) => act.kind === 'query' && method === 'GET' && act.permission !== null)
      .map((route) => [nameOf(route), route] as const),
  )('asks %s as the grant allows, on record', async (_name, route) => {
    const isOpened = ROLES.some((role) => grants(role, route.act.permission as Permission));
    const before = (await views()).total;
    const answer = await send(qom.base, route, (route.example ?? {}) as Input, { cookie });
    if (isOpened) expect([200, 404], answer.text).toContain(answer.status);
    else expect([answer.status, answer.body['reason']], answer.text).toEqual([403, 'not_permitted']);
    const { total, rows } = await views();
    expect(total).toBe(before + 1);
    expect(rows[0]).toMatchObject({ asked: route.act.name, isPermitted: isOpened });
  });

  test('sees neither a mobile number nor an e-mail address in anything that the grant opens', async () => {
    const opened = routes.filter(
      ({ act, method, path }) =>
        act.kind === 'query' && method === 'GET' && !path.includes('{') && act.permission !== null,
    );
    for (const route of opened) {
      const { text } = await send(qom.base, route, (route.example ?? {}) as Input, { cookie });
      expect(text, nameOf(route)).not.toMatch(/"(mobile|email|phone)"/);
    }
  });

  test('is out the moment the grant is ended: as if nobody had ever signed in', async () => {
    expect((await ask('/units')).status).toBe(200);
    await qom.make('/look-ins/{lookinId}/end', { lookinId }, 'admin');
    const after = await ask('/units');
    expect(after.status).toBe(401);
    expect(told(after)).toBe(told(await send(qom.base, { method: 'GET', path: '/units', body: 'none' }, {})));
    for (const path of ['/me', '/home']) expect((await ask(path)).status, path).toBe(401);
  });
});
