import {
  zCivilDate,
  zCount,
  zDecimal,
  zFlag,
  zId,
  zInput,
  zLatitude,
  zLongitude,
  zNote,
  zOptional,
  zRevision,
  zRial,
  zTitle,
} from '@mahalleh/kernel';
import * as z from 'zod';
import { AUDIENCES, PLACE_KINDS } from './choices.ts';
import { CONTRIBUTION_KINDS, OPERATION_STATUSES, TASK_STATUSES } from './statuses.ts';

/** The field of an amendment: left out, it stays; null or empty text clears it. */
const zClearable = <T extends z.ZodType>(field: T) =>
  z.union([z.literal('').transform(() => null), z.null(), field]).optional();

const pages = {
  page: zOptional(zCount({ min: 1, max: 100_000 })),
  size: zOptional(zCount({ min: 1, max: 100 })),
};

const taskFields = {
  title: zTitle(),
  responsiblePersonId: zId('person'),
  /** Left out: the agency of the operation. Null or empty: nobody but the neighbourhood. */
  agencyId: zClearable(zId('agency')),
  startsOn: zCivilDate,
  dueOn: zCivilDate,
  /** A day to be reached, not work that lasts. */
  isMilestone: zOptional(zFlag),
};

/** A task as it is planned. `after`: which of the plan's tasks it waits for, by their places in the list from 1. */
export const NewTask = zInput({
  ...taskFields,
  after: z
    .array(zCount({ min: 1, max: 100 }))
    .max(20)
    .optional(),
});

const about = {
  /** The group that it addresses. */
  audience: zClearable(z.enum(AUDIENCES)),
  indicatorId: zClearable(zId('indicator')),
  placeKind: zOptional(z.enum(PLACE_KINDS)),
  latitude: zClearable(zLatitude),
  longitude: zClearable(zLongitude),
};

/** Input of `operation.plan`: the operation with its tasks and capacities, all at once. */
export const PlanOperation = zInput({
  unitId: zId('unit'),
  problemId: zOptional(zId('problem')),
  /** Left out: the domain of the problem. */
  domainKey: zOptional(z.string().regex(/^[a-z0-9_]{1,60}$/, { error: 'choice_unknown' })),
  agencyId: zOptional(zId('agency')),
  title: zTitle(),
  goal: zOptional(zNote()),
  /** How the result will be measured, in words. */
  measure: zOptional(zNote(500)),
  ...about,
  startsOn: zCivilDate,
  endsOn: zCivilDate,
  capacityIds: z.array(zId('capacity')).max(50).optional(),
  tasks: z.array(NewTask).min(1, { error: 'operation_without_task' }).max(100),
});

const operationEdit = { operationId: zId('operation'), revision: zRevision };
const taskEdit = { taskId: zId('task'), revision: zRevision };

/** Input of `operation.amend`: what is left out stays. */
export const AmendOperation = zInput({
  ...operationEdit,
  title: zOptional(zTitle()),
  goal: zClearable(zNote()),
  measure: zClearable(zNote(500)),
  ...about,
  agencyId: zClearable(zId('agency')),
  startsOn: zOptional(zCivilDate),
  endsOn: zOptional(zCivilDate),
  /** Why it ends later, when it does. */
  reason: zOptional(zNote(500)),
  /** All of them: what is not named is no longer used. */
  capacityIds: z.array(zId('capacity')).max(50).optional(),
});

/** Input of `operation.start`. */
export const StartOperation = zInput(operationEdit);

/** Input of `operation.finish`. */
export const FinishOperation = zInput({
  ...operationEdit,
  resultNote: zNote(),
  /** The measured result, when it is a number. */
  resultValue: zOptional(zDecimal()),
});

/** Input of `operation.cancel`. */
export const CancelOperation = zInput({ ...operationEdit, reason: zNote(500) });

/** Input of `task.assign`: one more task in an operation. */
export const AssignTask = zInput({ operationId: zId('operation'), ...taskFields });

/** Input of `task.amend`: what is left out stays. A later day is a postponement. */
export const AmendTask = zInput({
  ...taskEdit,
  title: zOptional(zTitle()),
  responsiblePersonId: zOptional(zId('person')),
  agencyId: zClearable(zId('agency')),
  startsOn: zOptional(zCivilDate),
  dueOn: zOptional(zCivilDate),
  isMilestone: zOptional(zFlag),
});

/** Input of `task.finish`: with a note, unless evidence is attached already. */
export const FinishTask = zInput({ ...taskEdit, note: zOptional(zNote()) });

/** Input of `task.reopen`. */
export const ReopenTask = zInput(taskEdit);

/** Input of `task.postpone`. */
export const PostponeTask = zInput({
  ...taskEdit,
  dueOn: zCivilDate,
  reason: zNote(500),
  /** Accepts that what waits for it is pushed along. */
  pushes: zOptional(zFlag),
});

/** Input of `task.cancel`. */
export const CancelTask = zInput({ ...taskEdit, reason: zNote(500) });

/** Input of `contribution.record`. Unit: whole rials; hours of work. */
export const RecordContribution = zInput({
  operationId: zId('operation'),
  kind: z.enum(CONTRIBUTION_KINDS),
  agencyId: zOptional(zId('agency')),
  note: zOptional(zNote(500)),
  valueRial: zOptional(zRial),
  hours: zOptional(zDecimal({ min: 0, max: 1_000_000 })),
});

/** Input of `contribution.remove`. */
export const RemoveContribution = zInput({ contributionId: zId('contribution') });

/** Input of the list of operations. `unitId` means the unit and everything below it. */
export const ListOperations = zInput({
  ...pages,
  unitId: zOptional(zId('unit')),
  status: zOptional(z.enum(OPERATION_STATUSES)),
  agencyId: zOptional(zId('agency')),
  problemId: zOptional(zId('problem')),
  late: zOptional(zFlag),
  blocked: zOptional(zFlag),
  q: zOptional(z.string().max(200, { error: 'text_too_long' })),
});

/** Input of one operation. */
export const ReadOperation = zInput({ operationId: zId('operation') });

/** Input of the list of tasks. `unitId` means the unit and everything below it; `mine` what I or my agency answer for. */
export const ListTasks = zInput({
  ...pages,
  unitId: zOptional(zId('unit')),
  agencyId: zOptional(zId('agency')),
  status: zOptional(z.enum(TASK_STATUSES)),
  late: zOptional(zFlag),
  blocked: zOptional(zFlag),
  mine: zOptional(zFlag),
});
