import type { Operation, Task } from './model';

/** What can be done to an operation where it stands. */
export const operationVerbs = ({
  status,
  approvedAtMs,
}: Pick<Operation, 'status' | 'approvedAtMs'>): readonly string[] => {
  if (status === 'cancelled') return [];
  if (status === 'done') return ['contribution.record'];
  const always = ['operation.amend', 'operation.cancel', 'task.assign', 'contribution.record'];
  if (status === 'running') return [...always, 'operation.finish'];
  return [...always, approvedAtMs === null ? 'operation.approve' : 'operation.start'];
};

/** What can be done to a task where it and its operation stand. */
export const taskVerbs = (
  { status }: Pick<Task, 'status'>,
  operation: Pick<Operation, 'status'>,
): readonly string[] => {
  if (operation.status === 'done' || operation.status === 'cancelled') return [];
  if (status !== 'open') return ['task.reopen'];
  return ['task.amend', 'task.postpone', 'task.cancel', ...(operation.status === 'running' ? ['task.finish'] : [])];
};
