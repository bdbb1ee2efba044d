import { sql } from 'drizzle-orm';
import { defineWorkspaceQuery, many, one } from '@mahalleh/gate';
import { foldText } from '@mahalleh/kernel';
import { zPeopleFilter, zPeoplePage } from '../model.ts';
import { allOf, containing } from '../scope.ts';
import { PERSON_COLUMNS, readPerson, type PersonRow } from './person-row.ts';

/** Who works in this workspace, by name, role or unit. Numbers only of people near the reader's units. */
export const peopleList = defineWorkspaceQuery({
  name: 'person.list',
  permission: 'person.read',
  input: zPeopleFilter,
  output: zPeoplePage,
  ask: (db, { page, size, q, role, unitId, isRetired }, { workspace }) => {
    const withRole =
      (role ?? unitId) &&
      sql`exists (select 1 from role_grants fg left join unit_closure fc on fc.unit_id = fg.unit_id and fc.ancestor_id = ${unitId ?? ''} where fg.person_id = p.id and fg.revoked_at_ms is null and ${allOf(role && sql`fg.role = ${role}`, unitId !== undefined && sql`fc.unit_id is not null`)})`;
    const where = allOf(
      sql`p.is_guest = 0`,
      isRetired ? sql`p.retired_at_ms is not null` : sql`p.retired_at_ms is null`,
      q !== undefined && containing(sql`p.name_folded`, foldText(q)),
      withRole || undefined,
    );
    return {
      rows: many(
        db.text<PersonRow>(
          sql`select ${PERSON_COLUMNS(workspace)} from people p where ${where} order by p.name_folded, p.id limit ${size} offset ${(page - 1) * size}`,
        ),
      ),
      total: one(db.text<{ n: number }>(sql`select count(*) as n from people p where ${where}`)),
    };
  },
  shape: ({ rows, total }, { page, size }) => ({ rows: rows.map(readPerson), total: total.n, page, size }),
});
