import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendPassport } from '../src/commands/amend-passport.ts';
import { registerUnit } from '../src/commands/register-unit.ts';
import { retireUnit } from '../src/commands/retire-unit.ts';
import { unitDetail } from '../src/queries/unit.ts';
import { listUnits } from '../src/queries/units.ts';
import { openSmallProvince } from './support/small-province.ts';

let world: Awaited<ReturnType<typeof openSmallProvince>>;
beforeEach(async () => void (world = await openSmallProvince()));
afterEach(() => world.close());

const onDate = '2025-04-21';
const lastAudit = async () => (await world.audit()).at(-1);

test('unit.retire ends a unit with nothing below, and lists leave it out unless asked', async () => {
  const { city, a } = world.ids;
  await expect(retireUnit.run(world.admin, { unitId: city, revision: 1, onDate })).rejects.toMatchObject({
    reason: 'unit_has_living_below',
  });
  await retireUnit.run(world.admin, { unitId: a, revision: 1, onDate });
  expect((await listUnits.run(world.admin, { kind: 'neighbourhood' })).total).toBe(2);
  expect((await listUnits.run(world.admin, { kind: 'neighbourhood', withEnded: 'true' })).total).toBe(3);
  await expect(
    registerUnit.run(world.admin, { parentId: a, kind: 'neighbourhood', nameFa: 'نو' }),
  ).rejects.toMatchObject({ reason: 'unit_ended' });
});

test('lists find a name however it is spelt, within the units of the reader', async () => {
  for (const q of ['شيخ آباد', 'شيخآباد', 'شیخ‌آباد', 'خ ا'])
    expect((await listUnits.run(world.admin, { q })).rows).toMatchObject([
      { nameFa: 'شیخ‌آباد', parentNameFa: 'قم', countyNameFa: 'قم' },
    ]);
  expect((await listUnits.run(world.admin, { q: 'sheikh' })).total).toBe(1);
  const manager = await world.as({ role: 'neighbourhood_manager', unitId: world.ids.b });
  expect((await listUnits.run(manager, {})).rows.map((row) => row.id)).toEqual([world.ids.b]);
  await expect(unitDetail.run(manager, { unitId: world.ids.a })).rejects.toMatchObject({ kind: 'not_found' });
});

describe('passport.amend', () => {
  test('the manager of a neighbourhood writes its passport; the audit row names the fields and no value', async () => {
    const manager = await world.as({ role: 'neighbourhood_manager', unitId: world.ids.a });
    const given = {
      unitId: world.ids.a,
      revision: 1,
      population: '۱۲٬۴۰۰',
      latitude: '34.64',
      longitude: 50.87,
      managerPersonId: manager.personId,
      summary: 'محله‌ای قدیمی',
    };
    await amendPassport.run(manager, given);
    expect((await unitDetail.run(manager, { unitId: world.ids.a })).unit).toMatchObject({
      population: 12400,
      latitude: 34.64,
      managerName: 'Sample Person',
    });
    expect(JSON.parse(String((await lastAudit())?.['fields_json']))).toEqual([
      'population',
      'latitude',
      'longitude',
      'managerPersonId',
      'summary',
    ]);
    await expect(amendPassport.run(manager, { ...given, unitId: world.ids.b })).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  test('half a point, an unknown person and a base of elsewhere are refused by field', async () => {
    const given = { unitId: world.ids.a, revision: 1 };
    const unknown = '0192f0a0-0000-7000-8000-000000000009';
    await expect(amendPassport.run(world.admin, { ...given, latitude: 34 })).rejects.toMatchObject({
      reason: 'point_incomplete',
      fields: [{ field: 'longitude' }],
    });
    await expect(amendPassport.run(world.admin, { ...given, managerPersonId: unknown })).rejects.toMatchObject({
      reason: 'passport_person_unknown',
    });
    await expect(amendPassport.run(world.admin, { ...given, leadBaseId: unknown })).rejects.toMatchObject({
      reason: 'passport_base_unknown',
    });
    await expect(amendPassport.run(world.admin, { ...given, summary: 'شماره ۰۹۱۲۱۲۳۴۵۶۷' })).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'summary', reason: 'personal_number_in_text' }],
    });
  });
});

test('a command sent twice answers once; with other content it is refused', async () => {
  const commandId = '0192f0a0-0000-7000-8000-0000000000aa';
  const given = { parentId: world.ids.city, kind: 'neighbourhood', nameFa: 'نو' };
  const first = await registerUnit.run(world.admin, given, commandId);
  expect(await registerUnit.run(world.admin, given, commandId)).toEqual(first);
  await expect(registerUnit.run(world.admin, { ...given, nameFa: 'دیگر' }, commandId)).rejects.toMatchObject({
    reason: 'command_id_reused',
  });
});
