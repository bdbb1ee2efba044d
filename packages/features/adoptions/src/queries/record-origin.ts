import { defineQuery, isMyUnit, many } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { ReadOrigin } from '../adopt-inputs.ts';
import { RecordOrigin } from '../adopt-outputs.ts';

type Row = {
  adoptionId: string;
  elementId: string;
  isJoined: number;
  version: number;
  templateId: string;
  title: string;
  province: string;
};

/** Which template a record comes from, or was taken for an element of: within the adoptions of the actor's units. */
export const recordOrigin = defineQuery({
  name: 'record_origin',
  permission: 'adoption.read',
  input: ReadOrigin,
  output: RecordOrigin,
  ask: (db, { kind, key }) => ({
    rows: many(
      db.text<Row>(
        sql`select a.id as "adoptionId", e.element_id as "elementId", e.is_joined as "isJoined", a.version, a.template_id as "templateId", t.title, t.province from adopted_elements e join adoptions a on a.id = e.adoption_id join templates t on t.digest = a.digest where e.kind = ${kind} and e.row_key = ${key} and e.row_key is not null and ${isMyUnit(sql`a.unit_id`)} order by a.adopted_at_ms desc limit 5`,
      ),
    ),
  }),
  shape: ({ rows }) => ({
    rows: rows.map(({ isJoined, templateId, title, province, ...row }) => ({
      ...row,
      isJoined: isJoined === 1,
      template: { id: templateId, title, province },
    })),
  }),
});
