import type { ReadDb } from '@mahalleh/gate';
import type { CivilDate } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { eq, sql, type SQL } from 'drizzle-orm';
import { isOverdue } from '../escalation-rules.ts';
import type { ProblemItem } from '../outputs.ts';
import { domains, problems } from '../schema.ts';

/** The columns of a problem in a list. */
export const itemFields = {
  id: problems.id,
  code: problems.code,
  unitId: problems.unitId,
  unitNameFa: units.nameFa,
  unitNameEn: units.nameEn,
  domainKey: problems.domainKey,
  domainFa: domains.titleFa,
  domainEn: domains.titleEn,
  isSensitive: domains.isSensitive,
  title: problems.title,
  severity: problems.severity,
  peopleAffected: problems.peopleAffected,
  status: problems.status,
  rank: problems.rank,
  registeredAtMs: problems.registeredAtMs,
  confirmedAtMs: problems.confirmedAtMs,
  level: problems.level,
  levelDueOn: problems.levelDueOn,
  residentsScore: problems.residentsScore,
  residentsVotes: problems.residentsVotes,
  supporters: problems.supporters,
  expertsScore: problems.expertsScore,
  residentsRank: sql<
    number | null
  >`case when ${problems.residentsScore} is not null then (select count(*) + 1 from problems r where r.unit_id = ${problems.unitId} and r.residents_score > ${problems.residentsScore} and r.discarded_at_ms is null) end`,
  evidenceCount: sql<number>`(select count(*) from evidence e where e.subject_kind = 'problem' and e.subject_id = ${problems.id} and e.removed_at_ms is null)`,
  redactedAtMs: problems.redactedAtMs,
  isSample: problems.isSample,
  revision: problems.revision,
};

/** The rows of the problems whose ids are found, in the order of the walk. */
export const askItems = (db: ReadDb<'province'>, found: SQL, order: SQL) =>
  db
    .select(itemFields)
    .from(problems)
    .innerJoin(units, eq(units.id, problems.unitId))
    .innerJoin(domains, eq(domains.key, problems.domainKey))
    .where(sql`${problems.id} in (${found})`)
    .orderBy(order);

/** A row of `itemFields`. */
export type ItemRow = Omit<ProblemItem, 'isRedacted' | 'isOverdue'> & { redactedAtMs: number | null };

/** A row of `itemFields` as lists show it. */
export const problemItem = <R extends ItemRow>({ redactedAtMs, ...row }: R, today: CivilDate): ProblemItem => ({
  ...row,
  isRedacted: redactedAtMs !== null,
  isOverdue: isOverdue(row, today),
});
