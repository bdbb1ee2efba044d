import type { CivilDate } from '@mahalleh/kernel';
import { sql, type Column, type SQL } from 'drizzle-orm';

/** What an open task `t` waits for and that holds it up: late itself, or not done though the task should have begun. */
const HELD =
  "from task_dependencies d join tasks b on b.id = d.after_id where d.task_id = t.id and b.status = 'open' and (b.due_on < :today or t.starts_on <= :today)";

/** SQL that is true for a task `t` that cannot go on today; `:today` is the day. For metrics. */
export const IS_BLOCKED = `t.status = 'open' and (t.blocked_by is not null or exists (select 1 ${HELD}))`;

/** The columns of a task that say what holds it up today. */
export const blockedFields = (task: { id: Column; status: Column; startsOn: Column }, today: CivilDate) => {
  const held = (what: string): SQL<string | null> =>
    sql<
      string | null
    >`(select ${sql.raw(what)} from task_dependencies d join tasks b on b.id = d.after_id where d.task_id = ${task.id} and ${task.status} = 'open' and b.status = 'open' and (b.due_on < ${today} or ${task.startsOn} <= ${today}) order by b.due_on, b.id limit 1)`;
  return { heldById: held('b.id'), heldByTitle: held('b.title') };
};

/** True for the task `t` of a sub-select that cannot go on today. */
export const isBlocked = (today: CivilDate): SQL =>
  sql`(t.status = 'open' and (t.blocked_by is not null or exists (select 1 from task_dependencies d join tasks b on b.id = d.after_id where d.task_id = t.id and b.status = 'open' and (b.due_on < ${today} or t.starts_on <= ${today}))))`;
