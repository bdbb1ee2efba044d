import { newId } from '@mahalleh/kernel';
import { openTestProvince } from '@mahalleh/gate/testing';
import { plantSql, type Seedling } from '@mahalleh/units/planting';

/** A province of two counties that each have a city of the county's name. */
export const openProvince = async () => {
  const test = await openTestProvince('qazvin');
  const ids = {
    province: newId(),
    qazvin: newId(),
    alborz: newId(),
    city: newId(),
    alvand: newId(),
    bakhsh: newId(),
    rail: newId(),
  };
  const fromOn = '2020-03-20';
  const seedlings: Seedling[] = [
    { id: ids.province, kind: 'province', nameFa: 'قزوین', parentId: null, fromOn, officialCode: '26' },
    { id: ids.qazvin, kind: 'county', nameFa: 'قزوین', parentId: ids.province, fromOn, officialCode: '2601' },
    { id: ids.alborz, kind: 'county', nameFa: 'البرز', parentId: ids.province, fromOn, officialCode: '2605' },
    { id: ids.city, kind: 'city', nameFa: 'قزوین', parentId: ids.qazvin, fromOn, officialCode: '2601011230' },
    { id: ids.alvand, kind: 'city', nameFa: 'الوند', parentId: ids.alborz, fromOn, officialCode: '2605011240' },
    { id: ids.bakhsh, kind: 'district', nameFa: 'مرکزی', parentId: ids.qazvin, fromOn, officialCode: '260101' },
    { id: ids.rail, kind: 'neighbourhood', nameFa: 'راه‌آهن', parentId: ids.city, fromOn },
  ];
  for (const { sql, args } of plantSql(seedlings, 0)) await test.sql(sql, [...(args as (string | number)[])]);
  return { ...test, ids, admin: await test.as({ role: 'province_admin', unitId: ids.province }) };
};
