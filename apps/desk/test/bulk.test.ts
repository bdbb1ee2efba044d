import { DatabaseSync } from 'node:sqlite';
import { PROVINCES, whyNotInProvince } from '@mahalleh/kernel';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/model';
import { describe, expect, test } from 'vitest';
import { nationalDrift } from '../src/drift.ts';
import { bulkProblems } from '../src/seed/bulk-sql.ts';
import { bulkCode, bulkCodeSql, problemCode } from '../src/seed/codes.ts';
import { bulkPlace } from '../src/seed/places.ts';
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

  test('two of five problems that are not sensitive have a point near their neighbourhood, the others none', () => {
    const database = new DatabaseSync(':memory:');
    const { sql, args } = bulkProblems({
      from: 0,
      to: 3_000,
      neighbourhoods: 3,
      problems: 3_000,
      nowMs: 2e12,
      by: 'x',
    });
    const columns = /insert into problems \(([^)]*)\)/.exec(sql)?.[1] ?? '';
    database.exec(`create table problems (${columns})`);
    database.exec('create table units (id, official_code, latitude, longitude)');
    for (const seat of [0, 1, 2])
      database.exec(`insert into units values ('u${seat}', 'sample-${seat}', ${34 + seat / 10}, 50.8)`);
    database
      .prepare(sql)
      .run(
        Object.fromEntries(
          Object.entries(args).map(([name, value]) => [
            name,
            typeof value === 'number' ? BigInt(value) : String(value),
          ]),
        ),
      );
    const sensitive = `(${NATIONAL_DOMAINS.filter((one) => one.isSensitive).map(({ key }) => `'${key}'`)})`;
    const ask = (text: string) => Number(Object.values(database.prepare(text).get() ?? {})[0]);
    expect(ask('select count(*) from problems')).toBe(3_000);
    expect(ask(`select count(*) from problems where latitude is not null and domain_key in ${sensitive}`)).toBe(0);
    expect(ask(`select avg(latitude is not null) from problems where domain_key not in ${sensitive}`)).toBeCloseTo(
      0.4,
      1,
    );
    expect(ask("select count(*) from problems where (place_kind = 'point') <> (longitude is not null)")).toBe(0);
    expect(
      ask(
        'select max(max(abs(p.latitude - u.latitude), abs(p.longitude - u.longitude))) from problems p join units u on u.id = p.unit_id',
      ),
    ).toBeLessThan(0.005);
  });

  test('the neighbourhoods of a bulk lie in their province', () => {
    for (const { slug } of PROVINCES)
      for (const city of [0, 1, 7, 80])
        for (const n of [0, 40, 400]) expect(whyNotInProvince(slug, bulkPlace(slug, city, n))).toBeUndefined();
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
