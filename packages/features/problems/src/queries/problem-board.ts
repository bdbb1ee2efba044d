import { defineQuery, many, openedTo } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { BoardProblems, ProblemBoard } from '../model.ts';
import { foundSql, orderSql, walkOf } from './found-sql.ts';
import { askItems, problemItem, type ItemRow } from './problem-fields.ts';
import { countedOf, isTallied, scopeTables, tallied } from './problem-scope.ts';
import { areMore, LOOKED_AT, wordsOf } from './word-sql.ts';

/** The columns of the board, in the order of the course. */
const COLUMNS = ['registered', 'triaged', 'started', 'awaiting', 'confirmed', 'closed'] as const;
/** So many cards of a column are shown; the list has the rest. */
const CARDS = 20;

type Counts = Record<(typeof COLUMNS)[number] | 'more', number>;

/** The first problems of each status by the filters of a list, with how many there are of each. */
export const problemBoard = defineQuery({
  name: 'problem_board',
  permission: 'problem.read',
  input: BoardProblems,
  output: ProblemBoard,
  ask: (db, { sort = 'rank', status, ...filters }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const words = wordsOf(filters.q);
    const column = (one: (typeof COLUMNS)[number]) => {
      const kept = { ...filters, status: one };
      // A board stands in one order in all its columns.
      const walk = walkOf({ ...kept, status: undefined }, sort);
      const shown = status === undefined || countedOf(one).every((each) => countedOf(status).includes(each));
      const found = foundSql(kept, walk, { limit: shown ? CARDS : 0 }, today);
      return many(askItems(db, found, orderSql(walk, 'problems.')));
    };
    return {
      registered: column('registered'),
      triaged: column('triaged'),
      started: column('started'),
      awaiting: column('awaiting'),
      confirmed: column('confirmed'),
      closed: column('closed'),
      counts: many(
        db.text<Counts>(
          sql`with ${scopeTables(filters.unitId)} select ${sql.join(
            COLUMNS.map((one) => sql`${tallied({ ...filters, status: one })} as ${sql.identifier(one)}`),
            sql`, `,
          )}, ${words === undefined ? sql`0` : areMore(words)} as more`,
        ),
      ),
    };
  },
  shape: ({ counts, ...columns }, { sort: _sort, status: _status, ...filters }, { nowMs, ...someone }) => {
    const today = civilDateOf(nowMs);
    const open = openedTo(someone);
    const [count] = counts;
    const cards = (rows: readonly ItemRow[]) => open.cases(rows).map((row) => problemItem(row, today));
    return {
      lookedAt: count?.more === 1 ? LOOKED_AT : null,
      columns: COLUMNS.map((status) => ({
        status,
        rows: cards(columns[status]),
        // Where the tallies do not know a filter, only what is shown is known.
        count: isTallied(filters) ? (count?.[status] ?? 0) : null,
      })),
    };
  },
});
