import type { Statement } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';

/** A text with the named values that it names: the instant, its day in Tehran and, when it is given, how many units at most. */
export const bind = (sql: string, nowMs: number, most?: number): Statement => ({
  sql,
  args: {
    ...(sql.includes(':now_ms') ? { now_ms: nowMs } : {}),
    ...(most !== undefined && sql.includes(':most') ? { most } : {}),
    ...(sql.includes(':today') ? { today: civilDateOf(nowMs) } : {}),
  },
});
