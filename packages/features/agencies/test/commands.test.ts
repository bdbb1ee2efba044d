import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '@mahalleh/kernel';
import { openTestProvince } from '@mahalleh/gate/testing';
import { amendPassport } from '@mahalleh/units';
import { plantSql } from '@mahalleh/units/planting';
import { activateBase } from '../src/commands/activate-base.ts';
import { amendAgency } from '../src/commands/amend-agency.ts';
import { amendBase } from '../src/commands/amend-base.ts';
import { deactivateBase } from '../src/commands/deactivate-base.ts';
import { registerAgency } from '../src/commands/register-agency.ts';
import { registerBase } from '../src/commands/register-base.ts';
import { retireAgency } from '../src/commands/retire-agency.ts';
import { listAgencies } from '../src/queries/agencies.ts';
import { agencyDetail } from '../src/queries/agency.ts';
import { baseDetail } from '../src/queries/base.ts';
import { listBases } from '../src/queries/bases.ts';

const openWorld = async () => {
  const test = await openTestProvince();
  const ids = { province: newId(), county: newId(), city: newId(), a: newId(), b: newId() };
  const fromOn = '2020-03-20';
  const seedlings = [
    { id: ids.province, kind: 'province' as const, nameFa: 'قزوین', parentId: null, fromOn },
    { id: ids.county, kind: 'county' as const, nameFa: 'قزوین', parentId: ids.province, fromOn },
    { id: ids.city, kind: 'city' as const, nameFa: 'قزوین', parentId: ids.county, fromOn },
    { id: ids.a, kind: 'neighbourhood' as const, nameFa: 'راه‌آهن', parentId: ids.city, fromOn },
    { id: ids.b, kind: 'neighbourhood' as const, nameFa: 'پنبه‌ریسه', parentId: ids.city, fromOn },
  ];
  for (const { sql, args } of plantSql(seedlings, 0)) await test.sql(sql, [...(args as (string | number)[])]);
  return { ...test, ids, admin: await test.as({ role: 'province_admin', unitId: ids.province }) };
};
let world: Awaited<ReturnType<typeof openWorld>>;
beforeEach(async () => void (world = await openWorld()));
afterEach(() => world.close());

const mosque = (unitId: string, more: object = {}) => ({ unitId, kind: 'mosque', name: 'مسجد جوادالائمه', ...more });

describe('agencies', () => {
  test('a body of the province is in sight of a neighbourhood manager, who cannot change it', async () => {
    const { id } = await registerAgency.run(world.admin, {
      unitId: world.ids.province,
      kind: 'red_crescent',
      name: 'هلال‌احمر استان',
      phone: '۰۲۸-۳۳۳۳۳۳۳۳',
    });
    const manager = await world.as({ role: 'neighbourhood_manager', unitId: world.ids.a });
    expect((await listAgencies.run(manager, { q: 'هلال احمر' })).rows).toMatchObject([
      { id, phone: '02833333333', baseCount: 0 },
    ]);
    await expect(
      amendAgency.run(manager, { agencyId: id, revision: 1, kind: 'other', name: 'x' }),
    ).rejects.toMatchObject({ kind: 'not_permitted' });
    expect((await world.audit()).at(-1)).toMatchObject({ action: 'agency.register', unit_id: world.ids.province });
  });

  test('a body of one neighbourhood is out of sight of the next', async () => {
    const { id } = await registerAgency.run(world.admin, { unitId: world.ids.a, kind: 'charity', name: 'خیریه' });
    const next = await world.as({ role: 'neighbourhood_manager', unitId: world.ids.b });
    expect((await listAgencies.run(next, {})).total).toBe(0);
    await expect(agencyDetail.run(next, { agencyId: id })).rejects.toMatchObject({ kind: 'not_found' });
  });

  test('a body with bases is retired after they are given away', async () => {
    const agency = await registerAgency.run(world.admin, {
      unitId: world.ids.province,
      kind: 'mosque_affairs',
      name: 'امور مساجد',
    });
    const base = await registerBase.run(world.admin, mosque(world.ids.a, { agencyId: agency.id }));
    await expect(retireAgency.run(world.admin, { agencyId: agency.id, revision: 1 })).rejects.toMatchObject({
      reason: 'agency_has_bases',
      detail: { count: 1 },
    });
    await amendBase.run(world.admin, { baseId: base.id, revision: 1, kind: 'mosque', name: 'مسجد جوادالائمه' });
    await retireAgency.run(world.admin, { agencyId: agency.id, revision: 1 });
    expect((await agencyDetail.run(world.admin, { agencyId: agency.id })).history.map(({ action }) => action)).toEqual([
      'agency.retire',
      'agency.register',
    ]);
  });
});

describe('bases', () => {
  test('a mosque is registered, activated on a Jalali day, and set back to being prepared', async () => {
    const { id } = await registerBase.run(world.admin, mosque(world.ids.a, { officialCode: '۰۰۷' }));
    await activateBase.run(world.admin, { baseId: id, revision: 1, on: '۱۴۰۵/۰۸/۰۱' });
    expect((await baseDetail.run(world.admin, { baseId: id })).base).toMatchObject({
      activation: 'active',
      activatedOn: '2026-10-23',
      officialCode: '007',
      countyNameFa: 'قزوین',
    });
    await expect(activateBase.run(world.admin, { baseId: id, revision: 2, on: '1405/08/02' })).rejects.toMatchObject({
      reason: 'base_already_active',
    });
    await deactivateBase.run(world.admin, { baseId: id, revision: 2, isPreparing: true });
    expect((await listBases.run(world.admin, { activation: 'preparing', countyId: world.ids.county })).total).toBe(1);
  });

  test('the same name, kind and neighbourhood is a conflict, and so is a code in use', async () => {
    await registerBase.run(world.admin, mosque(world.ids.a, { officialCode: '7' }));
    await expect(registerBase.run(world.admin, mosque(world.ids.a))).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'base_name_taken',
    });
    await expect(registerBase.run(world.admin, mosque(world.ids.b, { officialCode: '۷' }))).rejects.toMatchObject({
      reason: 'base_code_taken',
    });
    await expect(registerBase.run(world.admin, mosque(world.ids.city))).rejects.toMatchObject({
      reason: 'base_unit_unfit',
    });
  });

  test('a neighbourhood has one lead base, and its passport names the same one', async () => {
    const first = await registerBase.run(world.admin, mosque(world.ids.a, { isLead: true }));
    const second = await registerBase.run(world.admin, mosque(world.ids.a, { name: 'مسجد النبی', isLead: true }));
    const leads = () =>
      world.sql('select b.id, u.lead_base_id from bases b join units u on u.id = b.unit_id where b.is_lead = 1');
    expect(await leads()).toEqual([{ id: second.id, lead_base_id: second.id }]);
    const revision = Number(
      (await world.sql('select revision from units where id = ?', [world.ids.a]))[0]?.['revision'],
    );
    await amendPassport.run(world.admin, { unitId: world.ids.a, revision, leadBaseId: first.id });
    expect(await leads()).toEqual([{ id: first.id, lead_base_id: first.id }]);
    const { base } = await baseDetail.run(world.admin, { baseId: first.id });
    await amendBase.run(world.admin, { baseId: first.id, revision: base.revision, kind: 'mosque', name: base.name });
    expect(await world.sql('select lead_base_id from units where id = ?', [world.ids.a])).toEqual([
      { lead_base_id: null },
    ]);
  });

  test('an officer of one agency keeps to its bases', async () => {
    const mine = (await registerAgency.run(world.admin, { unitId: world.ids.province, kind: 'basij', name: 'بسیج' }))
      .id;
    const other = (
      await registerAgency.run(world.admin, { unitId: world.ids.province, kind: 'health', name: 'بهداشت' })
    ).id;
    const officer = await world.as(
      { role: 'agency_officer', unitId: world.ids.province, agencyId: mine },
      { role: 'observer', unitId: world.ids.province },
    );
    const foreign = await registerBase.run(world.admin, mosque(world.ids.a, { agencyId: other }));
    const own = await registerBase.run(officer, mosque(world.ids.b, { agencyId: mine }));
    await expect(registerBase.run(officer, mosque(world.ids.b, { name: 'دیگر' }))).rejects.toMatchObject({
      reason: 'base_not_of_your_agency',
    });
    await expect(
      activateBase.run(officer, { baseId: foreign.id, revision: 1, on: '1405/01/01' }),
    ).rejects.toMatchObject({ kind: 'not_found' });
    await expect(
      amendBase.run(officer, { baseId: own.id, revision: 1, kind: 'mosque', name: 'مسجد', agencyId: other }),
    ).rejects.toMatchObject({ reason: 'base_not_of_your_agency' });
    await activateBase.run(officer, { baseId: own.id, revision: 1, on: '1405/01/01' });
  });

  test('of two who edit one base, the second is told; in another neighbourhood there is nothing', async () => {
    const { id } = await registerBase.run(world.admin, mosque(world.ids.a));
    const edit = { baseId: id, revision: 1, kind: 'mosque', name: 'مسجد نو' };
    await amendBase.run(world.admin, edit);
    await expect(amendBase.run(world.admin, edit)).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'revision_conflict',
    });
    const next = await world.as({ role: 'neighbourhood_manager', unitId: world.ids.b });
    await expect(amendBase.run(next, { ...edit, revision: 2 })).rejects.toMatchObject({ kind: 'not_found' });
  });
});
