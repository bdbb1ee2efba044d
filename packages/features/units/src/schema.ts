import { index, integer, real, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { provinceTable } from '@mahalleh/gate';
import type { SuccessionKind, UnitKind } from './model.ts';

/** Every unit that a province has or had, with its passport. An ended unit stays, with its records. */
export const units = provinceTable(
  'units',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<UnitKind>().notNull(),
    officialCode: text('official_code'),
    nameFa: text('name_fa').notNull(),
    nameEn: text('name_en'),
    nameFolded: text('name_folded').notNull(),
    parentId: text('parent_id').references((): AnySQLiteColumn => units.id),
    /** The county that it lies in: itself for a county, none for the province. */
    countyId: text('county_id').references((): AnySQLiteColumn => units.id),
    fromOn: text('from_on').notNull(),
    endedOn: text('ended_on'),
    population: integer('population'),
    areaM2: integer('area_m2'),
    latitude: real('latitude'),
    longitude: real('longitude'),
    boundaryGeojson: text('boundary_geojson'),
    leadBaseId: text('lead_base_id'),
    houseBaseId: text('house_base_id'),
    managerPersonId: text('manager_person_id'),
    summary: text('summary').case(),
    /** Whether the nation holds it up as a model neighbourhood. */
    isModel: integer('is_model', { mode: 'boolean' }).notNull().default(false),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    registeredAtMs: integer('registered_at_ms').notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    uniqueIndex('units_by_code').on(t.officialCode),
    index('units_by_parent').on(t.parentId),
    index('units_by_county').on(t.countyId, t.kind),
    index('units_by_kind').on(t.kind, t.nameFolded),
  ],
);

/** Under which parent, and in which county, a unit lay from when to when; the open one is now. */
export const unitMemberships = provinceTable(
  'unit_memberships',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    parentId: text('parent_id').references(() => units.id),
    countyId: text('county_id').references(() => units.id),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on'),
  },
  (t) => [uniqueIndex('unit_memberships_by_day').on(t.unitId, t.fromOn)],
);

/** What became of what: renames, splits, merges and moves, by day and decree. */
export const unitSuccessions = provinceTable(
  'unit_successions',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<SuccessionKind>().notNull(),
    fromUnitId: text('from_unit_id')
      .notNull()
      .references(() => units.id),
    toUnitId: text('to_unit_id')
      .notNull()
      .references(() => units.id),
    onDate: text('on_date').notNull(),
    oldName: text('old_name'),
    decreeNumber: text('decree_number'),
  },
  (t) => [index('unit_successions_by_from').on(t.fromUnitId), index('unit_successions_by_to').on(t.toUnitId)],
);

/** The Jalali months by name, so that SQL can say in which one an instant lies. Filled by the migration. */
export const periods = provinceTable(
  'periods',
  {
    key: text('key').primaryKey(),
    fromMs: integer('from_ms').notNull(),
    toMs: integer('to_ms').notNull(),
    firstOn: text('first_on').notNull(),
    lastOn: text('last_on').notNull(),
  },
  (t) => [uniqueIndex('periods_by_start').on(t.fromMs), index('periods_by_last').on(t.lastOn)],
);
