import { defineQuery, inMyUnits, many, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { ListAdoptions } from '../adopt-inputs.ts';
import { AdoptionList } from '../adopt-outputs.ts';
import { adoptionColumns, adoptionTables, itemOf, LATER, type AdoptionRow } from './adoption-fields.ts';

const SIZE = 25;

/** The templates in use in the actor's units, newest first. */
export const listAdoptions = defineQuery({
  name: 'adoptions',
  permission: 'adoption.read',
  input: ListAdoptions,
  output: AdoptionList,
  ask: (db, { templateId, unitId, status, later, page = 1, size = SIZE }) => {
    const where = sql.join(
      [
        inMyUnits(sql`a.unit_id`),
        ...(templateId ? [sql`a.template_id = ${templateId}`] : []),
        ...(unitId ? [sql`a.unit_id in (select c.unit_id from unit_closure c where c.ancestor_id = ${unitId})`] : []),
        ...(status ? [sql`a.status = ${status}`] : []),
        ...(later ? [sql`a.status = 'active' and ${LATER} is not null`] : []),
      ],
      sql` and `,
    );
    return {
      rows: many(
        db.text<AdoptionRow>(
          sql`select ${adoptionColumns} from ${adoptionTables} where ${where} order by a.adopted_at_ms desc, a.id desc limit ${size} offset ${(page - 1) * size}`,
        ),
      ),
      total: one(db.text<{ n: number }>(sql`select count(*) as n from adoptions a where ${where}`)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE }) => ({ rows: rows.map(itemOf), total: total.n, page, size }),
});
