import { guestRoutes, identityRoutes } from '@mahalleh/identity/routes';
import { unitsRoutes } from '@mahalleh/units/routes';
import type { ProvinceContext } from '@mahalleh/gate';
import { Secret, TOTP } from 'otpauth';
import { acceptLookin } from '../src/index.ts';
import { ANALYST, PASSWORD, type World } from './world.ts';

const acts = [...identityRoutes, ...guestRoutes, ...unitsRoutes].map((route) => route.act);

/** An act of identity or of units, by its name. */
export const act = (name: string) => {
  const found = acts.find((one) => one.name === name);
  if (!found) throw new Error(`no act is called ${name}`);
  return { run: async (at: ProvinceContext, raw: unknown) => (await found.run(at, raw)) as Record<string, unknown> };
};

/** A grant as an administrator gives it. */
export const granting = (world: World, change: object = {}) => ({
  ...{ fullName: 'سارا امینی', email: ANALYST, unitId: world.unit.east, areas: ['councils'] },
  ...{ forHours: 24, reason: 'بررسی تشکیل شوراها' },
  ...change,
});

const presented = async (world: World, cookie?: string) => ({
  tokenHash: (await world.door(cookie)).presentedTokenHash,
  userAgent: '',
});

/** The analyst follows the invitation: link, password, authenticator. Shape: ways to sign in. */
export const followed = async (world: World, lookinId: string) => {
  await world.toNation();
  const analyst = await world.official(ANALYST, 'ministry_analyst');
  const { token = '' } = await acceptLookin.run(analyst, { province: 'qom', lookinId });
  await world.toProvince();
  const { secret = '' } = await act('link.authenticator').run(await world.door(), { token });
  const key = new TOTP({ secret: Secret.fromBase32(String(secret)) });
  const code = () => key.generate({ timestamp: world.qom.ports.nowMs() });
  await act('link.accept_as_guest').run(await world.door(), { token, password: PASSWORD, code: code() });
  const begin = async () =>
    act('session.begin').run(await world.door(), {
      email: ANALYST,
      password: PASSWORD,
      presented: await presented(world),
    });
  const signIn = async (): Promise<string> => {
    world.pass(30_000);
    const pending = String((await begin())['cookie']);
    const shown = await presented(world, pending);
    const confirmed = await act('session.confirm').run(await world.door(pending), { code: code(), presented: shown });
    return String(confirmed['cookie']);
  };
  return { analyst, token, begin, signIn };
};
