import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assignTask } from '../src/commands/assign-task.ts';
import { cancelOperation } from '../src/commands/cancel-operation.ts';
import { cancelTask } from '../src/commands/cancel-task.ts';
import { finishOperation } from '../src/commands/finish-operation.ts';
import { finishTask } from '../src/commands/finish-task.ts';
import { reopenTask } from '../src/commands/reopen-task.ts';
import { startOperation } from '../src/commands/start-operation.ts';
import { openFixture, planned, reasonOf, rowOf, running, started, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

describe('the course of an operation', () => {
  test('planned, started, task done, finished: and the problem is left as it was', async () => {
    const { db, ids } = fixture;
    const { manager, operationId, taskId } = await running(fixture);
    expect(await rowOf(db, 'operations', operationId)).toMatchObject({
      status: 'running',
      started_at_ms: db.ports.nowMs(),
    });
    await finishTask.run(manager, { taskId, revision: 1, note: 'دوازده چراغ نصب شد' });
    expect(
      await finishOperation.run(manager, { operationId, revision: 3, resultNote: 'روشن شد', resultValue: '۱۲٫۵' }),
    ).toEqual({ id: operationId, revision: 4 });
    expect(await rowOf(db, 'operations', operationId)).toMatchObject({
      status: 'done',
      result_note: 'روشن شد',
      result_value: 12.5,
      finished_at_ms: db.ports.nowMs(),
    });
    expect(await rowOf(db, 'problems', ids.problem)).toMatchObject({ status: 'triaged', revision: 1 });
    expect((await db.audit()).map(({ action }) => action)).toEqual([
      'operation.plan',
      'operation.approve',
      'operation.start',
      'task.finish',
      'operation.finish',
    ]);
  });

  test('it is not finished before it is started, with a task open, or without a word on the result', async () => {
    const plan = await planned(fixture);
    const { manager, operationId, taskId } = plan;
    const finish = (revision: number, more: object = { resultNote: 'شد' }) =>
      finishOperation.run(manager, { operationId, revision, ...more });
    expect(await reasonOf(finish(1))).toBe('refused operation_not_started');
    await started(manager, operationId);
    expect(await reasonOf(finish(3))).toBe('refused operation_has_open_tasks');
    expect(await reasonOf(finish(3, {}))).toBe('invalid input_invalid resultNote required');
    await cancelTask.run(manager, { taskId, revision: 1, reason: 'لازم نیست' });
    expect(await reasonOf(finish(3))).toBe('refused operation_without_done_task');
    await reopenTask.run(manager, { taskId, revision: 2 });
    await finishTask.run(manager, { taskId, revision: 3, note: 'شد' });
    expect(await finish(3)).toMatchObject({ revision: 4 });
    expect(await reasonOf(startOperation.run(manager, { operationId, revision: 4 }))).toBe('refused operation_ended');
  });

  test('cancelled, it takes its open tasks with it, keeps what was done, and takes nothing new', async () => {
    const { db, ids } = fixture;
    const { manager, operationId, taskId } = await running(fixture);
    const more = { title: 'دوم', responsiblePersonId: ids.zahra, startsOn: '1405-09-02', dueOn: '1405-09-03' };
    const second = await assignTask.run(manager, { operationId, ...more });
    await finishTask.run(manager, { taskId, revision: 1, note: 'شد' });
    expect(await reasonOf(cancelOperation.run(manager, { operationId, revision: 3 }))).toBe(
      'invalid input_invalid reason required',
    );
    await cancelOperation.run(manager, { operationId, revision: 3, reason: 'شهرداری انجام داد' });
    expect(await rowOf(db, 'operations', operationId)).toMatchObject({
      status: 'cancelled',
      cancel_reason: 'شهرداری انجام داد',
    });
    expect(await rowOf(db, 'tasks', taskId)).toMatchObject({ status: 'done' });
    expect(await rowOf(db, 'tasks', second.id)).toMatchObject({ status: 'cancelled', revision: 2 });
    expect(await reasonOf(assignTask.run(manager, { operationId, ...more }))).toBe('refused operation_ended');
    expect(await reasonOf(reopenTask.run(manager, { taskId, revision: 2 }))).toBe('refused operation_ended');
  });
});
