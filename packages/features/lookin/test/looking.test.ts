import { enterProvince, type ProvinceContext } from '@mahalleh/gate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentLookins, endLookin, grantLookin, listInvitations, listLookins, readLookinPage } from '../src/index.ts';
import { act, followed, granting } from './acts.ts';
import { ANALYST, openWorld, PASSWORD, type World } from './world.ts';

let world: World;
let admin: ProvinceContext;
beforeEach(async () => {
  world = await openWorld();
  admin = await world.qom.as({ role: 'province_admin', unitId: world.unit.province });
});
afterEach(() => world.close());

const input = (change: object = {}) => granting(world, change);
const lastAudit = async () => (await world.qom.audit()).at(-1);

describe('whoever looks in', () => {
  const looking = async (change: object = {}) => {
    const { id, untilMs } = await grantLookin.run(admin, input(change));
    const { begin, signIn } = await followed(world, id);
    const cookie = await signIn();
    return { id, untilMs, begin, signIn, cookie, guest: await world.door(cookie) };
  };

  test('opens the granted part and what lies below it, and nothing beside or above it', async () => {
    const { guest } = await looking();
    const one = act('unit');
    for (const unitId of [world.unit.east, world.unit.near])
      expect(await one.run(guest, { unitId })).toMatchObject({ unit: { id: unitId } });
    for (const unitId of [world.unit.west, world.unit.far])
      await expect(one.run(guest, { unitId })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(listLookins.run(guest, {})).rejects.toMatchObject({ kind: 'not_permitted' });
    await expect(currentLookins.run(guest, {})).rejects.toMatchObject({ kind: 'not_permitted' });
  });

  test('changes nothing, not even what is their own', async () => {
    const { guest } = await looking();
    const before = await world.qom.audit();
    for (const [name, raw] of [
      ['password.change', { current: PASSWORD, next: 'another long sentence' }],
      ['totp.drop', { password: PASSWORD }],
      ['session.revoke_all', {}],
      ['unit.amend', {}],
    ] as const)
      await expect(act(name).run(guest, raw), name).rejects.toMatchObject({
        kind: 'not_permitted',
        reason: 'guest_reads_only',
      });
    expect(await world.qom.audit()).toEqual(before);
  });

  test('is written down before being answered: which question, about what, never a word that was typed', async () => {
    const { id, guest } = await looking();
    const seen = (await world.qom.audit()).length;
    await act('unit').run(guest, { unitId: world.unit.near });
    await act('units').run(guest, { q: 'شیخ‌آباد' });
    const rows = (await world.qom.audit()).slice(seen);
    expect(rows).toMatchObject([
      { action: 'lookin.view', actor_kind: 'guest', subject: id },
      { action: 'lookin.view', actor_kind: 'guest', subject: id },
    ]);
    expect(JSON.parse(String(rows[0]?.['result_json']))).toEqual({
      asked: 'unit',
      with: { unitId: world.unit.near },
      permitted: 1,
    });
    expect(JSON.stringify(rows)).not.toContain('شیخ');
    expect(await readLookinPage.run(admin, { lookinId: id })).toMatchObject({
      views: 2,
      total: 2,
      rows: [{ asked: 'units' }, { asked: 'unit', label: 'شیخ‌آباد', isPermitted: true }],
    });
  });

  test('gets no answer when the view cannot be written down', async () => {
    const { cookie } = await looking();
    const { ports } = world.qom;
    let reads = 0;
    const reader: typeof ports.databases.reader = (name) => ({
      batch: (statements) => {
        reads++;
        return ports.databases.reader(name).batch(statements);
      },
    });
    const lane = () => ({ write: async () => ({ outcome: 'failed' as const, code: 'X', message: 'disk full' }) });
    const guest = await enterProvince({ ...ports, databases: { ...ports.databases, reader, lane } }, 'qom', cookie);
    await expect(act('unit').run(guest, { unitId: world.unit.near })).rejects.toMatchObject({
      kind: 'unavailable',
      reason: 'view_not_recorded',
    });
    expect(reads).toBe(0);
  });

  test('is out at the very instant at which the grant ends, without anybody doing anything', async () => {
    const { untilMs, cookie, begin } = await looking({ forHours: 1 });
    const one = act('unit');
    world.qom.setNow(untilMs - 1);
    expect(await one.run(await world.door(cookie), { unitId: world.unit.east })).toMatchObject({
      unit: { id: world.unit.east },
    });
    world.qom.setNow(untilMs);
    await expect(one.run(await world.door(cookie), { unitId: world.unit.east })).rejects.toMatchObject({
      kind: 'signed_out',
    });
    await expect(begin()).rejects.toMatchObject({ reason: 'look_in_over' });
  });

  test('no session outlives the grant, even where its row would', async () => {
    const { untilMs, cookie } = await looking({ forHours: 1 });
    await world.qom.sql('update sessions set expires_at_ms = expires_at_ms + 1000000000');
    world.qom.setNow(untilMs);
    for (const [name, raw] of [
      ['account.me', {}],
      ['unit', { unitId: world.unit.east }],
    ] as const)
      await expect(act(name).run(await world.door(cookie), raw), name).rejects.toMatchObject({ kind: 'signed_out' });
  });

  test('is out at once when the grant is ended, and both sides know', async () => {
    const { id, cookie, begin } = await looking();
    const answer = await endLookin.run(admin, { lookinId: id });
    expect(await lastAudit()).toMatchObject({ action: 'lookin.end', subject: id, unit_id: world.unit.east });
    expect(answer).toEqual({ id, untilMs: world.qom.ports.nowMs() });
    await expect(act('unit').run(await world.door(cookie), { unitId: world.unit.east })).rejects.toMatchObject({
      kind: 'signed_out',
    });
    await expect(begin()).rejects.toMatchObject({ reason: 'look_in_over' });
    await expect(endLookin.run(admin, { lookinId: id })).rejects.toMatchObject({ reason: 'lookin_over' });
    await world.toNation();
    const chief = await world.official('chief@ministry.sample', 'ministry_admin');
    expect((await listInvitations.run(chief, {})).rows).toMatchObject([{ standing: 'ended' }]);
  });

  test('may be let in again later, as the same person, with a new password and authenticator', async () => {
    const { id } = await looking({ forHours: 1 });
    await endLookin.run(admin, { lookinId: id });
    const again = await grantLookin.run(admin, input({ unitId: world.unit.west }));
    await world.toNation();
    expect(await world.qom.sql('select count(*) as n from people where is_guest = 1')).toEqual([{ n: 1 }]);
    expect(await world.qom.sql('select count(*) as n from lookin_grants')).toEqual([{ n: 2 }]);
    expect((await listLookins.run(admin, {})).rows).toMatchObject([
      { id: again.id, standing: 'waiting' },
      { id, standing: 'ended' },
    ]);
  });
});

describe('everybody who works in that part', () => {
  test('sees who looks in, at what, until when and why, while it lasts and no longer', async () => {
    const { id, untilMs } = await grantLookin.run(admin, input());
    const unit = world.unit;
    const near = await world.qom.as({ role: 'facilitator', unitId: unit.near });
    const above = await world.qom.as({ role: 'observer', unitId: unit.province });
    const beside = await world.qom.as({ role: 'county_governor', unitId: unit.west });
    const told = {
      ...{ id, fullName: 'سارا امینی', unitId: unit.east, unitNameFa: 'قم', areas: ['councils'], untilMs },
      ...{ reason: 'بررسی تشکیل شوراها', standing: 'waiting', grantedByName: 'Sample Person' },
    };
    for (const somebody of [near, above, admin])
      expect((await currentLookins.run(somebody, {})).rows).toMatchObject([told]);
    expect(JSON.stringify((await currentLookins.run(near, {})).rows)).not.toContain(ANALYST);
    expect((await currentLookins.run(beside, {})).rows).toEqual([]);
    world.qom.setNow(untilMs);
    expect((await currentLookins.run(near, {})).rows).toEqual([]);
  });

  test('an administrator of another county neither finds nor ends it', async () => {
    const { id } = await grantLookin.run(admin, input());
    const beside = await world.qom.as({ role: 'province_admin', unitId: world.unit.west });
    expect((await listLookins.run(beside, {})).rows).toEqual([]);
    await expect(readLookinPage.run(beside, { lookinId: id })).rejects.toMatchObject({ reason: 'lookin_unknown' });
    await expect(endLookin.run(beside, { lookinId: id })).rejects.toMatchObject({ reason: 'lookin_unknown' });
  });
});
