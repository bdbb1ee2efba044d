import { Secret, TOTP } from 'otpauth';
import { enterNation, enterProvince, type SqlValue } from '@mahalleh/gate';
import { openTestNation, openTestProvince } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { peopleSql, rolesSql } from '@mahalleh/people/planting';
import { plantSql } from '@mahalleh/units/planting';
import type { Role } from '@mahalleh/access';
import { beginTotp } from '../src/commands/begin-totp.ts';
import { confirmTotp } from '../src/commands/confirm-totp.ts';
import { signIn } from '../src/commands/sign-in.ts';
import { accountsSql, hashPassword } from '../src/index.ts';

/** The password of every sample account in these tests, hashed cheaply: a hash carries its cost. */
export const PASSWORD = 'a long sentence of words';
const HASHED = hashPassword(PASSWORD, { log2n: 8, r: 8, p: 1 });

/** Firefox on Windows, as it introduces itself. */
export const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

type Base = Awaited<ReturnType<typeof openTestProvince | typeof openTestNation>>;

/** What a sign-in in these tests ends in. */
export type Attempt = { next?: string | undefined; cookie?: string | undefined };

const furnish = <B extends Base>(base: B, enter: (cookie: string | undefined) => ReturnType<typeof enterProvince>) => {
  const run = async (statements: { sql: string; args: unknown }[]): Promise<void> => {
    for (const { sql, args } of statements) await base.sql(sql, [...(args as SqlValue[])]);
  };
  /** What the HTTP layer hands to a route with the effect `session`. */
  const presented = async (cookie?: string) => ({
    tokenHash: (await enter(cookie)).presentedTokenHash,
    userAgent: FIREFOX,
  });
  return {
    ...base,
    run,
    presented,
    enter,
    /** A person with an account, and with a role when one is named. */
    account: async (email: string, role?: Role, unitId = 'nation'): Promise<string> => {
      const id = newId();
      await run(peopleSql([{ id, fullName: 'مریم رضایی', isSample: true }], base.ports.nowMs()));
      await run([accountsSql([{ personId: id, email }], await HASHED, base.ports.nowMs())]);
      if (role) await run(rolesSql([{ personId: id, role, unitId }], base.ports.nowMs()));
      return id;
    },
    /** Tries to sign in. */
    attempt: async (email: string, password = PASSWORD): Promise<Attempt> =>
      signIn.run(await enter(undefined), { email, password, presented: await presented() }),
    /** The sessions of a person that are in force. */
    openSessions: async (personId: string) =>
      (
        await base.sql('select stage, device from sessions where person_id = ? and revoked_at_ms is null', [personId])
      ).map((row) => `${String(row['stage'])} ${String(row['device'])}`),
    lastAudit: async () => (await base.audit()).at(-1),
  };
};

/** A province of one county, with accounts, doors and cookies as in real life. */
export const openWorld = async () => {
  const base = await openTestProvince();
  const world = furnish(base, (cookie) => enterProvince(base.ports, 'qom', cookie));
  const province = {
    id: newId(),
    kind: 'province' as const,
    nameFa: 'قم',
    parentId: null,
    fromOn: '2020-03-20',
    isSample: true,
  };
  const county = {
    id: newId(),
    kind: 'county' as const,
    nameFa: 'قم',
    parentId: province.id,
    fromOn: '2020-03-20',
    isSample: true,
  };
  await world.run(plantSql([province, county], base.ports.nowMs()));
  const enrol = async (cookie: string | undefined) => {
    const { secret = '' } = await beginTotp.run(await world.enter(cookie), {});
    const codeAt = (ms: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });
    const { recoveryCodes = [] } = await confirmTotp.run(await world.enter(cookie), {
      code: codeAt(base.ports.nowMs()),
    });
    return { codeAt, recoveryCodes };
  };
  /** The door of this cookie, where something else happens between reading and saving. */
  const interrupted = (cookie: string | undefined, between: () => Promise<unknown>) => {
    const { ports } = base;
    const lane: typeof ports.databases.lane = (name) => ({
      write: async (job) => {
        await between();
        return ports.databases.lane(name).write(job);
      },
    });
    return enterProvince({ ...ports, databases: { ...ports.databases, lane } }, 'qom', cookie);
  };
  return { ...world, enrol, interrupted, unit: { province: province.id, county: county.id } };
};

/** The ministry, with accounts, doors and cookies. */
export const openMinistry = async () => {
  const base = await openTestNation();
  return { ...base, enter: (cookie: string | undefined) => enterNation(base.ports, cookie) };
};

/** What a test works in. */
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Lets time pass. Unit: milliseconds. */
export const later = (world: Pick<World, 'ports' | 'setNow'>, ms: number): void =>
  world.setNow(world.ports.nowMs() + ms);
