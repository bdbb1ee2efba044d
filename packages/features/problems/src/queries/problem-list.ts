import { defineQuery, many, one } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { asc, count, desc, eq, sql, type SQL } from 'drizzle-orm';
import { ListProblems, ProblemList, type PROBLEM_SORTS } from '../model.ts';
import { domains, problems } from '../schema.ts';
import { itemFields, problemItem } from './problem-fields.ts';
import { matching } from './problem-scope.ts';

const SIZE = 25;

const ORDERS = {
  rank: [sql`${problems.rank} is null`, asc(problems.rank), desc(problems.severity), desc(problems.id)],
  severity: [desc(problems.severity), sql`${problems.rank} is null`, asc(problems.rank), desc(problems.id)],
  newest: [desc(problems.registeredAtMs), desc(problems.id)],
} satisfies Record<(typeof PROBLEM_SORTS)[number], SQL[]>;

/** The problems that the actor may see, filtered, in the asked order, page by page. */
export const problemList = defineQuery({
  name: 'problem_list',
  permission: 'problem.read',
  input: ListProblems,
  output: ProblemList,
  ask: (db, input) => {
    const { page = 1, size = SIZE, sort = 'rank', ...filters } = input;
    const condition = matching(filters);
    return {
      rows: many(
        db
          .select(itemFields)
          .from(problems)
          .innerJoin(units, eq(units.id, problems.unitId))
          .innerJoin(domains, eq(domains.key, problems.domainKey))
          // The page is found first: what a row shows beside its own columns is then asked for its rows alone.
          .where(
            sql`${problems.id} in (select ${problems.id} from ${problems} where ${condition} order by ${sql.join(ORDERS[sort], sql`, `)} limit ${size} offset ${(page - 1) * size})`,
          )
          .orderBy(...ORDERS[sort]),
      ),
      total: one(db.select({ count: count() }).from(problems).where(condition)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE }) => ({
    rows: rows.map(problemItem),
    total: total.count,
    page,
    size,
  }),
});
