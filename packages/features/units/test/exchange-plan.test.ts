import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '@mahalleh/kernel';
import { planUnits, type KnownUnit, type UnitImport } from '../src/exchange-plan.ts';

const known = (
  id: string,
  kind: KnownUnit['kind'],
  nameFa: string,
  parentId: string | null,
  officialCode: string | null = null,
): KnownUnit => ({
  id,
  kind,
  nameFa,
  parentId,
  officialCode,
  nameEn: null,
  endedOn: null,
  population: null,
  areaM2: null,
  latitude: null,
  longitude: null,
  revision: 1,
  isMine: 1,
});
const PROVINCE = [
  known('p', 'province', 'قم', null, '25'),
  known('q', 'county', 'قم', 'p', '2501'),
  known('k', 'county', 'کهک', 'p', '2502'),
  known('c', 'city', 'قم', 'q', '250101'),
  known('kc', 'city', 'کهک', 'k', '250201'),
];

/** The province as it is once the accepted rows are written. */
const after = (before: readonly KnownUnit[], outcomes: ReturnType<typeof planUnits>): KnownUnit[] => {
  const records = outcomes.flatMap((one) => ('record' in one ? [one.record] : []));
  const amended = new Map(
    records.flatMap((record) => (record.before ? [[record.id, { ...record.before, ...record.values }] as const] : [])),
  );
  const fresh = records.flatMap((record): KnownUnit[] =>
    record.before === null ? [{ ...known(record.id, record.kind, '', record.parent.id), ...record.values }] : [],
  );
  return [...before.map((unit) => amended.get(unit.id) ?? unit), ...fresh];
};

const row = fc.record(
  {
    nameFa: fc.constantFrom('الف', 'ب', 'کهک', 'قم', 'شیخ آباد', 'شیخ‌آباد'),
    kind: fc.constantFrom('neighbourhood', 'village', 'city', 'district', 'county'),
    officialCode: fc.constantFrom('1', '2', '3', '250101'),
    parentName: fc.constantFrom('قم', 'کهک', 'الف', 'ب'),
    parentCode: fc.constantFrom('2501', '250201', '1', '2'),
    countyName: fc.constantFrom('قم', 'کهک'),
    population: fc.constantFrom(1, 2),
  },
  { requiredKeys: ['nameFa'] },
) as fc.Arbitrary<UnitImport>;

test('whatever the file, running it again over what it wrote writes nothing more', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
      const numbered = rows.map((one, i) => ({ line: i + 2, row: one }));
      const first = planUnits(numbered, PROVINCE, newId);
      const second = planUnits(numbered, after(PROVINCE, first), newId);
      for (const one of second) expect(['unchanged', 'rejected']).toContain(one.status);
    }),
    { numRuns: 1000 },
  );
});

test('whatever the file, a new unit lies under one that is there or is new itself, and no code comes twice', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
      const outcomes = planUnits(
        rows.map((one, i) => ({ line: i + 2, row: one })),
        PROVINCE,
        newId,
      );
      const units = after(PROVINCE, outcomes);
      const ids = new Set(units.map(({ id }) => id));
      for (const { parentId } of units) expect(parentId === null || ids.has(parentId)).toBe(true);
      const codes = units.flatMap(({ officialCode }) => (officialCode ? [officialCode] : []));
      expect(new Set(codes).size).toBe(codes.length);
    }),
    { numRuns: 1000 },
  );
});

test('a chain of rows as long as the file is answered, not followed into the ground', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => ({
    line: i + 2,
    row: { nameFa: `ن${i}`, kind: 'city' as const, officialCode: `x${i}`, parentCode: `x${i + 1}` },
  }));
  expect(planUnits(rows, PROVINCE, newId).every(({ status }) => status === 'rejected')).toBe(true);
});
