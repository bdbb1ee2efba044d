import { sql } from 'drizzle-orm';
import { many, type Change, type ReadDb } from '@mahalleh/gate';
import { foldText, zCivilDate, zLatitude, zLongitude, zName } from '@mahalleh/kernel';
import { zOfficialCode } from '@mahalleh/units/model';
import { amendMany, insertMany, stillAsRead } from '@mahalleh/units/planting';
import { zWord } from '@mahalleh/units/words';
import {
  planBases,
  type BaseImport,
  type BaseRecord,
  type KnownAgency,
  type KnownBase,
  type KnownPlace,
} from './exchange-plan.ts';
import { isAgencyInSight } from './scope.ts';

type Found = Readonly<Record<string, string | number | null>>;
type Facts = { readonly nowMs: number; readonly today: string; readonly newId: () => string };
type Outcome = ReturnType<typeof planBases>[number];

const zKind = zWord({
  mosque: ['مسجد', 'مساجد', 'حسینیه'],
  basij: ['پایگاه بسیج', 'بسیج'],
  school: ['مدرسه', 'آموزشگاه', 'دبستان', 'دبیرستان'],
  health_centre: ['مرکز بهداشت', 'خانه بهداشت', 'درمانگاه', 'health center'],
  ngo_office: ['دفتر سمن', 'سمن', 'سازمان مردم نهاد'],
  neighbourhood_house: ['خانه محله', 'سرای محله'],
  other: ['دیگر', 'سایر'],
});

const zActivation = zWord({
  inactive: ['غیرفعال', 'غیر فعال', 'خیر', 'نیست', 'no', '0'],
  preparing: ['در حال آماده‌سازی', 'آماده‌سازی', 'در دست اقدام'],
  active: ['فعال', 'بله', 'yes', '1'],
});

const columns = [
  {
    key: 'name',
    title: { fa: 'نام پایگاه', en: 'Name' },
    synonyms: ['نام', 'نام مسجد', 'مسجد', 'عنوان', 'base', 'base name', 'mosque'],
    isRequired: true,
    field: zName(),
  },
  { key: 'kind', title: { fa: 'نوع', en: 'Kind' }, synonyms: ['نوع پایگاه', 'type'], isRequired: false, field: zKind },
  {
    key: 'officialCode',
    title: { fa: 'کد رسمی', en: 'Official code' },
    synonyms: ['کد', 'کد پایگاه', 'کد مسجد', 'شناسه', 'code', 'id'],
    isRequired: false,
    field: zOfficialCode,
  },
  {
    key: 'unitName',
    title: { fa: 'محله', en: 'Neighbourhood' },
    synonyms: ['نام محله', 'محله یا روستا', 'روستا', 'نام روستا', 'neighborhood', 'unit', 'village'],
    isRequired: false,
    field: zName(),
  },
  {
    key: 'unitCode',
    title: { fa: 'کد محله', en: 'Neighbourhood code' },
    synonyms: ['کد واحد', 'کد روستا', 'unit code', 'neighborhood code'],
    isRequired: false,
    field: zOfficialCode,
  },
  {
    key: 'countyName',
    title: { fa: 'شهرستان', en: 'County' },
    synonyms: ['نام شهرستان', 'county name'],
    isRequired: false,
    field: zName(),
  },
  {
    key: 'agencyName',
    title: { fa: 'دستگاه', en: 'Agency' },
    synonyms: ['نام دستگاه', 'نهاد', 'متولی', 'agency name'],
    isRequired: false,
    field: zName(),
  },
  {
    key: 'activation',
    title: { fa: 'وضعیت', en: 'Activation' },
    synonyms: ['وضعیت فعالیت', 'وضعیت فعال‌سازی', 'فعال', 'status', 'state', 'active'],
    isRequired: false,
    field: zActivation,
  },
  {
    key: 'activatedOn',
    title: { fa: 'تاریخ فعال شدن', en: 'Active since' },
    synonyms: ['تاریخ', 'تاریخ فعال‌سازی', 'تاریخ فعالیت', 'از تاریخ', 'date', 'activated on'],
    isRequired: false,
    field: zCivilDate,
  },
  {
    key: 'latitude',
    title: { fa: 'عرض جغرافیایی', en: 'Latitude' },
    synonyms: ['عرض', 'lat', 'y'],
    isRequired: false,
    field: zLatitude,
  },
  {
    key: 'longitude',
    title: { fa: 'طول جغرافیایی', en: 'Longitude' },
    synonyms: ['طول', 'lon', 'lng', 'long', 'x'],
    isRequired: false,
    field: zLongitude,
  },
] as const;

/** The cast is safe: each statement of `ask` names exactly the columns of the row that is read. */
const rowsOf = <Row>(rows: readonly Found[] | undefined): readonly Row[] => (rows ?? []) as unknown as readonly Row[];

const accepted = (outcomes: readonly Outcome[]): BaseRecord[] =>
  outcomes.flatMap((one) => ('record' in one ? [one.record] : []));

const stored = ({ id, unitId, kind, values }: BaseRecord, nowMs: number) => ({
  id,
  unit_id: unitId,
  kind,
  name: values.name,
  name_folded: foldText(values.name),
  official_code: values.officialCode,
  agency_id: values.agencyId,
  activation: values.activation,
  activated_on: values.activatedOn,
  latitude: values.latitude,
  longitude: values.longitude,
  is_lead: 0,
  is_sample: 0,
  registered_at_ms: nowMs,
  revision: 1,
});

const AMENDED = [
  'name',
  'name_folded',
  'official_code',
  'agency_id',
  'activation',
  'activated_on',
  'latitude',
  'longitude',
];

const save = (outcomes: readonly Outcome[], { nowMs }: Facts): Change[] => {
  const records = accepted(outcomes);
  const amended = records.flatMap((record) => (record.before ? [{ record, before: record.before }] : []));
  const fresh = records.filter(({ before }) => before === null).map((record) => stored(record, nowMs));
  return [
    ...stillAsRead(
      'bases',
      amended.map(({ before }) => before),
    ),
    ...amendMany(
      'bases',
      AMENDED,
      amended.map(({ record }) => stored(record, nowMs)),
    ),
    ...insertMany('bases', Object.keys(fresh[0] ?? {}), fresh),
  ];
};

/** How bases come in from a file. Natural key: official code, else neighbourhood, kind and name. A file never moves a base. */
export const basesExchange = {
  title: { fa: 'پایگاه‌ها (مسجد و جز آن)', en: 'Bases (mosques and others)' },
  columns,
  ask: (db: ReadDb<'province'>) => ({
    bases: many(
      db.text<Found>(
        sql`select b.id, b.unit_id as unitId, b.kind, b.name, b.official_code as officialCode, b.agency_id as agencyId, b.activation, b.activated_on as activatedOn, b.latitude, b.longitude, b.revision, b.retired_at_ms as retiredAtMs, b.unit_id in (select unit_id from my_units) as isMine from bases b where b.retired_at_ms is null or b.official_code is not null`,
      ),
    ),
    places: many(
      db.text<Found>(
        sql`select u.id, u.official_code as officialCode, u.name_fa as nameFa, c.name_fa as countyName from units u left join units c on c.id = u.county_id where u.kind in ('neighbourhood', 'village') and u.ended_on is null and u.id in (select unit_id from my_units)`,
      ),
    ),
    agencies: many(
      db.text<Found>(
        sql`select a.id, a.name from agencies a where a.retired_at_ms is null and ${isAgencyInSight(sql`a.unit_id`)}`,
      ),
    ),
  }),
  plan: (
    rows: readonly { line: number; row: BaseImport }[],
    found: Readonly<Record<string, readonly Found[]>>,
    { today, newId }: Facts,
  ): Outcome[] =>
    planBases(
      rows,
      {
        bases: rowsOf<KnownBase>(found['bases']),
        places: rowsOf<KnownPlace>(found['places']),
        agencies: rowsOf<KnownAgency>(found['agencies']),
      },
      today,
      newId,
    ),
  save,
};
