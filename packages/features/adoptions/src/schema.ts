import { provinceTable } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AdoptionStatus, ElementState, UpgradeStatus } from './statuses.ts';

/** A template in use in one neighbourhood. The base document of its version stays in `templates`. */
export const adoptions = provinceTable(
  'adoptions',
  {
    id: text('id').primaryKey(),
    templateId: text('template_id').notNull(),
    /** The version that it follows now, by number and digest. */
    version: integer('version').notNull(),
    digest: text('digest').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    startsOn: text('starts_on').notNull(),
    /** JSON: what each mapped element became: `{ [elementId]: localId }`. */
    mappingJson: text('mapping_json').notNull(),
    status: text('status').$type<AdoptionStatus>().notNull(),
    adoptedBy: text('adopted_by').notNull(),
    adoptedAtMs: integer('adopted_at_ms').notNull(),
    endedAtMs: integer('ended_at_ms'),
    endReason: text('end_reason').case(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    uniqueIndex('adoptions_once')
      .on(t.templateId, t.unitId)
      .where(sql`status = 'active'`),
    index('adoptions_by_unit').on(t.unitId),
  ],
);

/** Every element of the base document of an adoption, and what became of it here. */
export const adoptedElements = provinceTable(
  'adopted_elements',
  {
    adoptionId: text('adoption_id')
      .notNull()
      .references(() => adoptions.id),
    elementId: text('element_id').notNull(),
    kind: text('kind').notNull(),
    state: text('state').$type<ElementState>().notNull(),
    /** The record that it became: its id, or what else names it in its table; null where it has none. */
    rowKey: text('row_key'),
    /** Whether the record was there before, and was taken for this element. */
    isJoined: integer('is_joined', { mode: 'boolean' }).notNull().default(false),
    /** JSON: the fields of the base version, as the document has them. */
    baseJson: text('base_json').notNull().case(),
    /** JSON: what they became when they landed, under the same names: ids of here, real dates. What still equals it is unchanged. */
    landedJson: text('landed_json').notNull().case(),
    /** JSON: for words kept with the adoption, the fields that were changed here; `{}` when none. */
    localJson: text('local_json').notNull().default('{}').case(),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.adoptionId, t.elementId] }),
    index('adopted_elements_by_row')
      .on(t.kind, t.rowKey)
      .where(sql`row_key is not null`),
  ],
);

/** A step from the version that is followed to a later one: can be left and taken up again. */
export const adoptionUpgrades = provinceTable(
  'adoption_upgrades',
  {
    id: text('id').primaryKey(),
    adoptionId: text('adoption_id')
      .notNull()
      .references(() => adoptions.id),
    fromVersion: integer('from_version').notNull(),
    toVersion: integer('to_version').notNull(),
    toDigest: text('to_digest').notNull(),
    /** JSON: decisions so far: `{ "elementId" | "elementId.field": Choice }`. */
    decisionsJson: text('decisions_json').notNull().default('{}'),
    /** JSON: what new mapped elements become here: `{ [elementId]: localId }`. */
    mappingJson: text('mapping_json').notNull().default('{}'),
    status: text('status').$type<UpgradeStatus>().notNull(),
    begunBy: text('begun_by').notNull(),
    begunAtMs: integer('begun_at_ms').notNull(),
    endedAtMs: integer('ended_at_ms'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    uniqueIndex('adoption_upgrades_one_open')
      .on(t.adoptionId)
      .where(sql`status = 'open'`),
  ],
);

/**
 * How an adoption stands, counted from its records: what is told of it and what the figures count. Counted again when a record
 * of it changes (`standing_marks`) and once a day, so that the minute's round costs what was changed and not what there is.
 */
export const adoptionStandings = provinceTable('adoption_standings', {
  adoptionId: text('adoption_id')
    .primaryKey()
    .references(() => adoptions.id, { onDelete: 'cascade' }),
  unitId: text('unit_id').notNull(),
  /** Elements in use, those of them that were changed here, those that were given up, and what was added: by the rule of the overlay. */
  landed: integer('landed').notNull(),
  changed: integer('changed').notNull(),
  dropped: integer('dropped').notNull(),
  added: integer('added').notNull(),
  /** JSON: changed elements by kind. */
  changedByKindJson: text('changed_by_kind_json').notNull(),
  asOfMs: integer('as_of_ms').notNull(),
});

/** Adoptions of which a record has changed since they were counted. Written by triggers. */
export const standingMarks = provinceTable('standing_marks', { adoptionId: text('adoption_id').primaryKey() });

/** How often an adoption was marked, so that a mark which came while it was counted is not taken for the one before. Written by a trigger. */
export const standingTurns = provinceTable('standing_turns', {
  adoptionId: text('adoption_id')
    .primaryKey()
    .references(() => adoptions.id, { onDelete: 'cascade' }),
  turn: integer('turn').notNull(),
});

/** What the sums that were told last are made of, so that the next do not give a neighbourhood away beside them. It never leaves. */
export const templateResultParts = provinceTable(
  'template_result_parts',
  {
    templateId: text('template_id').notNull(),
    version: integer('version').notNull(),
    indicator: text('indicator').notNull(),
    side: text('side').notNull(),
    setting: text('setting').notNull(),
    size: text('size').notNull(),
    /** JSON: `{ [unitId]: [before, after] }`. */
    partsJson: text('parts_json').notNull(),
  },
  (t) => [primaryKey({ columns: [t.templateId, t.version, t.indicator, t.side, t.setting, t.size] })],
);

/** What was mapped to what the last time, so that it is proposed again. */
export const mappingMemory = provinceTable(
  'mapping_memory',
  {
    kind: text('kind').notNull(),
    /** The kind of thing and its folded name, as `health|خانه بهداشت`. */
    name: text('name').notNull(),
    /** What it was mapped to, and where it holds: a unit's id, or empty for the whole province. */
    target: text('target').notNull(),
    unitId: text('unit_id').notNull(),
    usedAtMs: integer('used_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.name, t.unitId] })],
);
