import { afterEach, beforeEach, expect, test } from 'vitest';
import { amendOperation } from '../src/commands/amend-operation.ts';
import { amendTask } from '../src/commands/amend-task.ts';
import { assignTask } from '../src/commands/assign-task.ts';
import { cancelTask } from '../src/commands/cancel-task.ts';
import { finishOperation } from '../src/commands/finish-operation.ts';
import { finishTask } from '../src/commands/finish-task.ts';
import { postponeTask } from '../src/commands/postpone-task.ts';
import { recordContribution } from '../src/commands/record-contribution.ts';
import { reopenTask } from '../src/commands/reopen-task.ts';
import { meanwhile, openFixture, reasonOf, running, type Fixture } from './fixture.ts';

type Plan = Awaited<ReturnType<typeof running>>;
type Attempt = (plan: Plan) => Promise<unknown>;

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.db.close());

const assign: Attempt = ({ manager, operationId }) =>
  assignTask.run(manager, {
    operationId,
    title: 'دوم',
    responsiblePersonId: fixture.ids.zahra,
    startsOn: '1405-09-12',
    dueOn: '1405-09-20',
  });
const amend: Attempt = ({ manager, taskId }) => amendTask.run(manager, { taskId, revision: 1, title: 'دیگر' });
const finish: Attempt = ({ manager, taskId }) => finishTask.run(manager, { taskId, revision: 1, note: 'شد' });
const reopen: Attempt = ({ manager, taskId }) => reopenTask.run(manager, { taskId, revision: 1 });
const postpone: Attempt = ({ manager, taskId }) =>
  postponeTask.run(manager, { taskId, revision: 1, dueOn: '1405-09-25', reason: 'باران' });
const cancel: Attempt = ({ manager, taskId }) => cancelTask.run(manager, { taskId, revision: 1, reason: 'نه' });
const record: Attempt = ({ manager, operationId }) =>
  recordContribution.run(manager, { operationId, kind: 'money', valueRial: 1 });
const end: Attempt = ({ manager, operationId }) =>
  finishOperation.run(manager, { operationId, revision: 3, resultNote: 'شد' });
const shorten: Attempt = ({ manager, operationId }) =>
  amendOperation.run(manager, { operationId, revision: 3, endsOn: '1405-09-12' });

const CANCELLED = "update operations set status = 'cancelled'";
const SHORTENED = "update operations set ends_on = '2026-11-30'";
const DONE = "update tasks set status = 'done'";

const races: [string, string, Attempt, string?][] = [
  ['a task is assigned while its operation is cancelled', CANCELLED, assign],
  ['a task is assigned while its operation is shortened', SHORTENED, assign],
  ['a task is amended while its operation is cancelled', CANCELLED, amend],
  ['a task is amended while somebody finishes it', DONE, amend],
  ['a task is finished while its operation is cancelled', CANCELLED, finish],
  ['a task is finished while somebody else finishes it', DONE, finish],
  ['a task is reopened while its operation ends', "update operations set status = 'done'", reopen, DONE],
  ['a task is reopened while its operation is shortened', SHORTENED, reopen, DONE],
  ['a task is postponed while its operation is shortened', SHORTENED, postpone],
  ['a task is postponed while its operation is cancelled', CANCELLED, postpone],
  ['a task is cancelled while somebody finishes it', DONE, cancel],
  ['a contribution is recorded while its operation is cancelled', CANCELLED, record],
  ['an operation is finished while a task of it is reopened', "update tasks set status = 'open'", end, DONE],
  ['an operation is shortened while a task of it is postponed', "update tasks set due_on = '2026-12-10'", shorten],
];

test.each(races)('%s: a conflict, and nothing of it is written', async (_title, happens, attempt, before) => {
  const plan = await running(fixture);
  if (before) await fixture.db.sql(before);
  const dump = async () =>
    JSON.stringify(
      await Promise.all(
        ['operations', 'tasks', 'contributions', 'postponements', 'audit_log'].map((table) =>
          fixture.db.sql(`select * from ${table}`),
        ),
      ),
    );
  const after = async () => {
    await fixture.db.sql(happens);
    return dump();
  };
  meanwhile(fixture, happens);
  expect(await reasonOf(attempt(plan))).toBe('conflict revision_conflict');
  const written = await dump();
  expect(written).toBe(await after());
});

test.each(races)('but when nothing happens, it goes through: %s', async (_title, _happens, attempt, before) => {
  const plan = await running(fixture);
  if (before) await fixture.db.sql(before);
  expect(await reasonOf(attempt(plan))).toBe('no refusal');
});
