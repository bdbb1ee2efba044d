import { defineQuery, isMyUnit, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, eq, sql } from 'drizzle-orm';
import { ReadTarget, TargetDetail } from '../model.ts';
import { targets } from '../schema.ts';
import { targetFields, targetItem } from './target-fields.ts';

type HistoryRow = { atMs: number; action: string; actorId: string; actorName: string | null; fieldsJson: string };

/** One target with its pace today and its history. */
export const readTarget = defineQuery({
  name: 'target',
  permission: 'target.read',
  input: ReadTarget,
  output: TargetDetail,
  ask: (db, { targetId }) => ({
    target: one(
      db
        .select({ ...targetFields, dropReason: targets.dropReason, setAtMs: targets.setAtMs })
        .from(targets)
        .innerJoin(units, eq(units.id, targets.unitId))
        .where(and(eq(targets.id, targetId), isMyUnit(targets.unitId))),
      'target_unknown',
    ),
    history: many(
      db.text<HistoryRow>(
        sql`select a.at_ms as atMs, a.action, a.actor_id as actorId, p.full_name as actorName, a.fields_json as fieldsJson from audit_log a left join people p on p.id = a.actor_id where a.subject = ${targetId} order by a.seq desc limit 200`,
      ),
    ),
  }),
  shape: ({ target: { dropReason, setAtMs, ...row }, history }, _input, { nowMs }) => ({
    ...targetItem(row, civilDateOf(nowMs)),
    dropReason,
    setAtMs,
    history: history.map(({ fieldsJson, ...entry }) => ({ ...entry, fields: JSON.parse(fieldsJson) as string[] })),
  }),
});
