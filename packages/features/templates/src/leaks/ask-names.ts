import { AGENCY_KIND_TITLES, BASE_KIND_TITLES, type AgencyKind, type BaseKind } from '@mahalleh/agencies/kinds';
import { CAPACITY_KIND_TITLES, type CapacityKind } from '@mahalleh/capacity/statuses';
import { many, type ReadDb } from '@mahalleh/gate';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/domain';
import { UNIT_KIND_TITLES, type UnitKind } from '@mahalleh/units/model';
import { sql, type SQL } from 'drizzle-orm';
import { nameIndex, type KnownName, type NameIndex } from './known-names.ts';

/** A name as it is asked for; `code` is the kind of the thing within its own list. */
export type NameRow = {
  kind: 'person' | 'agency' | 'capacity' | 'base' | 'unit' | 'code';
  name: string;
  code: string;
  isOwn: number;
};

/**
 * The names that this workspace knows and a text must not tell: of all its people, agencies and units, of the mosques, bases and
 * capacities of the unit's county, and official codes, of decrees too. `unitId`: of whose texts it is.
 */
export const askNames = (db: Pick<ReadDb<'province'>, 'text'>, unitId: string | SQL) => {
  const county = sql`(select coalesce(county_id, id) from units where id = ${unitId})`;
  const near = sql`(select unit_id from unit_closure where ancestor_id = ${county} union select ${unitId})`;
  return many(
    db.text<NameRow>(
      sql`select 'person' as kind, full_name as name, '' as code, 1 as "isOwn" from people where is_guest = 0
 union all select 'agency', name, kind, 1 from agencies
 union all select 'base', name, kind, unit_id = ${unitId} from bases where unit_id in ${near}
 union all select 'capacity', name, kind, unit_id = ${unitId} from capacities where unit_id in ${near}
 union all select 'unit', name_fa, kind, exists (select 1 from unit_closure c where c.unit_id = ${unitId} and c.ancestor_id = units.id) from units
 union all select 'unit', name_en, kind, exists (select 1 from unit_closure c where c.unit_id = ${unitId} and c.ancestor_id = units.id) from units where name_en is not null
 union all select 'unit', old_name, 'neighbourhood', 0 from unit_successions where old_name is not null
 union all select 'code', official_code, '', 0 from units where length(official_code) > 3
 union all select 'code', official_code, '', 0 from bases where length(official_code) > 3 and unit_id in ${near}
 union all select 'code', decree_number, '', 0 from appointments where length(decree_number) > 2 and unit_id = ${unitId}
 union all select 'code', code, '', 0 from problems where unit_id = ${unitId}
 union all select 'code', code, '', 0 from operations where unit_id = ${unitId}`,
    ),
  );
};

const PERSON = { fa: 'مسئول', en: 'the person in charge' };

const insteadOf = ({ kind, code, name }: NameRow): string => {
  const isPersian = /\p{Script=Arabic}/u.test(name);
  const titles = {
    person: PERSON,
    agency: code === 'other' ? { fa: 'دستگاه', en: 'agency' } : AGENCY_KIND_TITLES[code as AgencyKind],
    capacity: CAPACITY_KIND_TITLES[code as CapacityKind],
    base: code === 'other' ? { fa: 'پایگاه', en: 'base' } : BASE_KIND_TITLES[code as BaseKind],
    unit: code === 'district' ? { fa: 'بخش', en: 'district' } : UNIT_KIND_TITLES[code as UnitKind],
    code: { fa: '', en: '' },
  }[kind] as { fa: string; en: string } | undefined;
  return (isPersian ? titles?.fa : titles?.en.toLowerCase()) ?? '';
};

/** What kinds are called: words that name nobody. */
const ORDINARY = [
  ...[AGENCY_KIND_TITLES, BASE_KIND_TITLES, CAPACITY_KIND_TITLES, UNIT_KIND_TITLES].flatMap((titles) =>
    Object.values(titles).flatMap(({ fa, en }) => [fa, en]),
  ),
  ...NATIONAL_DOMAINS.flatMap(({ titleFa, titleEn }) => [titleFa, titleEn]),
];

/** The rows as names with the kinds that can stand in their place. */
export const knownNames = (rows: readonly NameRow[]): KnownName[] =>
  rows.map((row) => ({ kind: row.kind, name: row.name, instead: insteadOf(row), isOwn: row.isOwn === 1 }));

/** The rows ready to be looked for in texts. */
export const namesAsked = (rows: readonly NameRow[]): NameIndex => nameIndex(knownNames(rows), ORDINARY);
