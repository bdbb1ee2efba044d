import { defineQuery, inMyUnits, isMyUnit, many, one } from '@mahalleh/gate';
import { foldText } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, asc, count, desc, eq, gte, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import { CapacityList, ListCapacities } from '../model.ts';
import { capacities } from '../schema.ts';
import { itemFields } from './capacity-fields.ts';
import { isNear, squareFrom, type Near } from './near.ts';

const SIZE = 25;
/** How near is near, when nothing is said. Unit: metres. */
const WITHIN_M = 2_000;

const inScope = (unitId: string | undefined): SQL =>
  unitId === undefined
    ? inMyUnits(capacities.unitId)
    : sql`${capacities.unitId} in (select c.unit_id from unit_closure c where c.ancestor_id = ${unitId} and ${isMyUnit(sql`c.unit_id`)})`;

/** The point that was asked about, when both of its numbers were given. */
const nearOf = ({ latitude, longitude, withinM = WITHIN_M }: z.output<typeof ListCapacities>): Near | undefined =>
  latitude === undefined || longitude === undefined ? undefined : { latitude, longitude, withinM };

const matching = (input: z.output<typeof ListCapacities>): SQL | undefined => {
  const { unitId, kind, domain, agencyId, q, withdrawn, weekday, quantity } = input;
  const folded = foldText(q ?? '');
  const near = nearOf(input);
  return and(
    inScope(unitId),
    withdrawn ? isNotNull(capacities.withdrawnAtMs) : isNull(capacities.withdrawnAtMs),
    kind === undefined ? undefined : eq(capacities.kind, kind),
    domain === undefined ? undefined : eq(capacities.domainKey, domain),
    agencyId === undefined ? undefined : eq(capacities.agencyId, agencyId),
    weekday === undefined ? undefined : sql`${capacities.openDays} & ${1 << weekday} <> 0`,
    quantity === undefined ? undefined : gte(capacities.quantity, quantity),
    near && isNear(near),
    folded === ''
      ? undefined
      : sql`${capacities.nameFolded} like ${`%${folded.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
  );
};

/** The capacities that the actor may see, filtered, page by page: the newest first, or the nearest to a point. */
export const capacityList = defineQuery({
  name: 'capacity_list',
  permission: 'capacity.read',
  input: ListCapacities,
  output: CapacityList,
  ask: (db, input) => {
    const { page = 1, size = SIZE } = input;
    const condition = matching(input);
    const near = nearOf(input);
    const squareM2 = near ? squareFrom(near) : sql<number | null>`null`;
    return {
      rows: many(
        db
          .select({ ...itemFields, squareM2 })
          .from(capacities)
          .innerJoin(units, eq(units.id, capacities.unitId))
          .where(condition)
          .orderBy(...(near ? [asc(squareM2)] : []), desc(capacities.registeredAtMs), desc(capacities.id))
          .limit(size)
          .offset((page - 1) * size),
      ),
      total: one(db.select({ count: count() }).from(capacities).where(condition)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE }) => ({
    rows: rows.map(({ squareM2, ...row }) => ({
      ...row,
      distanceM: squareM2 === null ? null : Math.round(Math.sqrt(squareM2)),
    })),
    total: total.count,
    page,
    size,
  }),
});
