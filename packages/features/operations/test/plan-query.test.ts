import { afterEach, beforeEach, expect, test } from 'vitest';
import { cancelTask } from '../src/commands/cancel-task.ts';
import { finishTask } from '../src/commands/finish-task.ts';
import { recordContribution } from '../src/commands/record-contribution.ts';
import { rescheduleTask } from '../src/commands/reschedule-task.ts';
import { readOperationPlan } from '../src/queries/operation-plan.ts';
import { readPlan } from '../src/queries/plan.ts';
import { openFixture, reasonOf, type Fixture } from './fixture.ts';
import { orderedAcross } from './order.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

const requestsOf = () => {
  const { databases } = fixture.db.ports as { databases: { reader: Fixture['db']['ports']['databases']['reader'] } };
  const { reader } = databases;
  let requests = 0;
  databases.reader = (name) => ({
    batch: (statements) => {
      requests += 1;
      return reader(name).batch(statements);
    },
  });
  return () => requests;
};

test('the plan of a neighbourhood is one request: operations, tasks, links, slack and the critical path', async () => {
  const { manager, operationId, otherId, poles, wires, lamps, feast } = await orderedAcross(fixture);
  const requests = requestsOf();
  const plan = await readPlan.run(manager, { unitId: fixture.ids.sheikhabad });
  expect(requests()).toBe(1);
  expect(plan.operations.map(({ id, reserveDays }) => [id, reserveDays])).toEqual([
    [operationId, 10],
    [otherId, 3],
  ]);
  expect(
    plan.tasks.map(({ id, slackDays, isCritical, latestDueOn }) => [id, slackDays, isCritical, latestDueOn]),
  ).toEqual([
    [poles, 2, false, '2026-11-28'],
    [wires, 0, true, '2026-12-03'],
    [lamps, 0, true, '2026-12-11'],
    [feast, 0, true, '2026-12-13'],
  ]);
  expect(plan.links).toContainEqual({ taskId: feast, afterId: lamps, lagDays: 1 });
  expect(plan).toMatchObject({ today: fixture.today, weekend: '6', isCut: false, zeroBudget: { without: 2, all: 2 } });
  await recordContribution.run(manager, { operationId, kind: 'money', valueRial: 1 });
  expect((await readPlan.run(manager, { unitId: fixture.ids.sheikhabad })).zeroBudget).toEqual({ without: 1, all: 2 });
});

test('what was done late strains what waits for it, and the first free day is said; what was cancelled is out', async () => {
  const { manager, poles, wires, lamps } = await orderedAcross(fixture);
  fixture.db.setNow(Date.parse('2026-12-02T08:00:00Z'));
  await finishTask.run(manager, { taskId: poles, revision: 1, note: 'شد' });
  const strained = await readPlan.run(manager, { unitId: fixture.ids.sheikhabad });
  expect(strained.tasks.find(({ id }) => id === wires)).toMatchObject({ freeOn: '2026-12-03', isCritical: true });
  expect(strained.tasks.find(({ id }) => id === poles)).toMatchObject({
    slackDays: null,
    isCritical: false,
    freeOn: null,
  });
  const move = {
    taskId: wires,
    revision: 1,
    startsOn: '2026-12-03',
    dueOn: '2026-12-06',
    reason: 'دیر شد',
    pushes: true,
  };
  await rescheduleTask.run(manager, move);
  const after = await readPlan.run(manager, { unitId: fixture.ids.sheikhabad });
  expect(after.tasks.every(({ freeOn }) => freeOn === null)).toBe(true);
  expect(after.tasks.find(({ id }) => id === wires)).toMatchObject({
    baselineStartsOn: '2026-11-29',
    baselineDueOn: '2026-12-03',
  });
  await cancelTask.run(manager, { taskId: lamps, revision: 3, reason: 'نه' });
  const ids = (await readPlan.run(manager, { unitId: fixture.ids.sheikhabad })).tasks.map(({ id }) => id);
  expect(ids).not.toContain(lamps);
});

test('a plan is read by whoever may see the place, and an officer learns which bars are the own agency’s', async () => {
  const { wires } = await orderedAcross(fixture);
  await fixture.db.sql('update tasks set agency_id = ? where id = ?', [fixture.ids.basij, wires]);
  const officer = await fixture.db.as({
    role: 'agency_officer',
    unitId: fixture.ids.county,
    agencyId: fixture.ids.basij,
  });
  const plan = await readPlan.run(officer, { unitId: fixture.ids.sheikhabad });
  expect(plan.tasks.filter(({ mayAct }) => mayAct).map(({ id }) => id)).toEqual([wires]);
  const stranger = await fixture.db.as({ role: 'neighbourhood_manager', unitId: fixture.ids.pardisan });
  expect(await reasonOf(readPlan.run(stranger, { unitId: fixture.ids.sheikhabad }))).toBe('not_found unit_unknown');
});

test('the plan around an operation has it also when it has ended', async () => {
  const { manager, operationId, otherId } = await orderedAcross(fixture);
  await fixture.db.sql("update operations set status = 'done'");
  const plan = await readOperationPlan.run(manager, { operationId });
  expect(plan.operations.map(({ id }) => id)).toEqual([operationId]);
  const stranger = await fixture.db.as({ role: 'neighbourhood_manager', unitId: fixture.ids.pardisan });
  expect(await reasonOf(readOperationPlan.run(stranger, { operationId: otherId }))).toBe('not_found operation_unknown');
});

test('what has ended is in it only when asked for', async () => {
  const { manager, operationId } = await orderedAcross(fixture);
  await fixture.db.sql("update operations set status = 'done' where id <> ?", [operationId]);
  const unitId = fixture.ids.sheikhabad;
  expect((await readPlan.run(manager, { unitId })).operations).toHaveLength(1);
  expect((await readPlan.run(manager, { unitId, ended: true })).operations).toHaveLength(2);
});
