import { sql } from 'drizzle-orm';
import type { AdoptionStatus } from '../statuses.ts';
import type { AdoptionItem } from '../adopt-outputs.ts';

/** One row of an adoption as SQL gives it. */
export type AdoptionRow = {
  id: string;
  templateId: string;
  title: string | null;
  province: string | null;
  version: number;
  laterVersion: number | null;
  unitId: string;
  nameFa: string;
  nameEn: string | null;
  countyId: string | null;
  countyFa: string | null;
  countyEn: string | null;
  startsOn: string;
  status: AdoptionStatus;
  adoptedAtMs: number;
  landed: number;
  kept: number;
  leftOut: number;
  isSample: number;
};

/** The newest version of the template that stands and is later than the one that is followed. The adoption is `a`. */
export const LATER = sql`(select max(n.version) from templates n where n.template_id = a.template_id and n.version > a.version and not exists (select 1 from template_endings e where e.template_id = n.template_id and e.version in (0, n.version)))`;

const count = (state: string) =>
  sql`(select count(*) from adopted_elements e where e.adoption_id = a.id and e.state = ${state})`;

/** The columns of `AdoptionRow`, of `adoptionTables`. */
export const adoptionColumns = sql`a.id, a.template_id as "templateId", t.title, t.province, a.version, ${LATER} as "laterVersion", a.unit_id as "unitId", u.name_fa as "nameFa", u.name_en as "nameEn", k.id as "countyId", k.name_fa as "countyFa", k.name_en as "countyEn", a.starts_on as "startsOn", a.status, a.adopted_at_ms as "adoptedAtMs", ${count('landed')} as landed, ${count('kept')} as kept, ${count('left_out')} as "leftOut", a.is_sample as "isSample"`;

/** An adoption with the version that it follows, its neighbourhood and county. */
export const adoptionTables = sql`adoptions a join units u on u.id = a.unit_id left join units k on k.id = u.county_id left join templates t on t.digest = a.digest`;

/** A row as it is answered. */
export const itemOf = (row: AdoptionRow): AdoptionItem => ({
  id: row.id,
  template: { id: row.templateId, title: row.title ?? '', province: row.province ?? '' },
  version: row.version,
  laterVersion: row.laterVersion,
  unit: { id: row.unitId, nameFa: row.nameFa, nameEn: row.nameEn },
  county:
    row.countyId === null || row.countyFa === null
      ? null
      : { id: row.countyId, nameFa: row.countyFa, nameEn: row.countyEn },
  startsOn: row.startsOn,
  status: row.status,
  adoptedAtMs: row.adoptedAtMs,
  landed: row.landed,
  kept: row.kept,
  leftOut: row.leftOut,
  isSample: row.isSample === 1,
});
