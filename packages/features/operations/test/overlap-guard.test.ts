import { addDays, msOf, newId, type CivilDate } from '@mahalleh/kernel';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAllNoted } from '../src/overlap-scope.ts';
import { readOverlaps } from '../src/queries/overlaps.ts';
import { openFixture, type Fixture } from './fixture.ts';

const TODAY = '2026-11-22' as CivilDate;
const day = (n: number): CivilDate => addDays(TODAY, n);

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
  await fixture.db.sql(
    "insert into domains (key, title_fa, title_en, national_key, is_sensitive, parent_key, ord) values ('lighting', 'l', 'l', 'civil_works', 0, 'civil_works', 2), ('lamps', 'l', 'l', 'environment', 0, 'lighting', 3), ('wires', 'w', 'w', 'sport', 0, 'lighting', 4)",
  );
});
afterAll(() => fixture.db.close());

const operation = fc.record({
  unit: fc.constantFrom('sheikhabad', 'pardisan', 'kahak'),
  domain: fc.constantFrom('civil_works', 'lighting', 'lamps', 'wires', 'health'),
  audience: fc.constantFrom(null, 'everyone', 'women', 'students'),
  hasProblem: fc.boolean(),
  status: fc.constantFrom('planned', 'running', 'done', 'cancelled'),
  from: fc.integer({ min: -120, max: 40 }),
  length: fc.integer({ min: 0, max: 60 }),
  point: fc.option(fc.record({ north: fc.integer({ min: -9, max: 9 }), east: fc.integer({ min: -9, max: 9 }) }), {
    nil: null,
  }),
});

const holds = async (id: string, noted: readonly string[]): Promise<boolean> => {
  const { sql, params } = new SQLiteSyncDialect().sqlToQuery(isAllNoted(id, noted, TODAY));
  const [row] = await fixture.db.sql(`select ${sql} as held`, params as string[]);
  return row?.['held'] === 1;
};

test('what the save holds is what the rules say: it lets pass when every strong overlap is named, and stops for each that is not', async () => {
  const { db, ids } = fixture;
  const kahak = newId();
  await db.sql(
    "insert into units (id, kind, name_fa, name_folded, parent_id, county_id, from_on, registered_at_ms) values (?, 'county', 'k', 'k', ?, ?, '2026-03-21', 0)",
    [kahak, ids.province, kahak],
  );
  for (const ancestor of [kahak, ids.province])
    await db.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, kahak]);
  const reader = await db.as({ role: 'director_general', unitId: ids.province });
  const units: Record<string, string> = { sheikhabad: ids.sheikhabad, pardisan: ids.pardisan, kahak };
  let strong = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 6, maxLength: 12 }), async (drawn) => {
      await db.sql('delete from operations');
      const made = drawn.map((one, i) => ({ ...one, id: newId(), code: `A-${i}` }));
      for (const one of made) {
        const start = day(one.from);
        await db.sql(
          "insert into operations (id, code, unit_id, problem_id, domain_key, title, title_folded, audience, place_kind, latitude, longitude, status, starts_on, ends_on, planned_at_ms, finished_at_ms) values (?, ?, ?, ?, ?, 't', 't', ?, 'whole', ?, ?, ?, ?, ?, 0, ?)",
          [
            one.id,
            one.code,
            units[one.unit] ?? '',
            one.hasProblem ? ids.problem : null,
            one.domain,
            one.audience,
            one.point && 34.65 + one.point.north * 0.001,
            one.point && 50.87 + one.point.east * 0.001,
            one.status,
            start,
            addDays(start, one.length),
            one.status === 'done' ? msOf(addDays(start, one.length)) : null,
          ],
        );
      }
      for (const { id } of made.slice(0, 3)) {
        const { rows } = await readOverlaps.run(reader, { operationId: id });
        const named = rows.filter(({ degree }) => degree === 'strong').map(({ operationId }) => operationId);
        strong += named.length;
        expect(await holds(id, named)).toBe(true);
        for (const left of named)
          expect(
            await holds(
              id,
              named.filter((one) => one !== left),
            ),
          ).toBe(false);
      }
    }),
    { numRuns: 40, seed: 14050901 },
  );
  expect(strong).toBeGreaterThan(20);
});
