import { guarded, isMyUnit, many } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { defineBulk } from '../define-bulk.ts';
import { MergeProblems } from '../inputs.ts';
import { merge, OPEN_STATUSES } from '../rules.ts';
import { problems } from '../schema.ts';
import type { ProblemStatus } from '../statuses.ts';

/** One domain, and beside it the survivor, if it is there. */
type More = {
  key: string;
  isSensitive: number;
  id: string | null;
  status: ProblemStatus | null;
  triagedAtMs: number | null;
  domainKey: string | null;
};

/** Merges many problems into one: each points to the survivor and keeps its own history and evidence. */
export const mergeProblems = defineBulk({
  verb: 'merge',
  input: MergeProblems,
  more: (db, { intoId }) =>
    many(
      db.text<More>(
        sql`select d.key, d.is_sensitive as "isSensitive", p.id, p.status, p.triaged_at_ms as "triagedAtMs", p.domain_key as "domainKey" from domains d left join problems p on p.id = ${intoId} and p.discarded_at_ms is null and ${isMyUnit(sql`p.unit_id`)}`,
      ),
    ),
  decide: (problem, { records, intoId }, _facts, more) => {
    if (records.some(({ id }) => id === intoId)) return refuse('merge_into_itself', { field: 'intoId' });
    const isSensitive = (domainKey: string): boolean => more.find(({ key }) => key === domainKey)?.isSensitive === 1;
    const { id, status, triagedAtMs, domainKey } = more[0] ?? {};
    const into =
      id && status && domainKey
        ? { id, status, triagedAtMs: triagedAtMs ?? null, isSensitive: isSensitive(domainKey) }
        : undefined;
    return merge({ ...problem, isSensitive: isSensitive(problem.domainKey) }, into);
  },
  // The survivor must still be open: somebody may have merged it into one of these meanwhile.
  hold: (db, { intoId }) => [
    guarded(
      db
        .update(problems)
        .set({ revision: sql`${problems.revision} + 1` })
        .where(and(eq(problems.id, intoId), inArray(problems.status, OPEN_STATUSES), isNull(problems.discardedAtMs))),
    ),
  ],
});
