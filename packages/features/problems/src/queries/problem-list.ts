import { defineQuery, many, one, openedTo } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { ListProblems, ProblemList } from '../model.ts';
import { foundSql, orderSql, walkOf } from './found-sql.ts';
import { askItems, problemItem } from './problem-fields.ts';
import { isTallied, scopeTables, tallied } from './problem-scope.ts';
import { areMore, LOOKED_AT, wordsOf } from './word-sql.ts';

const SIZE = 25;
/** What is not counted by the tallies is counted up to here. */
const COUNTED_UP_TO = 1_000;

/** The problems that the actor may see, filtered, in the asked order, page by page. */
export const problemList = defineQuery({
  name: 'problem_list',
  permission: 'problem.read',
  input: ListProblems,
  output: ProblemList,
  ask: (db, input, { nowMs }) => {
    const { page = 1, size = SIZE, sort = 'rank', ...filters } = input;
    const today = civilDateOf(nowMs);
    const walk = walkOf(filters, sort);
    const found = foundSql(filters, walk, { limit: size, offset: (page - 1) * size }, today);
    const words = wordsOf(filters.q);
    const more = words === undefined ? sql`0` : areMore(words);
    const n = isTallied(filters)
      ? tallied(filters)
      : sql`(select count(*) from (${foundSql(filters, walk, { limit: COUNTED_UP_TO + 1 }, today)}))`;
    const counted = sql`with ${scopeTables(filters.unitId)} select ${n} as n, ${more} as more`;
    return {
      rows: many(askItems(db, found, orderSql(walk, 'problems.'))),
      total: one(db.text<{ n: number; more: number }>(counted)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE, sort: _sort, ...filters }, { nowMs, ...someone }) => {
    const isNewest = total.more === 1;
    const isMore = isNewest || (!isTallied(filters) && total.n > COUNTED_UP_TO);
    const today = civilDateOf(nowMs);
    return {
      rows: openedTo(someone)
        .cases(rows)
        .map((row) => problemItem(row, today)),
      total: isMore ? Math.min(total.n, COUNTED_UP_TO) : total.n,
      isMore,
      lookedAt: isNewest ? LOOKED_AT : null,
      page,
      size,
    };
  },
});
