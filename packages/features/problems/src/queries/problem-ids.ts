import { defineQuery, many } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { ListProblemIds, ProblemIds } from '../model.ts';
import { keeping, scopeTables } from './problem-scope.ts';
import { heldIn, TO_PROBLEMS, wordsOf } from './word-sql.ts';

const MOST = 1_000;

/** The ids of all that match, with their revisions: what a bulk act is done to, a thousand at a time in the order of the ids, or with words in that of the index. */
export const problemIds = defineQuery({
  name: 'problem_ids',
  permission: 'problem.read',
  input: ListProblemIds,
  output: ProblemIds,
  ask: (db, { after = '', ...filters }, { nowMs }) => {
    const words = wordsOf(filters.q);
    const beyond = sql`and rowid > coalesce((select n from search_docs where ref = ${after}), 0) order by rowid`;
    const rows =
      words === undefined
        ? sql`problems p indexed by sqlite_autoindex_problems_1 where p.id > ${after}`
        : sql`(${heldIn(words, beyond)}) f ${TO_PROBLEMS} where true`;
    const order = words === undefined ? sql`p.id` : sql`f.n`;
    return {
      rows: many(
        db.text<{ id: string; revision: number }>(
          sql`with ${scopeTables(filters.unitId)} select p.id, p.revision from ${rows} and +p.unit_id in (select unit_id from scope) and ${keeping(filters, civilDateOf(nowMs))} order by ${order} limit ${MOST + 1}`,
        ),
      ),
    };
  },
  shape: ({ rows }) => ({ rows: rows.slice(0, MOST), isMore: rows.length > MOST }),
});
