import { defineQuery } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { PlanPage, ReadOperation } from '../model.ts';
import { unitOfOperation } from '../plan-scope.ts';
import { planPage, planParts } from './plan-parts.ts';

/** The plan that an operation is part of, the operation itself in it also when it has ended: what its tasks push may lie in others. */
export const readOperationPlan = defineQuery({
  name: 'operation_plan',
  permission: 'operation.read',
  input: ReadOperation,
  output: PlanPage,
  ask: (db, { operationId }, { nowMs }) =>
    planParts(db, unitOfOperation(operationId), {
      also: operationId,
      today: civilDateOf(nowMs),
      unknown: 'operation_unknown',
    }),
  shape: (got, _input, { nowMs }) => planPage(got, civilDateOf(nowMs)),
});
