import { isMyUnit } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import { SUBJECT_KINDS, type SubjectKind } from './kinds.ts';
import type { Subject } from './rules.ts';

// Problems and operations depend on evidence, so evidence names their tables in SQL text instead of importing them.

/** The row that a subject's statement gives. */
export type SubjectRow = {
  unit_id: string;
  is_sensitive: number;
  is_merged: number;
  rests_on_evidence: number;
  evidence_count: number;
};

/** An id, or SQL that gives it. */
type IdSql = string | SQL;

const countOf = (kind: SubjectKind, id: IdSql): SQL =>
  sql`(select count(*) from evidence e where e.subject_kind = ${kind} and e.subject_id = ${id} and e.removed_at_ms is null)`;

/** Sensitive by its own domain, or by that of the problem it is for. */
const OPERATION_IS_SENSITIVE = sql`max(coalesce(d.is_sensitive, 0), coalesce(pd.is_sensitive, 0))`;
const OPERATION_DOMAINS = sql`left join domains d on d.key = o.domain_key left join problems p on p.id = o.problem_id left join domains pd on pd.key = p.domain_key`;

/** SQL that gives the one subject if it is there and lies in the actor's scope, or in the scope given. Shape: `SubjectRow`. */
export const subjectSql = (kind: SubjectKind, id: IdSql, scope: (unitId: SQL) => SQL = isMyUnit): SQL => {
  const count = countOf(kind, id);
  switch (kind) {
    case 'problem':
      return sql`select p.unit_id, d.is_sensitive, p.status in ('merged', 'split') as is_merged, p.status = 'solved' as rests_on_evidence, (select count(*) from evidence e where e.removed_at_ms is null and ${isEvidenceOfProblem(id)}) as evidence_count from problems p join domains d on d.key = p.domain_key where p.id = ${id} and ${scope(sql`p.unit_id`)}`;
    case 'operation':
      return sql`select o.unit_id, ${OPERATION_IS_SENSITIVE} as is_sensitive, 0 as is_merged, 0 as rests_on_evidence, ${count} as evidence_count from operations o ${OPERATION_DOMAINS} where o.id = ${id} and ${scope(sql`o.unit_id`)}`;
    case 'task':
      return sql`select t.unit_id, ${OPERATION_IS_SENSITIVE} as is_sensitive, 0 as is_merged, (t.status = 'done' and t.done_note is null) as rests_on_evidence, ${count} as evidence_count from tasks t join operations o on o.id = t.operation_id ${OPERATION_DOMAINS} where t.id = ${id} and ${scope(sql`t.unit_id`)}`;
  }
};

/** SQL that gives the id of a problem and of all that were merged into it, however far. */
export const problemFamily = (id: IdSql): SQL =>
  sql`with recursive family(id) as (select ${id} union select m.id from problems m join family f on m.merged_into_id = f.id) select id from family`;

/** SQL that keeps the rows of `evidence e` that speak for a problem: its own, of those merged into it, and of its operations and their tasks. */
export const isEvidenceOfProblem = (id: IdSql): SQL =>
  sql`((e.subject_kind = 'problem' and e.subject_id in (${problemFamily(id)})) or (e.subject_kind = 'operation' and e.subject_id in (select o.id from operations o where o.problem_id = ${id})) or (e.subject_kind = 'task' and e.subject_id in (select t.id from tasks t join operations o on o.id = t.operation_id where o.problem_id = ${id})))`;

const anywhere = () => sql`1 = 1`;

/** SQL that holds while the subject may have photos: what was so when it was asked may have changed when it is written. */
export const stillTakesPhotos = (kind: SubjectKind, id: string): SQL =>
  sql`exists (select 1 from (${subjectSql(kind, id, anywhere)}) s where s.is_sensitive = 0 and s.is_merged = 0)`;

/** SQL that gives the subject of one piece of evidence, under the same conditions. Shape: `SubjectRow`. */
export const subjectOfEvidenceSql = (evidenceId: string): SQL =>
  sql.join(
    SUBJECT_KINDS.map((kind) =>
      subjectSql(
        kind,
        sql`(select s.subject_id from evidence s where s.id = ${evidenceId} and s.subject_kind = ${kind})`,
      ),
    ),
    sql` union all `,
  );

/** The subject as the rules know it. */
export const subjectOf = (row: SubjectRow): Subject => ({
  unitId: row.unit_id,
  isSensitive: row.is_sensitive === 1,
  isMerged: row.is_merged === 1,
  restsOnEvidence: row.rests_on_evidence === 1,
  evidenceCount: row.evidence_count,
});
