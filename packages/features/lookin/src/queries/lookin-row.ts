import { sql, type SQL } from 'drizzle-orm';
import type { Area } from '../model.ts';
import { standingOf } from '../rules.ts';

/** A grant as the database gives it. */
export type LookinRow = {
  id: string;
  fullName: string;
  email: string;
  unitId: string;
  unitNameFa: string;
  unitNameEn: string | null;
  areas: string;
  reason: string;
  grantedAtMs: number;
  grantedByName: string | null;
  untilMs: number;
  acceptedAtMs: number | null;
  endedAtMs: number | null;
  endedByName: string | null;
};

/** SQL of grants `l` with whom, where and by whom. */
export const LOOKINS: SQL = sql`lookin_grants l join people p on p.id = l.person_id join units u on u.id = l.unit_id left join people gb on gb.id = l.granted_by left join people eb on eb.id = l.ended_by`;

/** What is selected of them. */
export const LOOKIN_COLUMNS: SQL = sql`l.id, p.full_name as "fullName", l.email, l.unit_id as "unitId", u.name_fa as "unitNameFa", u.name_en as "unitNameEn", l.areas_json as areas, l.reason, l.granted_at_ms as "grantedAtMs", gb.full_name as "grantedByName", l.until_ms as "untilMs", l.accepted_at_ms as "acceptedAtMs", l.ended_at_ms as "endedAtMs", eb.full_name as "endedByName"`;

/** SQL of how many questions were answered by the grant `l`. */
export const ANSWERED: SQL = sql`(select count(*) from audit_log a where a.subject = l.id and a.action = 'lookin.view' and json_extract(a.result_json, '$.permitted') = 1)`;

/** A row as it is answered. */
export const readLookin = <Row extends LookinRow>(row: Row, nowMs: number) => ({
  ...row,
  areas: JSON.parse(row.areas) as Area[],
  standing: standingOf(row, nowMs),
});
