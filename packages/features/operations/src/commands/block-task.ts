import { defineCommand, guarded } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { holdOperation } from '../hold.ts';
import { BlockTask, Changed } from '../model.ts';
import { idsOf, missingOf } from '../references.ts';
import { agencyRefusal, endedRefusal, openTaskRefusal } from '../rules.ts';
import { tasks } from '../schema.ts';
import { livingAgencies, taskOf } from '../scope.ts';
import { blockerOf, taskBack } from '../taking-back.ts';

/** Says what keeps an open task from going on, and which agency could take that away; said again, it takes the place of what was said. */
export const blockTask = defineCommand({
  name: 'task.block',
  permission: 'task.block',
  input: BlockTask,
  output: Changed,
  load: (db, { taskId, agencyId }) => ({ task: taskOf(db, taskId), agencies: livingAgencies(db, idsOf(agencyId)) }),
  decide: ({ task, agencies }, { by, note, agencyId }, { nowMs }) => {
    const fault = [
      agencyRefusal(task),
      openTaskRefusal(task),
      endedRefusal(task.operationStatus),
      missingOf([{ id: agencyId, field: 'agencyId' }], agencies, 'agency_unknown'),
    ].find(isRefusal);
    return fault ?? { blockedBy: by, blockedNote: note ?? null, blockedAgencyId: agencyId ?? null, blockedAtMs: nowMs };
  },
  save: (db, set, { task }, { revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(tasks.id, task.id), eq(tasks.revision, revision), eq(tasks.status, 'open'))),
    ),
    holdOperation(db, task.operationId, ['planned', 'running']),
  ],
  reversal: (_set, { task }, { revision }) => ({ steps: taskBack(task.id, revision, blockerOf(task)) }),
  audit: (_decision, { task }) => ({ subject: task.id, unitId: task.unitId, fields: ['blockedBy'] }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
