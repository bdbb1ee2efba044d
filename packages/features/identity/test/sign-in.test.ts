import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterProvince } from '@mahalleh/gate';
import { attemptKey } from '../src/attempts.ts';
import { signIn } from '../src/commands/sign-in.ts';
import { signOut } from '../src/commands/sign-out.ts';
import { me } from '../src/queries/me.ts';
import { ATTEMPTS, LIFE } from '../src/rules.ts';
import { later, openWorld, PASSWORD, type World } from './world.ts';

const EMAIL = 'maryam@qom.sample';
let world: World;
let personId: string;
beforeEach(async () => {
  world = await openWorld();
  personId = await world.account(EMAIL, 'province_admin', world.unit.province);
});
afterEach(() => world.close());

const wrong = () => world.attempt(EMAIL, 'not the password');
const failing = { kind: 'signed_out', reason: 'sign_in_failed' };
const lockedOut = { kind: 'locked', reason: 'account_locked' };

describe('sign-in', () => {
  it('opens a session behind a cookie; neither the token nor the password is stored', async () => {
    const { next, cookie = '' } = await world.attempt(' Maryam@QOM.sample ');
    expect(next).toBe('home');
    expect(await world.openSessions(personId)).toEqual(['full Firefox · Windows']);
    expect(await me.run(await world.enter(cookie), {})).toMatchObject({
      personId,
      name: 'مریم رضایی',
      email: EMAIL,
      workspace: { slug: 'qom', kind: 'province', nameFa: 'قم' },
      roles: [
        {
          role: 'province_admin',
          titleEn: 'Province administrator',
          unitId: world.unit.province,
          unitNameFa: 'قم',
          agencyId: null,
        },
      ],
      totp: { isEnrolled: false },
    });
    const stored = JSON.stringify([await world.sql('select * from sessions'), await world.audit()]);
    expect(stored).not.toContain(cookie.split('.')[1]);
    expect(stored).not.toContain(PASSWORD);
    expect(stored).not.toContain(EMAIL);
    expect(await world.lastAudit()).toMatchObject({
      action: 'session.begin',
      actor_kind: 'visitor',
      subject: personId,
    });
  });

  it('a wrong password and an unknown address end in the same words, and both are written', async () => {
    await expect(wrong()).rejects.toMatchObject(failing);
    await expect(world.attempt('nobody@qom.sample')).rejects.toMatchObject(failing);
    expect((await world.audit()).map((row) => [row['subject'], row['fields_json']])).toEqual([
      [personId, '["wrong"]'],
      ['account', '["wrong"]'],
    ]);
    expect((await world.sql("select failed_count from lockouts where key = 'workspace'"))[0]).toEqual({
      failed_count: 2,
    });
    expect(JSON.stringify(await world.sql('select * from lockouts'))).not.toContain('nobody');
  });

  it('the same command sent again fails alike and is counted once', async () => {
    const id = '01980000-0000-7000-8000-00000000c0de';
    const send = async (password: string) => signIn.run(await world.enter(undefined), { email: EMAIL, password }, id);
    await expect(send('not the password')).rejects.toMatchObject(failing);
    await expect(send('not the password')).rejects.toMatchObject(failing);
    await expect(send(PASSWORD)).rejects.toMatchObject({ kind: 'conflict', reason: 'command_id_reused' });
    expect((await world.sql("select failed_count from lockouts where key = 'workspace'"))[0]).toEqual({
      failed_count: 1,
    });
  });

  it('the first answer sent again carries no cookie', async () => {
    const id = '01980000-0000-7000-8000-00000000c0de';
    const send = async () => signIn.run(await world.enter(undefined), { email: EMAIL, password: PASSWORD }, id);
    expect((await send()).cookie).toMatch(/^qom\./);
    expect(await send()).toEqual({ next: 'home' });
    expect(await world.openSessions(personId)).toHaveLength(1);
  });

  it('a suspended account with the right password is told so, with a wrong one is not', async () => {
    await world.sql('update accounts set is_suspended = 1');
    await expect(world.attempt(EMAIL)).rejects.toMatchObject({ kind: 'refused', reason: 'account_suspended' });
    await expect(wrong()).rejects.toMatchObject(failing);
    expect(await world.openSessions(personId)).toEqual([]);
  });

  it('who has retired, or whose password was reset, cannot', async () => {
    await world.sql('update accounts set password_hash = null');
    await expect(world.attempt(EMAIL)).rejects.toMatchObject(failing);
    const other = await world.account('gone@qom.sample');
    await world.sql('update people set retired_at_ms = 1 where id = ?', [other]);
    await expect(world.attempt('gone@qom.sample')).rejects.toMatchObject(failing);
  });

  it('ends after twelve hours', async () => {
    const { cookie } = await world.attempt(EMAIL);
    later(world, LIFE.session - 1);
    await expect(me.run(await world.enter(cookie), {})).resolves.toBeDefined();
    later(world, 1);
    await expect(me.run(await world.enter(cookie), {})).rejects.toMatchObject({ kind: 'signed_out' });
  });

  it('the cookie of one province opens nothing in another', async () => {
    const { cookie } = await world.attempt(EMAIL);
    await expect(me.run(await enterProvince(world.ports, 'qazvin', cookie), {})).rejects.toMatchObject({
      kind: 'signed_out',
    });
    await expect(
      me.run(await enterProvince(world.ports, 'qazvin', cookie?.replace('qom', 'qazvin')), {}),
    ).rejects.toMatchObject({ kind: 'signed_out' });
  });
});

describe('lock-out', () => {
  const tire = async (email = EMAIL, times: number = ATTEMPTS.perAccount) => {
    for (let n = 0; n < times; n++)
      await expect(world.attempt(email, 'not the password')).rejects.toMatchObject(failing);
  };

  it('five wrong in fifteen minutes lock the account for fifteen, the right password included', async () => {
    await tire();
    await expect(world.attempt(EMAIL)).rejects.toMatchObject({ ...lockedOut, detail: { minutes: 15 } });
    later(world, LIFE.lock - 1);
    await expect(world.attempt(EMAIL)).rejects.toMatchObject(lockedOut);
    later(world, 1);
    await expect(world.attempt(EMAIL)).resolves.toMatchObject({ next: 'home' });
  });

  it('an unknown address locks just the same', async () => {
    await tire('nobody@qom.sample');
    await expect(world.attempt('nobody@qom.sample')).rejects.toMatchObject(lockedOut);
  });

  it('a right password begins the count anew, and so does time', async () => {
    await tire(EMAIL, 4);
    await world.attempt(EMAIL);
    await tire(EMAIL, 4);
    later(world, LIFE.attemptWindow);
    await tire(EMAIL, 4);
    await expect(world.attempt(EMAIL)).resolves.toBeDefined();
  });

  it('locks nobody else: not another account, not the workspace', async () => {
    await world.account('other@qom.sample');
    await tire();
    await world.sql("update lockouts set failed_count = 100000 where key = 'workspace'");
    await expect(world.attempt('other@qom.sample')).resolves.toMatchObject({ next: 'home' });
    await tire('third@qom.sample', ATTEMPTS.perAccountUnderAttack);
    await expect(world.attempt('third@qom.sample')).rejects.toMatchObject(lockedOut);
  });

  it('many guesses at once get no more answers than the limit', async () => {
    const guesses = Array.from({ length: 9 }, (_, n) => world.attempt(EMAIL, `wrong guess ${n}`));
    const reasons = (await Promise.allSettled(guesses)).map((outcome) =>
      outcome.status === 'rejected' ? (outcome.reason as { reason: string }).reason : 'in',
    );
    expect(reasons.filter((reason) => reason === 'sign_in_failed')).toHaveLength(ATTEMPTS.perAccount);
    expect(reasons.filter((reason) => reason === 'attempts_too_fast' || reason === 'account_locked')).toHaveLength(4);
  });

  it('a right password that arrives while the account locks ends as a wrong one does', async () => {
    const key = attemptKey.signIn('qom', EMAIL);
    const lockMeanwhile = async (database: string, purpose: string) => {
      if (purpose === 'session')
        await world.sql(
          'insert or replace into lockouts (key, failed_count, window_from_ms, locked_until_ms) values (?, 5, ?, ?)',
          [key, world.ports.nowMs(), world.ports.nowMs() + LIFE.lock],
        );
      return world.ports.secretFor(database, purpose);
    };
    for (const password of [PASSWORD, 'not the password']) {
      await world.sql('delete from lockouts');
      const door = await enterProvince({ ...world.ports, secretFor: lockMeanwhile }, 'qom', undefined);
      await expect(signIn.run(door, { email: EMAIL, password })).rejects.toMatchObject({
        kind: 'conflict',
        reason: 'attempts_too_fast',
      });
    }
    expect(await world.openSessions(personId)).toEqual([]);
  });

  it('forgets attempts whose time has passed', async () => {
    await tire('nobody@qom.sample', 1);
    later(world, LIFE.attemptWindow + 1);
    await tire('somebody@qom.sample', 1);
    expect(await world.sql('select count(*) as n from lockouts')).toEqual([{ n: 2 }]);
  });
});

describe('sign-out', () => {
  it('ends this browser’s session and its cookie; a second time there is none', async () => {
    const [first, second] = [await world.attempt(EMAIL), await world.attempt(EMAIL)];
    const leave = async () =>
      signOut.run(await world.enter(first.cookie), { presented: await world.presented(first.cookie) });
    expect(await leave()).toEqual({ cookie: '' });
    await expect(me.run(await world.enter(first.cookie), {})).rejects.toMatchObject({ kind: 'signed_out' });
    await expect(me.run(await world.enter(second.cookie), {})).resolves.toBeDefined();
    await expect(leave()).rejects.toMatchObject({ kind: 'signed_out' });
  });
});
