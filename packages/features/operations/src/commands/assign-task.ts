import { change, defineCommand } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { AssignTask, Changed } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { idsOf, missingOf } from '../references.ts';
import { civil, endedRefusal, milestoneRefusal, taskSpanRefusal } from '../rules.ts';
import { tasks } from '../schema.ts';
import { livingAgencies, livingPeople, operationOf } from '../scope.ts';

/** Adds a task to an operation that has not ended. */
export const assignTask = defineCommand({
  name: 'task.assign',
  permission: 'task.assign',
  input: AssignTask,
  output: Changed,
  load: (db, input) => ({
    operation: operationOf(db, input.operationId),
    agencies: livingAgencies(db, idsOf(input.agencyId)),
    people: livingPeople(db, [input.responsiblePersonId]),
  }),
  decide: ({ operation, agencies, people }, input, { newId }) => {
    const fault = [
      endedRefusal(operation.status),
      taskSpanRefusal(input, { startsOn: civil(operation.startsOn), endsOn: civil(operation.endsOn) }),
      milestoneRefusal(input, input.isMilestone),
      missingOf([{ id: input.agencyId, field: 'agencyId' }], agencies, 'agency_unknown'),
      people.length === 0 ? refuse('person_unknown', { field: 'responsiblePersonId' }) : undefined,
    ].find(isRefusal);
    return fault ?? { id: newId(), agencyId: input.agencyId === undefined ? operation.agencyId : input.agencyId };
  },
  save: (db, { id, agencyId }, { operation }, { title, responsiblePersonId, startsOn, dueOn, isMilestone }) => [
    change(
      db.insert(tasks).values({
        id,
        operationId: operation.id,
        unitId: operation.unitId,
        title,
        responsiblePersonId,
        agencyId,
        startsOn,
        dueOn,
        isMilestone: isMilestone ?? false,
        status: 'open',
      }),
    ),
    holdOperation(db, operation.id, ['planned', 'running'], { startsOn, endsOn: dueOn }),
  ],
  audit: ({ id }, { operation }) => ({
    subject: id,
    unitId: operation.unitId,
    fields: ['title', 'responsible', 'agency', 'dates'],
  }),
  answer: ({ id }) => ({ id, revision: 1 }),
});
