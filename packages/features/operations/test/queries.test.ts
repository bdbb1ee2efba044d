import { msOf, newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postponeTask } from '../src/commands/postpone-task.ts';
import { OperationDetail, OperationList, TaskList } from '../src/model.ts';
import { readOperation } from '../src/queries/operation.ts';
import { listOperations } from '../src/queries/operations.ts';
import { listTasks } from '../src/queries/tasks.ts';
import { openFixture, planned, started, reasonOf, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

describe('operations', () => {
  test('a row says how the operation stands today, and that changes with the clock alone', async () => {
    const { manager, operationId } = await planned(fixture);
    const standing = async () => {
      const { rows } = OperationList.strict().parse(await listOperations.run(manager, {}));
      return [rows[0]?.standing, rows[0]?.daysLate, rows[0]?.lateTasks];
    };
    expect(await standing()).toEqual(['on_time', 0, 0]);
    fixture.db.setNow(msOf('2026-11-23'));
    expect(await standing()).toEqual(['at_risk', 0, 0]);
    await started(manager, operationId);
    expect(await standing()).toEqual(['on_time', 0, 0]);
    fixture.db.setNow(msOf('2026-11-28'));
    expect(await standing()).toEqual(['at_risk', 0, 0]);
    fixture.db.setNow(msOf('2026-12-02') - 1);
    expect(await standing()).toEqual(['at_risk', 0, 0]);
    fixture.db.setNow(msOf('2026-12-02'));
    expect(await standing()).toEqual(['late', 1, 1]);
  });

  test('filters by unit and below, status, agency (of a task too), problem, lateness and words', async () => {
    const { db, ids } = fixture;
    const { manager, code, operationId } = await planned(fixture, {
      agencyId: '',
      tasks: [
        {
          title: 'کار',
          responsiblePersonId: ids.ali,
          agencyId: ids.basij,
          startsOn: '1405-09-02',
          dueOn: '1405-09-10',
        },
      ],
    });
    const dg = await db.as({ role: 'director_general', unitId: ids.province });
    const total = async (input: object, who = dg) => (await listOperations.run(who, input)).total;
    expect(await total({ unitId: ids.county })).toBe(1);
    expect(await total({ unitId: ids.pardisan })).toBe(0);
    expect(await total({ unitId: ids.county }, manager)).toBe(1);
    expect(await total({ status: 'planned' })).toBe(1);
    expect(await total({ status: 'running' })).toBe(0);
    expect(await total({ agencyId: ids.basij })).toBe(1);
    expect(await total({ agencyId: ids.municipality })).toBe(0);
    expect(await total({ problemId: ids.problem })).toBe(1);
    expect(await total({ late: 'true' })).toBe(0);
    expect(await total({ q: 'كوچه' })).toBe(1);
    expect(await total({ q: '%' })).toBe(0);
    expect(await total({ q: code.toLowerCase() })).toBe(1);
    db.setNow(msOf('2026-12-02') - 1);
    expect(await total({ late: 'true' })).toBe(0);
    db.setNow(msOf('2026-12-02'));
    expect(await total({ late: 'true' })).toBe(1);
    const outsider = await db.as({ role: 'neighbourhood_manager', unitId: ids.pardisan });
    expect(await total({}, outsider)).toBe(0);
    expect(await total({ unitId: ids.sheikhabad }, outsider)).toBe(0);
    expect(await reasonOf(readOperation.run(outsider, { operationId }))).toBe('not_found operation_unknown');
  });

  test('a page holds what was asked for, newest start first, and the total counts all', async () => {
    for (const day of ['1405-09-01', '1405-09-03', '1405-09-02'])
      await planned(fixture, {
        startsOn: day,
        tasks: [{ title: 'کار', responsiblePersonId: fixture.ids.ali, startsOn: day, dueOn: '1405-09-10' }],
      });
    const reader = await fixture.db.as({ role: 'observer', unitId: fixture.ids.county });
    const page = (n: number) => listOperations.run(reader, { page: n, size: 2 });
    expect((await page(1)).rows.map(({ startsOn }) => startsOn)).toEqual(['2026-11-24', '2026-11-23']);
    expect(await page(2)).toMatchObject({ total: 3, page: 2, size: 2, rows: [{ startsOn: '2026-11-22' }] });
  });

  test('one operation comes with its tasks, capacities, problem, evidence and history', async () => {
    const { db, ids } = fixture;
    const { manager, operationId, taskId } = await planned(fixture);
    const other = await planned(fixture);
    await postponeTask.run(other.manager, { taskId: other.taskId, revision: 1, dueOn: '1405-09-12', reason: 'برف' });
    await postponeTask.run(manager, { taskId, revision: 1, dueOn: '1405-09-12', reason: 'باران' });
    for (const [kind, subject] of [
      ['task', taskId],
      ['operation', operationId],
      ['task', newId()],
    ] as const)
      await db.sql(
        "insert into evidence (id, subject_kind, subject_id, unit_id, kind, note, added_at_ms, added_by) values (?, ?, ?, ?, 'text', 'دیدم', 5, ?)",
        [newId(), kind, subject, ids.sheikhabad, ids.zahra],
      );
    const page = OperationDetail.strict().parse(await readOperation.run(manager, { operationId }));
    expect(page).toMatchObject({
      problem: { id: ids.problem, code: 'P-1', status: 'triaged' },
      capacities: [{ id: ids.lamps, name: 'lamps' }],
      tasks: [
        {
          id: taskId,
          responsibleName: 'علی رضایی',
          agencyName: 'municipality',
          postponedCount: 1,
          postponements: [{ reason: 'باران', fromOn: '2026-12-01', toOn: '2026-12-03' }],
        },
      ],
    });
    expect(page.evidence.map(({ subjectKind, addedByName }) => [subjectKind, addedByName]).sort()).toEqual([
      ['operation', 'زهرا صالحی'],
      ['task', 'زهرا صالحی'],
    ]);
    expect(page.history.map(({ action, subject, actorName }) => [action, subject, actorName])).toEqual([
      ['task.postpone', taskId, 'Sample Person'],
      ['operation.plan', operationId, 'Sample Person'],
    ]);
  });
});

describe('tasks', () => {
  test('the late ones say by how many days, who answers, for which agency and where', async () => {
    const { taskId, manager } = await planned(fixture);
    const late = async () => TaskList.strict().parse(await listTasks.run(manager, { late: 'true' })).rows;
    fixture.db.setNow(msOf('2026-12-02') - 1);
    expect(await late()).toEqual([]);
    fixture.db.setNow(msOf('2026-12-10'));
    expect(await late()).toMatchObject([
      {
        id: taskId,
        daysLate: 9,
        standing: 'late',
        responsibleName: 'علی رضایی',
        agencyName: 'municipality',
        unitNameFa: 'neighbourhood',
        operationTitle: 'روشنایی کوچه‌ها',
      },
    ]);
  });

  test('mine are those I answer for, and those of the agency I sit for', async () => {
    const { db, ids } = fixture;
    await planned(fixture);
    const total = async (who: Awaited<ReturnType<typeof db.as>>) => (await listTasks.run(who, { mine: true })).total;
    const officer = await db.as({ role: 'agency_officer', unitId: ids.county, agencyId: ids.municipality });
    const other = await db.as({ role: 'agency_officer', unitId: ids.county, agencyId: ids.basij });
    const facilitator = await db.as({ role: 'facilitator', unitId: ids.sheikhabad });
    expect([await total(officer), await total(other), await total(facilitator)]).toEqual([1, 0, 0]);
    await db.sql('update tasks set responsible_person_id = ?', [facilitator.personId]);
    expect(await total(facilitator)).toBe(1);
  });

  test('the ones due first come first, within my units only', async () => {
    const { db, ids } = fixture;
    const task = { title: 'کار', responsiblePersonId: ids.ali, startsOn: '1405-09-02' };
    await planned(fixture, {
      tasks: [
        { ...task, dueOn: '1405-09-09' },
        { ...task, dueOn: '1405-09-05' },
      ],
    });
    const reader = await db.as({ role: 'observer', unitId: ids.county });
    expect((await listTasks.run(reader, { unitId: ids.sheikhabad })).rows.map(({ dueOn }) => dueOn)).toEqual([
      '2026-11-26',
      '2026-11-30',
    ]);
    const outsider = await db.as({ role: 'observer', unitId: ids.pardisan });
    expect((await listTasks.run(outsider, {})).total).toBe(0);
  });
});
