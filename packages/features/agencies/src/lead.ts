import { sql } from 'drizzle-orm';
import { change, type Change, type WriteDb } from '@mahalleh/gate';

/** The changes that make a base the lead of its neighbourhood, in the passport as among the bases. */
export const makeLead = (db: WriteDb<'province'>, baseId: string, unitId: string): Change[] => [
  change(
    db.text(
      sql`update bases set is_lead = 0, revision = revision + 1 where unit_id = ${unitId} and id <> ${baseId} and is_lead = 1`,
    ),
  ),
  change(
    db.text(
      sql`update units set lead_base_id = ${baseId}, revision = revision + 1 where id = ${unitId} and lead_base_id is not ${baseId}`,
    ),
  ),
];

/** The change that takes a base out of the passport as lead. */
export const leaveLead = (db: WriteDb<'province'>, baseId: string, unitId: string): Change[] => [
  change(
    db.text(
      sql`update units set lead_base_id = null, revision = revision + 1 where id = ${unitId} and lead_base_id = ${baseId}`,
    ),
  ),
];
