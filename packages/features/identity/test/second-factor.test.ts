import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginTotp } from '../src/commands/begin-totp.ts';
import { confirmSession } from '../src/commands/confirm-session.ts';
import { confirmTotp } from '../src/commands/confirm-totp.ts';
import { dropTotp } from '../src/commands/drop-totp.ts';
import { recoverSession } from '../src/commands/recover-session.ts';
import { me } from '../src/queries/me.ts';
import { mySessions } from '../src/queries/my-sessions.ts';
import { ATTEMPTS, LIFE } from '../src/rules.ts';
import { later, openWorld, PASSWORD, type World } from './world.ts';

const EMAIL = 'maryam@qom.sample';
const HALF_MINUTE = 30_000;
let world: World;
let personId: string;
let cookie: string | undefined;
beforeEach(async () => {
  world = await openWorld();
  personId = await world.account(EMAIL, 'province_admin', world.unit.province);
  cookie = (await world.attempt(EMAIL)).cookie;
});
afterEach(() => world.close());

const show = async (pending: string | undefined, code: string) =>
  confirmSession.run(await world.enter(pending), { code, presented: await world.presented(pending) });
const recover = async (pending: string | undefined, code: string) =>
  recoverSession.run(await world.enter(pending), { code, presented: await world.presented(pending) });
const wrongCode = { kind: 'signed_out', reason: 'code_wrong' };

describe('enrolment', () => {
  it('shows a secret once, stores it sealed, and begins to count with the first code', async () => {
    const begun = await beginTotp.run(await world.enter(cookie), {});
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/.*maryam.*secret=/);
    expect(JSON.stringify([await world.sql('select * from accounts'), await world.audit()])).not.toContain(
      begun.secret,
    );
    expect((await world.attempt(EMAIL)).next).toBe('home');
    await expect(confirmTotp.run(await world.enter(cookie), { code: '000000' })).rejects.toMatchObject({
      kind: 'refused',
      reason: 'code_wrong',
      fields: [{ field: 'code' }],
    });
    const { recoveryCodes } = await world.enrol(cookie);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await world.attempt(EMAIL)).next).toBe('totp');
    expect((await me.run(await world.enter(cookie), {})).totp).toEqual({ isEnrolled: true, recoveryCodesLeft: 10 });
    expect(JSON.stringify([await world.sql('select * from recovery_codes'), await world.audit()])).not.toContain(
      recoveryCodes[0]?.slice(0, 5),
    );
    await expect(beginTotp.run(await world.enter(cookie), {})).rejects.toMatchObject({
      reason: 'totp_already_enrolled',
    });
  });

  it('a sealed secret copied to another person opens nothing', async () => {
    const { codeAt } = await world.enrol(cookie);
    const thief = await world.account('thief@qom.sample');
    await world.sql(
      'update accounts set (totp_secret_sealed, totp_enrolled_at_ms) = (select totp_secret_sealed, 1 from accounts where person_id = ?) where person_id = ?',
      [personId, thief],
    );
    const pending = (await world.attempt('thief@qom.sample')).cookie;
    await expect(show(pending, codeAt(world.ports.nowMs()))).rejects.toThrow();
    expect(await world.openSessions(thief)).toEqual(['totp Firefox · Windows']);
  });
});

describe('the second step', () => {
  it('a session that waits for it opens nothing', async () => {
    await world.enrol(cookie);
    const pending = (await world.attempt(EMAIL)).cookie;
    await expect(me.run(await world.enter(pending), {})).rejects.toMatchObject({ kind: 'signed_out' });
    await expect(mySessions.run(await world.enter(pending), {})).rejects.toMatchObject({ kind: 'signed_out' });
  });

  it('takes the code in Persian digits and gives a new token; the waiting one is over', async () => {
    const { codeAt } = await world.enrol(cookie);
    later(world, HALF_MINUTE);
    const pending = (await world.attempt(EMAIL)).cookie;
    const persian = codeAt(world.ports.nowMs()).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '');
    const full = await show(pending, persian);
    expect(full.next).toBe('home');
    expect(full.cookie).not.toBe(pending);
    await expect(me.run(await world.enter(full.cookie), {})).resolves.toBeDefined();
    await expect(show(pending, codeAt(world.ports.nowMs() + HALF_MINUTE))).rejects.toMatchObject({
      reason: 'signed_out',
    });
  });

  it('a code works once, even in another sign-in within its window', async () => {
    const { codeAt } = await world.enrol(cookie);
    later(world, HALF_MINUTE);
    const code = codeAt(world.ports.nowMs());
    const [first, second] = [(await world.attempt(EMAIL)).cookie, (await world.attempt(EMAIL)).cookie];
    await show(first, code);
    await expect(show(second, code)).rejects.toMatchObject(wrongCode);
  });

  it('the code that ended the enrolment does not sign in', async () => {
    const { codeAt } = await world.enrol(cookie);
    const pending = (await world.attempt(EMAIL)).cookie;
    await expect(show(pending, codeAt(world.ports.nowMs()))).rejects.toMatchObject(wrongCode);
  });

  it('the same code sent twice at once opens one session', async () => {
    const { codeAt } = await world.enrol(cookie);
    later(world, HALF_MINUTE);
    const code = codeAt(world.ports.nowMs());
    const waiting = [(await world.attempt(EMAIL)).cookie, (await world.attempt(EMAIL)).cookie];
    const both = await Promise.allSettled(waiting.map((pending) => show(pending, code)));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('waits ten minutes, no longer', async () => {
    const { codeAt } = await world.enrol(cookie);
    const pending = (await world.attempt(EMAIL)).cookie;
    later(world, LIFE.secondFactor);
    await expect(show(pending, codeAt(world.ports.nowMs()))).rejects.toMatchObject({
      kind: 'signed_out',
      reason: 'signed_out',
    });
  });

  it('five wrong codes lock it, over several sign-ins and for recovery codes too', async () => {
    const { codeAt, recoveryCodes } = await world.enrol(cookie);
    for (let n = 0; n < ATTEMPTS.perAccount; n++) {
      const pending = (await world.attempt(EMAIL)).cookie;
      await expect(n % 2 ? recover(pending, 'aaaaa-aaaaa') : show(pending, '000000')).rejects.toMatchObject(wrongCode);
    }
    later(world, HALF_MINUTE);
    const pending = (await world.attempt(EMAIL)).cookie;
    await expect(show(pending, codeAt(world.ports.nowMs()))).rejects.toMatchObject({
      kind: 'locked',
      reason: 'account_locked',
    });
    await expect(recover(pending, recoveryCodes[0] ?? '')).rejects.toMatchObject({ kind: 'locked' });
  });
});

describe('recovery', () => {
  it('a recovery code signs in once, in any spelling', async () => {
    const { recoveryCodes } = await world.enrol(cookie);
    const code = recoveryCodes[3] ?? '';
    const full = await recover((await world.attempt(EMAIL)).cookie, ` ${code.toUpperCase()} `);
    expect((await me.run(await world.enter(full.cookie), {})).totp.recoveryCodesLeft).toBe(9);
    await expect(recover((await world.attempt(EMAIL)).cookie, code)).rejects.toMatchObject(wrongCode);
  });

  it('another person’s recovery code is wrong', async () => {
    const { recoveryCodes } = await world.enrol(cookie);
    await world.account('other@qom.sample');
    await world.enrol((await world.attempt('other@qom.sample')).cookie);
    await expect(
      recover((await world.attempt('other@qom.sample')).cookie, recoveryCodes[0] ?? ''),
    ).rejects.toMatchObject(wrongCode);
  });

  it('the second factor is given up for the password, and enrolled anew', async () => {
    await world.enrol(cookie);
    await expect(dropTotp.run(await world.enter(cookie), { password: 'wrong' })).rejects.toMatchObject({
      kind: 'refused',
      reason: 'current_password_wrong',
      fields: [{ field: 'password' }],
    });
    expect((await world.attempt(EMAIL)).next).toBe('totp');
    await dropTotp.run(await world.enter(cookie), { password: PASSWORD });
    expect((await world.attempt(EMAIL)).next).toBe('home');
    expect(await world.sql('select count(*) as n from recovery_codes')).toEqual([{ n: 0 }]);
    await expect(world.enrol(cookie)).resolves.toBeDefined();
  });
});
