import { agencies } from '@mahalleh/agencies/schema';
import type { CivilDate } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { sql } from 'drizzle-orm';
import { blockedFields } from '../blocked-sql.ts';
import type { Blocker } from '../choices.ts';
import type { OperationStatus, Standing, TaskItem, TaskStatus } from '../model.ts';
import { civil, daysLate, taskStanding } from '../rules.ts';
import { operations, tasks } from '../schema.ts';

/** The columns of a task wherever it is shown, with what holds it up today. */
export const taskFields = (today: CivilDate) => ({
  id: tasks.id,
  operationId: tasks.operationId,
  operationStatus: operations.status,
  unitId: tasks.unitId,
  title: tasks.title,
  responsiblePersonId: tasks.responsiblePersonId,
  responsibleName: people.fullName,
  agencyId: tasks.agencyId,
  agencyName: agencies.name,
  startsOn: tasks.startsOn,
  dueOn: tasks.dueOn,
  isMilestone: tasks.isMilestone,
  status: tasks.status,
  postponedCount: tasks.postponedCount,
  revision: tasks.revision,
  blockedBy: tasks.blockedBy,
  blockedNote: tasks.blockedNote,
  blockedAtMs: tasks.blockedAtMs,
  blockedAgencyName: sql<string | null>`(select ba.name from agencies ba where ba.id = ${tasks.blockedAgencyId})`,
  ...blockedFields(tasks, today),
});

type Held = {
  blockedBy: Blocker | null;
  blockedNote: string | null;
  blockedAtMs: number | null;
  blockedAgencyName: string | null;
  heldById: string | null;
  heldByTitle: string | null;
};

const blockedOf = (held: Held): TaskItem['blocked'] => {
  const after = { afterId: held.heldById, afterTitle: held.heldByTitle };
  if (held.blockedBy !== null)
    return {
      by: held.blockedBy,
      note: held.blockedNote,
      atMs: held.blockedAtMs,
      agencyName: held.blockedAgencyName,
      ...after,
    };
  return held.heldById === null ? null : { by: 'predecessor', note: null, atMs: null, agencyName: null, ...after };
};

/** A task's row with how it stands today and what holds it up. */
export const taskShown = <
  Row extends Held & { operationStatus: OperationStatus; status: TaskStatus; startsOn: string; dueOn: string },
>(
  row: Row,
  today: CivilDate,
): Omit<Row, 'operationStatus' | keyof Held> & {
  standing: Standing;
  daysLate: number;
  blocked: TaskItem['blocked'];
} => {
  const { operationStatus, blockedBy, blockedNote, blockedAtMs, blockedAgencyName, heldById, heldByTitle, ...shown } =
    row;
  const blocked =
    row.status === 'open'
      ? blockedOf({ blockedBy, blockedNote, blockedAtMs, blockedAgencyName, heldById, heldByTitle })
      : null;
  const standing = taskStanding(
    {
      status: row.status,
      startsOn: civil(row.startsOn),
      dueOn: civil(row.dueOn),
      operationStatus,
      isBlocked: blocked !== null,
    },
    today,
  );
  return { ...shown, standing, blocked, daysLate: standing === 'late' ? daysLate(civil(row.dueOn), today) : 0 };
};
