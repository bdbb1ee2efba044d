import { isMyUnit } from '@mahalleh/gate';
import { msOf, addDays, type CivilDate } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import type { ListProblems } from '../inputs.ts';
import { WIDE_GAP } from '../score-method.ts';
import { COUNTED, type Counted, type ProblemStatus } from '../statuses.ts';
import { wordsOf } from './word-sql.ts';

/** What a list, a board or a bulk is kept to. */
export type Filters = Omit<Partial<z.output<typeof ListProblems>>, 'sort' | 'page' | 'size'>;

const TOGETHER: Readonly<Record<string, readonly Counted[]>> = {
  open: ['registered', 'triaged', 'started'],
  solved: ['awaiting', 'solved'],
  confirmed: ['solved'],
};

/** The counted statuses that a filter means; all when none is set. */
export const countedOf = (status: Filters['status']): readonly Counted[] =>
  status === undefined ? COUNTED : (TOGETHER[status] ?? COUNTED.filter((one) => one === status));

/** The same as they are stored: a problem that awaits is stored as solved. */
export const storedOf = (status: Filters['status']): ProblemStatus[] => [
  ...new Set(countedOf(status).map((one) => (one === 'awaiting' ? 'solved' : one))),
];

const listOf = (values: readonly (string | number)[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

/**
 * The tables that a list's statement begins with. `tops`: the topmost units of what is asked for and of what the actor
 * may see, so that none is counted twice; `scope`: they and everything below.
 */
export const scopeTables = (unitId: string | undefined): SQL => {
  const candidates =
    unitId === undefined
      ? sql`select unit_id from my_grants`
      : sql`select ${unitId} where ${isMyUnit(sql`${unitId}`)} union select g.unit_id from my_grants g join unit_closure c on c.unit_id = g.unit_id and c.ancestor_id = ${unitId}`;
  return sql`candidates(u) as materialized (${candidates}), tops(u) as materialized (select a.u from candidates a where not exists (select 1 from candidates b join unit_closure c on c.ancestor_id = b.u and c.unit_id = a.u where b.u <> a.u)), scope(unit_id) as materialized (select c.unit_id from tops t join unit_closure c on c.ancestor_id = t.u)`;
};

/** SQL that gives the keys of a domain and of those below it. */
export const domainTree = (domain: string): SQL =>
  sql`(with recursive tree(key) as (select ${domain} union select d.key from domains d join tree t on d.parent_key = t.key) select key from tree)`;

const keptDomain = (column: SQL, domain: string | undefined): SQL =>
  domain === undefined ? sql`` : sql` and ${column} in ${domainTree(domain)}`;

/** SQL that keeps the rows of `problem_tallies t` that the filters mean. */
export const talliedIn = ({ status, domain, severity }: Filters): SQL =>
  sql`t.standing in (${listOf(countedOf(status))})${keptDomain(sql`t.domain_key`, domain)}${severity === undefined ? sql`` : sql` and t.severity = ${severity}`}`;

/** SQL that counts what the tallies hold of the filters that they know: an upper bound when there are others. */
export const tallied = (filters: Filters): SQL =>
  sql`(select coalesce(sum(t.n), 0) from problem_tallies t where t.unit_id in (select u from tops) and ${talliedIn(filters)})`;

/** SQL that counts every problem in scope. */
export const ALL_TALLIED = sql`(select coalesce(sum(t.n), 0) from problem_tallies t where t.unit_id in (select u from tops))`;

/** Whether the tallies know every filter that is set: then a count is exact at any size. */
export const isTallied = ({ level, overdue, gap, from, to, q }: Filters): boolean =>
  level === undefined && !overdue && !gap && from === undefined && to === undefined && wordsOf(q) === undefined;

/** SQL that keeps the rows of `problems p` whose status is one of those counted. */
const keptStatus = (status: Filters['status']): SQL => {
  const counted = countedOf(status);
  const plain = sql`p.status in (${listOf(storedOf(status))})`;
  const [awaiting, confirmed] = [counted.includes('awaiting'), counted.includes('solved')];
  if (awaiting === confirmed) return plain;
  return sql`${plain} and p.confirmed_at_ms is ${awaiting ? sql.raw('null') : sql.raw('not null')}`;
};

/** SQL that keeps the rows of `problems p` that meet the filters, but for the scope and the words. */
export const keeping = (filters: Filters, today: CivilDate): SQL => {
  const { status, domain, severity, level, overdue, gap, from, to } = filters;
  return sql.join(
    [
      sql`p.discarded_at_ms is null and ${keptStatus(status)}${keptDomain(sql`p.domain_key`, domain)}`,
      severity === undefined ? undefined : sql`p.severity = ${severity}`,
      level === undefined ? undefined : sql`p.level = ${level}`,
      overdue ? sql`p.level_due_on < ${today}` : undefined,
      gap ? sql`p.score_gap >= ${WIDE_GAP}` : undefined,
      from === undefined ? undefined : sql`p.registered_at_ms >= ${msOf(from)}`,
      to === undefined ? undefined : sql`p.registered_at_ms < ${msOf(addDays(to, 1))}`,
    ].filter((one) => one !== undefined),
    sql` and `,
  );
};

/** SQL that spells out what an index by status, domain and severity begins with, so that it is sought and not walked. */
export const soughtByKind = ({ status, domain, severity }: Filters): SQL =>
  sql`p.status in (${listOf(storedOf(status))}) and p.domain_key in ${domain === undefined ? sql`(select key from domains)` : domainTree(domain)} and p.severity in (${listOf(severity === undefined ? [1, 2, 3, 4, 5] : [severity])})`;
