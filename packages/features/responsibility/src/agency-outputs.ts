import { CONTRIBUTION_KINDS, TASK_STATUSES } from '@mahalleh/operations/statuses';
import * as z from 'zod';
import { ActingOperation, DutyItem, GapItem } from './outputs.ts';

const nullable = z.string().nullable();
const unit = { unitId: z.string(), unitNameFa: z.string(), unitNameEn: nullable };

/** A task that an agency answers for. */
export const AgencyTask = z.object({
  id: z.string(),
  title: z.string(),
  operationId: z.string(),
  operationTitle: z.string(),
  ...unit,
  responsibleName: z.string(),
  dueOn: z.string(),
  status: z.enum(TASK_STATUSES),
  isLate: z.boolean(),
});

/** A problem that was sent up and waits for an answer. */
export const AgencyEscalation = z.object({
  problemId: z.string(),
  code: z.string(),
  title: z.string(),
  ...unit,
  level: z.string(),
  dueOn: nullable,
  isOverdue: z.boolean(),
});

/** Another agency with an operation for the same domain in the same place. */
export const Collision = z.object({
  ...unit,
  domainKey: z.string(),
  domainTitleFa: z.string(),
  domainTitleEn: z.string(),
  ownId: z.string(),
  ownCode: z.string(),
  ownTitle: z.string(),
  otherId: z.string(),
  otherCode: z.string(),
  otherTitle: z.string(),
  otherAgencyId: nullable,
  otherAgencyName: nullable,
});

/** What an agency gave, by kind. Unit: whole rials, null while nobody has put a value on any of it. */
export const Given = z.object({
  kind: z.enum(CONTRIBUTION_KINDS),
  count: z.number(),
  valueRial: z.number().nullable(),
  hours: z.number().nullable(),
});

/** What is asked of an agency, what it does, where it meets others, and what it gave: within the reader's units. */
export const AgencyWork = z.object({
  agencyId: z.string(),
  duties: z.array(DutyItem),
  asked: z.object({
    /** Open problems that it leads, by domain, the most first. */
    byDomain: z.array(z.object({ domainKey: z.string(), titleFa: z.string(), titleEn: z.string(), open: z.number() })),
    open: z.number(),
    problems: z.array(GapItem),
    escalations: z.array(AgencyEscalation),
    tasks: z.array(AgencyTask),
    openTasks: z.number(),
    lateTasks: z.number(),
  }),
  operations: z.array(ActingOperation),
  collisions: z.array(Collision),
  given: z.array(Given),
});
/** What is asked of an agency, what it does, where it meets others, and what it gave. */
export type AgencyWork = z.infer<typeof AgencyWork>;
