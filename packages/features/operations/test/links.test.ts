import { newId } from '@mahalleh/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cancelTask } from '../src/commands/cancel-task.ts';
import { finishTask } from '../src/commands/finish-task.ts';
import { linkTask } from '../src/commands/link-task.ts';
import { planOperation } from '../src/commands/plan-operation.ts';
import { reopenTask } from '../src/commands/reopen-task.ts';
import { rescheduleTask } from '../src/commands/reschedule-task.ts';
import { unlinkTask } from '../src/commands/unlink-task.ts';
import { failureOf, meanwhile, openFixture, planInput, reasonOf, type Fixture } from './fixture.ts';
import { daysIn, ordered, orderedAcross } from './order.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

describe('links', () => {
  test('a loop is refused with its names, through operations and through what was cancelled', async () => {
    const { manager, poles, lamps, feast } = await orderedAcross(fixture);
    const loop = await failureOf(linkTask.run(manager, { taskId: poles, revision: 1, afterId: feast }));
    expect(loop).toEqual({
      kind: 'refused',
      reason: 'link_closes_loop',
      loop: 'پایه‌ها ← سیم‌کشی ← چراغ‌ها ← جشن ← پایه‌ها',
    });
    await cancelTask.run(manager, { taskId: lamps, revision: 2, reason: 'نه' });
    expect(await reasonOf(linkTask.run(manager, { taskId: poles, revision: 1, afterId: feast }))).toBe(
      'refused link_closes_loop afterId',
    );
    expect(await reasonOf(linkTask.run(manager, { taskId: poles, revision: 1, afterId: poles }))).toBe(
      'refused link_closes_loop afterId',
    );
  });

  test('two links made at once do not close a loop together', async () => {
    const { manager, otherId, poles, feast } = await ordered(fixture);
    meanwhile(
      fixture,
      `insert into task_dependencies (task_id, after_id, unit_id, lag_days, linked_at_ms) select '${feast}', t.id, t.unit_id, 0, 0 from tasks t where t.title = 'چراغ‌ها'`,
    );
    const move = {
      taskId: poles,
      revision: 1,
      afterId: feast,
      pushes: true,
      reason: 'باران',
      extended: [{ operationId: otherId, revision: 1 }],
    };
    await fixture.db.sql("update tasks set starts_on = '2026-11-01', due_on = '2026-11-01' where id = ?", [feast]);
    expect(await reasonOf(linkTask.run(manager, move))).toBe('conflict revision_conflict');
    expect(await fixture.db.sql('select * from task_dependencies where after_id = ?', [feast])).toEqual([]);
  });

  test('what a new link finds too early is pushed, with its reason', async () => {
    const { manager, lamps, feast } = await ordered(fixture);
    const link = { taskId: feast, revision: 1, afterId: lamps, lagDays: '۳' };
    expect(await failureOf(linkTask.run(manager, link))).toMatchObject({ reason: 'schedule_pushes_tasks', tasks: 1 });
    expect(await reasonOf(linkTask.run(manager, { ...link, pushes: true }))).toBe('refused later_needs_reason reason');
    await linkTask.run(manager, { ...link, pushes: true, reason: 'پس از چراغ‌ها' });
    expect(await daysIn(fixture)).toMatchObject({ جشن: '12-15..12-15' });
    expect((await fixture.db.audit()).at(-1)).toMatchObject({ action: 'task.link', subject: feast });
    expect(await reasonOf(linkTask.run(manager, { ...link, revision: 2 }))).toBe('refused link_is_there afterId');
    await linkTask.run(manager, { ...link, revision: 2, lagDays: 1 });
    expect(await fixture.db.sql('select lag_days from task_dependencies where task_id = ?', [feast])).toEqual([
      { lag_days: 1 },
    ]);
  });

  test('a link is taken away once, and nothing moves', async () => {
    const { manager, poles, wires } = await ordered(fixture);
    await unlinkTask.run(manager, { taskId: wires, revision: 1, afterId: poles });
    expect(await reasonOf(unlinkTask.run(manager, { taskId: wires, revision: 2, afterId: poles }))).toBe(
      'not_found link_unknown',
    );
    expect(await daysIn(fixture)).toMatchObject({ سیم‌کشی: '11-29..12-03' });
  });

  test('tasks of another neighbourhood, and done ones, are not linked', async () => {
    const { manager, poles, wires } = await ordered(fixture);
    const dg = await fixture.db.as({ role: 'director_general', unitId: fixture.ids.province });
    const away = await planOperation.run(dg, {
      ...planInput(fixture),
      unitId: fixture.ids.pardisan,
      problemId: '',
      domainKey: 'health',
      capacityIds: [],
    });
    const [other] = await fixture.db.sql('select id from tasks where operation_id = ?', [away.id]);
    const afterId = String(other?.['id']);
    expect(await reasonOf(linkTask.run(dg, { taskId: poles, revision: 1, afterId }))).toBe(
      'refused link_across_units afterId',
    );
    expect(await reasonOf(linkTask.run(manager, { taskId: poles, revision: 1, afterId }))).toBe(
      'not_found task_unknown',
    );
    expect(await reasonOf(linkTask.run(manager, { taskId: poles, revision: 1, afterId: newId() }))).toBe(
      'not_found task_unknown',
    );
    await finishTask.run(manager, { taskId: poles, revision: 1, note: 'شد' });
    expect(await reasonOf(linkTask.run(manager, { taskId: poles, revision: 2, afterId: wires }))).toBe(
      'refused task_not_open',
    );
  });

  test('a plan may link its tasks from the start, in no loop and in order', async () => {
    const plan = planInput(fixture);
    const manager = await fixture.db.as({ role: 'neighbourhood_manager', unitId: fixture.ids.sheikhabad });
    const first = { ...plan.tasks[0], startsOn: '1405-09-02', dueOn: '1405-09-05' };
    const second = { ...first, startsOn: '1405-09-06', dueOn: '1405-09-08' };
    const planWith = (tasks: object[]) => reasonOf(planOperation.run(manager, { ...plan, tasks }));
    expect(
      await planWith([
        { ...first, after: [2] },
        { ...second, after: [1] },
      ]),
    ).toBe('refused link_closes_loop tasks.1.after');
    expect(await planWith([first, { ...second, after: [3] }])).toBe('refused task_unknown tasks.1.after');
    expect(await planWith([first, { ...second, startsOn: '1405-09-05', after: [1] }])).toBe(
      'refused task_before_predecessor tasks.1.startsOn',
    );
    expect(await planWith([first, { ...second, after: [1, 1] }])).toBe('no refusal');
  });
});

describe('what is done and what comes after', () => {
  test('a task is done only after what it waits for', async () => {
    const { manager, poles, wires } = await ordered(fixture);
    expect(await failureOf(finishTask.run(manager, { taskId: wires, revision: 1, note: 'شد' }))).toMatchObject({
      reason: 'task_waits_for_open',
      task: 'پایه‌ها',
    });
    await finishTask.run(manager, { taskId: poles, revision: 1, note: 'شد' });
    meanwhile(fixture, "update tasks set status = 'open' where title = 'پایه‌ها'");
    const finish = { taskId: wires, revision: 1, note: 'شد' };
    expect(await reasonOf(finishTask.run(manager, finish))).toBe('conflict revision_conflict');
    await fixture.db.sql("update tasks set status = 'done' where title = 'پایه‌ها'");
    expect(await reasonOf(finishTask.run(manager, finish))).toBe('no refusal');
    expect(await reasonOf(reopenTask.run(manager, { taskId: poles, revision: 2 }))).toBe('refused task_before_done');
  });

  test('done earlier frees what waits; opened again it may not come to stand after it', async () => {
    const { manager, poles, wires } = await ordered(fixture);
    await finishTask.run(manager, { taskId: poles, revision: 1, note: 'شد' });
    await rescheduleTask.run(manager, { taskId: wires, revision: 1, startsOn: '1405-09-02', dueOn: '1405-09-06' });
    expect(await failureOf(reopenTask.run(manager, { taskId: poles, revision: 2 }))).toEqual({
      kind: 'refused',
      reason: 'reopening_breaks_order',
      task: 'سیم‌کشی',
      earliest: '2026-11-27',
    });
    await rescheduleTask.run(manager, {
      taskId: wires,
      revision: 2,
      startsOn: '1405-09-06',
      dueOn: '1405-09-10',
      reason: 'باز شد',
    });
    expect(await reasonOf(reopenTask.run(manager, { taskId: poles, revision: 2 }))).toBe('no refusal');
  });

  test('what was cancelled holds nothing up', async () => {
    const { manager, poles, wires } = await ordered(fixture);
    await cancelTask.run(manager, { taskId: poles, revision: 1, reason: 'نه' });
    await rescheduleTask.run(manager, { taskId: wires, revision: 1, startsOn: '1405-09-02', dueOn: '1405-09-06' });
    expect(await reasonOf(reopenTask.run(manager, { taskId: poles, revision: 2 }))).toBe(
      'refused reopening_breaks_order',
    );
  });
});
