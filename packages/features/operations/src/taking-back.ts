import type { Reversal } from '@mahalleh/gate';
import type { MovableTask, PlanState } from './moving-rules.ts';
import type { SavedMoving } from './moving.ts';
import { postponements, tasks, type TaskRow } from './schema.ts';

type Steps = Reversal['steps'];

/**
 * Steps that change nothing, and keep a task from being set back once what it is linked to stands elsewhere: taking a
 * change back must not put a task before what it waits for.
 */
export const heldNeighbours = (state: PlanState, ids: readonly string[]): Steps => {
  const own = new Set(ids);
  const linked = state.planLinks.flatMap(({ taskId, afterId }) =>
    own.has(taskId) === own.has(afterId) ? [] : [own.has(taskId) ? afterId : taskId],
  );
  const byId = new Map(state.planTasks.map((task) => [task.id, task]));
  return [...new Set(linked)].flatMap((id) => {
    const task: MovableTask | undefined = byId.get(id);
    if (!task) return [];
    const { startsOn, dueOn, status, doneAtMs } = task;
    return [{ table: tasks, id, at: { startsOn, dueOn, status, doneAtMs }, set: { status } }];
  });
};

/** How one task's columns are set back to what they were; `revision` is the one before the change. */
export const taskBack = (
  id: string,
  revision: number,
  was: Partial<Omit<TaskRow, 'id' | 'operationId' | 'unitId' | 'revision'>>,
): Steps => [{ table: tasks, id, revision: revision + 1, set: was }];

/** What keeps a task from going on, as it is recorded. */
export const blockerOf = ({
  blockedBy,
  blockedNote,
  blockedAgencyId,
  blockedAtMs,
}: Pick<TaskRow, 'blockedBy' | 'blockedNote' | 'blockedAgencyId' | 'blockedAtMs'>) => ({
  blockedBy,
  blockedNote,
  blockedAgencyId,
  blockedAtMs,
});

/** How moved tasks get their days back, and the reasons for their being late go. What made an operation longer stays: other tasks may lie there by now. */
export const movedBack = (state: PlanState, moving: SavedMoving): Reversal | undefined => {
  if (moving.grown.length > 0) return undefined;
  const ids = moving.moved.map(({ task }) => task.id);
  return {
    steps: [
      ...moving.moved.flatMap(({ task, isLater }, i) => [
        ...taskBack(task.id, task.revision, {
          startsOn: task.startsOn,
          dueOn: task.dueOn,
          baselineStartsOn: task.baselineStartsOn,
          baselineDueOn: task.baselineDueOn,
          postponedCount: task.postponedCount,
        }),
        ...(isLater ? [{ table: postponements, id: moving.reasonIds[i] ?? '', remove: true } as const] : []),
      ]),
      ...heldNeighbours(state, ids),
    ],
  };
};
