import { inMyUnits, isMyUnit } from '@mahalleh/gate';
import { foldText } from '@mahalleh/kernel';
import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import type { ListProblems } from '../inputs.ts';
import { OPEN_STATUSES } from '../rules.ts';
import { problems } from '../schema.ts';
import { readCode } from '../tracking-code.ts';

type Filters = Partial<z.output<typeof ListProblems>>;

/** Keeps the problems that the actor may see; of one unit and everything below it when it is named. */
export const inScope = (unitId: string | undefined): SQL =>
  unitId === undefined
    ? inMyUnits(problems.unitId)
    : sql`${problems.unitId} in (select c.unit_id from unit_closure c where c.ancestor_id = ${unitId} and ${isMyUnit(sql`c.unit_id`)})`;

const holds = (q: string): SQL | undefined => {
  const folded = foldText(q);
  if (folded === '') return undefined;
  const code = readCode(q);
  const words = sql`${problems.titleFolded} like ${`%${folded.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
  return code === undefined ? words : or(words, eq(problems.code, code));
};

/** Keeps the problems that meet the filters of a list. */
export const matching = ({ unitId, status, domain, severity, q }: Filters): SQL | undefined =>
  and(
    inScope(unitId),
    status === undefined
      ? undefined
      : status === 'open'
        ? inArray(problems.status, OPEN_STATUSES)
        : eq(problems.status, status),
    domain === undefined ? undefined : eq(problems.domainKey, domain),
    severity === undefined ? undefined : eq(problems.severity, severity),
    q === undefined ? undefined : holds(q),
  );
