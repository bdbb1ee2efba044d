import { defineCommand } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { Changed, PostponeTask } from '../model.ts';
import { movingChanges, revisionsOf, withIds } from '../moving.ts';
import { movingOf } from '../moving-rules.ts';
import { planAsks, unitOfTask } from '../plan-scope.ts';
import { agencyRefusal, civil, endedRefusal, openTaskRefusal, postponeRefusal } from '../rules.ts';
import { dayOf } from '../schedule-rules.ts';
import { taskOf } from '../scope.ts';
import { movedBack } from '../taking-back.ts';

/** Moves the day of an open task later within its operation, with the reason; every time is counted and kept. What waits for it is pushed if that was accepted. */
export const postponeTask = defineCommand({
  name: 'task.postpone',
  permission: 'task.postpone',
  input: PostponeTask,
  output: Changed,
  load: (db, { taskId }) => ({ task: taskOf(db, taskId), ...planAsks(db, unitOfTask(taskId)) }),
  decide: (state, input, facts) => {
    const { task } = state;
    const within = { startsOn: civil(task.operationStartsOn), endsOn: civil(task.operationEndsOn) };
    const fault =
      agencyRefusal(task) ??
      openTaskRefusal(task) ??
      endedRefusal(task.operationStatus) ??
      postponeRefusal({ dueOn: civil(task.dueOn) }, input.dueOn, within);
    if (fault) return fault;
    const due = dayOf(input.dueOn);
    const move = { id: task.id, start: task.isMilestone ? due : dayOf(task.startsOn), due };
    const moving = movingOf(state, { moves: [move] }, input);
    return isRefusal(moving) ? moving : withIds(moving, facts);
  },
  save: (db, moving, { task }, input, { nowMs }) => {
    const revisions = revisionsOf({}).set(task.id, input.revision);
    return movingChanges(db, moving, { ...input, revisions }, { unitId: task.unitId, nowMs });
  },
  reversal: (moving, state) => movedBack(state, moving),
  audit: (_decision, { task }) => ({ subject: task.id, unitId: task.unitId, fields: ['dueOn'] }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
