import { zCivilDate, zCount, zFlag, zId, zInput, zNote, zOptional, zRevision, zRial } from '@mahalleh/kernel';
import * as z from 'zod';
import { BLOCKERS } from './choices.ts';

const taskEdit = { taskId: zId('task'), revision: zRevision };

const moving = {
  /** Why it becomes later: asked for whenever a day of the work moves later. */
  reason: zOptional(zNote(500)),
  /** The tasks that are pushed along, as they were shown and accepted. */
  pushed: z
    .array(zInput({ taskId: zId('task'), revision: zRevision, startsOn: zCivilDate, dueOn: zCivilDate }))
    .max(500)
    .optional(),
  /** The operations that grow with it, as they were shown and accepted. */
  extended: z
    .array(zInput({ operationId: zId('operation'), revision: zRevision }))
    .max(50)
    .optional(),
  /** Accepts whatever is pushed, where it was not shown before. */
  pushes: zOptional(zFlag),
};

/** Input of `task.reschedule`: other days for one task, with what they push. */
export const RescheduleTask = zInput({ ...taskEdit, startsOn: zCivilDate, dueOn: zCivilDate, ...moving });

/** Input of `task.link`: the task begins only after the other is done, this many days later at the earliest. */
export const LinkTask = zInput({
  ...taskEdit,
  afterId: zId('task'),
  lagDays: zOptional(zCount({ min: 0, max: 365 })),
  ...moving,
});

/** Input of `task.unlink`. */
export const UnlinkTask = zInput({ ...taskEdit, afterId: zId('task') });

/** Input of `task.block`: what keeps it from going on, and who could take that away. */
export const BlockTask = zInput({
  ...taskEdit,
  by: z.enum(BLOCKERS),
  note: zOptional(zNote(500)),
  agencyId: zOptional(zId('agency')),
});

/** Input of `task.unblock`. */
export const UnblockTask = zInput(taskEdit);

/** Input of `work.value`: what an hour of work is worth when nobody says otherwise, and which days are the weekend. */
export const ValueWork = zInput({
  revision: zRevision,
  hourRial: z.union([z.literal('').transform(() => null), z.null(), zRial]),
  weekend: z.string().regex(/^[0-6](,[0-6]){0,2}$/, { error: 'choice_unknown' }),
});

/** Input of how a province counts work. */
export const ReadSettings = zInput({});

/** How a province counts work. Unit: whole rials for an hour; days of the week from Saturday (0). */
export const WorkSettings = z.object({ hourRial: z.number().nullable(), weekend: z.string(), revision: z.number() });

/** What a change of the settings answers. */
export const Settled = z.object({ revision: z.number() });
