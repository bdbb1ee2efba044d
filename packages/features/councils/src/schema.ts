import { sql } from 'drizzle-orm';
import { index, integer, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import type { CharterOrigin, CouncilKind, EndReason, Office } from './codes.ts';

/** What a kind of council must and may be made of, by version. One version of a kind is in force: the one not superseded. */
export const charters = provinceTable(
  'charters',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<CouncilKind>().notNull(),
    version: integer('version').notNull(),
    titleFa: text('title_fa').notNull(),
    titleEn: text('title_en').notNull(),
    origin: text('origin').$type<CharterOrigin>().notNull(),
    fromOn: text('from_on').notNull(),
    supersededOn: text('superseded_on'),
  },
  (t) => [
    uniqueIndex('charters_by_version').on(t.kind, t.version),
    uniqueIndex('charters_in_force')
      .on(t.kind)
      .where(sql`superseded_on is null`),
  ],
);

/** The seats of a charter, in their order. `key` names the same seat in every version. */
export const charterSeats = provinceTable(
  'charter_seats',
  {
    id: text('id').primaryKey(),
    charterId: text('charter_id')
      .notNull()
      .references(() => charters.id),
    key: text('key').notNull(),
    ord: integer('ord').notNull(),
    titleFa: text('title_fa').notNull(),
    titleEn: text('title_en').notNull(),
    office: text('office').$type<Office>().notNull(),
    isRequired: integer('is_required', { mode: 'boolean' }).notNull(),
    isChair: integer('is_chair', { mode: 'boolean' }).notNull(),
    isSecretary: integer('is_secretary', { mode: 'boolean' }).notNull(),
  },
  (t) => [uniqueIndex('charter_seats_by_key').on(t.charterId, t.key)],
);

/** The councils of units. A unit has one living council of a kind. */
export const councils = provinceTable(
  'councils',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<CouncilKind>().notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    charterId: text('charter_id')
      .notNull()
      .references(() => charters.id),
    establishedOn: text('established_on').notNull(),
    firstMeetingOn: text('first_meeting_on'),
    dissolvedOn: text('dissolved_on'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    uniqueIndex('councils_living')
      .on(t.unitId, t.kind)
      .where(sql`dissolved_on is null`),
    index('councils_by_kind').on(t.kind),
  ],
);

/** Who holds a seat, by which decree, from when to when. `to_on` is the last day of the mandate; `ended_on` the first day without it. */
export const appointments = provinceTable(
  'appointments',
  {
    id: text('id').primaryKey(),
    councilId: text('council_id')
      .notNull()
      .references(() => councils.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    seatId: text('seat_id')
      .notNull()
      .references(() => charterSeats.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    decreeNumber: text('decree_number').notNull(),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on'),
    swornOn: text('sworn_on'),
    endedOn: text('ended_on'),
    endReason: text('end_reason').$type<EndReason>(),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    index('appointments_by_council').on(t.councilId, t.seatId),
    index('appointments_by_unit').on(t.unitId),
    index('appointments_by_person').on(t.personId),
  ],
);

/** The specialised committees that a province has chosen. Retired kinds stay for the committees that were formed as them. */
export const committeeKinds = provinceTable('committee_kinds', {
  key: text('key').primaryKey(),
  titleFa: text('title_fa').notNull(),
  titleEn: text('title_en').notNull(),
  isEmergency: integer('is_emergency', { mode: 'boolean' }).notNull().default(false),
  ord: integer('ord').notNull(),
  retiredOn: text('retired_on'),
});

/** The committees of neighbourhood councils. */
export const committees = provinceTable(
  'committees',
  {
    id: text('id').primaryKey(),
    councilId: text('council_id')
      .notNull()
      .references(() => councils.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    kindKey: text('kind_key')
      .notNull()
      .references(() => committeeKinds.key),
    leadPersonId: text('lead_person_id').references(() => people.id),
    formedOn: text('formed_on').notNull(),
  },
  (t) => [uniqueIndex('committees_by_kind').on(t.councilId, t.kindKey), index('committees_by_unit').on(t.unitId)],
);
