/** Targets and indicators among the figures: each counted as its own page says it, whatever the day. */
import { paceOf, targetsUpkeep } from '@mahalleh/indicators';
import { civilDateOf, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aimVerbs } from './aim-verbs.ts';
import { openProvinceWorld, type Row } from './province-world.ts';

let world: Awaited<ReturnType<typeof openProvinceWorld>>;
beforeAll(async () => {
  world = await openProvinceWorld();
});
afterAll(() => world.close());

const cellsOf = async (metric: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await world.rows(
        'select dims, sum(value) as n from cells where metric = ? group by 1 having n <> 0 order by 1',
        metric,
      )
    ).map(({ dims, n }) => [String(dims).replace('state=', ''), Number(n)]),
  );
const settle = async (): Promise<void> => {
  await world.recompute();
  expect(await world.drift()).toEqual([]);
};

test('a target set by report: unreported, behind, on pace, reached, and past due when only the clock has moved', async () => {
  const unit = (await world.rows("select id from units where kind = 'neighbourhood' order by id"))[0]?.['id'];
  const set = (titleFa: string, more: object = {}) =>
    world.run('target.set', {
      ...{ unitId: unit, titleFa, baselineValue: '0', goalValue: '10' },
      ...{ fromOn: world.today(), dueOn: world.dayFromNow(10) },
      ...more,
    });
  const one = (await set('ده کتابخانه')) as Row;
  await settle();
  expect(await cellsOf('target.count@1')).toEqual({ unreported: 1 });
  const report = async (value: number): Promise<void> => {
    const [row] = await world.rows('select revision from targets where id = ?', String(one['id']));
    await world.run('target.report', { targetId: one['id'], revision: row?.['revision'], value: String(value) });
    await settle();
  };
  await report(3);
  expect(await cellsOf('target.count@1')).toEqual({ on_pace: 1 });
  world.pass(5);
  await settle();
  expect(await cellsOf('target.count@1')).toEqual({ behind: 1 });
  await report(6);
  expect(await cellsOf('target.count@1')).toEqual({ on_pace: 1 });
  world.pass(6);
  await settle();
  expect(await cellsOf('target.count@1')).toEqual({ late: 1 });
  await report(10);
  expect(await cellsOf('target.count@1')).toEqual({ done: 1 });
  const [row] = await world.rows('select revision from targets where id = ?', String(one['id']));
  await world.run('target.drop', { targetId: one['id'], revision: row?.['revision'], reason: 'پایان' });
  await settle();
  expect(await cellsOf('target.count@1')).toEqual({});
});

test('an indicator is current until the next period ended thirty days ago, without anybody writing', async () => {
  const [unit] = await world.rows("select id from units where kind = 'county' order by id");
  const defined = (await world.run('indicator.define', {
    ...{ key: 'hope', aim: 'capital', titleFa: 'امید', source: 'پیمایش', frequency: 'month', population: 'things' },
    ...{ unit: 'count', direction: 'more' },
  })) as Row;
  const measure = (period: string) =>
    world.run('indicator.measure', {
      indicatorId: defined['id'],
      values: [{ unitId: unit?.['id'], period, value: '5' }],
      why: 'بازبینی شد',
    });
  const [month] = await world.rows(
    "select key from periods where last_on < date(?, '-30 days') order by key desc limit 1",
    world.today(),
  );
  await measure(String(month?.['key']));
  await settle();
  expect(await cellsOf('indicator.count@1')).toEqual({ current: 1 });
  world.pass(31);
  await settle();
  expect(await cellsOf('indicator.count@1')).toEqual({ overdue: 1 });
  const [row] = await world.rows('select revision from indicators where id = ?', String(defined['id']));
  await world.run('indicator.retire', { indicatorId: defined['id'], revision: row?.['revision'], reason: 'پایان' });
  await settle();
  expect(await cellsOf('indicator.count@1')).toEqual({});
});

test('of any targets, counted is what their pages say of their last reading', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 3, maxLength: 8 }), async (turns) => {
      for (const [a, b] of turns) {
        await aimVerbs['setTarget']?.(world, { verb: 'setTarget', a, b });
        await aimVerbs['reportTarget']?.(world, { verb: 'reportTarget', a: b, b: a });
      }
      world.pass((turns[0]?.[0] ?? 0) % 6);
      await world.batch(targetsUpkeep(world.nowMs()));
      await settle();
      const today = civilDateOf(world.nowMs());
      const rows = await world.rows(
        "select t.*, coalesce((select r.value from target_readings r where r.target_id = t.id order by r.on_date desc limit 1), t.manual_value) as have, (select json_group_array(json_object('onDate', m.on_date, 'value', m.value)) from target_milestones m where m.target_id = t.id) as milestones from targets t join units u on u.id = t.unit_id where t.dropped_at_ms is null and t.indicator_id is null and u.county_id is not null",
      );
      const expected: Record<string, number> = {};
      for (const row of rows) {
        const { verdict } = paceOf(
          {
            baseline: Number(row['baseline_value']),
            goal: Number(row['goal_value']),
            fromOn: String(row['from_on']) as CivilDate,
            dueOn: String(row['due_on']) as CivilDate,
            milestones: JSON.parse(String(row['milestones'])) as { onDate: CivilDate; value: number }[],
          },
          row['have'] === null ? null : Number(row['have']),
          today,
          true,
        );
        expected[verdict] = (expected[verdict] ?? 0) + 1;
      }
      expect(await cellsOf('target.count@1')).toEqual(expected);
      for (const verdict of Object.keys(expected)) seen.add(verdict);
    }),
    { numRuns: 12 },
  );
  expect([...seen].toSorted()).toEqual(['behind', 'done', 'late', 'on_pace', 'unreported']);
});
