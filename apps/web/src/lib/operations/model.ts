import type {
  OperationDetail,
  OperationItem,
  OperationList,
  TaskDetail,
  TaskItem,
  TaskList,
} from '@mahalleh/operations/model';

/** A page of operations. */
export type Operations = (typeof OperationList)['_output'];
/** One operation in a list. */
export type OperationRow = OperationItem;
/** One operation with everything on its page. */
export type Operation = OperationDetail;
/** A page of tasks. */
export type Tasks = (typeof TaskList)['_output'];
/** One task in a list across operations. */
export type TaskRow = TaskItem;
/** One task on its operation's page. */
export type Task = TaskDetail;
