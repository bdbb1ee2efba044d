import { describe, expect, test } from 'vitest';
import { boundsOf, whyNotInProvince } from '../src/province-bounds.ts';
import { isProvinceSlug, PROVINCES, provinceByCode, provinceOf } from '../src/province.ts';

describe('provinces', () => {
  test('there are 31, each with its own code, ISO code, slug and names', () => {
    expect(PROVINCES).toHaveLength(31);
    for (const key of ['code', 'iso', 'slug', 'nameFa', 'nameEn'] as const)
      expect(new Set(PROVINCES.map((province) => province[key])).size).toBe(31);
  });

  test('the ISO code ends with the code; slugs fit an address; names are in one spelling', () => {
    for (const { code, iso, slug, nameFa } of PROVINCES) {
      expect(iso).toBe(`IR-${code}`);
      expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(nameFa).not.toMatch(/[يك\d]/);
    }
  });

  test('each is found by its slug and by its code', () => {
    for (const province of PROVINCES) {
      expect(isProvinceSlug(province.slug)).toBe(true);
      expect(provinceOf(province.slug)).toBe(province);
      expect(provinceByCode(province.code)).toBe(province);
    }
    expect(provinceOf('qom').nameFa).toBe('قم');
  });

  test('an invented province is none, nor is a word that every object knows', () => {
    for (const text of ['atlantis', 'QOM', '', 'nation', 'constructor', '__proto__'])
      expect(isProvinceSlug(text)).toBe(false);
    expect(provinceByCode('31')).toBeUndefined();
  });
});

describe('where a province lies', () => {
  test('every province has a rectangle within Iran, and the thirty-one of them cover it', () => {
    for (const { slug } of PROVINCES) {
      const { south, north, west, east } = boundsOf(slug);
      expect([south < north, west < east, south > 24, north < 40.5, west > 43, east < 64]).not.toContain(false);
    }
    const all = PROVINCES.map(({ slug }) => boundsOf(slug));
    expect(Math.min(...all.map(({ south }) => south))).toBeCloseTo(24.8);
    expect(Math.max(...all.map(({ north }) => north))).toBeCloseTo(39.8);
    expect(Math.min(...all.map(({ west }) => west))).toBe(44);
    expect(Math.max(...all.map(({ east }) => east))).toBeCloseTo(63.4);
  });

  test('a point elsewhere in Iran is refused, and the coordinate that is wrong is named', () => {
    expect(whyNotInProvince('qom', { latitude: 34.6605, longitude: 50.8655 })).toBeUndefined();
    expect(whyNotInProvince('qazvin', { latitude: 36.28, longitude: 50.01 })).toBeUndefined();
    expect(whyNotInProvince('qom', { latitude: 36.28, longitude: 50.01 })).toEqual({
      refused: 'point_outside_province',
      field: 'latitude',
      detail: { from: 34.1, to: 35.3 },
    });
    expect(whyNotInProvince('qom', { latitude: 34.66, longitude: 52.5 })).toMatchObject({ field: 'longitude' });
    expect(whyNotInProvince('qom', { latitude: null, longitude: undefined })).toBeUndefined();
  });
});
