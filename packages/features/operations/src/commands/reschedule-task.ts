import { defineCommand } from '@mahalleh/gate';
import { Failure, isRefusal } from '@mahalleh/kernel';
import { Changed, RescheduleTask } from '../model.ts';
import { movingChanges, revisionsOf, withIds } from '../moving.ts';
import { movingOf } from '../moving-rules.ts';
import { planAsks, unitOfTask } from '../plan-scope.ts';
import { agencyRefusal, endedRefusal, openTaskRefusal } from '../rules.ts';
import { dayOf } from '../schedule-rules.ts';
import { taskOf } from '../scope.ts';
import { movedBack } from '../taking-back.ts';

/** Somebody else moved the bar first: the second learns where it is now. */
const movedMeanwhile = ({ startsOn, dueOn }: { startsOn: string; dueOn: string }): Failure =>
  new Failure('conflict', 'task_moved_meanwhile', { detail: { startsOn, dueOn } });

/** Gives a task other days, pushes what waits for it and lets operations grow, as far as that was accepted; a later day has a reason. */
export const rescheduleTask = defineCommand({
  name: 'task.reschedule',
  permission: 'task.reschedule',
  input: RescheduleTask,
  output: Changed,
  load: (db, { taskId }) => ({ task: taskOf(db, taskId), ...planAsks(db, unitOfTask(taskId)) }),
  decide: (state, input, facts) => {
    const { task } = state;
    const fault = agencyRefusal(task) ?? openTaskRefusal(task) ?? endedRefusal(task.operationStatus);
    if (fault) return fault;
    if (task.revision !== input.revision) throw movedMeanwhile(task);
    const move = { id: task.id, start: dayOf(input.startsOn), due: dayOf(input.dueOn) };
    const moving = movingOf(state, { moves: [move] }, input);
    return isRefusal(moving) ? moving : withIds(moving, facts);
  },
  save: (db, moving, { task }, input, { nowMs }) => {
    const revisions = revisionsOf(input).set(task.id, input.revision);
    return movingChanges(db, moving, { ...input, revisions }, { unitId: task.unitId, nowMs });
  },
  reversal: (moving, state) => movedBack(state, moving),
  audit: ({ grown }, { task }) => ({
    subject: task.id,
    unitId: task.unitId,
    fields: ['dates', ...(grown.length > 0 ? ['operation'] : [])],
  }),
  answer: (_moving, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
