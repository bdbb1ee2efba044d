import { defineQuery, inMyUnits, isMyUnit, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import { IS_WORKED_ON, LED } from '../duty-sql.ts';
import { gapColumns, gravest, weightOf, type GapRow } from '../gap-sql.ts';
import { GapList, ListGaps } from '../model.ts';

const SIZE = 25;
/** So many are ranked by their age too, and counted. */
const MOST = 1_000;

const isGap = ({ unitId, domain, severity }: z.output<typeof ListGaps>): SQL =>
  sql.join(
    [
      unitId === undefined
        ? inMyUnits(sql`p.unit_id`)
        : sql`p.unit_id in (select c.unit_id from unit_closure c where c.ancestor_id = ${unitId} and ${isMyUnit(sql`c.unit_id`)})`,
      domain === undefined
        ? undefined
        : sql`p.domain_key in (select l.key from domain_line l where l.above = ${domain})`,
      severity === undefined ? undefined : sql`p.severity >= ${severity}`,
      sql`(p.unit_id, p.domain_key) not in (${LED})`,
      sql`not ${IS_WORKED_ON}`,
    ].filter((one) => one !== undefined),
    sql` and `,
  );

/** The problems with nobody: open, no lead for their domain in their place, and no operation that lasts. */
export const responsibilityGaps = defineQuery({
  name: 'responsibility_gaps',
  permission: 'responsibility.read',
  input: ListGaps,
  output: GapList,
  ask: (db, input, { nowMs }) => {
    const { page = 1, size = SIZE } = input;
    const today = civilDateOf(nowMs);
    const found = gravest(isGap(input), MOST);
    return {
      rows: many(
        db.text<GapRow>(
          sql`select ${gapColumns(today)} from problems p join units u on u.id = p.unit_id join domains d on d.key = p.domain_key where p.id in (${found}) order by ${weightOf(today)} desc, p.id limit ${size} offset ${(page - 1) * size}`,
        ),
      ),
      total: one(db.text<{ n: number }>(sql`select count(*) as n from (${found})`)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE }) => ({ rows, total: total.n, most: MOST, page, size }),
});
