import { sql, type SQL } from 'drizzle-orm';
import type { HeldRole } from '../model.ts';
import { isNearMe, unitsOf } from '../scope.ts';

/** One row of people as the database gives it: the roles as JSON text. */
export type PersonRow = {
  id: string;
  full_name: string;
  job_title: string | null;
  mobile: string | null;
  is_sample: number;
  retired_at_ms: number | null;
  revision: number;
  roles: string;
};

/** What is selected of `people p` with live roles; the mobile number only near the reader's units. */
export const PERSON_COLUMNS = (workspace: string): SQL =>
  sql`p.id, p.full_name, p.job_title, case when ${isNearMe(sql`p.id`)} then p.mobile end as mobile, p.is_sample, p.retired_at_ms, p.revision, (select json_group_array(json_object('id', hg.id, 'role', hg.role, 'unitId', hg.unit_id, 'unitNameFa', hu.name_fa, 'unitNameEn', hu.name_en, 'agencyId', hg.agency_id, 'grantedAtMs', hg.granted_at_ms)) from role_grants hg left join ${unitsOf(workspace)} hu on hu.id = hg.unit_id where hg.person_id = p.id and hg.revoked_at_ms is null) as roles`;

/** A row as it is answered. */
export const readPerson = (row: PersonRow) => ({
  id: row.id,
  fullName: row.full_name,
  jobTitle: row.job_title,
  mobile: row.mobile,
  isSample: row.is_sample === 1,
  isRetired: row.retired_at_ms !== null,
  revision: row.revision,
  roles: JSON.parse(row.roles) as HeldRole[],
});
