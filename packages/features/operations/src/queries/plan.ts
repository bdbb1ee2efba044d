import { defineQuery } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { PlanPage, ReadPlan } from '../model.ts';
import { planPage, planParts } from './plan-parts.ts';

/** The plan of a neighbourhood: its operations with their tasks, what waits for what, slack, the critical path and how all of it stands today. */
export const readPlan = defineQuery({
  name: 'plan',
  permission: 'operation.read',
  input: ReadPlan,
  output: PlanPage,
  ask: (db, { unitId, ended }, { nowMs }) =>
    planParts(db, sql`${unitId}`, { also: ended ?? false, today: civilDateOf(nowMs), unknown: 'unit_unknown' }),
  shape: (got, _input, { nowMs }) => planPage(got, civilDateOf(nowMs)),
});
