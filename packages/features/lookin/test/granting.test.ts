import type { ProvinceContext } from '@mahalleh/gate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acceptLookin, endLookin, grantLookin, listInvitations, listLookins } from '../src/index.ts';
import { act, followed, granting } from './acts.ts';
import { ANALYST, openWorld, PASSWORD, type World } from './world.ts';

const HOUR = 3_600_000;
let world: World;
let admin: ProvinceContext & { personId: string };
beforeEach(async () => {
  world = await openWorld();
  admin = await world.qom.as({ role: 'province_admin', unitId: world.unit.province });
});
afterEach(() => world.close());

const input = (change: object = {}) => granting(world, change);
const lastAudit = async () => (await world.qom.audit()).at(-1);

describe('a province lets somebody look in', () => {
  test('a person of its own, of the kind guest, with roles that end by themselves; written down first', async () => {
    const { id, untilMs } = await grantLookin.run(admin, input());
    expect(untilMs).toBe(world.qom.ports.nowMs() + 24 * HOUR);
    expect(await world.qom.sql('select full_name, is_guest from people where is_guest = 1')).toEqual([
      { full_name: 'سارا امینی', is_guest: 1 },
    ]);
    expect(await world.qom.sql('select role, unit_id, until_ms from role_grants where until_ms is not null')).toEqual([
      { role: 'guest_places', unit_id: world.unit.east, until_ms: untilMs },
      { role: 'guest_councils', unit_id: world.unit.east, until_ms: untilMs },
    ]);
    expect(await lastAudit()).toMatchObject({
      action: 'lookin.grant',
      subject: id,
      unit_id: world.unit.east,
      actor_id: admin.personId,
      fields_json: JSON.stringify(['fullName', 'email', 'unitId', 'areas', 'untilMs', 'reason']),
    });
    expect(JSON.stringify(await lastAudit())).not.toContain(ANALYST);
  });

  test('the letter to the nation says who, what, why and until when, and holds no secret', async () => {
    const { id, untilMs } = await grantLookin.run(admin, input());
    const [letter] = await world.qom.sql('select kind, body_json from letters_out');
    expect(letter?.['kind']).toBe('lookin.offered');
    expect(JSON.parse(String(letter?.['body_json']))).toEqual({
      ...{ id, fullName: 'سارا امینی', email: ANALYST, partFa: 'قم', partEn: null, areas: ['councils'] },
      ...{ reason: 'بررسی تشکیل شوراها', grantedAtMs: world.qom.ports.nowMs(), untilMs },
    });
    expect(await world.qom.sql('select * from invitations')).toEqual([]);
  });

  test('not a colleague, not twice at once, not elsewhere, and not for ever', async () => {
    await world.colleague('maryam@qom.sample');
    const refused = (change: object, reason: string) =>
      expect(grantLookin.run(admin, input(change)), reason).rejects.toMatchObject({ reason });
    await refused({ email: 'maryam@qom.sample' }, 'email_taken');
    await refused({ forHours: 24 * 15 }, 'input_invalid');
    await refused({ areas: ['volunteers'] }, 'input_invalid');
    await grantLookin.run(admin, input());
    await refused({ unitId: world.unit.west }, 'lookin_already');
    const local = await world.qom.as({ role: 'province_admin', unitId: world.unit.west });
    await expect(grantLookin.run(local, input({ email: 'other@ministry.sample' }))).rejects.toMatchObject({
      reason: 'unit_unknown',
    });
    expect(await world.qom.sql('select count(*) as n from lookin_grants')).toEqual([{ n: 1 }]);
  });

  test('two grants to one person at the same moment do not both succeed', async () => {
    const both = await Promise.allSettled([grantLookin.run(admin, input()), grantLookin.run(admin, input())]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.qom.sql('select count(*) as n from lookin_grants')).toEqual([{ n: 1 }]);
  });
});

describe('the invited person', () => {
  test('finds the invitation at the ministry; a colleague does not, an administrator sees it and cannot follow it', async () => {
    const { id } = await grantLookin.run(admin, input());
    await world.toNation();
    const [mine, other, chief] = await Promise.all([
      world.official(ANALYST, 'ministry_analyst'),
      world.official('other@ministry.sample', 'ministry_reviewer'),
      world.official('chief@ministry.sample', 'ministry_admin'),
    ]);
    expect((await listInvitations.run(mine, {})).rows).toMatchObject([
      { province: 'qom', lookinId: id, partFa: 'قم', areas: ['councils'], standing: 'waiting', isMine: true },
    ]);
    expect((await listInvitations.run(other, {})).rows).toEqual([]);
    expect((await listInvitations.run(chief, {})).rows).toMatchObject([{ lookinId: id, isMine: false }]);
    for (const somebody of [other, chief])
      await expect(acceptLookin.run(somebody, { province: 'qom', lookinId: id })).rejects.toMatchObject({
        reason: 'lookin_unknown',
      });
  });

  test('gets a link of which neither side keeps more than the hash', async () => {
    const { id } = await grantLookin.run(admin, input());
    const { token } = await followed(world, id);
    const everything = async (db: World['qom'] | World['nation'], tables: readonly string[]) =>
      JSON.stringify(await Promise.all(tables.map((table) => db.sql(`select * from ${table}`))));
    expect(token).toHaveLength(43);
    const kept = ['audit_log', 'lookin_invitations', 'letters_to_provinces'];
    expect(await everything(world.nation, kept)).not.toContain(token);
    expect(await everything(world.qom, ['audit_log', 'lookin_grants', 'invitations'])).not.toContain(token);
    expect(
      (await listInvitations.run(await world.official('chief@ministry.sample', 'ministry_admin'), {})).rows[0],
    ).toMatchObject({
      standing: 'open',
    });
  });

  test('has no account before the authenticator has shown a code', async () => {
    const { id } = await grantLookin.run(admin, input());
    await world.toNation();
    const analyst = await world.official(ANALYST, 'ministry_analyst');
    const { token = '' } = await acceptLookin.run(analyst, { province: 'qom', lookinId: id });
    await world.toProvince();
    const at = await world.door();
    await expect(act('link.accept').run(at, { token, password: PASSWORD })).rejects.toMatchObject({
      reason: 'guest_needs_authenticator',
    });
    const setUp = { token, password: PASSWORD, code: '000000' };
    await expect(act('link.accept_as_guest').run(at, setUp)).rejects.toMatchObject({ reason: 'totp_not_begun' });
    await act('link.authenticator').run(at, { token });
    await expect(act('link.accept_as_guest').run(at, setUp)).rejects.toMatchObject({ reason: 'code_wrong' });
    expect(await world.qom.sql('select * from accounts')).toEqual([]);
  });

  test('signs in with the password and a code, and is who was invited', async () => {
    const { id } = await grantLookin.run(admin, input());
    const { begin, signIn } = await followed(world, id);
    expect((await begin())['next']).toBe('totp');
    const cookie = await signIn();
    expect(await act('account.me').run(await world.door(cookie), {})).toMatchObject({
      name: 'سارا امینی',
      permissions: ['unit.read', 'council.read', 'charter.read', 'step.read', 'figure.read'],
    });
    expect((await listLookins.run(admin, {})).rows).toMatchObject([{ id, standing: 'open', email: ANALYST }]);
  });

  test('a link that comes after the grant was ended opens nothing', async () => {
    const { id } = await grantLookin.run(admin, input());
    await world.toNation();
    const analyst = await world.official(ANALYST, 'ministry_analyst');
    await acceptLookin.run(analyst, { province: 'qom', lookinId: id });
    await endLookin.run(admin, { lookinId: id });
    await world.toProvince();
    expect(await world.qom.sql('select * from invitations')).toEqual([]);
    await world.toNation();
    await expect(acceptLookin.run(analyst, { province: 'qom', lookinId: id })).rejects.toMatchObject({
      reason: 'lookin_over',
    });
  });
});
