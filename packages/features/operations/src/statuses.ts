/** Where an operation can be: planned, running, then done or cancelled. */
export const OPERATION_STATUSES = ['planned', 'running', 'done', 'cancelled'] as const;
/** Where an operation is. */
export type OperationStatus = (typeof OPERATION_STATUSES)[number];

/** Where a task can be: open, then done or cancelled. */
export const TASK_STATUSES = ['open', 'done', 'cancelled'] as const;
/** Where a task is. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** What can be given to an operation. */
export const CONTRIBUTION_KINDS = ['money', 'work', 'goods', 'place'] as const;
/** What was given to an operation. */
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** How something stands today: a fact that follows from its dates and status, never a field. */
export const STANDINGS = ['on_time', 'at_risk', 'blocked', 'late', 'done', 'cancelled'] as const;
/** How something stands today. */
export type Standing = (typeof STANDINGS)[number];
