import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amendTask } from '../src/commands/amend-task.ts';
import { assignTask } from '../src/commands/assign-task.ts';
import { postponeTask } from '../src/commands/postpone-task.ts';
import { rescheduleTask } from '../src/commands/reschedule-task.ts';
import { failureOf, meanwhile, openFixture, reasonOf, rowOf, type Fixture } from './fixture.ts';
import { daysIn, ordered, orderedAcross } from './order.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

describe('moving a bar', () => {
  test('within its slack nothing else moves; the audit row names the task, the first days stay as its baseline', async () => {
    const { manager, poles } = await ordered(fixture);
    const done = await rescheduleTask.run(manager, {
      taskId: poles,
      revision: 1,
      startsOn: '1405-09-02',
      dueOn: '1405-09-07',
      reason: 'باران',
    });
    expect(done).toEqual({ id: poles, revision: 2 });
    expect(await rowOf(fixture.db, 'tasks', poles)).toMatchObject({
      starts_on: '2026-11-23',
      due_on: '2026-11-28',
      baseline_starts_on: '2026-11-22',
      baseline_due_on: '2026-11-26',
      postponed_count: 1,
    });
    expect(await fixture.db.sql('select from_on, to_on, reason from postponements')).toEqual([
      { from_on: '2026-11-26', to_on: '2026-11-28', reason: 'باران' },
    ]);
    expect((await fixture.db.audit()).at(-1)).toMatchObject({
      action: 'task.reschedule',
      subject: poles,
      fields_json: '["dates"]',
    });
    expect(await daysIn(fixture)).toMatchObject({ سیم‌کشی: '11-29..12-03', چراغ‌ها: '12-04..12-11' });
  });

  test('what is pushed moves only when exactly that was accepted', async () => {
    const { manager, poles, wires, lamps } = await ordered(fixture);
    const move = { taskId: poles, revision: 1, startsOn: '1405-09-01', dueOn: '1405-09-09', reason: 'باران' };
    expect(await failureOf(rescheduleTask.run(manager, move))).toEqual({
      kind: 'refused',
      reason: 'schedule_pushes_tasks',
      tasks: 2,
    });
    const pushed = [
      { taskId: wires, revision: 1, startsOn: '1405-09-10', dueOn: '1405-09-14' },
      { taskId: lamps, revision: 1, startsOn: '1405-09-15', dueOn: '1405-09-22' },
    ];
    const otherwise = [{ ...pushed[0], startsOn: '1405-09-11', dueOn: '1405-09-15' }, pushed[1]];
    expect(await reasonOf(rescheduleTask.run(manager, { ...move, pushed: otherwise }))).toBe(
      'refused schedule_changed_meanwhile',
    );
    expect(await reasonOf(rescheduleTask.run(manager, { ...move, pushed: pushed.slice(1) }))).toBe(
      'refused schedule_changed_meanwhile',
    );
    await rescheduleTask.run(manager, { ...move, pushed });
    expect(await daysIn(fixture)).toMatchObject({
      پایه‌ها: '11-22..11-30',
      سیم‌کشی: '12-01..12-05',
      چراغ‌ها: '12-06..12-13',
    });
    expect(await fixture.db.sql("select task_id, reason from postponements where reason = 'باران'")).toHaveLength(3);
  });

  test('a task that moved since it was shown is not pushed', async () => {
    const { manager, poles, wires, lamps } = await ordered(fixture);
    const move = { taskId: poles, revision: 1, startsOn: '1405-09-01', dueOn: '1405-09-09', reason: 'باران' };
    const pushed = [
      { taskId: wires, revision: 1, startsOn: '1405-09-10', dueOn: '1405-09-14' },
      { taskId: lamps, revision: 1, startsOn: '1405-09-15', dueOn: '1405-09-22' },
    ];
    await amendTask.run(manager, { taskId: lamps, revision: 1, title: 'چراغ‌های تازه' });
    expect(await reasonOf(rescheduleTask.run(manager, { ...move, pushed }))).toBe('conflict revision_conflict');
    expect(await reasonOf(rescheduleTask.run(manager, { ...move, pushes: true }))).toBe('no refusal');
  });

  test('two people move one bar: the second learns where it is now', async () => {
    const { manager, lamps } = await ordered(fixture);
    const second = await fixture.db.as({ role: 'facilitator', unitId: fixture.ids.sheikhabad });
    const move = { taskId: lamps, revision: 1, startsOn: '1405-09-14', dueOn: '1405-09-21', reason: 'باران' };
    await rescheduleTask.run(manager, move);
    expect(await failureOf(rescheduleTask.run(second, { ...move, dueOn: '1405-09-25' }))).toEqual({
      kind: 'conflict',
      reason: 'task_moved_meanwhile',
      startsOn: '2026-12-05',
      dueOn: '2026-12-12',
    });
    const again = { ...move, revision: 2, startsOn: '1405-09-15', dueOn: '1405-09-22' };
    meanwhile(fixture, "update tasks set revision = revision + 1, due_on = '2026-12-14' where title = 'چراغ‌ها'");
    expect(await reasonOf(rescheduleTask.run(manager, again))).toBe('conflict revision_conflict');
  });

  test('nothing is put before what it waits for, the day before the start is named', async () => {
    const { manager, wires } = await ordered(fixture);
    const move = { taskId: wires, revision: 1, startsOn: '1405-09-05', dueOn: '1405-09-09' };
    expect(await failureOf(rescheduleTask.run(manager, move))).toEqual({
      kind: 'refused',
      reason: 'task_before_predecessor',
      task: 'پایه‌ها',
      earliest: '2026-11-27',
    });
    expect(await reasonOf(amendTask.run(manager, move))).toBe('refused task_before_predecessor startsOn');
    expect(await reasonOf(rescheduleTask.run(manager, { ...move, startsOn: '1405-09-06', dueOn: '1405-09-10' }))).toBe(
      'no refusal',
    );
  });

  test('an operation grows only when it was said, by who may amend it, and keeps the reason', async () => {
    const { manager, operationId, lamps } = await ordered(fixture);
    const move = { taskId: lamps, revision: 1, startsOn: '1405-09-25', dueOn: '1405-10-03', reason: 'باران' };
    expect(await failureOf(rescheduleTask.run(manager, move))).toMatchObject({
      reason: 'operation_must_grow',
      operation: 'روشنایی کوچه‌ها',
      endsOn: '2026-12-24',
    });
    const extended = [{ operationId, revision: 3 }];
    const facilitator = await fixture.db.as({ role: 'facilitator', unitId: fixture.ids.sheikhabad });
    expect(await reasonOf(rescheduleTask.run(facilitator, { ...move, extended }))).toBe(
      'refused operation_must_grow dueOn',
    );
    await rescheduleTask.run(manager, { ...move, extended });
    expect(await rowOf(fixture.db, 'operations', operationId)).toMatchObject({
      ends_on: '2026-12-24',
      baseline_ends_on: '2026-12-21',
      revision: 4,
    });
    expect(await fixture.db.sql('select from_on, to_on, reason from extensions')).toEqual([
      { from_on: '2026-12-21', to_on: '2026-12-24', reason: 'باران' },
    ]);
  });

  test.each([
    ['later without a reason', { dueOn: '1405-09-21' }, 'refused later_needs_reason reason'],
    ['due before it begins', { dueOn: '1405-09-12' }, 'refused task_due_before_start dueOn'],
    ['beyond its operation', { dueOn: '1405-10-02', reason: 'باران' }, 'refused operation_must_grow dueOn'],
    ['before its operation', { startsOn: '1405-08-29', dueOn: '1405-09-01' }, 'refused operation_must_grow startsOn'],
  ])('%s is refused, naming the field', async (_title, days, expected) => {
    const { manager, operationId } = await ordered(fixture);
    const lone = await assignTask.run(manager, {
      operationId,
      title: 'تنها',
      responsiblePersonId: fixture.ids.ali,
      startsOn: '1405-09-13',
      dueOn: '1405-09-20',
    });
    const move = { taskId: lone.id, revision: 1, startsOn: '1405-09-13', ...days };
    expect(await reasonOf(rescheduleTask.run(manager, move))).toBe(expected);
  });

  test('a milestone stays one day', async () => {
    const { manager, feast, otherId } = await ordered(fixture);
    const move = { taskId: feast, revision: 1, startsOn: '1405-09-12', dueOn: '1405-09-13' };
    expect(await reasonOf(rescheduleTask.run(manager, move))).toBe('refused milestone_is_one_day dueOn');
    expect(await reasonOf(rescheduleTask.run(manager, { ...move, dueOn: '1405-09-12' }))).toBe('no refusal');
    const lasting = { operationId: otherId, title: 'روز', responsiblePersonId: fixture.ids.ali, isMilestone: true };
    expect(await reasonOf(assignTask.run(manager, { ...lasting, startsOn: '1405-09-11', dueOn: '1405-09-12' }))).toBe(
      'refused milestone_is_one_day dueOn',
    );
    await postponeTask.run(manager, { taskId: feast, revision: 2, dueOn: '1405-09-20', reason: 'برف' });
    expect(await daysIn(fixture)).toMatchObject({ جشن: '12-11..12-11' });
  });

  test('an officer moves the tasks of the own agency, and pushes no others', async () => {
    const { poles, wires } = await ordered(fixture);
    await fixture.db.sql('update tasks set agency_id = ? where id = ?', [fixture.ids.basij, wires]);
    const officer = await fixture.db.as({
      role: 'agency_officer',
      unitId: fixture.ids.sheikhabad,
      agencyId: fixture.ids.municipality,
    });
    const move = { revision: 1, startsOn: '1405-09-01', dueOn: '1405-09-06', reason: 'باران' };
    expect(await reasonOf(rescheduleTask.run(officer, { ...move, taskId: poles }))).toBe('no refusal');
    expect(await reasonOf(rescheduleTask.run(officer, { ...move, taskId: wires }))).toBe(
      'refused task_of_other_agency',
    );
    expect(
      await reasonOf(
        rescheduleTask.run(officer, { ...move, taskId: poles, revision: 2, dueOn: '1405-09-09', pushes: true }),
      ),
    ).toBe('refused task_of_other_agency');
  });

  test('a postponement pushes what waits for it once that was accepted, over operations too', async () => {
    const { manager, lamps } = await orderedAcross(fixture);
    const later = { taskId: lamps, revision: 2, dueOn: '1405-09-23', reason: 'باران' };
    expect(await reasonOf(postponeTask.run(manager, later))).toBe('refused schedule_pushes_tasks pushes');
    await postponeTask.run(manager, { ...later, pushes: 'true' });
    expect(await daysIn(fixture)).toMatchObject({ چراغ‌ها: '12-04..12-14', جشن: '12-16..12-16' });
  });
});
