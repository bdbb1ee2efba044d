import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cancelTask } from '../src/commands/cancel-task.ts';
import { finishTask } from '../src/commands/finish-task.ts';
import { linkTask } from '../src/commands/link-task.ts';
import { rescheduleTask } from '../src/commands/reschedule-task.ts';
import { openFixture, reasonOf, rowOf, type Fixture } from './fixture.ts';
import { daysIn, ordered, orderedAcross } from './order.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

describe('taking back', () => {
  test('a move with all that it pushed goes back, its reasons too', async () => {
    const { manager, poles } = await orderedAcross(fixture);
    const before = await daysIn(fixture);
    const commandId = newId();
    const move = {
      taskId: poles,
      revision: 1,
      startsOn: '1405-09-02',
      dueOn: '1405-09-10',
      reason: 'باران',
      pushes: true,
    };
    await rescheduleTask.run(manager, move, commandId);
    expect(await daysIn(fixture)).not.toEqual(before);
    await undoAct.run(manager, { commandId });
    expect(await daysIn(fixture)).toEqual(before);
    expect(await fixture.db.sql('select * from postponements')).toEqual([]);
    expect(await rowOf(fixture.db, 'tasks', poles)).toMatchObject({
      postponed_count: 0,
      baseline_due_on: null,
      revision: 3,
    });
  });

  test('a move is not taken back over a neighbour that moved since', async () => {
    const { manager, poles, wires } = await ordered(fixture);
    const commandId = newId();
    const move = { revision: 1, reason: 'باران' };
    await rescheduleTask.run(
      manager,
      { ...move, taskId: wires, startsOn: '1405-09-12', dueOn: '1405-09-12' },
      commandId,
    );
    await rescheduleTask.run(manager, { ...move, taskId: poles, startsOn: '1405-09-01', dueOn: '1405-09-10' });
    expect(await reasonOf(undoAct.run(manager, { commandId }))).toBe('conflict revision_conflict');
    expect(await daysIn(fixture)).toMatchObject({ سیم‌کشی: '12-03..12-03' });
  });

  test('a link, a finished and a cancelled task go back to what they were', async () => {
    const { manager, lamps, feast, poles } = await ordered(fixture);
    const ids = [newId(), newId(), newId()] as const;
    await linkTask.run(manager, { taskId: feast, revision: 1, afterId: lamps }, ids[0]);
    await undoAct.run(manager, { commandId: ids[0] });
    expect(await fixture.db.sql('select * from task_dependencies where task_id = ?', [feast])).toEqual([]);
    await finishTask.run(manager, { taskId: poles, revision: 1, note: 'شد' }, ids[1]);
    await undoAct.run(manager, { commandId: ids[1] });
    expect(await rowOf(fixture.db, 'tasks', poles)).toMatchObject({
      status: 'open',
      done_at_ms: null,
      done_note: null,
    });
    await cancelTask.run(manager, { taskId: poles, revision: 3, reason: 'نه' }, ids[2]);
    await undoAct.run(manager, { commandId: ids[2] });
    expect(await rowOf(fixture.db, 'tasks', poles)).toMatchObject({ status: 'open', cancel_reason: null, revision: 5 });
  });
});
