import { defineQuery, inMyUnits, many, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { LookinFilter, LookinRows } from '../model.ts';
import { ANSWERED, LOOKIN_COLUMNS, LOOKINS, readLookin, type LookinRow } from './lookin-row.ts';

const SIZE = 25;

/** Every grant to look at a part of the reader's units, the newest first. */
export const listLookins = defineQuery({
  name: 'lookins',
  permission: 'audit.read',
  input: LookinFilter,
  output: LookinRows,
  ask: (db, { page }) => ({
    rows: many(
      db.text<LookinRow & { views: number }>(
        sql`select ${LOOKIN_COLUMNS}, ${ANSWERED} as views from ${LOOKINS} where ${inMyUnits(sql`l.unit_id`)} order by l.granted_at_ms desc, l.id desc limit ${SIZE} offset ${(page - 1) * SIZE}`,
      ),
    ),
    total: one(
      db.text<{ n: number }>(sql`select count(*) as n from lookin_grants l where ${inMyUnits(sql`l.unit_id`)}`),
    ),
  }),
  shape: ({ rows, total }, { page }, { nowMs }) => ({
    rows: rows.map((row) => readLookin(row, nowMs)),
    total: total.n,
    page,
    size: SIZE,
  }),
});
