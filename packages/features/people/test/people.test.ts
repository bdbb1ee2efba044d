import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { amendPerson, onePerson, peopleList, registerPerson, retirePerson } from '../src/index.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const SARA = { fullName: 'سارا كريمي', mobile: '+98 912 000 0001', jobTitle: 'تسهیلگر' };

describe('person.register', () => {
  it('keeps one spelling of name and number, and audits fields without values', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const { id } = await registerPerson.run(admin, SARA);
    expect((await world.sql('select * from people where id = ?', [id]))[0]).toMatchObject({
      full_name: 'سارا کریمی',
      mobile: '09120000001',
      is_sample: 0,
      revision: 1,
    });
    const audit = await world.lastAudit();
    expect(audit).toMatchObject({ action: 'person.register', subject: id, actor_id: admin.personId });
    expect(JSON.stringify(audit)).not.toMatch(/کریمی|0912/);
  });

  it('refuses a number that somebody else has, and names the field', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    await registerPerson.run(admin, SARA);
    await expect(registerPerson.run(admin, { ...SARA, fullName: 'دیگری' })).rejects.toMatchObject({
      kind: 'refused',
      reason: 'mobile_taken',
      fields: [{ field: 'mobile' }],
    });
  });

  it('refuses unknown fields, an empty name and a phone number in the title', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const attempt = registerPerson.run(admin, { fullName: ' ', jobTitle: 'تلفن 09121234567', religion: 'x' });
    await expect(attempt).rejects.toMatchObject({
      kind: 'invalid',
      fields: expect.arrayContaining([
        expect.objectContaining({ field: 'fullName', reason: 'required' }),
        expect.objectContaining({ field: 'jobTitle', reason: 'personal_number_in_text' }),
        expect.objectContaining({ field: 'religion', reason: 'unknown_field' }),
      ]) as unknown,
    });
  });

  it('an observer may not, an administrator may', async () => {
    const observer = await world.holding('observer', world.unit.province);
    await expect(registerPerson.run(observer, SARA)).rejects.toMatchObject({ kind: 'not_permitted' });
    await expect(
      registerPerson.run(await world.holding('province_admin', world.unit.province), SARA),
    ).resolves.toMatchObject({ revision: 1 });
  });
});

describe('person.amend', () => {
  it('names the fields that changed; two people editing one record do not overwrite each other', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const { id } = await registerPerson.run(admin, SARA);
    const next = { personId: id, revision: 1, ...SARA, jobTitle: 'مدیر محله' };
    expect(await amendPerson.run(admin, next)).toEqual({ id, revision: 2 });
    expect((await world.lastAudit())?.['fields_json']).toBe('["jobTitle"]');
    await expect(amendPerson.run(admin, { ...next, fullName: 'دیگری' })).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'revision_conflict',
    });
    expect((await world.sql('select full_name from people where id = ?', [id]))[0]).toEqual({
      full_name: 'سارا کریمی',
    });
  });

  it('a secretary amends people of the county, not who also works elsewhere', async () => {
    const secretary = await world.holding('county_secretary', world.unit.countyA);
    const near = await world.holding('facilitator', world.unit.placeA);
    const far = await world.holding('facilitator', world.unit.placeB);
    const edit = (personId: string) => amendPerson.run(secretary, { personId, revision: 1, fullName: 'نام تازه' });
    await expect(edit(near.personId)).resolves.toMatchObject({ revision: 2 });
    await expect(edit(far.personId)).rejects.toMatchObject({ kind: 'refused', reason: 'person_outside_scope' });
  });
});

describe('person.retire', () => {
  it('ends roles and browsers, forgets the number, keeps the name', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const gone = await world.holding('facilitator', world.unit.placeA);
    await retirePerson.run(admin, { personId: gone.personId, revision: 1 });
    expect(await world.rolesOf(gone.personId)).toEqual([]);
    await expect(onePerson.run(gone, { personId: gone.personId })).rejects.toMatchObject({ kind: 'signed_out' });
    expect(
      (await world.sql('select full_name, mobile, revision from people where id = ?', [gone.personId]))[0],
    ).toEqual({ full_name: 'Sample Person', mobile: null, revision: 2 });
    await expect(retirePerson.run(admin, { personId: gone.personId, revision: 2 })).rejects.toMatchObject({
      reason: 'person_retired',
    });
  });

  it('nobody retires themselves, and who is retired while retiring another does not succeed', async () => {
    const [first, second] = [
      await world.holding('province_admin', world.unit.province),
      await world.holding('province_admin', world.unit.province),
    ];
    await expect(retirePerson.run(first, { personId: first.personId, revision: 1 })).rejects.toMatchObject({
      reason: 'own_administration_stays',
    });
    const late = await world.interrupted(second.personId, () =>
      retirePerson.run(first, { personId: second.personId, revision: 1 }),
    );
    await expect(retirePerson.run(late, { personId: first.personId, revision: 1 })).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await world.rolesOf(first.personId)).toHaveLength(1);
    expect(await world.rolesOf(second.personId)).toHaveLength(0);
  });
});

describe('reading people', () => {
  it('finds by name in any spelling, by role and by unit, with a total', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const { id } = await registerPerson.run(admin, SARA);
    await world.holding('facilitator', world.unit.placeA);
    await world.holding('facilitator', world.unit.placeB);
    expect((await peopleList.run(admin, { q: 'كريمي' })).rows.map((row) => row.id)).toEqual([id]);
    expect((await peopleList.run(admin, { q: '%' })).total).toBe(0);
    expect((await peopleList.run(admin, { role: 'facilitator' })).total).toBe(2);
    const inCounty = await peopleList.run(admin, { role: 'facilitator', unitId: world.unit.countyA });
    expect(inCounty.rows[0]?.roles).toMatchObject([{ role: 'facilitator', unitNameFa: 'محله الف' }]);
    expect(inCounty.total).toBe(1);
    const second = await peopleList.run(admin, { page: '۲', size: 3 });
    expect([second.rows.length, second.total]).toEqual([1, 4]);
  });

  it('shows numbers only of people near the reader', async () => {
    const [near, far] = [
      await world.holding('facilitator', world.unit.placeA),
      await world.holding('facilitator', world.unit.placeB),
    ];
    await world.sql("update people set mobile = '09120000001' where id = ?", [near.personId]);
    await world.sql("update people set mobile = '09120000002' where id = ?", [far.personId]);
    const manager = await world.holding('neighbourhood_manager', world.unit.placeA);
    const mobiles = (await peopleList.run(manager, { role: 'facilitator' })).rows.map(({ mobile }) => mobile);
    expect(mobiles.toSorted()).toEqual(['09120000001', null]);
    expect((await onePerson.run(manager, { personId: far.personId })).mobile).toBeNull();
  });

  it('the history of a person is for readers of the audit', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    const { id } = await registerPerson.run(admin, SARA);
    expect((await onePerson.run(admin, { personId: id })).history).toMatchObject([
      { action: 'person.register', actorName: 'Sample Person' },
    ]);
    const manager = await world.holding('neighbourhood_manager', world.unit.placeA);
    expect((await onePerson.run(manager, { personId: id })).history).toEqual([]);
  });

  it('an unknown person is not found', async () => {
    const admin = await world.holding('province_admin', world.unit.province);
    await expect(onePerson.run(admin, { personId: '01980000-0000-7000-8000-000000000001' })).rejects.toMatchObject({
      kind: 'not_found',
      reason: 'person_unknown',
    });
  });
});
