/** The six states a thing can be in; each has its own mark. */
export type Status = 'done' | 'risk' | 'late' | 'doing' | 'blocked' | 'todo';
