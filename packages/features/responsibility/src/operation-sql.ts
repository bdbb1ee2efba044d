import { isMyUnit } from '@mahalleh/gate';
import type { CivilDate } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import type { OperationStatus } from '@mahalleh/operations/statuses';
import type { ActingOperation } from './outputs.ts';

/** An operation that lasts as the database gives it. */
export type OperationRow = {
  [K in keyof Omit<ActingOperation, 'isLate' | 'status'>]: ActingOperation[K];
} & { status: OperationStatus };

/** SQL that gives the operations `o` that last and meet a condition, those of the actor's units, the first to end first. */
export const lastingOperations = (where: SQL, today: CivilDate, most: number): SQL =>
  sql`select o.id, o.code, o.title, o.unit_id as unitId, u.name_fa as unitNameFa, u.name_en as unitNameEn, o.domain_key as domainKey, o.agency_id as agencyId, a.name as agencyName, o.status, o.starts_on as startsOn, o.ends_on as endsOn, (select count(*) from tasks t where t.operation_id = o.id and t.status = 'open' and t.due_on < ${today}) as lateTasks from operations o join units u on u.id = o.unit_id left join agencies a on a.id = o.agency_id where o.status in ('planned', 'running') and ${where} and ${isMyUnit(sql`o.unit_id`)} order by o.ends_on, o.id limit ${most}`;

/** An operation that lasts, with whether it is late. */
export const actingOperation = (row: OperationRow, today: CivilDate): ActingOperation => ({
  ...row,
  isLate: row.endsOn < today || row.lateTasks > 0,
});
