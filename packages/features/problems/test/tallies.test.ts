/** The tallies are what GROUP BY would say, whatever happened to problems and units. */
import { newId } from '@mahalleh/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nationalDomainRows } from '../src/domain.ts';
import { retallySql } from '../src/tallies.ts';
import { openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';

const STATUSES = ['registered', 'triaged', 'started', 'solved', 'closed', 'merged', 'split'];
const DOMAINS = ['civil_works', 'sport', 'health'];
const UNITS = 6;

/** A small tree: 0 province, 1 and 2 counties, 3 to 5 neighbourhoods; where a neighbourhood lies may change. */
const open = async () => {
  const province = await openTestProvince();
  const ids = Array.from({ length: UNITS }, () => newId());
  const unit = (i: number) => ids[i] ?? '';
  for (const [i, id] of ids.entries())
    await province.sql(
      "insert into units (id, kind, name_fa, name_folded, from_on, registered_at_ms) values (?, ?, 'x', 'x', '2026-01-01', 0)",
      [id, i === 0 ? 'province' : i < 3 ? 'county' : 'neighbourhood'],
    );
  const under = async (i: number, above: readonly number[]) => {
    await province.sql('delete from unit_closure where unit_id = ?', [unit(i)]);
    for (const a of [i, ...above])
      await province.sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [unit(a), unit(i)]);
  };
  await under(0, []);
  await under(1, [0]);
  await under(2, [0]);
  for (const i of [3, 4, 5]) await under(i, [1, 0]);
  for (const d of nationalDomainRows)
    await province.sql(
      'insert into domains (key, title_fa, title_en, national_key, is_sensitive, ord) values (?, ?, ?, ?, 0, ?)',
      [d.key, d.titleFa, d.titleEn, d.nationalKey, d.ord],
    );
  const person = await province.as();
  return { province, unit, under, by: person.personId };
};

const TRUTH =
  "select c.ancestor_id as u, iif(p.status = 'solved' and p.confirmed_at_ms is null, 'awaiting', p.status) as s, p.domain_key as d, p.severity as v, count(*) as n from problems p join unit_closure c on c.unit_id = p.unit_id where p.discarded_at_ms is null group by 1, 2, 3, 4 order by 1, 2, 3, 4";
const HELD =
  'select unit_id as u, standing as s, domain_key as d, severity as v, n from problem_tallies where n <> 0 order by 1, 2, 3, 4';

const TRULY_OPEN =
  "select c.ancestor_id as u, count(*) as n, sum(p.severity >= 4) as v from problems p join unit_closure c on c.unit_id = p.unit_id where p.discarded_at_ms is null and p.status in ('registered', 'triaged', 'started') group by 1 order by 1";
const HELD_OPEN = 'select unit_id as u, open as n, severe as v from problem_open where open <> 0 order by 1';

const same = async ({ sql }: TestWorkspace<'province'>) => {
  expect(await sql(HELD)).toEqual(await sql(TRUTH));
  expect(await sql(HELD_OPEN)).toEqual(await sql(TRULY_OPEN));
};

const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      unit: fc.integer({ min: 3, max: 5 }),
      domain: fc.nat(2),
      severity: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      at: fc.nat(),
      status: fc.nat(6),
      confirmed: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('amend' as const),
      at: fc.nat(),
      domain: fc.nat(2),
      severity: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('carry' as const), at: fc.nat(), unit: fc.integer({ min: 3, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('discard' as const), at: fc.nat(), back: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      unit: fc.integer({ min: 3, max: 5 }),
      county: fc.integer({ min: 1, max: 2 }),
    }),
  },
);

test('over any history of problems and of moving neighbourhoods', async () => {
  const { province, unit, under, by } = await open();
  const { sql } = province;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
      const problems: string[] = [];
      const at = (n: number) => problems[n % Math.max(1, problems.length)] ?? '';
      for (const one of acts)
        switch (one.kind) {
          case 'insert': {
            const id = newId();
            problems.push(id);
            await sql(
              "insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, place_kind, status, registered_by, registered_at_ms) values (?, ?, ?, ?, 'x', 'x', ?, 'whole', 'registered', ?, 1)",
              [id, id.slice(-12), unit(one.unit), DOMAINS[one.domain] ?? '', one.severity, by],
            );
            break;
          }
          case 'status':
            await sql('update problems set status = ?, confirmed_at_ms = ? where id = ?', [
              STATUSES[one.status] ?? '',
              one.confirmed ? 1 : null,
              at(one.at),
            ]);
            break;
          case 'amend':
            await sql('update problems set domain_key = ?, severity = ? where id = ?', [
              DOMAINS[one.domain] ?? '',
              one.severity,
              at(one.at),
            ]);
            break;
          case 'carry':
            await sql('update problems set unit_id = ? where id = ?', [unit(one.unit), at(one.at)]);
            break;
          case 'discard':
            await sql('update problems set discarded_at_ms = ? where id = ?', [one.back ? null : 1, at(one.at)]);
            break;
          case 'delete':
            await sql('delete from problems where id = ?', [at(one.at)]);
            break;
          case 'move':
            await under(one.unit, [one.county, 0]);
        }
      await same(province);
      for (const { sql: text } of retallySql) await sql(text);
      await same(province);
    }),
    { numRuns: 25 },
  );
  province.close();
});
