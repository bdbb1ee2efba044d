import { Hono, type MiddlewareHandler } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KERNEL_REASONS } from '@mahalleh/kernel';
import { onError, provinceRouter } from '@mahalleh/http';
import { identityReasons } from '../src/index.ts';
import { identityRoutes } from '../src/routes.ts';
import { FIREFOX, openWorld, PASSWORD, type World } from './world.ts';

const EMAIL = 'maryam@qom.sample';
let world: World;
let app: Hono;
const traced: MiddlewareHandler<{ Variables: { traceId: string } }> = async (c, next) => {
  c.set('traceId', 'test');
  await next();
};
beforeEach(async () => {
  world = await openWorld();
  await world.account(EMAIL, 'province_admin', world.unit.province);
  app = new Hono();
  app.use(traced);
  app.route('/:province', provinceRouter(identityRoutes, { reasons: {}, open: () => world.ports }));
  app.onError(onError({ ...KERNEL_REASONS, ...identityReasons }));
});
afterEach(() => world.close());

const send = (path: string, body: unknown, cookie = '', province = 'qom') =>
  app.request(`/${province}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': FIREFOX, 'accept-language': 'en', cookie },
    body: JSON.stringify(body),
  });
const read = (path: string, cookie: string, province = 'qom') =>
  app.request(`/${province}${path}`, { headers: { cookie } });
const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';

it('sign-in sets a cookie that the page cannot read, and sign-out takes it away', async () => {
  const signedIn = await send('/auth/sign-in', { email: EMAIL, password: PASSWORD });
  expect([signedIn.status, await signedIn.json()]).toEqual([200, { next: 'home' }]);
  expect(signedIn.headers.get('set-cookie')).toMatch(/^mahalleh_session=qom\..*HttpOnly/);
  const cookie = cookieOf(signedIn);
  expect(await (await read('/me', cookie)).json()).toMatchObject({ email: EMAIL, workspace: { slug: 'qom' } });
  expect((await read('/me', cookie, 'qazvin')).status).toBe(401);
  const signedOut = await send('/auth/sign-out', {}, cookie);
  expect([signedOut.status, await signedOut.json()]).toEqual([200, {}]);
  expect(signedOut.headers.get('set-cookie')).toMatch(/Max-Age=0/);
  expect((await read('/me', cookie)).status).toBe(401);
});

it('a wrong password is 401 in words, the sixth 429 with the minutes', async () => {
  const wrong = () => send('/auth/sign-in', { email: EMAIL, password: 'not the password' });
  for (let n = 0; n < 5; n++) expect((await wrong()).status).toBe(401);
  const locked = await wrong();
  expect(locked.status).toBe(429);
  expect(await locked.json()).toMatchObject({
    reason: 'account_locked',
    title: expect.stringContaining('15 minutes') as unknown,
  });
});

it('what the HTTP layer says about the browser is not taken from a body', async () => {
  const forged = await send('/auth/sign-out', { presented: { tokenHash: 'x', userAgent: 'y' } });
  expect(forged.status).toBe(400);
});

it('the second factor goes through the waiting cookie to a new one', async () => {
  const { codeAt } = await world.enrol((await world.attempt(EMAIL)).cookie);
  world.setNow(world.ports.nowMs() + 30_000);
  const waiting = await send('/auth/sign-in', { email: EMAIL, password: PASSWORD });
  expect(await waiting.json()).toEqual({ next: 'totp' });
  const cookie = cookieOf(waiting);
  expect((await read('/me', cookie)).status).toBe(401);
  expect((await send('/auth/totp', { code: '000000' }, cookie)).status).toBe(401);
  const full = await send('/auth/totp', { code: codeAt(world.ports.nowMs()) }, cookie);
  expect([full.status, (await read('/me', cookieOf(full))).status]).toEqual([200, 200]);
});

it('every text is in both languages, and each is its own', () => {
  const texts = Object.values(identityReasons);
  expect(new Set(texts.map(({ fa }) => fa)).size).toBe(texts.length);
  for (const { fa, en } of texts)
    expect([/[\u0600-\u06ff]/.test(fa), /^[\u0020-\u007e]+$/.test(en)]).toEqual([true, true]);
});
