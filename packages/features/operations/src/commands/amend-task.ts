import { defineCommand, guarded } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { AmendTask, Changed } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { fieldsOf, idsOf, missingOf } from '../references.ts';
import { civil, openTaskRefusal, taskSpanRefusal } from '../rules.ts';
import { tasks } from '../schema.ts';
import { livingAgencies, livingPeople, taskOf } from '../scope.ts';

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
  }),
  decide: ({ task, agencies, people }, input) => {
    const span = { startsOn: input.startsOn ?? civil(task.startsOn), dueOn: input.dueOn ?? civil(task.dueOn) };
    const fault = [
      openTaskRefusal(task),
      span.dueOn > task.dueOn
        ? refuse('task_later_is_postponed', { field: 'dueOn', detail: { dueOn: task.dueOn } })
        : undefined,
      taskSpanRefusal(span, { startsOn: civil(task.operationStartsOn), endsOn: civil(task.operationEndsOn) }),
      missingOf([{ id: input.agencyId, field: 'agencyId' }], agencies, 'agency_unknown'),
      missingOf([{ id: input.responsiblePersonId, field: 'responsiblePersonId' }], people, 'person_unknown'),
    ].find(isRefusal);
    const { title, responsiblePersonId, agencyId, startsOn, dueOn } = input;
    return fault ?? { span, set: { title, responsiblePersonId, agencyId, startsOn, dueOn } };
  },
  save: (db, { set, span }, { task }, { revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(tasks.id, task.id), eq(tasks.revision, revision), eq(tasks.status, 'open'))),
    ),
    holdOperation(db, task.operationId, ['planned', 'running'], { startsOn: span.startsOn, endsOn: span.dueOn }),
  ],
  audit: ({ set }, { task }) => ({ subject: task.id, unitId: task.unitId, fields: fieldsOf(set) }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
