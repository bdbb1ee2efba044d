import { defineQuery, isMyUnit, many, maybe, one } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { and, eq, sql } from 'drizzle-orm';
import { daysBits } from '../days.ts';
import { CountVolunteers, VolunteerCounts, type VolunteerSkill } from '../model.ts';
import { isManagersOwn } from '../reach.ts';
import { countFor } from '../rules.ts';

/** How many volunteers can do what, on a weekday or at all: as it is for their manager, not below five for anybody else. */
export const volunteerCounts = defineQuery({
  name: 'volunteer_counts',
  permission: 'capacity.read',
  input: CountVolunteers,
  output: VolunteerCounts,
  ask: (db, { unitId, day }) => {
    const bits = day === undefined ? 127 : daysBits([day]);
    return {
      unit: one(
        db
          .select({ id: units.id })
          .from(units)
          .where(and(eq(units.id, unitId), isMyUnit(units.id))),
        'unit_unknown',
      ),
      manager: maybe(
        db
          .select({ id: units.id })
          .from(units)
          .where(and(eq(units.id, unitId), isManagersOwn(units.id))),
      ),
      rows: many(
        db.text<{ skill: VolunteerSkill; whole: number; free: number }>(
          sql`select s.skill, count(*) as whole, sum(s.free_days & ${bits} <> 0) as free from volunteer_skills s where s.unit_id in (select c.unit_id from unit_closure c where c.ancestor_id = ${unitId}) group by s.skill order by 2 desc, 1`,
        ),
      ),
    };
  },
  shape: ({ manager, rows }, { unitId, day }) => ({
    unitId,
    rows: rows.map(({ skill, whole, free }) => ({
      skill,
      count: countFor(manager !== undefined, day === undefined ? whole : free, whole),
    })),
  }),
});
