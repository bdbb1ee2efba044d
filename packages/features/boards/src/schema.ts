import { nationalTable } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, text } from 'drizzle-orm/sqlite-core';

/** Dashboard pages that somebody keeps under a name, for themselves or for the whole ministry. */
export const boards = nationalTable(
  'boards',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    path: text('path').notNull(),
    ownerId: text('owner_id').notNull(),
    isShared: integer('is_shared', { mode: 'boolean' }).notNull().default(false),
    savedAtMs: integer('saved_at_ms').notNull(),
    discardedAtMs: integer('discarded_at_ms'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    index('boards_by_owner').on(t.ownerId),
    index('boards_shared')
      .on(t.name)
      .where(sql`is_shared = 1`),
  ],
);

/** The moments that were pinned: by whom, and from which page. */
export const pins = nationalTable(
  'pins',
  {
    id: text('id').primaryKey(),
    path: text('path').notNull(),
    personId: text('person_id').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (t) => [index('pins_by_person').on(t.personId, t.atMs)],
);

/** The cells of the nation as they were at a pinned moment; no row of it ever changes (triggers refuse it). */
export const pinnedCells = nationalTable(
  'pinned_cells',
  {
    pin: text('pin').notNull(),
    metric: text('metric').notNull(),
    period: text('period').notNull(),
    province: text('province').notNull(),
    county: text('county').notNull(),
    dims: text('dims').notNull(),
    value: integer('value').notNull(),
    epoch: integer('epoch').notNull(),
    letterNumber: integer('letter_number').notNull(),
    sentAtMs: integer('sent_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pin, t.metric, t.period, t.province, t.county, t.dims] })],
);

/** What each province covered at a pinned moment. */
export const pinnedCoverage = nationalTable(
  'pinned_coverage',
  {
    pin: text('pin').notNull(),
    metric: text('metric').notNull(),
    province: text('province').notNull(),
    epoch: integer('epoch').notNull(),
    asOfMs: integer('as_of_ms').notNull(),
    counties: integer('counties').notNull(),
    neighbourhoods: integer('neighbourhoods').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pin, t.metric, t.province] })],
);

/** The provinces and counties as they were at a pinned moment. `status`: of a province; a county has none. */
export const pinnedPlaces = nationalTable(
  'pinned_places',
  {
    pin: text('pin').notNull(),
    kind: text('kind').$type<'province' | 'county'>().notNull(),
    key: text('key').notNull(),
    province: text('province').notNull(),
    code: text('code').notNull(),
    nameFa: text('name_fa').notNull(),
    nameEn: text('name_en'),
    status: text('status'),
    endedOn: text('ended_on'),
  },
  (t) => [primaryKey({ columns: [t.pin, t.kind, t.key] })],
);
