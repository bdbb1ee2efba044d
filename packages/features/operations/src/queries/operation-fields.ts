import { agencies } from '@mahalleh/agencies/schema';
import { units } from '@mahalleh/units/schema';
import { addDays, type CivilDate } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { isBlocked } from '../blocked-sql.ts';
import type { OperationItem } from '../model.ts';
import { civil, daysLate, operationStanding, RISK_DAYS } from '../rules.ts';
import { operations, type OperationRow } from '../schema.ts';

const live = sql`from tasks t where t.operation_id = ${operations.id} and t.status <> 'cancelled'`;

/** The columns of an operation in a list, with the counts that its standing follows from. */
export const operationFields = (today: CivilDate) => ({
  id: operations.id,
  code: operations.code,
  unitId: operations.unitId,
  unitNameFa: units.nameFa,
  unitNameEn: units.nameEn,
  title: operations.title,
  problemId: operations.problemId,
  domainKey: operations.domainKey,
  agencyId: operations.agencyId,
  agencyName: agencies.name,
  status: operations.status,
  startsOn: operations.startsOn,
  endsOn: operations.endsOn,
  audience: operations.audience,
  approvedAtMs: operations.approvedAtMs,
  isSample: operations.isSample,
  revision: operations.revision,
  tasks: sql<number>`(select count(*) ${live})`,
  doneTasks: sql<number>`(select count(*) ${live} and t.status = 'done')`,
  lateTasks: sql<number>`(select count(*) ${live} and t.status = 'open' and t.due_on < ${today})`,
  blockedTasks: sql<number>`(select count(*) ${live} and ${isBlocked(today)})`,
  riskyTasks: sql<number>`(select count(*) ${live} and t.status = 'open' and (t.due_on <= ${addDays(today, RISK_DAYS)} or (${operations.status} = 'planned' and t.starts_on < ${today})))`,
  earliestDueOn: sql<string | null>`(select min(t.due_on) ${live} and t.status = 'open')`,
  hasMoney: sql<number>`exists (select 1 from contributions c where c.operation_id = ${operations.id} and c.kind = 'money' and c.removed_at_ms is null)`,
});

/** True for an operation that is late today: it has not ended, and its end or the day of an open task is past. */
export const isLate = (today: CivilDate) =>
  sql`(${operations.status} in ('planned', 'running') and (${operations.endsOn} < ${today} or exists (select 1 from tasks t where t.operation_id = ${operations.id} and t.status = 'open' and t.due_on < ${today})))`;

/** True for an operation that lasts and has a task that cannot go on today. */
export const hasBlocked = (today: CivilDate) =>
  sql`(${operations.status} in ('planned', 'running') and exists (select 1 from tasks t where t.operation_id = ${operations.id} and ${isBlocked(today)}))`;

type Shown = Pick<
  OperationRow,
  | 'id'
  | 'code'
  | 'unitId'
  | 'title'
  | 'problemId'
  | 'domainKey'
  | 'agencyId'
  | 'status'
  | 'startsOn'
  | 'endsOn'
  | 'audience'
  | 'approvedAtMs'
  | 'isSample'
  | 'revision'
> & {
  unitNameFa: string;
  unitNameEn: string | null;
  agencyName: string | null;
  tasks: number;
  doneTasks: number;
  lateTasks: number;
  blockedTasks: number;
  riskyTasks: number;
  earliestDueOn: string | null;
  hasMoney: number;
};

/** An operation as it is shown, with how it stands today. */
export const operationItem = <Row extends Shown>(
  { riskyTasks, earliestDueOn, hasMoney, ...row }: Row,
  today: CivilDate,
): Omit<Row, 'riskyTasks' | 'earliestDueOn' | 'hasMoney'> &
  Pick<OperationItem, 'standing' | 'daysLate' | 'hasMoney'> => {
  const [startsOn, endsOn] = [civil(row.startsOn), civil(row.endsOn)];
  const standing = operationStanding(
    { status: row.status, startsOn, endsOn, lateTasks: row.lateTasks, blockedTasks: row.blockedTasks, riskyTasks },
    today,
  );
  const firstDay = earliestDueOn && earliestDueOn < row.endsOn ? civil(earliestDueOn) : endsOn;
  return { ...row, standing, daysLate: standing === 'late' ? daysLate(firstDay, today) : 0, hasMoney: hasMoney === 1 };
};
