import type { Move, Proposal } from '@mahalleh/operations/schedule';
import { civilOf } from '@mahalleh/operations/schedule';
import type { Plan } from './model';

/** One hidden field of a form. */
export type Hidden = readonly [name: string, value: string];

/** What is pushed and which operations grow, as the fields of the form by which they are accepted. */
export const acceptedFields = (plan: Plan, { pushed, growths }: Proposal): Hidden[] => {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task.revision]));
  const operations = new Map(plan.operations.map((operation) => [operation.id, operation.revision]));
  return [
    ...pushed.flatMap(({ id, start, due }, i): Hidden[] => [
      [`pushed.${i}.taskId`, id],
      [`pushed.${i}.revision`, String(tasks.get(id) ?? 0)],
      [`pushed.${i}.startsOn`, civilOf(start)],
      [`pushed.${i}.dueOn`, civilOf(due)],
    ]),
    ...growths.flatMap(({ operationId }, i): Hidden[] => [
      [`extended.${i}.operationId`, operationId],
      [`extended.${i}.revision`, String(operations.get(operationId) ?? 0)],
    ]),
  ];
};

/** The days of a moved task as fields. */
export const moveFields = ({ start, due }: Move): Hidden[] => [
  ['startsOn', civilOf(start)],
  ['dueOn', civilOf(due)],
];

const listOf = (rows: unknown): unknown[] => (typeof rows === 'object' && rows !== null ? Object.values(rows) : []);

/** The body of a command that moves bars: numbered fields become lists, and the task is named by the address. */
export const movingBody = ({ taskId: _task, pushed, extended, ...body }: Record<string, unknown>) => ({
  ...body,
  ...(pushed === undefined ? {} : { pushed: listOf(pushed) }),
  ...(extended === undefined ? {} : { extended: listOf(extended) }),
});
