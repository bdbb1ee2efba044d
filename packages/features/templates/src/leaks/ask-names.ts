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

/** So many names of bases, and of capacities, are looked for at the most: those of the unit's county first. */
const MOST_NAMES = 10_000;

/**
 * The names that this workspace knows and a text must not tell: of all its people, agencies and units, of its mosques, bases and
 * capacities, and official codes, of decrees too. `unitId`: of whose texts it is.
 */
export const askNames = (db: Pick<ReadDb<'province'>, 'text'>, unitId: string | SQL) => {
  const county = sql`(select coalesce(county_id, id) from units where id = ${unitId})`;
  const near = sql`(select unit_id from unit_closure where ancestor_id = ${county} union select ${unitId})`;
  // Of those that are called alike, one is looked for.
  const named = (kind: 'base' | 'capacity', table: SQL): SQL =>
    sql`select * from (select ${kind}, name, kind, max(unit_id = ${unitId}) from ${table} group by name_folded order by max(unit_id in ${near}) desc limit ${MOST_NAMES})`;
  return many(
    db.text<NameRow>(
      sql`select 'person' as kind, full_name as name, '' as code, 1 as "isOwn" from people where is_guest = 0
 union all select 'agency', name, kind, 1 from agencies
 union all ${named('base', sql`bases`)}
 union all ${named('capacity', sql`capacities`)}
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

const PERSON = { fa: 'مسئول کار', en: 'the person in charge' };
/** Another place of the kind, which is not where the text is from. */
const ELSEWHERE: Partial<Record<UnitKind, { readonly fa: string; readonly en: string }>> = {
  county: { fa: 'شهرستانی دیگر', en: 'another county' },
  district: { fa: 'بخشی دیگر', en: 'another district' },
  city: { fa: 'شهری دیگر', en: 'another town' },
  neighbourhood: { fa: 'محله‌ای دیگر', en: 'another neighbourhood' },
  village: { fa: 'روستایی دیگر', en: 'another village' },
};

const insteadOf = ({ kind, code, name, isOwn }: NameRow): string => {
  const isPersian = /\p{Script=Arabic}/u.test(name);
  const titles = {
    person: PERSON,
    agency: code === 'other' ? { fa: 'دستگاه', en: 'agency' } : AGENCY_KIND_TITLES[code as AgencyKind],
    capacity: CAPACITY_KIND_TITLES[code as CapacityKind],
    base: code === 'other' ? { fa: 'پایگاه', en: 'base' } : BASE_KIND_TITLES[code as BaseKind],
    unit:
      (isOwn === 0 ? ELSEWHERE[code as UnitKind] : undefined) ??
      (code === 'district' ? { fa: 'بخش', en: 'district' } : UNIT_KIND_TITLES[code as UnitKind]),
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
