import { defineCommand, guarded, one } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { Changed, UnlinkTask } from '../model.ts';
import { taskDependencies, tasks } from '../schema.ts';
import { taskOf } from '../scope.ts';

/** A task waits for another one no longer. */
export const unlinkTask = defineCommand({
  name: 'task.unlink',
  permission: 'task.unlink',
  input: UnlinkTask,
  output: Changed,
  load: (db, { taskId, afterId }) => ({
    task: taskOf(db, taskId),
    link: one(
      db
        .select({ lagDays: taskDependencies.lagDays })
        .from(taskDependencies)
        .where(and(eq(taskDependencies.taskId, taskId), eq(taskDependencies.afterId, afterId))),
      'link_unknown',
    ),
  }),
  decide: ({ task, link }) => ({ id: task.id, lagDays: link.lagDays }),
  save: (db, { id }, _state, { afterId, revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ revision: revision + 1 })
        .where(and(eq(tasks.id, id), eq(tasks.revision, revision))),
    ),
    guarded(
      db.delete(taskDependencies).where(and(eq(taskDependencies.taskId, id), eq(taskDependencies.afterId, afterId))),
    ),
  ],
  audit: (_decision, { task }) => ({ subject: task.id, unitId: task.unitId, fields: ['after'] }),
  answer: ({ id }, _state, { revision }) => ({ id, revision: revision + 1 }),
});
