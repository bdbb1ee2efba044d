import { defineQuery, many } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { ListProblemIds, ProblemIds } from '../model.ts';
import { keeping, scopeTables } from './problem-scope.ts';

const MOST = 1_000;

/** The ids of all that match, with their revisions: what a bulk act is done to, a thousand at a time in the order of the ids. */
export const problemIds = defineQuery({
  name: 'problem_ids',
  permission: 'problem.read',
  input: ListProblemIds,
  output: ProblemIds,
  ask: (db, { after = '', ...filters }, { nowMs }) => ({
    rows: many(
      db.text<{ id: string; revision: number }>(
        sql`with ${scopeTables(filters.unitId)} select p.id, p.revision from problems p indexed by sqlite_autoindex_problems_1 where p.id > ${after} and +p.unit_id in (select unit_id from scope) and ${keeping(filters, civilDateOf(nowMs))} order by p.id limit ${MOST + 1}`,
      ),
    ),
  }),
  shape: ({ rows }) => ({ rows: rows.slice(0, MOST), isMore: rows.length > MOST }),
});
