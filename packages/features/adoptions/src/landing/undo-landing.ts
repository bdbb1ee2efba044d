import { contributions, operationCapacities, operations, taskDependencies, tasks } from '@mahalleh/operations/schema';
import { committeeKinds, committees, councils } from '@mahalleh/councils/schema';
import { evidence } from '@mahalleh/evidence/schema';
import { NOW, type ManyStep } from '@mahalleh/gate';
import {
  indicatorAims,
  indicatorInputs,
  indicators,
  indicatorVersions,
  measurements,
  targets,
} from '@mahalleh/indicators/schema';
import { domains, problems } from '@mahalleh/problems/schema';
import { responsibilities } from '@mahalleh/responsibility/schema';
import type { LandingRows } from './landing-rows.ts';

type Table = ManyStep['table'];

/** Removes these rows as they were inserted; none, when there are none. */
const gone = (
  table: Table,
  column: string,
  values: readonly string[],
  at: NonNullable<ManyStep['at']> = {},
  rows = values.length,
): ManyStep[] => (values.length === 0 ? [] : [{ table, among: { column, values }, at, rows, remove: true }]);

/** Nothing may have been added to these since: with anything there, nothing is taken back. */
const nothingOf = (table: Table, column: string, values: readonly string[]): ManyStep[] =>
  values.length === 0 ? [] : [{ table, among: { column, values }, rows: 0, remove: true }];

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/**
 * How records that landed are taken back: problems are discarded and duties end, as their own commands would do it, all else
 * goes. A record that has moved on since, or that something was given to, keeps everything as it is. The steps stand in the order of
 * insertion and are run from the last.
 */
export const recordsBack = (rows: LandingRows, nowMs: number): ManyStep[] => {
  const [unitId] = distinct(rows.indicatorAims.map((aim) => aim.unitId));
  const fresh = ids(rows.indicators);
  return [
    ...gone(councils, 'id', ids(rows.councils), { revision: 1 }),
    ...gone(
      committeeKinds,
      'key',
      rows.committeeKinds.map(({ key }) => key),
    ),
    ...gone(
      domains,
      'key',
      rows.domains.map(({ key }) => key),
      { revision: 1 },
    ),
    ...gone(committees, 'id', ids(rows.committees), { leadPersonId: null }),
    ...gone(indicators, 'id', fresh, { revision: 1 }),
    ...gone(indicatorVersions, 'indicatorId', fresh, { version: 1 }),
    ...gone(
      indicatorInputs,
      'indicatorId',
      distinct(rows.indicatorInputs.map((read) => read.indicatorId)),
      {},
      rows.indicatorInputs.length,
    ),
    ...nothingOf(measurements, 'indicatorId', fresh),
    ...(unitId === undefined
      ? []
      : gone(
          indicatorAims,
          'indicatorId',
          rows.indicatorAims.map(({ indicatorId }) => indicatorId),
          { unitId, setAtMs: nowMs },
        )),
    ...(rows.problems.length === 0
      ? []
      : [
          {
            table: problems,
            among: { column: 'id', values: ids(rows.problems) },
            at: { revision: 1 },
            rows: rows.problems.length,
            set: { discardedAtMs: NOW },
          },
        ]),
    ...gone(operations, 'id', ids(rows.operations), { revision: 1 }),
    ...gone(
      operationCapacities,
      'operationId',
      distinct(rows.operationCapacities.map(({ operationId }) => operationId)),
      {},
      rows.operationCapacities.length,
    ),
    ...gone(tasks, 'id', ids(rows.tasks), { revision: 1 }),
    ...gone(
      taskDependencies,
      'taskId',
      distinct(rows.taskDependencies.map(({ taskId }) => taskId)),
      {},
      rows.taskDependencies.length,
    ),
    ...nothingOf(contributions, 'operationId', ids(rows.operations)),
    ...nothingOf(evidence, 'subjectId', [...ids(rows.operations), ...ids(rows.tasks), ...ids(rows.problems)]),
    ...(rows.responsibilities.length === 0
      ? []
      : [
          {
            table: responsibilities,
            among: { column: 'id', values: ids(rows.responsibilities) },
            at: { revision: 1 },
            rows: rows.responsibilities.length,
            set: { endedAtMs: NOW },
          },
        ]),
    ...gone(targets, 'id', ids(rows.targets), { revision: 1 }),
  ];
};
