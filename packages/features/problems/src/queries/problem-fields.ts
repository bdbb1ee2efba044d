import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
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
  evidenceCount: sql<number>`(select count(*) from evidence e where e.subject_kind = 'problem' and e.subject_id = ${problems.id} and e.removed_at_ms is null)`,
  redactedAtMs: problems.redactedAtMs,
  isSample: problems.isSample,
  revision: problems.revision,
};

/** A row of `itemFields` as lists show it. */
export const problemItem = <R extends Omit<ProblemItem, 'isRedacted'> & { redactedAtMs: number | null }>({
  redactedAtMs,
  ...row
}: R): ProblemItem => ({
  ...row,
  isRedacted: redactedAtMs !== null,
});
