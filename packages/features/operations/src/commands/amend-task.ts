import { defineCommand, guarded } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { AmendTask, Changed } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { baselineOf, holdOrder } from '../moving.ts';
import { orderRefusal } from '../moving-rules.ts';
import { planAsks, unitOfTask } from '../plan-scope.ts';
import { fieldsOf, idsOf, missingOf } from '../references.ts';
import { civil, milestoneRefusal, openTaskRefusal, taskSpanRefusal } from '../rules.ts';
import { tasks } from '../schema.ts';
import { livingAgencies, livingPeople, taskOf } from '../scope.ts';
import { heldNeighbours, taskBack } from '../taking-back.ts';

/** Changes an open task. A later day is refused: that is a postponement, with its reason. */
export const amendTask = defineCommand({
  name: 'task.amend',
  permission: 'task.amend',
  input: AmendTask,
  output: Changed,
  load: (db, input) => ({
    task: taskOf(db, input.taskId),
    agencies: livingAgencies(db, idsOf(input.agencyId)),
    people: livingPeople(db, idsOf(input.responsiblePersonId)),
    ...planAsks(db, unitOfTask(input.taskId)),
  }),
  decide: (state, input) => {
    const { task, agencies, people } = state;
    const span = { startsOn: input.startsOn ?? civil(task.startsOn), dueOn: input.dueOn ?? civil(task.dueOn) };
    const isMoved = span.startsOn !== task.startsOn || span.dueOn !== task.dueOn;
    const fault = [
      openTaskRefusal(task),
      span.dueOn > task.dueOn
        ? refuse('task_later_is_postponed', { field: 'dueOn', detail: { dueOn: task.dueOn } })
        : undefined,
      taskSpanRefusal(span, { startsOn: civil(task.operationStartsOn), endsOn: civil(task.operationEndsOn) }),
      milestoneRefusal(span, input.isMilestone ?? task.isMilestone),
      isMoved ? orderRefusal(state, { id: task.id, ...span }) : undefined,
      missingOf([{ id: input.agencyId, field: 'agencyId' }], agencies, 'agency_unknown'),
      missingOf([{ id: input.responsiblePersonId, field: 'responsiblePersonId' }], people, 'person_unknown'),
    ].find(isRefusal);
    const { title, responsiblePersonId, agencyId, startsOn, dueOn, isMilestone } = input;
    return fault ?? { span, isMoved, set: { title, responsiblePersonId, agencyId, startsOn, dueOn, isMilestone } };
  },
  save: (db, { set, isMoved, span }, { task }, { revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ ...set, ...(isMoved ? baselineOf(task) : {}), revision: revision + 1 })
        .where(and(eq(tasks.id, task.id), eq(tasks.revision, revision), eq(tasks.status, 'open'))),
    ),
    holdOperation(db, task.operationId, ['planned', 'running'], { startsOn: span.startsOn, endsOn: span.dueOn }),
    ...(isMoved ? holdOrder(db, [task.id]) : []),
  ],
  reversal: ({ isMoved }, state, { revision }) => {
    const { id, title, responsiblePersonId, agencyId, startsOn, dueOn, isMilestone } = state.task;
    const { baselineStartsOn, baselineDueOn } = state.task;
    const was = { title, responsiblePersonId, agencyId, isMilestone };
    if (!isMoved) return { steps: taskBack(id, revision, was) };
    const days = { startsOn, dueOn, baselineStartsOn, baselineDueOn };
    return { steps: [...taskBack(id, revision, { ...was, ...days }), ...heldNeighbours(state, [id])] };
  },
  audit: ({ set }, { task }) => ({ subject: task.id, unitId: task.unitId, fields: fieldsOf(set) }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
