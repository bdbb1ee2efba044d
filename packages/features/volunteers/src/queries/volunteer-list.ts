import { defineQuery, many, one } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { and, count, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import { daysBits } from '../days.ts';
import { ListVolunteers, VolunteerList } from '../model.ts';
import { isManagersOwn } from '../reach.ts';
import { volunteers } from '../schema.ts';
import { itemFields, itemOf, openRows } from './volunteer-fields.ts';

const SIZE = 25;

const matching = ({ unitId, skill, day, withdrawn }: z.output<typeof ListVolunteers>): SQL | undefined =>
  and(
    isManagersOwn(volunteers.unitId),
    unitId === undefined ? undefined : eq(volunteers.unitId, unitId),
    withdrawn ? isNotNull(volunteers.withdrawnAtMs) : isNull(volunteers.withdrawnAtMs),
    skill === undefined
      ? undefined
      : sql`exists (select 1 from json_each(${volunteers.skillsJson}) k where k.value = ${skill})`,
    day === undefined ? undefined : sql`${volunteers.freeDays} & ${daysBits([day])} <> 0`,
  );

/** The volunteers of the actor's own neighbourhoods, the newest first. There is no search: names are not in the database. */
export const volunteerList = defineQuery({
  name: 'volunteer_list',
  permission: 'volunteer.read',
  input: ListVolunteers,
  output: VolunteerList,
  ask: (db, input) => {
    const { page = 1, size = SIZE } = input;
    const condition = matching(input);
    return {
      rows: many(
        db
          .select(itemFields)
          .from(volunteers)
          .innerJoin(units, eq(units.id, volunteers.unitId))
          .where(condition)
          .orderBy(desc(volunteers.enrolledAtMs), desc(volunteers.id))
          .limit(size)
          .offset((page - 1) * size),
      ),
      total: one(db.select({ count: count() }).from(volunteers).where(condition)),
    };
  },
  compute: ({ rows }, _input, { keys, workspace }) => openRows(keys, workspace, rows),
  shape: ({ rows, total }, { page = 1, size = SIZE }, _facts, opened) => ({
    rows: rows.map((row) => itemOf(row, opened)),
    total: total.count,
    page,
    size,
  }),
});
