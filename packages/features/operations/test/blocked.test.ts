import { ALL_UNITS } from '@mahalleh/metric';
import { addDays, msOf } from '@mahalleh/kernel';
import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blockTask } from '../src/commands/block-task.ts';
import { finishTask } from '../src/commands/finish-task.ts';
import { unblockTask } from '../src/commands/unblock-task.ts';
import { blockedTasks } from '../src/metrics.ts';
import { readOperation } from '../src/queries/operation.ts';
import { listOperations } from '../src/queries/operations.ts';
import { listTasks } from '../src/queries/tasks.ts';
import { openFixture, reasonOf, rowOf, type Fixture } from './fixture.ts';
import { ordered } from './order.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

const sqlOf = (text: string | undefined) => (text ?? '').replaceAll(':units', ALL_UNITS);
const asked = async (text: string | undefined, today: string) => {
  const [set] = await fixture.db.ports.databases
    .reader('qom')
    .batch([{ sql: sqlOf(text), args: { today, now_ms: msOf(addDays(today as `${number}-${number}-${number}`, 0)) } }]);
  return set?.rows ?? [];
};
const blockedOn = async (today: string): Promise<number> =>
  Number((await asked(blockedTasks.from, today))[0]?.[1] ?? 0);

test('what keeps a task is recorded with who could take it away, shown everywhere, and gone when somebody says so', async () => {
  const { manager, operationId, lamps } = await ordered(fixture);
  const block = {
    taskId: lamps,
    revision: 1,
    by: 'permit',
    note: 'مجوز حفاری نرسیده است',
    agencyId: fixture.ids.basij,
  };
  expect(await blockTask.run(manager, block)).toEqual({ id: lamps, revision: 2 });
  const blocked = { by: 'permit', note: block.note, agencyName: 'basij', atMs: fixture.db.ports.nowMs() };
  const page = await readOperation.run(manager, { operationId });
  expect(page.standing).toBe('blocked');
  expect(page.tasks.find(({ id }) => id === lamps)).toMatchObject({ standing: 'blocked', blocked });
  expect((await listTasks.run(manager, { blocked: true })).rows.map(({ id }) => id)).toEqual([lamps]);
  expect((await listOperations.run(manager, { blocked: true })).rows).toMatchObject([
    { id: operationId, blockedTasks: 1 },
  ]);
  await unblockTask.run(manager, { taskId: lamps, revision: 2 });
  expect((await listTasks.run(manager, { blocked: true })).total).toBe(0);
  expect((await fixture.db.audit()).slice(-2)).toMatchObject([
    { action: 'task.block', subject: lamps, actor_id: manager.personId },
    { action: 'task.unblock', subject: lamps, actor_id: manager.personId },
  ]);
  expect(await reasonOf(unblockTask.run(manager, { taskId: lamps, revision: 3 }))).toBe('refused task_not_blocked');
});

test('a task that is done is kept by nothing any more; taking that back, it is kept again', async () => {
  const { manager, poles } = await ordered(fixture);
  await blockTask.run(manager, { taskId: poles, revision: 1, by: 'material' });
  const commandId = newId();
  await finishTask.run(manager, { taskId: poles, revision: 2, note: 'شد' }, commandId);
  expect(await rowOf(fixture.db, 'tasks', poles)).toMatchObject({ blocked_by: null, blocked_at_ms: null });
  await undoAct.run(manager, { commandId });
  expect(await rowOf(fixture.db, 'tasks', poles)).toMatchObject({ blocked_by: 'material', status: 'open' });
});

test.each([
  ['a blocker that there is not', { by: 'laziness' }, 'invalid input_invalid by choice_unknown'],
  ['an agency that is not there', { by: 'permit', agencyId: newId() }, 'refused agency_unknown agencyId'],
  [
    'somebody’s number in the words',
    { by: 'other', note: 'تلفن ۰۹۱۲۱۲۳۴۵۶۷' },
    'invalid input_invalid note personal_number_in_text',
  ],
])('%s is refused, naming the field', async (_title, more, expected) => {
  const { manager, lamps } = await ordered(fixture);
  expect(await reasonOf(blockTask.run(manager, { taskId: lamps, revision: 1, ...more }))).toBe(expected);
});

test('an officer says what keeps the tasks of the own agency', async () => {
  const { lamps, feast } = await ordered(fixture);
  await fixture.db.sql('update tasks set agency_id = ? where id = ?', [fixture.ids.basij, feast]);
  const officer = await fixture.db.as({
    role: 'agency_officer',
    unitId: fixture.ids.county,
    agencyId: fixture.ids.municipality,
  });
  const block = { revision: 1, by: 'money' };
  expect(await reasonOf(blockTask.run(officer, { ...block, taskId: lamps }))).toBe('no refusal');
  expect(await reasonOf(blockTask.run(officer, { ...block, taskId: feast }))).toBe('refused task_of_other_agency');
});

test('what waits for something late, or should have begun before that is done, is blocked by it; the figure says the same', async () => {
  const { manager, operationId, poles } = await ordered(fixture);
  const blockedBy = async (today: string) => {
    fixture.db.setNow(msOf(today as `${number}-${number}-${number}`));
    const { tasks } = await readOperation.run(manager, { operationId });
    const held = tasks.flatMap(({ title, blocked }) =>
      blocked ? [`${title} ${blocked.by} ${blocked.afterTitle}`] : [],
    );
    expect(await blockedOn(today)).toBe(held.length);
    return held;
  };
  expect(await blockedBy('2026-11-26')).toEqual([]);
  expect(await blockedBy('2026-11-27')).toEqual(['سیم‌کشی predecessor پایه‌ها']);
  await fixture.db.sql("update tasks set due_on = '2026-12-30' where id = ?", [poles]);
  expect(await blockedBy('2026-11-28')).toEqual([]);
  expect(await blockedBy('2026-11-29')).toEqual(['سیم‌کشی predecessor پایه‌ها']);
  await fixture.db.sql("update tasks set status = 'done' where id = ?", [poles]);
  expect(await blockedBy('2026-11-29')).toEqual([]);
});

test('the figure’s clock names every day on which it changes', async () => {
  await ordered(fixture);
  let before = await blockedOn('2026-11-20');
  for (let n = 0; n < 40; n += 1) {
    const today = addDays('2026-11-20', n);
    const next = (await asked(blockedTasks.nextChange, today))[0]?.[1];
    const after = await blockedOn(addDays(today, 1));
    if (after !== before) expect(next).toBe(msOf(addDays(today, 1)));
    if (next !== undefined) expect(Number(next)).toBeGreaterThanOrEqual(msOf(addDays(today, 1)));
    before = after;
  }
  expect(before).toBe(2);
});
