import { get, post } from '@mahalleh/http';
import { amendOperation } from './commands/amend-operation.ts';
import { amendTask } from './commands/amend-task.ts';
import { approveOperation } from './commands/approve-operation.ts';
import { assignTask } from './commands/assign-task.ts';
import { blockTask } from './commands/block-task.ts';
import { cancelOperation } from './commands/cancel-operation.ts';
import { cancelTask } from './commands/cancel-task.ts';
import { finishOperation } from './commands/finish-operation.ts';
import { finishTask } from './commands/finish-task.ts';
import { linkTask } from './commands/link-task.ts';
import { planOperation } from './commands/plan-operation.ts';
import { postponeTask } from './commands/postpone-task.ts';
import { recordContribution } from './commands/record-contribution.ts';
import { removeContribution } from './commands/remove-contribution.ts';
import { reopenTask } from './commands/reopen-task.ts';
import { startOperation } from './commands/start-operation.ts';
import { rescheduleTask } from './commands/reschedule-task.ts';
import { unblockTask } from './commands/unblock-task.ts';
import { unlinkTask } from './commands/unlink-task.ts';
import { valueWork } from './commands/value-work.ts';
import { readOperationEffect } from './queries/operation-effect.ts';
import { readOperation } from './queries/operation.ts';
import { listOperations } from './queries/operations.ts';
import { readOverlaps } from './queries/overlaps.ts';
import { readOperationPlan } from './queries/operation-plan.ts';
import { readPlan } from './queries/plan.ts';
import { listTasks } from './queries/tasks.ts';
import { readWorkSettings } from './queries/work-settings.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e10';
const OTHER = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e11';
const operation = { operationId: ID, revision: 1 };
const task = { taskId: ID, revision: 1 };
const newTask = { title: 'نصب چراغ‌ها', responsiblePersonId: OTHER, startsOn: '1405-09-10', dueOn: '1405-09-20' };
const plan = {
  unitId: ID,
  domainKey: 'civil_works',
  title: 'روشنایی کوچه‌های ۸ تا ۱۴',
  startsOn: '1405-09-05',
  endsOn: '1405-10-05',
  tasks: [newTask],
};

/** Where operations, tasks and contributions are reached, below a province. */
export const operationsRoutes = [
  get('/operations', listOperations, { example: {} }),
  get('/operations/{operationId}', readOperation, { example: { operationId: ID } }),
  get('/operations/{operationId}/effect', readOperationEffect, { example: { operationId: ID } }),
  post('/operations', planOperation, { status: 201, example: plan }),
  post('/operations/{operationId}/amend', amendOperation, {
    example: { ...operation, title: 'روشنایی کوچه‌های ۸ تا ۱۶' },
  }),
  get('/operations/{operationId}/overlaps', readOverlaps, { example: { operationId: ID } }),
  post('/operations/{operationId}/approve', approveOperation, { example: { ...operation, notedOverlaps: [OTHER] } }),
  post('/operations/{operationId}/start', startOperation, { example: operation }),
  post('/operations/{operationId}/finish', finishOperation, {
    example: { ...operation, resultNote: 'همه کوچه‌ها روشن شد.', resultValue: 12 },
  }),
  post('/operations/{operationId}/cancel', cancelOperation, {
    example: { ...operation, reason: 'شهرداری خود انجام داد.' },
  }),
  post('/operations/{operationId}/tasks', assignTask, { status: 201, example: { operationId: ID, ...newTask } }),
  get('/tasks', listTasks, { example: { late: 'true' } }),
  post('/tasks/{taskId}/amend', amendTask, { example: { ...task, title: 'نصب دوازده چراغ' } }),
  post('/tasks/{taskId}/finish', finishTask, { example: { ...task, note: 'دوازده چراغ نصب شد.' } }),
  post('/tasks/{taskId}/reopen', reopenTask, { example: task }),
  post('/tasks/{taskId}/postpone', postponeTask, { example: { ...task, dueOn: '1405-09-25', reason: 'بارندگی' } }),
  post('/tasks/{taskId}/reschedule', rescheduleTask, {
    example: { ...task, startsOn: '1405-09-12', dueOn: '1405-09-25', reason: 'بارندگی' },
  }),
  post('/tasks/{taskId}/link', linkTask, { example: { ...task, afterId: OTHER, lagDays: 2 } }),
  post('/tasks/{taskId}/unlink', unlinkTask, { example: { ...task, afterId: OTHER } }),
  post('/tasks/{taskId}/block', blockTask, { example: { ...task, by: 'permit', note: 'مجوز حفاری نرسیده است.' } }),
  post('/tasks/{taskId}/unblock', unblockTask, { example: task }),
  get('/neighbourhoods/{unitId}/plan', readPlan, { example: { unitId: ID } }),
  get('/operations/{operationId}/plan', readOperationPlan, { example: { operationId: ID } }),
  get('/settings/work', readWorkSettings, { example: {} }),
  post('/settings/work', valueWork, { example: { revision: 1, hourRial: 800_000, weekend: '6' } }),
  post('/tasks/{taskId}/cancel', cancelTask, { example: { ...task, reason: 'دیگر لازم نیست.' } }),
  post('/operations/{operationId}/contributions', recordContribution, {
    status: 201,
    example: { operationId: ID, kind: 'work', hours: 12, note: 'نصب به دست گروه جهادی' },
  }),
  post('/contributions/{contributionId}/remove', removeContribution, { example: { contributionId: ID } }),
] as const;
