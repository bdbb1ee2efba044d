import { sql, type SQL } from 'drizzle-orm';
import { one, type ReadDb } from '@mahalleh/gate';
import type { Ending } from './kinds.ts';

/** SQL of how a post `e` ended: its own province is heard, or the ministry; null while it stands. */
export const ENDING_OF: SQL = sql.raw(
  "(select max(n.how) from experience_endings n where n.experience_id = e.id and n.province = iif(n.how = 'hidden', 'ministry', e.province))",
);

/** How a post stands, as commands need to know it. Fails: not_found `experience_unknown`. */
export const askPost = (db: Pick<ReadDb<'province'>, 'text'>, id: string) =>
  one(
    db.text<{ province: string; ending: Ending | null }>(
      sql`select e.province, ${ENDING_OF} as ending from experiences e where e.id = ${id}`,
    ),
    'experience_unknown',
  );

/** Who is writing, and in which office. */
export const askAuthor = (db: Pick<ReadDb<'province'>, 'text'>) =>
  one(
    db.text<{ author: string; office: string }>(
      sql`select full_name as author, coalesce(job_title, '') as office from people where id = (select person_id from me)`,
    ),
  );

/** What the author picked of the province's operations: those that have begun, in no sensitive domain; with how many photos there are. */
export const operationsSql = (where: SQL): SQL =>
  sql`select o.id, o.title, u.name_fa as place, o.status, o.starts_on as "startsOn", o.ends_on as "endsOn", (select count(*) from evidence v where v.kind = 'photo' and v.removed_at_ms is null and ${IS_EVIDENCE_OF}) as photos from operations o join units u on u.id = o.unit_id join domains d on d.key = o.domain_key left join problems p on p.id = o.problem_id left join domains pd on pd.key = p.domain_key where o.status in ('running', 'done') and d.is_sensitive = 0 and coalesce(pd.is_sensitive, 0) = 0 and ${where}`;

const IS_EVIDENCE_OF = sql.raw(
  "((v.subject_kind = 'operation' and v.subject_id = o.id) or (v.subject_kind = 'task' and v.subject_id in (select t.id from tasks t where t.operation_id = o.id)))",
);

/** The notes of these operations that can be told. `operations`: SQL that gives ids. */
export const notesSql = (operations: SQL): SQL =>
  sql`select v.id, o.id as operation, v.note as text, v.taken_on as day, v.phase from operations o join evidence v on v.kind = 'text' and v.removed_at_ms is null and v.note is not null and ${IS_EVIDENCE_OF} where o.id in (${operations}) order by v.added_at_ms desc, v.id limit 60`;
