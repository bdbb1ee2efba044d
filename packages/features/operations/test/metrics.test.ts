import { ALL_UNITS, factsSql, refreshSql, type StoredMetric } from '@mahalleh/metric';
import { addDays, civilDateOf, msOf, type CivilDate } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cancelOperation } from '../src/commands/cancel-operation.ts';
import { finishTask } from '../src/commands/finish-task.ts';
import { recordContribution } from '../src/commands/record-contribution.ts';
import { removeContribution } from '../src/commands/remove-contribution.ts';
import { lateTasks, marks, metrics } from '../src/metrics.ts';
import { openFixture, planned, started, type Fixture } from './fixture.ts';

const stored = metrics.filter((metric): metric is StoredMetric => metric.kind !== 'ratio');

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

const named = () => ({ now_ms: fixture.db.ports.nowMs(), today: civilDateOf(fixture.db.ports.nowMs()) });

const refresh = async () => {
  const outcome = await fixture.db.ports.databases
    .lane('qom')
    .write({ commandId: '', statements: refreshSql(['operations'], stored).map((sql) => ({ sql, args: named() })) });
  if (outcome.outcome === 'failed') throw new Error(outcome.message);
};

const figures = async (): Promise<Record<string, number>> => {
  const rows = await fixture.db.sql(
    "select metric || case dims when '' then '' else ' ' || dims end || case period when '' then '' else ' ' || period end as name, sum(value) as value from facts group by 1",
  );
  return Object.fromEntries(rows.map(({ name, value }) => [String(name), Number(value)]));
};

/** The facts of all units by the same SQL, without the dirty marks. */
const recomputed = async () => {
  const sets = await fixture.db.ports.databases
    .reader('qom')
    .batch(stored.map((metric) => ({ sql: factsSql(metric, ALL_UNITS), args: named() })));
  return sets.flatMap(({ rows }) => rows.map((row) => row.join('|'))).sort();
};

const kept = async () =>
  (await fixture.db.sql('select unit_id, county_id, metric, dims, period, value from facts'))
    .map((row) => Object.values(row).join('|'))
    .sort();

test('every figure says in two languages what it is, in ASCII SQL, and is kept by marks on its tables', () => {
  for (const metric of metrics) {
    expect(
      metric.title.fa && metric.title.en && metric.definition.fa && metric.definition.en && metric.source,
    ).toBeTruthy();
    if (metric.kind !== 'ratio') expect(`${metric.from} ${metric.nextChange ?? ''}`).toMatch(/^[\x20-\x7e]*$/);
  }
  expect(marks.map(({ table }) => table).sort()).toEqual(['contributions', 'operations', 'task_dependencies', 'tasks']);
});

test('figures follow the course of an operation', async () => {
  const { manager, operationId, taskId } = await planned(fixture);
  await refresh();
  expect(await figures()).toEqual({
    'operation.count@1 status=planned': 1,
    'operation.all@1': 1,
    'operation.without_budget@1': 1,
    'task.open@1': 1,
  });
  await started(manager, operationId);
  await recordContribution.run(manager, { operationId, kind: 'work', hours: 3 });
  await recordContribution.run(manager, { operationId, kind: 'goods', valueRial: 700 });
  const money = await recordContribution.run(manager, { operationId, kind: 'money', valueRial: 5_000_000_000_000 });
  await finishTask.run(manager, { taskId, revision: 1, note: 'شد' });
  await refresh();
  expect(await figures()).toEqual({
    'operation.count@1 status=running': 1,
    'operation.all@1': 1,
    'contribution.count@1 kind=work 1405-09': 1,
    'contribution.count@1 kind=goods 1405-09': 1,
    'contribution.count@1 kind=money 1405-09': 1,
    'contribution.rial@1 kind=goods 1405-09': 700,
    'contribution.rial@1 kind=money 1405-09': 5_000_000_000_000,
  });
  await removeContribution.run(manager, { contributionId: money.id });
  await refresh();
  expect(await figures()).toMatchObject({ 'operation.without_budget@1': 1 });
  await cancelOperation.run(manager, { operationId, revision: 3, reason: 'نشد' });
  await refresh();
  const after = await figures();
  expect(after).toMatchObject({ 'operation.count@1 status=cancelled': 1 });
  expect(after).not.toHaveProperty('operation.all@1');
  expect(after).not.toHaveProperty('operation.without_budget@1');
  expect(await kept()).toEqual(await recomputed());
});

describe('late tasks', () => {
  test('the day after its day begins, a task is late: not a millisecond before', async () => {
    await planned(fixture);
    await refresh();
    const [mark] = await fixture.db.sql('select unit_id, feature, at_ms from clock_marks');
    expect(mark).toEqual({ unit_id: fixture.ids.sheikhabad, feature: 'operations', at_ms: msOf('2026-12-02') });
    const lateAt = async (ms: number) => {
      fixture.db.setNow(ms);
      await fixture.db.sql("insert or ignore into dirty (unit_id, feature) values (?, 'operations')", [
        fixture.ids.sheikhabad,
      ]);
      await refresh();
      return (await figures())['task.late@1'] ?? 0;
    };
    expect(await lateAt(Number(mark?.['at_ms']) - 1)).toBe(0);
    expect(await lateAt(Number(mark?.['at_ms']))).toBe(1);
    expect(await fixture.db.sql('select * from clock_marks')).toEqual([]);
    expect(await kept()).toEqual(await recomputed());
  });

  test('the next change is the nearest of the days to come, as the kernel counts Tehran’s days', async () => {
    const sql = (lateTasks.nextChange ?? '').replaceAll(':units', ALL_UNITS);
    const task = { title: 'کار', responsiblePersonId: fixture.ids.ali, startsOn: '2026-11-22' };
    await planned(fixture, {
      endsOn: '2040-12-01',
      tasks: [
        { ...task, dueOn: '2026-11-23' },
        { ...task, dueOn: '2027-11-23' },
      ],
    });
    for (let i = 0; i < 400; i += 1) {
      const dueOn: CivilDate = addDays('2026-11-22', i * 13);
      await fixture.db.sql("update tasks set due_on = ? where due_on <> '2039-12-01'", [dueOn]);
      const [set] = await fixture.db.ports.databases
        .reader('qom')
        .batch([{ sql, args: { today: '2026-11-22', now_ms: 0 } }]);
      expect(set?.rows).toEqual([[fixture.ids.sheikhabad, msOf(addDays(dueOn, 1))]]);
    }
  });
});
