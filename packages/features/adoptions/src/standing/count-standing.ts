import { compile, type Statement } from '@mahalleh/gate';
import { isRecord, ROW_FORMS, ROW_KINDS, type RowKind } from '@mahalleh/templates/rows';
import { sql, type SQL } from 'drizzle-orm';

/** So many adoptions are counted in one round at most. */
const MOST = 200;
/** How long a count is good for when nothing was marked: what a mark missed is right again after it. Unit: milliseconds. */
const GOOD_FOR_MS = 86_400_000;

/** What is left of a landed form when who does it is taken away: that is chosen where it is done, and is no change. */
const compared = (form: SQL): SQL => sql`json_remove(${form}, '$.roleRef')`;

/** A link of a task that was given up was given up with it, though its record stays. */
const LOOSE = sql`exists (select 1 from tasks g where g.id in (r.task_id, r.after_id) and g.status = 'cancelled')`;

/** What became of the record of an element `e`: as it landed, changed, or given up. A record that was there before was never the template's to differ from. */
const verdictOf = (kind: RowKind): SQL => {
  const { from, form } = ROW_FORMS[kind];
  const isGone = kind === 'link' ? LOOSE : ROW_FORMS[kind].isGone;
  return sql`coalesce((select iif(${isGone}, 'dropped', iif(e.is_joined = 1 or ${compared(form)} = ${compared(sql`e.landed_json`)}, 'same', 'changed')) from ${from} where ${isRecord(kind, sql`e.row_key`)}), 'dropped')`;
};

const verdict = sql`case when e.state = 'dropped' then 'dropped' when e.state = 'kept' then iif(e.local_json = '{}', 'same', 'changed') when e.state <> 'landed' then 'none' else case e.kind ${sql.join(
  ROW_KINDS.map((kind) => sql`when ${sql.raw(`'${kind}'`)} then ${verdictOf(kind)}`),
  sql` `,
)} else 'same' end end`;

/** Tasks that were put into the operations of an adoption here. */
const added = sql`(select count(*) from adopted_elements o join tasks t on t.operation_id = o.row_key where o.adoption_id = a.id and o.kind = 'operation' and o.state = 'landed' and o.is_joined = 0 and t.status <> 'cancelled' and not exists (select 1 from adopted_elements x where x.adoption_id = a.id and x.kind = 'task' and x.row_key = t.id))`;

const marked = sql`select adoption_id from standing_marks order by adoption_id limit ${sql.raw(String(MOST))}`;

/**
 * Counts the adoptions again of which something has changed, and those that were not counted for a day: elements in use,
 * changed, given up and added. Those that have ended are counted no more.
 */
export const countStanding = (nowMs: number): Statement[] => {
  const due = sql`due(id) as (select adoption_id from (${marked}) union select adoption_id from (select adoption_id from adoption_standings where as_of_ms < ${nowMs - GOOD_FOR_MS} order by as_of_ms limit ${sql.raw(String(MOST))}))`;
  const each = sql`each(adoption_id, kind, verdict) as (select e.adoption_id, e.kind, ${verdict} from due cross join adopted_elements e on e.adoption_id = due.id)`;
  const count = (...verdicts: readonly string[]): SQL =>
    sql`(select count(*) from each x where x.adoption_id = a.id and x.verdict in (${sql.raw(verdicts.map((one) => `'${one}'`).join(', '))}))`;
  return [
    sql`insert into adoption_standings (adoption_id, unit_id, landed, changed, dropped, added, changed_by_kind_json, as_of_ms)
      with ${due}, ${each} select a.id, a.unit_id, ${count('same', 'changed')}, ${count('changed')}, ${count('dropped')}, ${added},
        (select json_group_object(k.kind, k.n) from (select x.kind, count(*) as n from each x where x.adoption_id = a.id and x.verdict = 'changed' group by 1 order by 1) k), ${nowMs}
      from due cross join adoptions a on a.id = due.id where a.status = 'active'
      on conflict (adoption_id) do update set unit_id = excluded.unit_id, landed = excluded.landed, changed = excluded.changed, dropped = excluded.dropped, added = excluded.added, changed_by_kind_json = excluded.changed_by_kind_json, as_of_ms = excluded.as_of_ms`,
    sql`delete from adoption_standings where adoption_id in (select m.adoption_id from (${marked}) m join adoptions a on a.id = m.adoption_id where a.status <> 'active')`,
    sql`delete from standing_marks where adoption_id in (${marked})`,
  ].map(compile);
};
