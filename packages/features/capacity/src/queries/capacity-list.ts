import { defineQuery, inMyUnits, isMyUnit, many, one } from '@mahalleh/gate';
import { foldText } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, count, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import { CapacityList, ListCapacities } from '../model.ts';
import { capacities } from '../schema.ts';
import { itemFields } from './capacity-fields.ts';

const SIZE = 25;

const inScope = (unitId: string | undefined): SQL =>
  unitId === undefined
    ? inMyUnits(capacities.unitId)
    : sql`${capacities.unitId} in (select c.unit_id from unit_closure c where c.ancestor_id = ${unitId} and ${isMyUnit(sql`c.unit_id`)})`;

const matching = ({
  unitId,
  kind,
  domain,
  agencyId,
  q,
  withdrawn,
}: z.output<typeof ListCapacities>): SQL | undefined => {
  const folded = foldText(q ?? '');
  return and(
    inScope(unitId),
    withdrawn ? isNotNull(capacities.withdrawnAtMs) : isNull(capacities.withdrawnAtMs),
    kind === undefined ? undefined : eq(capacities.kind, kind),
    domain === undefined ? undefined : eq(capacities.domainKey, domain),
    agencyId === undefined ? undefined : eq(capacities.agencyId, agencyId),
    folded === ''
      ? undefined
      : sql`${capacities.nameFolded} like ${`%${folded.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
  );
};

/** The capacities that the actor may see, filtered, newest first, page by page. */
export const capacityList = defineQuery({
  name: 'capacity_list',
  permission: 'capacity.read',
  input: ListCapacities,
  output: CapacityList,
  ask: (db, input) => {
    const { page = 1, size = SIZE } = input;
    const condition = matching(input);
    return {
      rows: many(
        db
          .select(itemFields)
          .from(capacities)
          .innerJoin(units, eq(units.id, capacities.unitId))
          .where(condition)
          .orderBy(desc(capacities.registeredAtMs), desc(capacities.id))
          .limit(size)
          .offset((page - 1) * size),
      ),
      total: one(db.select({ count: count() }).from(capacities).where(condition)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE }) => ({ rows, total: total.count, page, size }),
});
