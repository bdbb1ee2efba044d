import { change, guarded, type Change, type Facts, type WriteDb } from '@mahalleh/gate';
import { and, eq, sql } from 'drizzle-orm';
import { holdOperation } from './hold.ts';
import type { Accepted, GrowableOperation, MovableTask, Moving } from './moving-rules.ts';
import { extensions, operations, postponements, tasks, type OperationRow, type TaskRow } from './schema.ts';

type Task = MovableTask & Pick<TaskRow, 'baselineStartsOn' | 'baselineDueOn' | 'postponedCount'>;
type Operation = GrowableOperation & Pick<OperationRow, 'baselineStartsOn' | 'baselineEndsOn'>;

/** A change of a plan with fresh ids for the reasons that are kept of it. */
export type SavedMoving = Moving<Task, Operation> & {
  readonly reasonIds: readonly string[];
  readonly operationReasonIds: readonly string[];
};

/** The days that a task had when it was first planned: kept from the first time that it moves. */
export const baselineOf = (task: Pick<TaskRow, 'startsOn' | 'dueOn' | 'baselineStartsOn' | 'baselineDueOn'>) => ({
  baselineStartsOn: task.baselineStartsOn ?? task.startsOn,
  baselineDueOn: task.baselineDueOn ?? task.dueOn,
});

/** The days that an operation had when it was first planned: kept from the first time that they change. */
export const operationBaselineOf = (
  operation: Pick<OperationRow, 'startsOn' | 'endsOn' | 'baselineStartsOn' | 'baselineEndsOn'>,
) => ({
  baselineStartsOn: operation.baselineStartsOn ?? operation.startsOn,
  baselineEndsOn: operation.baselineEndsOn ?? operation.endsOn,
});

/** Gives the change the ids that its reasons are kept under. */
export const withIds = (moving: Moving<Task, Operation>, { newId }: Pick<Facts, 'newId'>): SavedMoving => ({
  ...moving,
  reasonIds: moving.moved.map(newId),
  operationReasonIds: moving.grown.map(newId),
});

/** SQL for the links that one of these tasks has, either way, and that it does not keep. Done work keeps them as of the day it was done. */
const brokenLinks = (taskIds: readonly string[]) => {
  const these = sql`(select value from json_each(${JSON.stringify(taskIds)}))`;
  const doneOn = sql`date(b.done_at_ms / 1000 + 12600, 'unixepoch')`;
  return sql`select 1 from task_dependencies d join tasks n on n.id = d.task_id join tasks b on b.id = d.after_id where (d.task_id in ${these} or d.after_id in ${these}) and n.status = 'open' and b.status <> 'cancelled' and n.starts_on <= date(case b.status when 'done' then ${doneOn} else b.due_on end, '+' || d.lag_days || ' days')`;
};

/** Keeps a save from going through when one of these tasks would stand before what it waits for, or after what waits for it. */
export const holdOrder = (db: WriteDb<'province'>, taskIds: readonly string[]): Change[] =>
  taskIds.slice(0, 1).map((id) =>
    guarded(
      db
        .update(tasks)
        .set({ revision: sql`${tasks.revision}` })
        .where(and(eq(tasks.id, id), sql`not exists (${brokenLinks(taskIds)})`)),
    ),
  );

/** Keeps a save from going through when an operation that does not grow no longer spans its moved tasks. */
const holdSpans = (db: WriteDb<'province'>, { moved, grown }: Moving<Task, Operation>): Change[] => {
  const spans = new Map<string, { startsOn: string; endsOn: string }>();
  for (const { task, startsOn, dueOn } of moved) {
    const span = spans.get(task.operationId) ?? { startsOn, endsOn: dueOn };
    spans.set(task.operationId, {
      startsOn: startsOn < span.startsOn ? startsOn : span.startsOn,
      endsOn: dueOn > span.endsOn ? dueOn : span.endsOn,
    });
  }
  for (const { operation } of grown) spans.delete(operation.id);
  return [...spans].map(([id, span]) => holdOperation(db, id, ['planned', 'running'], span));
};

/** The changes that give tasks and operations their days, keep the first ones as the baseline and every reason for a later one. */
export const movingChanges = (
  db: WriteDb<'province'>,
  moving: SavedMoving,
  accepted: Accepted & { readonly revisions: ReadonlyMap<string, number> },
  { unitId, nowMs }: { unitId: string; nowMs: number },
): Change[] => {
  const { moved, grown, reasonIds, operationReasonIds } = moving;
  const { reason = '', revisions } = accepted;
  return [
    ...grown.flatMap(({ operation, startsOn, endsOn, isLater }, i) => [
      guarded(
        db
          .update(operations)
          .set({
            startsOn,
            endsOn,
            ...operationBaselineOf(operation),
            revision: sql`${operations.revision} + 1`,
          })
          .where(
            and(
              eq(operations.id, operation.id),
              eq(operations.revision, revisions.get(operation.id) ?? operation.revision),
            ),
          ),
      ),
      ...(isLater
        ? [
            change(
              db.insert(extensions).values({
                id: operationReasonIds[i] ?? '',
                operationId: operation.id,
                unitId,
                fromOn: operation.endsOn,
                toOn: endsOn,
                reason,
                extendedAtMs: nowMs,
              }),
            ),
          ]
        : []),
    ]),
    ...moved.flatMap(({ task, startsOn, dueOn, isLater }, i) => [
      guarded(
        db
          .update(tasks)
          .set({
            startsOn,
            dueOn,
            ...baselineOf(task),
            postponedCount: task.postponedCount + (isLater ? 1 : 0),
            revision: sql`${tasks.revision} + 1`,
          })
          .where(
            and(
              eq(tasks.id, task.id),
              eq(tasks.revision, revisions.get(task.id) ?? task.revision),
              eq(tasks.status, 'open'),
            ),
          ),
      ),
      ...(isLater
        ? [
            change(
              db.insert(postponements).values({
                id: reasonIds[i] ?? '',
                taskId: task.id,
                unitId,
                fromOn: task.dueOn,
                toOn: dueOn,
                reason,
                postponedAtMs: nowMs,
              }),
            ),
          ]
        : []),
    ]),
    ...holdSpans(db, moving),
    ...holdOrder(
      db,
      moved.map(({ task }) => task.id),
    ),
  ];
};

/** The revisions that who accepted a change has seen, by id. */
export const revisionsOf = (accepted: Accepted): Map<string, number> =>
  new Map([
    ...(accepted.pushed ?? []).map(({ taskId, revision }) => [taskId, revision] as const),
    ...(accepted.extended ?? []).map(({ operationId, revision }) => [operationId, revision] as const),
  ]);
