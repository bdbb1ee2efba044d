import { change, guarded, type Change, type Step, type WriteDb } from '@mahalleh/gate';
import { targets } from '@mahalleh/indicators/schema';
import {
  extensions,
  operationCapacities,
  operations,
  postponements,
  taskDependencies,
  tasks,
} from '@mahalleh/operations/schema';
import { problems } from '@mahalleh/problems/schema';
import { responsibilities } from '@mahalleh/responsibility/schema';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { isProblemPlaced } from './ask-limits.ts';
import type { Aimed } from './promises.ts';
import { REWRITTEN, type Rewrite } from './rewrite.ts';
import { indicatorSteps, saveAims, saveIndicators, type IndicatorChange } from './save-indicators.ts';

type Db = WriteDb<'province'>;

/** A record that is given up with its version. */
export type GivenUp = {
  readonly kind: string;
  readonly id: string;
  readonly revision: number;
  /** Of a link: how many days it kept. */
  readonly lagDays: number;
  readonly unitId: string;
};
/** Capacities that an operation uses otherwise. */
export type Recapacitated = {
  readonly operationId: string;
  readonly was: readonly string[];
  readonly now: readonly string[];
};
/** A link that keeps another number of days. */
export type Relinked = {
  readonly taskId: string;
  readonly afterId: string;
  readonly was: number;
  readonly now: number;
};

/** Everything that an upgrade does to records that are here. */
export type RecordChanges = {
  readonly rewrites: readonly (Rewrite & { readonly reasonId: string })[];
  readonly givenUp: readonly GivenUp[];
  readonly capacities: readonly Recapacitated[];
  readonly links: readonly Relinked[];
  readonly indicators: readonly IndicatorChange[];
  readonly aimed: readonly Aimed[];
  readonly unitId: string;
  readonly reason: string;
};

const rewriting = (db: Db, { kind, id, revision, set }: Rewrite): Change => {
  const next = { ...set, revision: revision + 1 };
  switch (kind) {
    case 'problem':
      return guarded(
        db
          .update(problems)
          .set(next)
          .where(
            and(
              eq(problems.id, id),
              eq(problems.revision, revision),
              // Looked at again while it is written: a photo may have been attached since.
              typeof set['domainKey'] === 'string'
                ? sql`not (${isProblemPlaced(sql`${id}`)} and exists (select 1 from domains d where d.key = ${set['domainKey']} and d.is_sensitive = 1))`
                : undefined,
            ),
          ),
      );
    case 'duty':
      return guarded(
        db
          .update(responsibilities)
          .set(next)
          .where(
            and(
              eq(responsibilities.id, id),
              eq(responsibilities.revision, revision),
              isNull(responsibilities.endedAtMs),
            ),
          ),
      );
    case 'operation':
      return guarded(
        db
          .update(operations)
          .set(next)
          .where(
            and(
              eq(operations.id, id),
              eq(operations.revision, revision),
              inArray(operations.status, ['planned', 'running']),
            ),
          ),
      );
    case 'task':
      return guarded(
        db
          .update(tasks)
          .set(next)
          .where(and(eq(tasks.id, id), eq(tasks.revision, revision), eq(tasks.status, 'open'))),
      );
    case 'target':
      return guarded(
        db
          .update(targets)
          .set(next)
          .where(and(eq(targets.id, id), eq(targets.revision, revision), isNull(targets.droppedAtMs))),
      );
  }
};

const reasonKept = (
  db: Db,
  { kind, id, unitId, later, reasonId }: RecordChanges['rewrites'][number],
  reason: string,
  nowMs: number,
): Change[] => {
  if (!later) return [];
  const kept = { id: reasonId, unitId, ...later, reason };
  return kind === 'operation'
    ? [change(db.insert(extensions).values({ ...kept, operationId: id, extendedAtMs: nowMs }))]
    : [change(db.insert(postponements).values({ ...kept, taskId: id, postponedAtMs: nowMs }))];
};

const givingUp = (db: Db, { kind, id, revision }: GivenUp, reason: string, nowMs: number): Change[] => {
  const next = revision + 1;
  switch (kind) {
    case 'problem':
      return [
        guarded(
          db
            .update(problems)
            .set({ discardedAtMs: nowMs, revision: next })
            .where(
              and(
                eq(problems.id, id),
                eq(problems.revision, revision),
                eq(problems.status, 'registered'),
                sql`not exists (select 1 from operations o where o.problem_id = ${id})`,
              ),
            ),
        ),
      ];
    case 'operation':
      return [
        guarded(
          db
            .update(operations)
            .set({ status: 'cancelled', cancelReason: reason, finishedAtMs: nowMs, revision: next })
            .where(and(eq(operations.id, id), eq(operations.revision, revision), eq(operations.status, 'planned'))),
        ),
      ];
    case 'task':
      return [
        guarded(
          db
            .update(tasks)
            .set({ status: 'cancelled', cancelReason: reason, revision: next })
            .where(and(eq(tasks.id, id), eq(tasks.revision, revision), eq(tasks.status, 'open'))),
        ),
      ];
    case 'duty':
      return [
        guarded(
          db
            .update(responsibilities)
            .set({ endedAtMs: nowMs, revision: next })
            .where(
              and(
                eq(responsibilities.id, id),
                eq(responsibilities.revision, revision),
                isNull(responsibilities.endedAtMs),
              ),
            ),
        ),
      ];
    case 'target':
      return [
        guarded(
          db
            .update(targets)
            .set({ droppedAtMs: nowMs, dropReason: reason, revision: next })
            .where(and(eq(targets.id, id), eq(targets.revision, revision), isNull(targets.droppedAtMs))),
        ),
      ];
    case 'link': {
      const [taskId = '', afterId = ''] = id.split('|');
      return [
        guarded(
          db
            .delete(taskDependencies)
            .where(and(eq(taskDependencies.taskId, taskId), eq(taskDependencies.afterId, afterId))),
        ),
      ];
    }
    default:
      return [];
  }
};

/** The changes of records, each guarded: a record that somebody changed meanwhile makes the whole a conflict, never a loss. */
export const recordChanges = (db: Db, changes: RecordChanges, nowMs: number): Change[] => [
  ...changes.rewrites.flatMap((rewrite) => [rewriting(db, rewrite), ...reasonKept(db, rewrite, changes.reason, nowMs)]),
  ...changes.capacities.flatMap(({ operationId, now }) => [
    change(db.delete(operationCapacities).where(eq(operationCapacities.operationId, operationId))),
    ...now.map((capacityId) => change(db.insert(operationCapacities).values({ operationId, capacityId }))),
  ]),
  ...changes.links.map(({ taskId, afterId, was, now }) =>
    guarded(
      db
        .update(taskDependencies)
        .set({ lagDays: now })
        .where(
          and(
            eq(taskDependencies.taskId, taskId),
            eq(taskDependencies.afterId, afterId),
            eq(taskDependencies.lagDays, was),
          ),
        ),
    ),
  ),
  ...changes.givenUp.flatMap((gone) => givingUp(db, gone, changes.reason, nowMs)),
  ...saveIndicators(db, changes.indicators, changes.reason, nowMs),
  ...saveAims(db, changes.aimed, changes.unitId, nowMs),
];

const back = ({ kind, id, revision }: GivenUp): Step[] => {
  const next = revision + 1;
  if (kind === 'problem') return [{ table: problems, id, revision: next, set: { discardedAtMs: null } }];
  if (kind === 'operation')
    return [
      { table: operations, id, revision: next, set: { status: 'planned', cancelReason: null, finishedAtMs: null } },
    ];
  if (kind === 'task') return [{ table: tasks, id, revision: next, set: { status: 'open', cancelReason: null } }];
  if (kind === 'duty') return [{ table: responsibilities, id, revision: next, set: { endedAtMs: null } }];
  return kind === 'target'
    ? [{ table: targets, id, revision: next, set: { droppedAtMs: null, dropReason: null } }]
    : [];
};

/** How those changes are taken back, while nobody has changed the records since. */
export const recordSteps = (
  { rewrites, givenUp, capacities, links, indicators, aimed, unitId }: RecordChanges,
  nowMs: number,
): Step[] => [
  ...indicatorSteps(indicators, aimed, unitId, nowMs),
  ...rewrites.flatMap(({ kind, id, revision, was, later, reasonId }): Step[] => [
    {
      table: REWRITTEN[kind],
      id,
      revision: revision + 1,
      set: was as Record<string, string | number | boolean | null>,
    },
    ...(later
      ? [{ table: kind === 'operation' ? extensions : postponements, id: reasonId, remove: true } as const]
      : []),
  ]),
  ...capacities.flatMap(({ operationId, was, now }): Step[] => [
    ...was.map((capacityId) => ({ table: operationCapacities, insert: { operationId, capacityId } })),
    ...now.map((capacityId) => ({
      table: operationCapacities,
      id: { operationId, capacityId },
      remove: true as const,
    })),
  ]),
  ...links.map(({ taskId, afterId, was, now }): Step => ({
    ...{ table: taskDependencies, id: { taskId, afterId } },
    ...{ at: { lagDays: now }, set: { lagDays: was } },
  })),
  // A link comes back after the tasks that it joins: steps are run from the last.
  ...givenUp
    .filter(({ kind }) => kind === 'link')
    .map(({ id, lagDays, unitId: of }): Step => {
      const [taskId = '', afterId = ''] = id.split('|');
      return { table: taskDependencies, insert: { taskId, afterId, unitId: of, lagDays, linkedAtMs: nowMs } };
    }),
  ...givenUp.flatMap(back),
];
