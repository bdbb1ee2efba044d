import { defineQuery, isMyUnit, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import { IS_LED, IS_LED_EVERYWHERE, IS_WORKED_ON, LEADS } from '../duty-sql.ts';
import { gapColumns, gravest, weightOf, type GapRow } from '../gap-sql.ts';
import { GapList, ListGaps } from '../model.ts';

const SIZE = 25;
/** So many are ranked by their age too, and counted. */
const MOST = 1_000;
/** More units than this are many. */
const WIDE = 60;

const isGap = ({ domain, severity }: z.output<typeof ListGaps>): SQL =>
  sql.join(
    [
      domain === undefined
        ? undefined
        : sql`p.domain_key in (select l.key from domain_line l where l.above = ${domain})`,
      severity === undefined ? undefined : sql`p.severity >= ${severity}`,
      sql`not ${IS_LED_EVERYWHERE} and not ${IS_LED}`,
      sql`not ${IS_WORKED_ON}`,
    ].filter((one) => one !== undefined),
    sql` and `,
  );

/** The tables of the question: the leads, the units that it is about, and whether those are so many that the walk by harm meets them soon. */
const tables = ({ unitId }: z.output<typeof ListGaps>): SQL => {
  const scope =
    unitId === undefined
      ? sql`select unit_id from my_units`
      : sql`select c.unit_id from unit_closure c where c.ancestor_id = ${unitId} and ${isMyUnit(sql`c.unit_id`)}`;
  return sql`${LEADS}, scope(unit_id) as materialized (${scope}), reach(is_wide) as materialized (select count(*) > ${WIDE} from scope)`;
};

/**
 * The gravest gaps: down the index by harm where the scope is wide, unit by unit where it is narrow. The other of the
 * two ends before it reads: its limit is 0, or it has no units.
 */
const found = (input: z.output<typeof ListGaps>): SQL => {
  const wide = gravest(
    sql`p.unit_id in (select unit_id from scope) and ${isGap(input)}`,
    sql`(select ${MOST} * is_wide from reach)`,
    'problems_walk_harm',
  );
  const few = sql`select unit_id from scope where not (select is_wide from reach)`;
  const narrow = gravest(sql`p.unit_id in (${few}) and ${isGap(input)}`, sql`${MOST}`, 'problems_by_unit');
  return sql`select id from (${wide}) union all select id from (${narrow})`;
};

/** The problems with nobody: open, no lead for their domain in their place, and no operation that lasts. */
export const responsibilityGaps = defineQuery({
  name: 'responsibility_gaps',
  permission: 'responsibility.read',
  input: ListGaps,
  output: GapList,
  ask: (db, input, { nowMs }) => {
    const { page = 1, size = SIZE } = input;
    const today = civilDateOf(nowMs);
    return {
      rows: many(
        db.text<GapRow>(
          sql`with ${tables(input)} select ${gapColumns(today)} from problems p join units u on u.id = p.unit_id join domains d on d.key = p.domain_key where p.id in (${found(input)}) order by ${weightOf(today)} desc, p.id limit ${size} offset ${(page - 1) * size}`,
        ),
      ),
      total: one(db.text<{ n: number }>(sql`with ${tables(input)} select count(*) as n from (${found(input)})`)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE }) => ({ rows, total: total.n, most: MOST, page, size }),
});
