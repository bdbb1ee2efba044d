import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendTask } from '../src/commands/amend-task.ts';
import { assignTask } from '../src/commands/assign-task.ts';
import { finishTask } from '../src/commands/finish-task.ts';
import { postponeTask } from '../src/commands/postpone-task.ts';
import { reopenTask } from '../src/commands/reopen-task.ts';
import { attachPhoto, openFixture, planned, reasonOf, rowOf, running, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

describe('task.finish', () => {
  test('needs evidence: a note, or something attached that was not removed', async () => {
    const { manager, taskId } = await running(fixture);
    const finish = (more: object = {}) => finishTask.run(manager, { taskId, revision: 1, ...more });
    expect(await reasonOf(finish())).toBe('refused task_without_evidence note');
    expect(await reasonOf(finish({ note: '  ' }))).toMatch(/note/);
    await attachPhoto(fixture, taskId, 1);
    expect(await reasonOf(finish())).toBe('refused task_without_evidence note');
    await attachPhoto(fixture, taskId);
    expect(await finish()).toEqual({ id: taskId, revision: 2 });
    expect(await rowOf(fixture.db, 'tasks', taskId)).toMatchObject({
      status: 'done',
      done_note: null,
      done_at_ms: fixture.db.ports.nowMs(),
    });
  });

  test('waits for the operation to be started', async () => {
    const { manager, taskId } = await planned(fixture);
    expect(await reasonOf(finishTask.run(manager, { taskId, revision: 1, note: 'شد' }))).toBe(
      'refused operation_not_started',
    );
  });

  test('happens once: a second person is told that the task is no longer open', async () => {
    const { manager, taskId } = await running(fixture);
    await finishTask.run(manager, { taskId, revision: 1, note: 'شد' });
    expect(await reasonOf(finishTask.run(manager, { taskId, revision: 1, note: 'شد' }))).toBe('refused task_not_open');
  });

  test('an agency officer finishes and postpones the tasks of the own agency, no others', async () => {
    const { db, ids } = fixture;
    const { taskId } = await running(fixture);
    const theirs = await db.as({ role: 'agency_officer', unitId: ids.county, agencyId: ids.municipality });
    const others = await db.as({ role: 'agency_officer', unitId: ids.county, agencyId: ids.basij });
    const postpone = { taskId, revision: 1, dueOn: '1405-09-12', reason: 'باران' };
    expect(await reasonOf(finishTask.run(others, { taskId, revision: 1, note: 'شد' }))).toBe(
      'refused task_of_other_agency',
    );
    expect(await reasonOf(postponeTask.run(others, postpone))).toBe('refused task_of_other_agency');
    await postponeTask.run(theirs, postpone);
    await finishTask.run(theirs, { taskId, revision: 2, note: 'شد' });
    expect(await rowOf(db, 'tasks', taskId)).toMatchObject({ status: 'done', postponed_count: 1 });
    expect(await reasonOf(reopenTask.run(theirs, { taskId, revision: 3 }))).toBe('not_permitted not_permitted');
  });

  test('a seat over another neighbourhood does not lend an officer its freedom here', async () => {
    const { db, ids } = fixture;
    const { taskId } = await running(fixture);
    const both = await db.as(
      { role: 'agency_officer', unitId: ids.county, agencyId: ids.basij },
      { role: 'neighbourhood_manager', unitId: ids.pardisan },
    );
    expect(await reasonOf(finishTask.run(both, { taskId, revision: 1, note: 'شد' }))).toBe(
      'refused task_of_other_agency',
    );
    const outside = await db.as({ role: 'neighbourhood_manager', unitId: ids.pardisan });
    expect(await reasonOf(finishTask.run(outside, { taskId, revision: 1, note: 'شد' }))).toBe('not_found task_unknown');
  });
});

describe('task.reopen', () => {
  test('counts, and keeps the note until another replaces it', async () => {
    const { manager, taskId } = await running(fixture);
    await finishTask.run(manager, { taskId, revision: 1, note: 'نخست' });
    await reopenTask.run(manager, { taskId, revision: 2 });
    expect(await rowOf(fixture.db, 'tasks', taskId)).toMatchObject({
      status: 'open',
      done_note: 'نخست',
      done_at_ms: null,
      reopened_count: 1,
    });
    expect(await reasonOf(finishTask.run(manager, { taskId, revision: 3 }))).toBe('refused task_without_evidence note');
    await finishTask.run(manager, { taskId, revision: 3, note: 'دوم' });
    expect(await rowOf(fixture.db, 'tasks', taskId)).toMatchObject({ done_note: 'دوم' });
  });
});

describe('task.postpone', () => {
  test('moves the day later, counts it and keeps the reason', async () => {
    const { manager, taskId } = await planned(fixture);
    await postponeTask.run(manager, { taskId, revision: 1, dueOn: '1405-09-15', reason: 'باران' });
    await postponeTask.run(manager, { taskId, revision: 2, dueOn: '1405-09-30', reason: 'برف' });
    expect(await rowOf(fixture.db, 'tasks', taskId)).toMatchObject({
      due_on: '2026-12-21',
      postponed_count: 2,
      revision: 3,
    });
    expect(await fixture.db.sql('select from_on, to_on, reason from postponements order by to_on')).toEqual([
      { from_on: '2026-12-01', to_on: '2026-12-06', reason: 'باران' },
      { from_on: '2026-12-06', to_on: '2026-12-21', reason: 'برف' },
    ]);
  });

  test.each([
    ['to the same day', { dueOn: '1405-09-10' }, 'refused postponed_to_no_later dueOn'],
    ['beyond the operation', { dueOn: '1405-10-01' }, 'refused task_outside_operation dueOn'],
    ['without a reason', { reason: '' }, 'invalid input_invalid reason required'],
  ])('%s is refused, and not counted', async (_title, change, expected) => {
    const { manager, taskId } = await planned(fixture);
    expect(
      await reasonOf(
        postponeTask.run(manager, { taskId, revision: 1, dueOn: '1405-09-15', reason: 'باران', ...change }),
      ),
    ).toBe(expected);
    expect(await rowOf(fixture.db, 'tasks', taskId)).toMatchObject({ postponed_count: 0, due_on: '2026-12-01' });
    expect(await fixture.db.sql('select * from postponements')).toEqual([]);
  });
});

describe('task.assign and task.amend', () => {
  test('a task assigned later takes the agency of the operation and lies within it', async () => {
    const { db, ids } = fixture;
    const { manager, operationId } = await planned(fixture);
    const task = {
      operationId,
      title: 'دوم',
      responsiblePersonId: ids.zahra,
      startsOn: '1405-09-12',
      dueOn: '1405-09-20',
    };
    const { id, revision } = await assignTask.run(manager, task);
    expect(revision).toBe(1);
    expect(await rowOf(db, 'tasks', id)).toMatchObject({
      unit_id: ids.sheikhabad,
      agency_id: ids.municipality,
      status: 'open',
    });
    expect(await rowOf(db, 'operations', operationId)).toMatchObject({ revision: 1 });
    expect(await reasonOf(assignTask.run(manager, { ...task, dueOn: '1405-10-20' }))).toBe(
      'refused task_outside_operation dueOn',
    );
    expect(await reasonOf(assignTask.run(manager, { ...task, responsiblePersonId: newId() }))).toBe(
      'refused person_unknown responsiblePersonId',
    );
    expect(await reasonOf(assignTask.run(manager, { ...task, operationId: newId() }))).toBe(
      'not_found operation_unknown',
    );
  });

  test('an amendment changes who answers, and brings the day nearer, never later', async () => {
    const { db, ids } = fixture;
    const { manager, taskId } = await planned(fixture);
    await amendTask.run(manager, {
      taskId,
      revision: 1,
      responsiblePersonId: ids.zahra,
      agencyId: '',
      dueOn: '1405-09-08',
    });
    expect(await rowOf(db, 'tasks', taskId)).toMatchObject({
      responsible_person_id: ids.zahra,
      agency_id: null,
      due_on: '2026-11-29',
      title: 'نصب چراغ',
      revision: 2,
    });
    expect(await reasonOf(amendTask.run(manager, { taskId, revision: 2, dueOn: '1405-09-09' }))).toBe(
      'refused task_later_is_postponed dueOn',
    );
    expect(await reasonOf(amendTask.run(manager, { taskId, revision: 2, startsOn: '1405-09-09' }))).toBe(
      'refused task_due_before_start dueOn',
    );
    expect(await reasonOf(amendTask.run(manager, { taskId, revision: 1, title: 'دیر' }))).toBe(
      'conflict revision_conflict',
    );
  });
});
