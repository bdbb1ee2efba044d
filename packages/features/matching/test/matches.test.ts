import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FACTORS } from '../src/factor-model.ts';
import { capacityMatches, placeMatches, problemMatches } from '../src/index.ts';
import { scoreOf } from '../src/rules.ts';
import { HERE, openSetting, reasonOf, type Setting } from './setting.ts';

const THURSDAYS = '[[5,540,720]]';
const north = (metres: number) => ({ latitude: HERE.latitude + metres / 111_195, longitude: HERE.longitude });

let s: Setting;
beforeEach(async () => {
  s = await openSetting();
});
afterEach(() => s.db.close());

const words = (rows: readonly { reasons: readonly { en: string }[] }[]) =>
  rows.map(({ reasons }) => reasons.map(({ en }) => en));

describe('what fits a problem', () => {
  test('is ranked, and says why in words', async () => {
    const problemId = await s.problem();
    const near = await s.capacity({
      ...north(403),
      ...{ agency_id: s.ids.municipality, quantity: null, hours_json: THURSDAYS, open_days: 32 },
    });
    for (const _ of [1, 2, 3]) await s.operation(await s.problem({ status: 'solved' }), 'done', near);
    const hall = await s.capacity({ kind: 'place', domain_key: null, quantity: null });
    const taken = await s.capacity();
    await s.operation(await s.problem(), 'running', taken);
    const { rows, considered } = await problemMatches.run(s.manager, { problemId });
    expect(considered).toBe(3);
    expect(rows.map(({ capacityId, score }) => [capacityId, score])).toEqual([
      [near, 88],
      [taken, 63],
      [hall, 39],
    ]);
    expect(words(rows)).toEqual([
      [
        'the same domain: civil_works',
        '400 m away',
        'Equipment: serves this domain well',
        'helped to solve 3 like it',
        'شهرداری leads this domain here',
        'free on Thursdays',
      ],
      [
        'the same domain: civil_works',
        'in the same neighbourhood',
        'Equipment: serves this domain well',
        'there is enough: 12',
        'in use by other operations: 1',
      ],
      ['in the same neighbourhood', 'for any domain', 'Place: serves this domain to some extent'],
    ]);
  });

  test('can be computed again from its values and the weights', async () => {
    const problemId = await s.problem();
    await s.capacity(north(900));
    const { rows, weights } = await problemMatches.run(s.dg, { problemId });
    for (const { score, values, reasons } of rows) {
      expect(Math.round(scoreOf(values, weights))).toBe(score);
      for (const { key, points } of reasons)
        expect(points).toBeCloseTo((key === 'promised' ? -1 : 1) * weights[key] * values[key], 0);
    }
    expect(Object.keys(weights)).toEqual([...FACTORS]);
  });

  test('leaves out what is of another domain, withdrawn, or beyond reach', async () => {
    const problemId = await s.problem();
    await s.capacity({ domain_key: 'sport' });
    await s.capacity({ withdrawn_at_ms: 1 });
    await s.capacity({ unit_id: s.ids.fordo });
    const related = await s.capacity({ domain_key: 'lighting' });
    const ofCounty = await s.capacity({ unit_id: s.ids.qom, kind: 'fund', amount_rial: 900_000_000, quantity: null });
    const { rows } = await problemMatches.run(s.dg, { problemId });
    expect(rows.map(({ capacityId }) => capacityId).toSorted()).toEqual([related, ofCounty].toSorted());
    expect(words(rows).flat()).toContain('a related domain: civil_works');
    expect(words(rows).flat()).toContain('enough is left: 900,000,000 rials');
  });

  test('of another neighbourhood only where one may see it', async () => {
    const problemId = await s.problem();
    await s.capacity({ unit_id: s.ids.pardisan });
    expect((await problemMatches.run(s.dg, { problemId })).rows).toHaveLength(1);
    expect((await problemMatches.run(s.manager, { problemId })).rows).toEqual([]);
  });

  test('counts free days as bookings leave them', async () => {
    const problemId = await s.problem();
    const hall = await s.capacity({ kind: 'place', quantity: null, hours_json: THURSDAYS, open_days: 32 });
    const free = async () => {
      const { rows } = await problemMatches.run(s.dg, { problemId });
      return rows[0]?.reasons.find(({ key }) => key === 'free')?.en;
    };
    expect(await free()).toBe('free on Thursdays');
    for (const on of ['2026-11-26', '2026-12-03'])
      await s.db.sql(
        'insert into bookings (id, code, capacity_id, unit_id, from_ms, to_ms, booked_by, booked_at_ms) values (?, ?, ?, ?, ?, ?, ?, 0)',
        [
          on,
          on,
          hall,
          s.ids.sheikhabad,
          Date.parse(`${on}T09:00:00+03:30`),
          Date.parse(`${on}T12:00:00+03:30`),
          s.dg.personId,
        ],
      );
    expect(await free()).toBe('no free time in the next two weeks');
  });

  test.each(['institution', 'skill'])('counts the days on which %s is open, which nobody can book', async (kind) => {
    const problemId = await s.problem();
    await s.capacity({ kind, hours_json: THURSDAYS, open_days: 32 });
    const { rows } = await problemMatches.run(s.dg, { problemId });
    expect(words(rows)[0]).toContain('free on Thursdays');
  });

  test('says what is used for it already, and does not count that against it', async () => {
    const problemId = await s.problem();
    const used = await s.capacity();
    await s.operation(problemId, 'planned', used);
    const { rows } = await problemMatches.run(s.dg, { problemId });
    expect(rows[0]).toMatchObject({ capacityId: used, isUsed: true, values: { promised: 0 } });
  });

  test('counts the volunteers of the place whose skill serves the domain, and never names one', async () => {
    const volunteer = (id: string, unitId: string, skills: string, withdrawnAtMs: number | null = null) =>
      s.db.sql(
        "insert into volunteers (id, unit_id, skills_json, consent_version, consent_on, consent_channel, consent_recorded_by, enrolled_at_ms, withdrawn_at_ms) values (?, ?, ?, '1', '2026-11-01', 'paper', ?, 0, ?)",
        [id, unitId, skills, s.dg.personId, withdrawnAtMs],
      );
    await volunteer('a', s.ids.sheikhabad, '["electrical_work","cooking"]');
    for (const id of ['b', 'e', 'f', 'g']) await volunteer(id, s.ids.sheikhabad, '["electrical_work"]');
    await volunteer('h', s.ids.sheikhabad, '["plumbing"]');
    await volunteer('c', s.ids.sheikhabad, '["electrical_work"]', 1);
    await volunteer('d', s.ids.pardisan, '["electrical_work"]');
    const { volunteers } = await problemMatches.run(s.dg, { problemId: await s.problem() });
    expect(volunteers).toEqual([
      { skill: 'electrical_work', titleFa: 'برق‌کاری', titleEn: 'Electrical work', count: 5 },
      { skill: 'plumbing', titleFa: 'لوله‌کشی', titleEn: 'Plumbing', count: null },
    ]);
  });

  test('is asked for a problem that one may see', async () => {
    const problemId = await s.problem({ unit_id: s.ids.pardisan });
    expect(await reasonOf(problemMatches.run(s.manager, { problemId }))).toBe('not_found problem_unknown');
  });
});

describe('a sensitive problem', () => {
  test('has no distance to anything: the neighbourhood is its finest place', async () => {
    const problemId = await s.problem({ domain_key: 'health' });
    const capacityId = await s.capacity({ domain_key: 'health', ...north(40) });
    const of = await problemMatches.run(s.dg, { problemId });
    const by = await capacityMatches.run(s.dg, { capacityId });
    const at = await placeMatches.run(s.dg, { unitId: s.ids.sheikhabad });
    for (const { rows } of [of, by, at]) {
      expect(rows).toHaveLength(1);
      expect(rows[0]?.distanceM).toBeNull();
      expect(words(rows)[0]).toContain('in the same neighbourhood');
      expect(JSON.stringify(rows)).not.toMatch(/away|فاصله|latitude/);
    }
  });
});

describe('what a capacity could help', () => {
  test('are the open problems of its domain, those of a place with any domain', async () => {
    const open = await s.problem();
    await s.problem({ status: 'solved' });
    const sport = await s.problem({ domain_key: 'sport' });
    const away = await s.problem({ unit_id: s.ids.pardisan, latitude: null, longitude: null });
    const helped = async (more: Record<string, string | null>, who = s.dg) =>
      (await capacityMatches.run(who, { capacityId: await s.capacity(more) })).rows.map((row) => row.problemId);
    expect(await helped({})).toEqual([open, away]);
    expect(await helped({}, s.manager)).toEqual([open]);
    expect((await helped({ kind: 'place', domain_key: 'sport' })).toSorted()).toEqual([open, sport].toSorted());
    expect(await helped({ unit_id: s.ids.qom })).toEqual(expect.arrayContaining([open, away]));
  });

  test('is asked for a capacity that one may see', async () => {
    const capacityId = await s.capacity({ unit_id: s.ids.pardisan });
    expect(await reasonOf(capacityMatches.run(s.manager, { capacityId }))).toBe('not_found capacity_unknown');
  });
});

describe('what fits the problems of a neighbourhood', () => {
  test('names each problem and each capacity once, and nothing that is used already', async () => {
    const [first, second] = [await s.problem({ rank: 1 }), await s.problem({ rank: 2 })];
    const [one, other, used] = [await s.capacity(north(50)), await s.capacity(), await s.capacity(north(50))];
    await s.operation(first, 'running', used);
    await s.operation(second, 'running', used);
    const { rows, total } = await placeMatches.run(s.manager, { unitId: s.ids.sheikhabad });
    expect(rows.map(({ capacityId }) => capacityId)).toEqual([one, other]);
    expect(new Set(rows.map(({ problem }) => problem.problemId))).toEqual(new Set([first, second]));
    expect(total).toBe(2);
    expect(await reasonOf(placeMatches.run(s.manager, { unitId: s.ids.pardisan }))).toBe('not_found unit_unknown');
  });
});
