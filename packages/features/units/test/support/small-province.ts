import { newId } from '@mahalleh/kernel';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { plantSql, type Seedling } from '../../src/planting.ts';

const id = newId;

/** Two counties: one with a city of two neighbourhoods and a village, one with a city of one. */
export const openSmallProvince = async () => {
  const test = await openTestProvince();
  const ids = {
    province: id(),
    qom: id(),
    kahak: id(),
    bakhsh: id(),
    city: id(),
    kahakCity: id(),
    a: id(),
    b: id(),
    c: id(),
    village: id(),
  };
  const fromOn = '2020-03-20';
  const seedlings: Seedling[] = [
    { id: ids.province, kind: 'province', nameFa: 'قم', parentId: null, fromOn, officialCode: '25' },
    { id: ids.qom, kind: 'county', nameFa: 'قم', parentId: ids.province, fromOn, officialCode: '2501' },
    { id: ids.kahak, kind: 'county', nameFa: 'کهک', parentId: ids.province, fromOn, officialCode: '2502' },
    { id: ids.bakhsh, kind: 'district', nameFa: 'مرکزی', parentId: ids.qom, fromOn, officialCode: '250101' },
    { id: ids.city, kind: 'city', nameFa: 'قم', parentId: ids.bakhsh, fromOn, officialCode: '2501011234' },
    { id: ids.kahakCity, kind: 'city', nameFa: 'کهک', parentId: ids.kahak, fromOn, officialCode: '2502011234' },
    { id: ids.a, kind: 'neighbourhood', nameFa: 'شیخ‌آباد', nameEn: 'Sheikhabad', parentId: ids.city, fromOn },
    { id: ids.b, kind: 'neighbourhood', nameFa: 'پردیسان', parentId: ids.city, fromOn },
    { id: ids.c, kind: 'neighbourhood', nameFa: 'چهارمردان', parentId: ids.kahakCity, fromOn },
    { id: ids.village, kind: 'village', nameFa: 'قمرود', parentId: ids.bakhsh, fromOn },
  ];
  for (const statement of plantSql(seedlings, 0))
    await test.sql(statement.sql, [...(statement.args as (string | number)[])]);
  const admin = await test.as({ role: 'province_admin', unitId: ids.province });
  const rows = (text: string, ...args: (string | number)[]) => test.sql(text, args);
  const unit = async (unitId: string) => (await rows('select * from units where id = ?', unitId))[0] ?? {};
  return { ...test, test, ids, admin, rows, unit };
};

/** What must hold of the tree whatever happened to it. Shape: the pairs that are too many or too few, and units in a wrong county. */
export const treeFaults = async (test: Pick<TestWorkspace<'province'>, 'sql'>) => {
  const walked =
    'with recursive up(ancestor_id, unit_id) as (select id, id from units union all select u.parent_id, up.unit_id from up join units u on u.id = up.ancestor_id where u.parent_id is not null)';
  return {
    missing: await test.sql(`${walked} select * from up except select ancestor_id, unit_id from unit_closure`),
    extra: await test.sql(`${walked} select ancestor_id, unit_id from unit_closure except select * from up`),
    county: await test.sql(
      "select u.id from units u where u.county_id is not (select c.ancestor_id from unit_closure c join units a on a.id = c.ancestor_id where c.unit_id = u.id and a.kind = 'county')",
    ),
    membership: await test.sql(
      'select u.id from units u where (u.ended_on is null) <> (select count(*) = 1 from unit_memberships m where m.unit_id = u.id and m.to_on is null and m.parent_id is u.parent_id and m.county_id is u.county_id)',
    ),
    overlaps: await test.sql(
      'select m.unit_id from unit_memberships m join unit_memberships n on n.unit_id = m.unit_id and n.from_on > m.from_on where m.to_on is null or m.to_on > n.from_on',
    ),
  };
};

/** The tree without a fault. */
export const SOUND = { missing: [], extra: [], county: [], membership: [], overlaps: [] };
