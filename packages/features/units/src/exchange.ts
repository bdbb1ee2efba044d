import { sql } from 'drizzle-orm';
import { many, type Change, type ReadDb } from '@mahalleh/gate';
import { foldText, zCount, zLatitude, zLongitude, zName } from '@mahalleh/kernel';
import { amendMany, insertMany, stillAsRead } from './as-read.ts';
import { planUnits, type KnownUnit, type UnitImport, type UnitRecord } from './exchange-plan.ts';
import { zOfficialCode } from './official-code.ts';
import { plant } from './planting.ts';
import { nameKey, zWord } from './words.ts';

type Found = Readonly<Record<string, string | number | null>>;
type Facts = { readonly nowMs: number; readonly today: string; readonly newId: () => string };
type Outcome = ReturnType<typeof planUnits>[number];

const zKind = zWord({
  neighbourhood: ['محله', 'محلات', 'neighborhood'],
  village: ['روستا', 'آبادی', 'ده', 'دهکده'],
  city: ['شهر', 'town'],
  district: ['بخش', 'منطقه', 'منطقه شهری', 'منطقه شهرداری', 'ناحیه'],
  county: ['شهرستان'],
});

const columns = [
  {
    key: 'nameFa',
    title: { fa: 'نام', en: 'Name' },
    synonyms: [
      'نام واحد',
      'نام محله',
      'محله',
      'نام روستا',
      'روستا',
      'نام فارسی',
      'عنوان',
      'name fa',
      'persian name',
      'neighbourhood',
      'neighborhood',
    ],
    isRequired: true,
    field: zName(),
  },
  {
    key: 'kind',
    title: { fa: 'نوع', en: 'Kind' },
    synonyms: ['نوع واحد', 'نوع محدوده', 'سطح', 'type', 'level'],
    isRequired: false,
    field: zKind,
  },
  {
    key: 'officialCode',
    title: { fa: 'کد رسمی', en: 'Official code' },
    synonyms: ['کد', 'کد محله', 'کد واحد', 'کد روستا', 'کد آبادی', 'کد آماری', 'شناسه', 'code', 'id'],
    isRequired: false,
    field: zOfficialCode,
  },
  {
    key: 'parentName',
    title: { fa: 'واحد بالاتر', en: 'Parent' },
    synonyms: [
      'نام واحد بالاتر',
      'زیرمجموعه',
      'شهر',
      'نام شهر',
      'بخش',
      'نام بخش',
      'منطقه',
      'parent name',
      'city',
      'district',
    ],
    isRequired: false,
    field: zName(),
  },
  {
    key: 'parentCode',
    title: { fa: 'کد واحد بالاتر', en: 'Parent code' },
    synonyms: ['کد شهر', 'کد بخش', 'کد والد', 'parent id', 'city code', 'district code'],
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
    key: 'nameEn',
    title: { fa: 'نام لاتین', en: 'English name' },
    synonyms: ['نام انگلیسی', 'نام به انگلیسی', 'name en', 'latin name'],
    isRequired: false,
    field: zName(),
  },
  {
    key: 'population',
    title: { fa: 'جمعیت', en: 'Population' },
    synonyms: ['تعداد جمعیت', 'جمعیت (نفر)', 'نفر', 'residents'],
    isRequired: false,
    field: zCount({ max: 20_000_000 }),
  },
  {
    key: 'areaM2',
    title: { fa: 'مساحت (متر مربع)', en: 'Area (m²)' },
    synonyms: ['مساحت', 'مساحت متر مربع', 'area', 'area m2'],
    isRequired: false,
    field: zCount({ max: 200_000_000_000 }),
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

/** The casts are safe: the statement names exactly these columns. */
const knownOf = (rows: readonly Found[] | undefined): KnownUnit[] => (rows ?? []) as unknown as KnownUnit[];

const accepted = (outcomes: readonly Outcome[]): UnitRecord[] =>
  outcomes.flatMap((one) => ('record' in one ? [one.record] : []));

const save = (outcomes: readonly Outcome[], { nowMs, today, newId }: Facts): Change[] => {
  const records = accepted(outcomes);
  const fresh = records.flatMap((record) => (record.before === null ? [record] : []));
  const amended = records.flatMap((record) => (record.before === null ? [] : [record]));
  const parents = new Map(
    fresh.flatMap(({ parent }) =>
      parent.revision === null ? [] : [[parent.id, { id: parent.id, revision: parent.revision }] as const],
    ),
  );
  const renamed = amended.filter(({ values, before }) => nameKey(values.nameFa) !== nameKey(before.nameFa));
  return [
    ...stillAsRead('units', [
      ...new Map([...parents, ...amended.map(({ before }) => [before.id, before] as const)]).values(),
    ]),
    ...amendMany(
      'units',
      ['name_fa', 'name_en', 'name_folded', 'official_code', 'population', 'area_m2', 'latitude', 'longitude'],
      amended.map(({ id, values }) => ({
        id,
        name_fa: values.nameFa,
        name_en: values.nameEn,
        name_folded: foldText(`${values.nameFa} ${values.nameEn ?? ''}`),
        official_code: values.officialCode,
        population: values.population,
        area_m2: values.areaM2,
        latitude: values.latitude,
        longitude: values.longitude,
      })),
    ),
    ...insertMany(
      'unit_successions',
      ['id', 'kind', 'from_unit_id', 'to_unit_id', 'on_date', 'old_name'],
      renamed.map(({ id, before }) => ({
        id: newId(),
        kind: 'rename',
        from_unit_id: id,
        to_unit_id: id,
        on_date: today,
        old_name: before.nameFa,
      })),
    ),
    ...(fresh.length > 0
      ? plant(
          fresh.map(({ id, kind, parent, values }) => ({ ...values, id, kind, parentId: parent.id, fromOn: today })),
          nowMs,
        )
      : []),
  ];
};

/** How units come in from a file. Natural key: official code, else parent, name and kind. A parent is never changed by a file. */
export const unitsExchange = {
  title: { fa: 'واحدها (محله، روستا، شهر …)', en: 'Units (neighbourhoods, villages, cities …)' },
  columns,
  ask: (db: ReadDb<'province'>) => ({
    units: many(
      db.text<Found>(
        sql`select u.id, u.kind, u.official_code as officialCode, u.name_fa as nameFa, u.name_en as nameEn, u.parent_id as parentId, u.ended_on as endedOn, u.population, u.area_m2 as areaM2, u.latitude, u.longitude, u.revision, u.id in (select unit_id from my_units) as isMine from units u where u.ended_on is null or u.official_code is not null`,
      ),
    ),
  }),
  plan: (
    rows: readonly { line: number; row: UnitImport }[],
    found: Readonly<Record<string, readonly Found[]>>,
    facts: Facts,
  ): Outcome[] => planUnits(rows, knownOf(found['units']), facts.newId),
  save,
};
