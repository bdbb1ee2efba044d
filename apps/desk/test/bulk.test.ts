import { DatabaseSync } from 'node:sqlite';
import { PROVINCES } from '@mahalleh/kernel';
import { describe, expect, test } from 'vitest';
import { nationalDrift } from '../src/drift.ts';
import { bulkCode, bulkCodeSql, problemCode } from '../src/seed/codes.ts';
import { sharesOf } from '../src/seed/seed-large.ts';

describe('the bulk', () => {
  test('codes are the same in the database as here, and none is there twice', () => {
    const database = new DatabaseSync(':memory:');
    const ask = database.prepare(`select ${bulkCodeSql('n')} as code from (select ? as n)`);
    const codes = Array.from({ length: 5_000 }, (_, i) => i * 211);
    for (const n of codes) expect(ask.get(n)?.['code']).toBe(bulkCode(n));
    expect(new Set([...codes.map(problemCode), ...codes.map(bulkCode)]).size).toBe(2 * codes.length);
    expect(problemCode(7)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  test('shares add up to the last problem and neighbourhood', () => {
    const all = sharesOf(
      PROVINCES.map(({ slug }) => slug),
      1_000_003,
    );
    expect(all.reduce((sum, { problems }) => sum + problems, 0)).toBe(1_000_003);
    expect(all.reduce((sum, { neighbourhoods }) => sum + neighbourhoods, 0)).toBe(50_000);
    expect(sharesOf(['qom'], 10)).toEqual([{ slug: 'qom', neighbourhoods: 2_000, problems: 10 }]);
  });
});

describe('the comparison with the nation', () => {
  const cell = (county: string, value: number) => [county, 'problem.open@1', 'domain=sport', '', value];

  test('equal cells are no drift, in any order', () => {
    expect(nationalDrift([cell('2501', 3), cell('2502', 1)], [cell('2502', 1), cell('2501', 3)])).toEqual([]);
  });

  test('another value, a missing cell and one too many each are', () => {
    expect(nationalDrift([cell('2501', 3), cell('2502', 1)], [cell('2501', 4), cell('2503', 9)])).toHaveLength(3);
  });
});
