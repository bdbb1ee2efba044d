import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { retirePerson } from '@mahalleh/people';
import { acceptLink } from '../src/commands/accept-link.ts';
import { invitePerson } from '../src/commands/invite-person.ts';
import { resetAccount } from '../src/commands/reset-account.ts';
import { resumeAccount } from '../src/commands/resume-account.ts';
import { signIn } from '../src/commands/sign-in.ts';
import { suspendAccount } from '../src/commands/suspend-account.ts';
import { firstAdministrator } from '../src/index.ts';
import { me } from '../src/queries/me.ts';
import { oneAccount } from '../src/queries/one-account.ts';
import { oneLink } from '../src/queries/one-link.ts';
import { LIFE } from '../src/rules.ts';
import { later, openMinistry, openWorld, PASSWORD, type World } from './world.ts';

const EMAIL = 'sara@qom.sample';
const NEXT = 'another sentence of words';
let world: World;
let admin: Awaited<ReturnType<World['as']>>;
beforeEach(async () => {
  world = await openWorld();
  admin = await world.as({ role: 'province_admin', unitId: world.unit.province });
});
afterEach(() => world.close());

const newcomer = async () => (await world.as()).personId;
const open = (token = '') => oneLink.run(world.visitor(), { token });
const accept = (token = '', password = NEXT) => acceptLink.run(world.visitor(), { token, password });
const over = { kind: 'not_found', reason: 'link_over' };

describe('invitation', () => {
  it('is a link shown once, whose use opens the account', async () => {
    const personId = await newcomer();
    const { token = '', expiresAtMs } = await invitePerson.run(admin, { personId, email: 'Sara@Qom.sample' });
    expect(expiresAtMs - world.ports.nowMs()).toBe(LIFE.invite);
    expect(JSON.stringify([await world.audit(), await world.sql('select * from invitations')])).not.toContain(token);
    expect(JSON.stringify(await world.audit())).not.toContain('sara');
    expect(await oneAccount.run(admin, { personId })).toMatchObject({
      state: 'awaiting',
      email: EMAIL,
      link: { purpose: 'invite' },
    });
    expect(await open(token)).toMatchObject({ purpose: 'invite', name: 'Sample Person', email: EMAIL });
    await accept(token);
    expect(await oneAccount.run(admin, { personId })).toMatchObject({ state: 'active', email: EMAIL, link: null });
    await expect(world.attempt(EMAIL, NEXT)).resolves.toMatchObject({ next: 'home' });
    await expect(accept(token)).rejects.toMatchObject(over);
    await expect(open(token)).rejects.toMatchObject(over);
  });

  it('sent again with the same command id shows no token', async () => {
    const personId = await newcomer();
    const id = '01980000-0000-7000-8000-00000000c0de';
    const first = await invitePerson.run(admin, { personId, email: EMAIL }, id);
    const again = await invitePerson.run(admin, { personId, email: EMAIL }, id);
    expect([typeof first.token, again.token, again.id]).toEqual(['string', undefined, first.id]);
  });

  it('a bad password leaves the link as it was', async () => {
    const { token } = await invitePerson.run(admin, { personId: await newcomer(), email: EMAIL });
    await expect(accept(token, 'short')).rejects.toMatchObject({
      kind: 'refused',
      reason: 'password_too_short',
      fields: [{ field: 'password' }],
    });
    await expect(accept(token)).resolves.toBeDefined();
  });

  it('ends after seven days, and when a newer one is made', async () => {
    const personId = await newcomer();
    const first = await invitePerson.run(admin, { personId, email: EMAIL });
    later(world, 1);
    const second = await invitePerson.run(admin, { personId, email: EMAIL });
    await expect(open(first.token)).rejects.toMatchObject(over);
    later(world, LIFE.invite);
    await expect(accept(second.token)).rejects.toMatchObject(over);
  });

  it('used twice at once opens one account', async () => {
    const { token } = await invitePerson.run(admin, { personId: await newcomer(), email: EMAIL });
    const both = await Promise.allSettled([accept(token), accept(token, 'a third sentence of words')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('an address that somebody has, and a person with an account, are refused', async () => {
    const holder = await world.account(EMAIL);
    await expect(invitePerson.run(admin, { personId: await newcomer(), email: EMAIL })).rejects.toMatchObject({
      reason: 'email_taken',
      fields: [{ field: 'email' }],
    });
    await expect(invitePerson.run(admin, { personId: holder, email: 'new@qom.sample' })).rejects.toMatchObject({
      reason: 'account_exists',
    });
  });

  it('two links to one address: the second to be used is told that it is taken, and is not used up', async () => {
    const [one, two] = [await newcomer(), await newcomer()];
    const links = [
      await invitePerson.run(admin, { personId: one, email: EMAIL }),
      await invitePerson.run(admin, { personId: two, email: EMAIL }),
    ];
    await accept(links[0]?.token);
    await expect(accept(links[1]?.token)).rejects.toMatchObject({ kind: 'conflict', reason: 'email_taken' });
    expect(await world.sql('select count(*) as n from invitations where used_at_ms is not null')).toEqual([{ n: 1 }]);
  });

  it('of somebody who has retired since is over', async () => {
    const personId = await newcomer();
    const { token } = await invitePerson.run(admin, { personId, email: EMAIL });
    await retirePerson.run(admin, { personId, revision: 1 });
    await expect(accept(token)).rejects.toMatchObject(over);
  });
});

describe('reset', () => {
  it('ends password and sessions at once; its link, for a day, sets a new one and unlocks', async () => {
    const personId = await world.account(EMAIL, 'observer', world.unit.county);
    const { cookie } = await world.attempt(EMAIL);
    const { token, expiresAtMs } = await resetAccount.run(admin, { personId });
    expect(expiresAtMs - world.ports.nowMs()).toBe(LIFE.reset);
    await expect(me.run(await world.enter(cookie), {})).rejects.toMatchObject({ kind: 'signed_out' });
    for (let n = 0; n < 5; n++) await expect(world.attempt(EMAIL)).rejects.toMatchObject({ reason: 'sign_in_failed' });
    expect(await oneAccount.run(admin, { personId })).toMatchObject({ state: 'awaiting', link: { purpose: 'reset' } });
    await accept(token);
    await expect(world.attempt(EMAIL, NEXT)).resolves.toMatchObject({ next: 'home' });
  });

  it('keeps the second factor unless it is lost too', async () => {
    const personId = await world.account(EMAIL, 'observer', world.unit.county);
    await world.enrol((await world.attempt(EMAIL)).cookie);
    await accept((await resetAccount.run(admin, { personId })).token);
    expect((await world.attempt(EMAIL, NEXT)).next).toBe('totp');
    later(world, 1);
    await accept((await resetAccount.run(admin, { personId, dropsTotp: true })).token, PASSWORD);
    expect((await world.attempt(EMAIL)).next).toBe('home');
  });
});

describe('suspension', () => {
  it('signs out at once and is taken back whole', async () => {
    const personId = await world.account(EMAIL, 'observer', world.unit.county);
    const { cookie } = await world.attempt(EMAIL);
    await suspendAccount.run(admin, { personId });
    expect(await world.lastAudit()).toMatchObject({
      action: 'account.suspend',
      subject: personId,
      fields_json: '["isSuspended"]',
    });
    await expect(me.run(await world.enter(cookie), {})).rejects.toMatchObject({ kind: 'signed_out' });
    await expect(suspendAccount.run(admin, { personId })).rejects.toMatchObject({
      reason: 'account_already_suspended',
    });
    expect((await oneAccount.run(admin, { personId })).state).toBe('suspended');
    await resumeAccount.run(admin, { personId });
    await expect(world.attempt(EMAIL)).resolves.toMatchObject({ next: 'home' });
    await expect(resumeAccount.run(admin, { personId })).rejects.toMatchObject({ reason: 'account_not_suspended' });
  });

  it('the last administrator is not suspended: nobody suspends or resets themselves', async () => {
    const personId = await world.account(EMAIL, 'province_admin', world.unit.province);
    const self = await world.enter((await world.attempt(EMAIL)).cookie);
    await expect(suspendAccount.run(self, { personId })).rejects.toMatchObject({ reason: 'own_administration_stays' });
    await expect(resetAccount.run(self, { personId })).rejects.toMatchObject({ reason: 'own_administration_stays' });
    await expect(suspendAccount.run(admin, { personId })).resolves.toBeDefined();
  });

  it('who is suspended while suspending or resetting another does not succeed', async () => {
    const emails = ['one@qom.sample', 'two@qom.sample'];
    const [one = '', two = ''] = await Promise.all(
      emails.map((email) => world.account(email, 'province_admin', world.unit.province)),
    );
    for (const command of [suspendAccount, resetAccount]) {
      await world.sql('update accounts set is_suspended = 0');
      const { cookie } = await world.attempt('two@qom.sample');
      const first = await world.enter((await world.attempt('one@qom.sample')).cookie);
      const late = await world.interrupted(cookie, () => suspendAccount.run(first, { personId: two }));
      await expect(command.run(late, { personId: one })).rejects.toMatchObject({ kind: 'conflict' });
      await expect(me.run(first, {})).resolves.toMatchObject({ personId: one });
    }
  });
});

describe('reach', () => {
  it('an administrator of a county touches no account with a role beyond it, and others do', async () => {
    const county = await world.as({ role: 'province_admin', unitId: world.unit.county });
    const far = await world.account(EMAIL, 'governor', world.unit.province);
    const refused = { kind: 'refused', reason: 'person_outside_scope' };
    await expect(resetAccount.run(county, { personId: far })).rejects.toMatchObject(refused);
    await expect(suspendAccount.run(county, { personId: far })).rejects.toMatchObject(refused);
    await expect(oneAccount.run(county, { personId: far })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'person_unknown',
    });
    const near = await world.account('near@qom.sample', 'observer', world.unit.county);
    await expect(resetAccount.run(county, { personId: near })).resolves.toBeDefined();
  });

  it('who does not administer accounts may not', async () => {
    const secretary = await world.as({ role: 'county_secretary', unitId: world.unit.county });
    const personId = await newcomer();
    await expect(invitePerson.run(secretary, { personId, email: EMAIL })).rejects.toMatchObject({
      kind: 'not_permitted',
    });
    await expect(oneAccount.run(secretary, { personId })).rejects.toMatchObject({ kind: 'not_permitted' });
  });
});

describe('the first administrator', () => {
  it('of a province comes in by the one-time link', async () => {
    const first = firstAdministrator(
      { workspace: 'qom', unitId: world.unit.province, fullName: 'راهبر نمونه', email: 'First@qom.sample' },
      world.ports.nowMs(),
    );
    await world.run(first.statements);
    await accept(first.token);
    const { cookie } = await world.attempt('first@qom.sample', NEXT);
    expect(await me.run(await world.enter(cookie), {})).toMatchObject({
      personId: first.personId,
      roles: [{ role: 'province_admin' }],
    });
  });

  it('of the ministry too, over the one unit of the nation', async () => {
    const ministry = await openMinistry();
    try {
      const first = firstAdministrator(
        { workspace: 'nation', fullName: 'راهبر نمونه', email: 'admin@ministry.sample' },
        ministry.ports.nowMs(),
      );
      for (const { sql, args } of first.statements) await ministry.sql(sql, [...(args as string[])]);
      await acceptLink.run(ministry.visitor(), { token: first.token, password: NEXT });
      const { cookie } = await signIn.run(ministry.visitor(), { email: 'admin@ministry.sample', password: NEXT });
      const here = await ministry.enter(cookie);
      expect(await me.run(here, {})).toMatchObject({
        workspace: { kind: 'nation', nameFa: 'وزارت کشور' },
        roles: [{ role: 'ministry_admin', unitId: 'nation', unitNameEn: 'Ministry of Interior' }],
      });
      expect(await oneAccount.run(here, { personId: first.personId })).toMatchObject({ state: 'active' });
    } finally {
      ministry.close();
    }
  });
});
