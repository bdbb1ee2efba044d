/** A list gives the same rows in the same order whichever way it goes: by unit, by kind, or along an index. */
import type { ProvinceContext } from '@mahalleh/gate';
import { civilDateOf, newId } from '@mahalleh/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemBoard, problemCounts, problemIds, problemList } from '../src/index.ts';
import { PROBLEM_SORTS, STATUS_FILTERS } from '../src/model.ts';
import { openSetting, type Setting } from './setting.ts';

const MANY = 9_000;
const UNITS = 30;
type Row = Record<string, string | number | null>;

let s: Setting;
let all: Row[];
let secretary: ProvinceContext;
const units: string[] = [];
beforeAll(async () => {
  s = await openSetting();
  const { sql } = s.province;
  for (let i = 0; i < UNITS; i++) {
    const id = newId();
    units.push(id);
    await sql(
      "insert into units (id, kind, name_fa, name_folded, parent_id, county_id, from_on, registered_at_ms) values (?, 'neighbourhood', 'x', 'x', ?, ?, '2026-03-21', 0)",
      [id, s.county, s.county],
    );
    for (const ancestor of [s.county, id])
      await sql('insert into unit_closure (ancestor_id, unit_id) values (?, ?)', [ancestor, id]);
  }
  // Numbers that share no factor spread every column over every other. One domain alone holds thousands: it is walked, the others are sorted.
  await sql(
    `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${MANY}), d(k, o) as (select key, ord - 1 from domains)
     insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, place_kind, status, rank, registered_by, registered_at_ms, solved_at_ms, confirmed_at_ms, level, level_due_on, residents_score, experts_score, discarded_at_ms)
     select printf('01980000-0000-7000-8000-%012d', i * 7919 % 100003), printf('%06d', i), u.value, d.k, 'lamp ' || (i % 50), 'lamp ' || (i % 50), i % 5 + 1, 'whole',
       case i % 7 when 0 then 'registered' when 1 then 'triaged' when 2 then 'started' when 3 then 'solved' when 4 then 'closed' when 5 then 'merged' else 'split' end,
       iif(i % 3 = 0, i % 40, null), ?, 1750000000000 + (i * 104729 % 90) * 86400000, iif(i % 7 = 3, 1760000000000 + i, null), iif(i % 7 = 3 and i % 2 = 0, 1, null),
       iif(i % 11 = 0, 'county', 'neighbourhood'), iif(i % 11 = 0, date('2026-11-22', (i % 60 - 30) || ' days'), null),
       iif(i % 4 = 0, i % 101, null), iif(i % 6 = 0, i * 3 % 101, null), iif(i % 97 = 0, 1, null)
     from n join json_each(?) u on u.key = i % ${UNITS} join d on iif(i % 5 < 2, d.k = 'sport', d.o = i % 13)`,
    [s.manager.personId, JSON.stringify(units)],
  );
  all = await sql('select * from problems where discarded_at_ms is null');
  secretary = s.secretary;
});
afterAll(() => s.province.close());

const today = civilDateOf(Date.parse('2026-11-22T08:00:00Z'));
const IS: Readonly<Record<string, (row: Row) => boolean>> = {
  open: ({ status }) => ['registered', 'triaged', 'started'].includes(String(status)),
  awaiting: ({ status, confirmed_at_ms }) => status === 'solved' && confirmed_at_ms === null,
  confirmed: ({ status, confirmed_at_ms }) => status === 'solved' && confirmed_at_ms !== null,
};
const gapOf = ({ residents_score: r, experts_score: e }: Row): number | null =>
  r === null || e === null ? null : Math.abs(Number(r) - Number(e));

type Asked = {
  unitId?: string | undefined;
  status?: (typeof STATUS_FILTERS)[number] | undefined;
  domain?: string | undefined;
  severity?: number | undefined;
  level?: 'county' | undefined;
  overdue?: boolean | undefined;
  gap?: boolean | undefined;
  q?: string | undefined;
};
const keeps = (asked: Asked) => (row: Row) =>
  (asked.unitId === undefined || asked.unitId === s.county || row['unit_id'] === asked.unitId) &&
  (asked.status === undefined || (IS[asked.status]?.(row) ?? row['status'] === asked.status)) &&
  (asked.domain === undefined || row['domain_key'] === asked.domain) &&
  (asked.severity === undefined || row['severity'] === asked.severity) &&
  (asked.level === undefined || row['level'] === asked.level) &&
  (!asked.overdue || (row['level_due_on'] !== null && String(row['level_due_on']) < today)) &&
  (!asked.gap || (gapOf(row) ?? 0) >= 25);

/** Every word, by itself or written together with a neighbour, begins a word of the title; a letter alone is one. */
const holds = (q: string, { title_folded }: Row): boolean => {
  const words = String(title_folded).split(' ');
  const begins = (typed: string): boolean =>
    words.some((word) => word === typed || (typed.length > 1 && word.startsWith(typed)));
  const typed = q.split(' ');
  return typed.every((word, i) =>
    [word, `${typed[i - 1] ?? ''}${word}`, `${word}${typed[i + 1] ?? ''}`].some((spelling) => begins(spelling)),
  );
};
const inUnit =
  ({ unitId }: Asked) =>
  (row: Row): boolean =>
    unitId === undefined || unitId === s.county || row['unit_id'] === unitId;
/** All that hold the words of what is asked for, the newest first. */
const holders = (asked: Asked): Row[] => {
  const { q } = asked;
  const found = q === undefined ? all : all.filter((row) => inUnit(asked)(row) && holds(q, row));
  return q === undefined ? found : found.toSorted((a, b) => Number(b['code']) - Number(a['code']));
};
const LOOKED_AT = 400;

type Key = (row: Row) => (number | string)[];
const desc = (text: string): number[] => [...text].map((letter) => -letter.charCodeAt(0));
const KEYS: Readonly<Record<string, { key: Key; only?: (row: Row) => boolean }>> = {
  rank: { key: (r) => [Number(r['rank'] ?? 10_000), -Number(r['severity']), ...desc(String(r['id']))] },
  severity: { key: (r) => [-Number(r['severity']), Number(r['rank'] ?? 10_000), ...desc(String(r['id']))] },
  newest: { key: (r) => [-Number(r['registered_at_ms']), ...desc(String(r['id']))] },
  residents: {
    key: (r) => [-Number(r['residents_score']), ...desc(String(r['id']))],
    only: (r) => r['residents_score'] !== null,
  },
  gap: { key: (r) => [-(gapOf(r) ?? 0), ...desc(String(r['id']))], only: (r) => gapOf(r) !== null },
  awaiting: { key: (r) => [Number(r['solved_at_ms']), String(r['id'])] },
  overdue: { key: (r) => [String(r['level_due_on']), String(r['id'])] },
};
const compare = (a: readonly (number | string)[], b: readonly (number | string)[]): number => {
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (y === undefined || x === y) continue;
    return x < y ? -1 : 1;
  }
  return 0;
};
const expected = (asked: Asked, sort: string): Row[] => {
  const name = asked.overdue ? 'overdue' : asked.gap ? 'gap' : asked.status === 'awaiting' ? 'awaiting' : sort;
  const { key, only = () => true } = KEYS[name] ?? { key: () => [] };
  return holders(asked)
    .slice(0, asked.q === undefined ? all.length : LOOKED_AT)
    .filter((row) => keeps(asked)(row) && only(row))
    .map((row) => ({ row, at: key(row) }))
    .toSorted((a, b) => compare(a.at, b.at))
    .map(({ row }) => row);
};

const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const asked = fc.record({
  unitId: sometimes(fc.oneof(fc.constant(0), fc.nat(UNITS - 1))),
  status: sometimes(fc.constantFrom(...STATUS_FILTERS)),
  domain: sometimes(fc.constantFrom('civil_works', 'sport', 'health')),
  severity: sometimes(fc.integer({ min: 1, max: 5 })),
  level: sometimes(fc.constant('county' as const)),
  overdue: sometimes(fc.boolean()),
  gap: sometimes(fc.boolean()),
  q: sometimes(fc.constantFrom('lamp 7', 'lamp 41', 'lam', '4 lamp', 'lamp 1 7')),
});
const given = (one: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));

describe('a list of thousands', () => {
  test('is what every row tried one by one gives, in order, page by page, with its count', () =>
    fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...PROBLEM_SORTS), fc.constantFrom(1, 2, 7), async (some, sort, page) => {
        const filters = given({ ...some, unitId: some.unitId === undefined ? undefined : units[some.unitId] }) as Asked;
        const list = await problemList.run(secretary, { ...filters, sort, page, size: 20 });
        const right = expected(filters, sort);
        expect(list.rows.map(({ id }) => id)).toEqual(right.slice((page - 1) * 20, page * 20).map(({ id }) => id));
        const isTallied = !filters.level && !filters.overdue && !filters.gap && filters.q === undefined;
        const matching = isTallied ? all.filter(keeps(filters)).length : right.length;
        const isNewest = filters.q !== undefined && holders(filters).length > LOOKED_AT;
        const isMore = isNewest || (!isTallied && matching > 1000);
        expect([list.total, list.isMore]).toEqual([isMore ? Math.min(matching, 1000) : matching, isMore]);
        expect(list.lookedAt).toBe(isNewest ? LOOKED_AT : null);
      }),
      { numRuns: 60 },
    ));

  test.each([
    [{}, 1],
    [{ status: 'open' }, 2],
    [{ severity: 2 }, 7],
  ] as const)('the thousands of one domain stand in the order of all: %j, page %i', async (some, page) => {
    const filters = { ...some, domain: 'sport' };
    const right = expected(filters, 'rank');
    expect(right.length).toBeGreaterThan(1_000);
    const { rows } = await problemList.run(secretary, { ...filters, sort: 'rank', page, size: 20 });
    expect(rows.map(({ id }) => id)).toEqual(right.slice((page - 1) * 20, page * 20).map(({ id }) => id));
  });

  test('counts and the board say the same', async () => {
    const counts = await problemCounts.run(secretary, {});
    expect(counts.total).toBe(all.length);
    const standing = (name: string) => counts.byStatus.find(({ status }) => status === name)?.count;
    expect(standing('awaiting')).toBe(all.filter(IS['awaiting'] ?? (() => false)).length);
    expect(standing('solved')).toBe(all.filter(IS['confirmed'] ?? (() => false)).length);
    expect(counts.gap).toBe(Math.min(1000, all.filter((row) => (gapOf(row) ?? 0) >= 25).length));
    const { columns } = await problemBoard.run(secretary, { sort: 'severity', domain: 'sport' });
    for (const { status, rows, count } of columns) {
      const right = expected({ status, domain: 'sport' }, 'severity');
      expect([status, count]).toEqual([status, right.length]);
      if (status !== 'awaiting') expect(rows.map(({ id }) => id)).toEqual(right.slice(0, 20).map(({ id }) => id));
      else expect(rows).toHaveLength(20);
    }
  });

  test.each([undefined, 'lamp', 'lamp 7'])('all that match come in thousands, each once: words %s', async (q) => {
    const seen: string[] = [];
    for (let after: string | undefined; ; after = seen.at(-1)) {
      const { rows, isMore } = await problemIds.run(secretary, given({ status: 'open', q, after }));
      seen.push(...rows.map(({ id }) => id));
      if (!isMore) break;
    }
    const right = all
      .filter((row) => IS['open']?.(row) && (q === undefined || holds(q, row)))
      .map(({ id }) => String(id));
    expect(seen.toSorted()).toEqual(right.toSorted());
    if (q === undefined) expect(seen).toEqual(right.toSorted());
  });

  test('with words that thousands hold, the board says how many it looked through', async () => {
    const { lookedAt, columns } = await problemBoard.run(secretary, { q: 'lamp', sort: 'newest' });
    expect(lookedAt).toBe(LOOKED_AT);
    for (const { status, rows } of columns.filter((column) => column.status !== 'awaiting'))
      expect([status, rows.map(({ id }) => id)]).toEqual([
        status,
        expected({ q: 'lamp', status }, 'newest')
          .slice(0, 20)
          .map(({ id }) => id),
      ]);
    expect((await problemBoard.run(secretary, { q: 'lamp 7' })).lookedAt).toBeNull();
  });

  test('of a reader with nested seats counts nothing twice', async () => {
    const who = await s.province.as(
      { role: 'observer', unitId: s.county },
      { role: 'observer', unitId: units[0] ?? '' },
      { role: 'facilitator', unitId: units[0] ?? '' },
    );
    expect((await problemList.run(who, {})).total).toBe(all.length);
    const two = await s.province.as(
      { role: 'observer', unitId: units[1] ?? '' },
      { role: 'observer', unitId: units[2] ?? '' },
    );
    const mine = all.filter(({ unit_id }) => unit_id === units[1] || unit_id === units[2]).length;
    expect((await problemList.run(two, {})).total).toBe(mine);
    expect((await problemList.run(two, { unitId: s.county })).total).toBe(mine);
    expect((await problemList.run(two, { unitId: units[3] })).total).toBe(0);
  });
});
