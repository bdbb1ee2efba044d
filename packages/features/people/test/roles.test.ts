import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { grantRole, onePerson, registerPerson, revokeRole } from '../src/index.ts';
import { openMinistry, openWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const SOME_AGENCY = '01980000-0000-7000-8000-00000000a0a0';

describe('role.grant', () => {
  it('gives a role over a unit, seen at once, and audits role and unit', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const { id: personId } = await registerPerson.run(admin, { fullName: 'سارا کریمی' });
    const { id } = await grantRole.run(admin, { personId, role: 'neighbourhood_manager', unitId: world.unit.placeA });
    expect(await world.rolesOf(personId)).toEqual([`neighbourhood_manager@${world.unit.placeA}`]);
    expect(await world.lastAudit()).toMatchObject({
      action: 'role.grant',
      subject: personId,
      unit_id: world.unit.placeA,
      fields_json: '["role:neighbourhood_manager"]',
    });
    expect((await onePerson.run(admin, { personId })).roles).toMatchObject([{ id, unitNameFa: 'محله الف' }]);
  });

  it('the same role twice is refused, also when both come at once', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const { id: personId } = await registerPerson.run(admin, { fullName: 'سارا کریمی' });
    const give = () => grantRole.run(admin, { personId, role: 'observer', unitId: world.unit.countyA });
    const both = await Promise.allSettled([give(), give()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(give()).rejects.toMatchObject({ kind: 'refused', reason: 'role_already_held' });
  });

  it('an administrator of a county gives roles in the county; elsewhere there is no such unit', async () => {
    const admin = await world.holding('province_admin', world.unit.countyA);
    const { id: personId } = await registerPerson.run(admin, { fullName: 'سارا کریمی' });
    const give = (role: string, unitId: string) => grantRole.run(admin, { personId, role, unitId });
    await expect(give('facilitator', world.unit.placeA)).resolves.toBeDefined();
    await expect(give('facilitator', world.unit.placeB)).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'unit_unknown',
    });
    await expect(give('province_admin', world.unit.province)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('who may not administer may not give, not even below', async () => {
    const dg = await world.holding('director_general', world.unit.province);
    const someone = await world.holding('observer', world.unit.placeA);
    await expect(
      grantRole.run(dg, { personId: someone.personId, role: 'facilitator', unitId: world.unit.placeA }),
    ).rejects.toMatchObject({ kind: 'not_permitted' });
  });

  it('an officer’s agency must be there', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const someone = await world.holding('observer', world.unit.placeA);
    const give = () =>
      grantRole.run(admin, {
        personId: someone.personId,
        role: 'agency_officer',
        unitId: world.unit.countyA,
        agencyId: SOME_AGENCY,
      });
    await expect(give()).rejects.toMatchObject({ reason: 'agency_unknown', fields: [{ field: 'agencyId' }] });
    await world.sql(
      "insert into agencies (id, name, name_folded, kind, unit_id, registered_at_ms) values (?, 'x', 'x', 'police', ?, 1)",
      [SOME_AGENCY, world.unit.province],
    );
    await expect(give()).resolves.toBeDefined();
  });

  it('a role that is not one is a fault of that field', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    await expect(
      grantRole.run(admin, { personId: admin.personId, role: 'king', unitId: world.unit.province }),
    ).rejects.toMatchObject({ fields: [{ field: 'role', reason: 'role_unknown' }] });
  });
});

describe('role.revoke', () => {
  const grantOf = async (personId: string): Promise<string> =>
    String(
      (await world.sql('select id from role_grants where person_id = ? and revoked_at_ms is null', [personId]))[0]?.[
        'id'
      ],
    );

  it('takes effect in the open browser at once', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const manager = await world.holding('neighbourhood_manager', world.unit.placeA);
    await onePerson.run(manager, { personId: manager.personId });
    await revokeRole.run(admin, { grantId: await grantOf(manager.personId) });
    await expect(onePerson.run(manager, { personId: manager.personId })).rejects.toMatchObject({
      kind: 'not_permitted',
    });
  });

  it('the last administrator cannot end their own administration; a role outside one’s units is not there', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const county = await world.holding('province_admin', world.unit.countyA);
    const adminGrant = await grantOf(admin.personId);
    await expect(revokeRole.run(admin, { grantId: adminGrant })).rejects.toMatchObject({
      kind: 'refused',
      reason: 'own_administration_stays',
    });
    await expect(revokeRole.run(county, { grantId: adminGrant })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'role_grant_unknown',
    });
    await expect(revokeRole.run(admin, { grantId: await grantOf(county.personId) })).resolves.toBeDefined();
  });

  it('who loses the administration while ending another’s does not succeed', async () => {
    const [first, second] = [
      await world.holding('province_admin', world.unit.province),
      await world.holding('province_admin', world.unit.province),
    ];
    const [one, two] = [await grantOf(first.personId), await grantOf(second.personId)];
    const late = await world.interrupted(second.personId, () => revokeRole.run(first, { grantId: two }));
    await expect(revokeRole.run(late, { grantId: one })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await world.rolesOf(first.personId)).toHaveLength(1);
    expect(await world.rolesOf(second.personId)).toHaveLength(0);
  });
});

describe('at the ministry', () => {
  it('its roles are held over the one unit of the nation, and a province’s roles are not given', async () => {
    const ministry = await openMinistry();
    try {
      const admin = await ministry.as({ role: 'ministry_admin', unitId: 'nation' });
      const { id: personId } = await registerPerson.run(admin, { fullName: 'تحلیلگر نمونه' });
      await grantRole.run(admin, { personId, role: 'ministry_analyst', unitId: 'nation' });
      expect((await onePerson.run(admin, { personId })).roles).toMatchObject([
        { role: 'ministry_analyst', unitNameFa: 'وزارت کشور' },
      ]);
      await expect(grantRole.run(admin, { personId, role: 'governor', unitId: 'nation' })).rejects.toMatchObject({
        reason: 'role_unsuited_to_unit',
      });
    } finally {
      ministry.close();
    }
  });
});
