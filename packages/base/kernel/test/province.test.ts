import { describe, expect, test } from 'vitest';
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
