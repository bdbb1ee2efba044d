import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendUnit } from '../src/commands/amend-unit.ts';
import { mergeUnits } from '../src/commands/merge-units.ts';
import { moveUnit } from '../src/commands/move-unit.ts';
import { registerUnit } from '../src/commands/register-unit.ts';
import { splitUnit } from '../src/commands/split-unit.ts';
import { unitDetail } from '../src/queries/unit.ts';
import { openSmallProvince, SOUND, treeFaults } from './support/small-province.ts';

let world: Awaited<ReturnType<typeof openSmallProvince>>;
beforeEach(async () => void (world = await openSmallProvince()));
afterEach(() => world.close());

const onDate = '2025-04-21';
const lastAudit = async () => (await world.audit()).at(-1);

describe('unit.register', () => {
  test('given a city, a neighbourhood under it has its county, its closure, its first membership and one audit row', async () => {
    const { id } = await registerUnit.run(world.admin, {
      parentId: world.ids.city,
      kind: 'neighbourhood',
      nameFa: 'امام رضا',
      officialCode: '۰۱۲',
    });
    expect(await world.unit(id)).toMatchObject({
      county_id: world.ids.qom,
      official_code: '012',
      from_on: '2026-11-22',
      name_folded: 'امام رضا',
    });
    expect(await treeFaults(world)).toEqual(SOUND);
    expect(await lastAudit()).toMatchObject({ action: 'unit.register', subject: id, unit_id: id });
  });

  test('a code in use is a conflict, a parent unfit is refused, and neither leaves a row', async () => {
    const before = (await world.audit()).length;
    const given = { parentId: world.ids.city, kind: 'neighbourhood', nameFa: 'نو' };
    await expect(registerUnit.run(world.admin, { ...given, officialCode: '2501' })).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'unit_code_taken',
    });
    await expect(registerUnit.run(world.admin, { ...given, kind: 'county' })).rejects.toMatchObject({
      kind: 'refused',
      reason: 'unit_parent_unfit',
    });
    await expect(registerUnit.run(world.admin, { ...given, fromOn: '1405/12/29' })).rejects.toMatchObject({
      reason: 'date_in_future',
    });
    expect((await world.audit()).length).toBe(before);
  });

  test('an administrator of one county registers there and finds nothing in the other', async () => {
    const local = await world.as({ role: 'province_admin', unitId: world.ids.qom });
    await expect(
      registerUnit.run(local, { parentId: world.ids.kahakCity, kind: 'neighbourhood', nameFa: 'نو' }),
    ).rejects.toMatchObject({ kind: 'not_found', reason: 'unit_unknown' });
    await expect(
      registerUnit.run(local, { parentId: world.ids.city, kind: 'neighbourhood', nameFa: 'نو' }),
    ).resolves.toMatchObject({ revision: 1 });
  });
});

describe('unit.amend', () => {
  test('a rename keeps the old name with its day and decree', async () => {
    const { a } = world.ids;
    await amendUnit.run(world.admin, {
      unitId: a,
      revision: 1,
      nameFa: 'شيخ آباد نو',
      onDate: '1404/02/01',
      decreeNumber: 'د/12',
    });
    expect(await world.unit(a)).toMatchObject({ name_fa: 'شیخ آباد نو', name_en: null, revision: 2 });
    const { successions, history } = await unitDetail.run(world.admin, { unitId: a });
    expect(successions).toMatchObject([{ kind: 'rename', onDate, oldName: 'شیخ‌آباد', decreeNumber: 'د/12' }]);
    expect(history[0]).toMatchObject({
      action: 'unit.amend',
      fields: ['nameFa', 'nameEn'],
      actorName: 'Sample Person',
    });
  });

  test('of two who edit one unit, the second is told', async () => {
    const edit = { unitId: world.ids.a, revision: 1, nameFa: 'شیخ‌آباد' };
    await amendUnit.run(world.admin, { ...edit, isModel: true });
    await expect(amendUnit.run(world.admin, { ...edit, nameEn: 'X' })).rejects.toMatchObject({
      kind: 'conflict',
      reason: 'revision_conflict',
    });
  });
});

describe('unit.move', () => {
  test('the county follows to everything below, and both memberships stay known', async () => {
    const { city, kahak, a, qom } = world.ids;
    await moveUnit.run(world.admin, { unitId: city, revision: 1, parentId: kahak, onDate });
    expect(await treeFaults(world)).toEqual(SOUND);
    expect(await world.unit(a)).toMatchObject({ county_id: kahak });
    expect(
      await world.rows('select county_id, from_on, to_on from unit_memberships where unit_id = ? order by from_on', a),
    ).toEqual([
      { county_id: qom, from_on: '2020-03-20', to_on: onDate },
      { county_id: kahak, from_on: onDate, to_on: null },
    ]);
  });

  test('every feature hears of units whose county changed', async () => {
    await world.rows('delete from dirty');
    await moveUnit.run(world.admin, { unitId: world.ids.city, revision: 1, parentId: world.ids.kahak, onDate });
    const features = (await world.rows('select distinct feature from dirty where unit_id = ?', world.ids.a)).map(
      (row) => row['feature'],
    );
    const known = (await world.rows("select sql from sqlite_master where name = 'units_county_dirty'"))[0]?.['sql'];
    expect(features).toContain('units');
    for (const feature of [...String(known).matchAll(/new\.id, '(\w+)'/g)].map((found) => found[1]))
      expect(features).toContain(feature);
  });

  test('a move back on the same day corrects the day and leaves no gap', async () => {
    const { city, kahak, bakhsh, a } = world.ids;
    await moveUnit.run(world.admin, { unitId: city, revision: 1, parentId: kahak, onDate });
    await moveUnit.run(world.admin, { unitId: city, revision: 2, parentId: bakhsh, onDate });
    expect(await treeFaults(world)).toEqual(SOUND);
    expect(await world.unit(a)).toMatchObject({ county_id: world.ids.qom });
  });

  test('two moves that together would make a circle: the second is refused', async () => {
    const { bakhsh, qom } = world.ids;
    await expect(
      moveUnit.run(world.admin, { unitId: qom, revision: 1, parentId: bakhsh, onDate }),
    ).rejects.toMatchObject({ reason: 'unit_below_itself' });
  });

  test("a unit is not moved into an area that is not the actor's", async () => {
    const local = await world.as({ role: 'province_admin', unitId: world.ids.qom });
    await expect(
      moveUnit.run(local, { unitId: world.ids.a, revision: 1, parentId: world.ids.kahakCity, onDate }),
    ).rejects.toMatchObject({ kind: 'not_found' });
  });
});

describe('unit.split and unit.merge', () => {
  test('a county splits in two: each city goes with its half, and the old county keeps its history', async () => {
    const { qom, bakhsh, a } = world.ids;
    const { intoIds } = await splitUnit.run(world.admin, {
      unitId: qom,
      revision: 1,
      onDate,
      into: [
        { nameFa: 'قم شمالی', childIds: [bakhsh] },
        { nameFa: 'قم جنوبی', officialCode: '2509' },
      ],
    });
    expect(await treeFaults(world)).toEqual(SOUND);
    expect(await world.unit(a)).toMatchObject({ county_id: intoIds[0] });
    expect(await world.unit(qom)).toMatchObject({ ended_on: onDate });
    const { successions } = await unitDetail.run(world.admin, { unitId: String(intoIds[1]) });
    expect(successions).toMatchObject([{ kind: 'split', fromUnitId: qom, toUnitId: intoIds[1] }]);
  });

  test('a split that leaves a unit behind is refused and writes nothing', async () => {
    const split = {
      unitId: world.ids.city,
      revision: 1,
      onDate,
      into: [{ nameFa: 'یک', childIds: [world.ids.a] }, { nameFa: 'دو' }],
    };
    await expect(splitUnit.run(world.admin, split)).rejects.toMatchObject({
      reason: 'split_child_left',
      detail: { count: 1 },
    });
    expect(await world.unit(world.ids.city)).toMatchObject({ ended_on: null, revision: 1 });
  });

  test('two neighbourhoods become one; both know it, and so does the new one', async () => {
    const { a, b } = world.ids;
    const { id } = await mergeUnits.run(world.admin, {
      unitId: a,
      revision: 1,
      others: [{ unitId: b, revision: 1 }],
      nameFa: 'شیخ‌آباد و پردیسان',
      onDate,
    });
    expect(await treeFaults(world)).toEqual(SOUND);
    expect(await world.rows('select from_unit_id from unit_successions where to_unit_id = ? order by 1', id)).toEqual(
      [a, b].sort().map((from) => ({ from_unit_id: from })),
    );
    expect(await world.unit(b)).toMatchObject({ ended_on: onDate });
  });

  test('counties merge with everything below them', async () => {
    const { qom, kahak, a, c } = world.ids;
    const { id } = await mergeUnits.run(world.admin, {
      unitId: qom,
      revision: 1,
      others: [{ unitId: kahak, revision: 1 }],
      nameFa: 'قم',
      onDate,
    });
    expect(await treeFaults(world)).toEqual(SOUND);
    expect([(await world.unit(a))['county_id'], (await world.unit(c))['county_id']]).toEqual([id, id]);
  });

  test('a merge with a unit that is stale, or not there, changes nothing', async () => {
    const { a, b } = world.ids;
    const merged = { unitId: a, revision: 1, nameFa: 'نو', onDate };
    await expect(
      mergeUnits.run(world.admin, { ...merged, others: [{ unitId: b, revision: 7 }] }),
    ).rejects.toMatchObject({ reason: 'revision_conflict' });
    await expect(
      mergeUnits.run(world.admin, {
        ...merged,
        others: [{ unitId: '0192f0a0-0000-7000-8000-000000000009', revision: 1 }],
      }),
    ).rejects.toMatchObject({ kind: 'not_found' });
    expect(await world.unit(a)).toMatchObject({ ended_on: null });
  });
});
