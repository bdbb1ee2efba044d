import { agencies } from '@mahalleh/agencies/schema';
import type { CivilDate } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import type { OperationStatus, Standing, TaskStatus } from '../model.ts';
import { civil, daysLate, taskStanding } from '../rules.ts';
import { operations, tasks } from '../schema.ts';

/** The columns of a task wherever it is shown. */
export const taskFields = {
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
  status: tasks.status,
  postponedCount: tasks.postponedCount,
  revision: tasks.revision,
};

/** A task's row with how it stands today. */
export const taskShown = <
  Row extends { operationStatus: OperationStatus; status: TaskStatus; startsOn: string; dueOn: string },
>(
  { operationStatus, ...row }: Row,
  today: CivilDate,
): Omit<Row, 'operationStatus'> & { standing: Standing; daysLate: number } => {
  const standing = taskStanding(
    { status: row.status, startsOn: civil(row.startsOn), dueOn: civil(row.dueOn), operationStatus },
    today,
  );
  return { ...row, standing, daysLate: standing === 'late' ? daysLate(civil(row.dueOn), today) : 0 };
};
