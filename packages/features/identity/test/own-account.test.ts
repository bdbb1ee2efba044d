import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changePassword } from '../src/commands/change-password.ts';
import { revokeAllSessions } from '../src/commands/revoke-all-sessions.ts';
import { revokeSession } from '../src/commands/revoke-session.ts';
import { me } from '../src/queries/me.ts';
import { mySessions } from '../src/queries/my-sessions.ts';
import { ATTEMPTS } from '../src/rules.ts';
import { openWorld, PASSWORD, type World } from './world.ts';

const EMAIL = 'maryam@qom.sample';
const NEXT = 'another sentence of words';
let world: World;
let personId: string;
let here: string | undefined;
let there: string | undefined;
beforeEach(async () => {
  world = await openWorld();
  personId = await world.account(EMAIL, 'observer', world.unit.province);
  here = (await world.attempt(EMAIL)).cookie;
  there = (await world.attempt(EMAIL)).cookie;
});
afterEach(() => world.close());

const change = async (current: string, next: string) => changePassword.run(await world.enter(here), { current, next });
const sessionsOf = async (cookie: string | undefined) => (await mySessions.run(await world.enter(cookie), {})).rows;

describe('my sessions', () => {
  it('lists mine, marks this one, and revokes another', async () => {
    await world.account('other@qom.sample', 'observer', world.unit.province);
    await world.attempt('other@qom.sample');
    const rows = await sessionsOf(here);
    expect(rows).toHaveLength(2);
    const other = rows.find(({ isCurrent }) => !isCurrent)?.id ?? '';
    await revokeSession.run(await world.enter(here), { sessionId: other });
    await expect(sessionsOf(there)).rejects.toMatchObject({ kind: 'signed_out' });
    expect(await sessionsOf(here)).toHaveLength(1);
    await expect(revokeSession.run(await world.enter(here), { sessionId: other })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'session_unknown',
    });
  });

  it('somebody else’s session is not there', async () => {
    await world.account('other@qom.sample', 'province_admin', world.unit.province);
    const theirs = (await world.attempt('other@qom.sample')).cookie;
    const [mine] = await sessionsOf(here);
    await expect(revokeSession.run(await world.enter(theirs), { sessionId: mine?.id })).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(sessionsOf(here)).resolves.toHaveLength(2);
  });

  it('sign-out everywhere ends this browser too, and its cookie', async () => {
    expect(await revokeAllSessions.run(await world.enter(here), { presented: await world.presented(here) })).toEqual({
      cookie: '',
    });
    expect(await world.openSessions(personId)).toEqual([]);
    await expect(me.run(await world.enter(there), {})).rejects.toMatchObject({ kind: 'signed_out' });
  });
});

describe('change of password', () => {
  it('needs the current one, keeps this browser and signs out the others', async () => {
    await change(PASSWORD, NEXT);
    await expect(sessionsOf(here)).resolves.toHaveLength(1);
    await expect(sessionsOf(there)).rejects.toMatchObject({ kind: 'signed_out' });
    await expect(world.attempt(EMAIL)).rejects.toMatchObject({ reason: 'sign_in_failed' });
    await expect(world.attempt(EMAIL, NEXT)).resolves.toMatchObject({ next: 'home' });
  });

  it('a wrong current one names its field, is counted, and locks after five', async () => {
    for (let n = 0; n < ATTEMPTS.perAccount; n++)
      await expect(change('wrong', NEXT)).rejects.toMatchObject({
        kind: 'refused',
        reason: 'current_password_wrong',
        fields: [{ field: 'current' }],
      });
    await expect(change(PASSWORD, NEXT)).rejects.toMatchObject({ kind: 'locked', reason: 'account_locked' });
  });

  it('a bad next one is refused by its field, and nothing changes', async () => {
    await expect(change(PASSWORD, 'short')).rejects.toMatchObject({
      reason: 'password_too_short',
      fields: [{ field: 'next', params: { min: 10 } }],
    });
    await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({
      reason: 'password_unchanged',
      fields: [{ field: 'next' }],
    });
    await expect(sessionsOf(there)).resolves.toHaveLength(2);
  });
});

describe('me', () => {
  it('without roles is somebody who may do nothing', async () => {
    await world.account('new@qom.sample');
    const { cookie } = await world.attempt('new@qom.sample');
    expect(await me.run(await world.enter(cookie), {})).toMatchObject({ roles: [], permissions: [] });
  });

  it('names the rights of all roles together', async () => {
    const { permissions } = await me.run(await world.enter(here), {});
    expect(permissions).toContain('problem.read');
    expect(permissions).not.toContain('problem.register');
  });
});
