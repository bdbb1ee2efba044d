import { auditLog } from '@mahalleh/gate/tables';
import { defineQuery, many, one } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { desc, eq } from 'drizzle-orm';
import { CapacityDetail, OneCapacity } from '../model.ts';
import { isMine } from '../reach.ts';
import { capacities } from '../schema.ts';
import { itemFields } from './capacity-fields.ts';

const HISTORY_SIZE = 100;

/** One capacity with its history. */
export const capacityPage = defineQuery({
  name: 'capacity_page',
  permission: 'capacity.read',
  input: OneCapacity,
  output: CapacityDetail,
  ask: (db, { capacityId }) => ({
    capacity: one(
      db
        .select({
          ...itemFields,
          note: capacities.note,
          latitude: capacities.latitude,
          longitude: capacities.longitude,
          withdrawReason: capacities.withdrawReason,
        })
        .from(capacities)
        .innerJoin(units, eq(units.id, capacities.unitId))
        .where(isMine(capacityId)),
      'capacity_unknown',
    ),
    history: many(
      db
        .select({
          atMs: auditLog.atMs,
          action: auditLog.action,
          actorId: auditLog.actorId,
          actorName: people.fullName,
          subject: auditLog.subject,
          fieldsJson: auditLog.fieldsJson,
        })
        .from(auditLog)
        .leftJoin(people, eq(people.id, auditLog.actorId))
        .where(eq(auditLog.subject, capacityId))
        .orderBy(desc(auditLog.seq))
        .limit(HISTORY_SIZE),
    ),
  }),
  shape: ({ capacity, history }) => ({
    ...capacity,
    history: history.map(({ fieldsJson, ...entry }) => ({ ...entry, fields: JSON.parse(fieldsJson) as string[] })),
  }),
});
