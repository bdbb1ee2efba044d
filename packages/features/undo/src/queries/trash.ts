import { defineQuery, inMyUnits, isMyUnit, many, one } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import { ListTrash, TrashList, type TrashItem } from '../model.ts';

const SIZE = 25;

const within = (unitId: string | undefined): SQL =>
  unitId === undefined
    ? inMyUnits(sql`r.unit_id`)
    : sql`r.unit_id in (select c.unit_id from unit_closure c where c.ancestor_id = ${unitId}) and ${isMyUnit(sql`r.unit_id`)}`;

/** What was discarded in the actor's units and can still be restored, newest first. */
export const trashList = defineQuery({
  name: 'trash',
  permission: 'trash.read',
  input: ListTrash,
  output: TrashList,
  ask: (db, { unitId, page = 1, size = SIZE }, { nowMs }) => {
    const kept = sql`r.is_trash = 1 and r.reversed_at_ms is null and r.until_ms > ${nowMs} and ${within(unitId)}`;
    return {
      rows: many(
        db.text<TrashItem>(
          sql`select r.command_id as "commandId", r.act, r.subject, r.label, r.unit_id as "unitId", u.name_fa as "unitNameFa", u.name_en as "unitNameEn", p.full_name as "actorName", r.at_ms as "atMs", r.until_ms as "untilMs" from reversals r left join units u on u.id = r.unit_id left join people p on p.id = r.actor_id where ${kept} order by r.at_ms desc, r.command_id limit ${size} offset ${(page - 1) * size}`,
        ),
      ),
      total: one(db.text<{ n: number }>(sql`select count(*) as n from reversals r where ${kept}`)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE }) => ({ rows, total: total.n, page, size }),
});
