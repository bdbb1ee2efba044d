import { expect, test } from 'vitest';
import { PROVINCES } from '@mahalleh/kernel';
import { divisionsOf, mapKeys } from '../src/divisions.ts';

test('all provinces together have 482 counties, 1,099 districts and 1,354 cities, each below one that is there', () => {
  const all = PROVINCES.map(({ slug }) => divisionsOf(slug));
  expect(all.flatMap(({ counties }) => counties)).toHaveLength(482);
  expect(all.flatMap(({ districts }) => districts)).toHaveLength(1099);
  expect(all.flatMap(({ cities }) => cities)).toHaveLength(1354);
  for (const { counties, districts, cities } of all) {
    const countyCodes = new Set(counties.map(({ code }) => code));
    const districtCodes = new Set(districts.map(({ code }) => code));
    expect(districts.filter(({ countyCode }) => !countyCodes.has(countyCode))).toEqual([]);
    expect(
      cities.filter(({ countyCode, districtCode }) => !countyCodes.has(countyCode) || !districtCodes.has(districtCode)),
    ).toEqual([]);
  }
});

test('Qom has its county, and every province a shape on the map', () => {
  expect(divisionsOf('qom').counties.map(({ nameFa }) => nameFa)).toContain('قم');
  expect(Object.keys(mapKeys()).sort()).toEqual(PROVINCES.map(({ slug }) => slug).sort());
});
