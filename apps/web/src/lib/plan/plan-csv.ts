import type { Plan } from './model';

/** What stands over the columns of a plan as a file. */
export const PLAN_HEAD = [
  'operation_code',
  'operation',
  'operation_status',
  'task',
  'responsible',
  'agency',
  'starts_on',
  'due_on',
  'status',
  'standing',
  'slack_days',
  'critical',
  'after',
] as const;

/** The tasks of a plan as rows, operation by operation: dates as they are stored, and after which tasks each comes. */
export const planRows = (plan: Plan): (string | number | null)[][] => {
  const titles = new Map(plan.tasks.map(({ id, title }) => [id, title]));
  return plan.operations.flatMap((operation) =>
    plan.tasks
      .filter(({ operationId }) => operationId === operation.id)
      .map((task) => [
        operation.code,
        operation.title,
        operation.status,
        task.title,
        task.responsibleName,
        task.agencyName,
        task.startsOn,
        task.dueOn,
        task.status,
        task.standing,
        task.slackDays,
        task.isCritical ? 'yes' : 'no',
        plan.links
          .filter(({ taskId }) => taskId === task.id)
          .map(({ afterId }) => titles.get(afterId) ?? '')
          .join('; '),
      ]),
  );
};
