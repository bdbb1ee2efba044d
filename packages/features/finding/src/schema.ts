import { provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, text } from 'drizzle-orm/sqlite-core';
import type { FoundKind } from './kinds.ts';
import type { Density, ViewList } from './view-model.ts';

/** The units by the short names that the index has for them; `moved` until their records follow them. */
export const searchPlaces = provinceTable(
  'search_places',
  {
    n: integer('n').primaryKey(),
    unitId: text('unit_id').notNull().unique(),
    moved: integer('moved', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    index('search_places_moved')
      .on(t.n)
      .where(sql`moved = 1`),
  ],
);

/** What can be found, newest last; written by triggers alone. `places`: the kind, the unit itself (`o`), it and those above (`u`). */
export const searchDocs = provinceTable(
  'search_docs',
  {
    n: integer('n').primaryKey(),
    kind: text('kind').$type<FoundKind>().notNull(),
    ref: text('ref').notNull().unique(),
    unitId: text('unit_id'),
    code: text('code'),
    text: text('text').notNull().case(),
    places: text('places').notNull(),
    isRead: integer('is_read', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    index('search_docs_by_unit').on(t.unitId),
    index('search_docs_unread')
      .on(t.n)
      .where(sql`is_read = 0`),
  ],
);

/** The words of all titles, and in about how many they are. */
export const searchWords = provinceTable('search_words', {
  word: text('word').primaryKey().case(),
  docs: integer('docs').notNull(),
  isSpread: integer('is_spread', { mode: 'boolean' }).notNull().default(false),
});

/** Words with one letter left out (`at`), or none (0): what a word shares with one that is a slip away. */
export const searchDeletes = provinceTable(
  'search_deletes',
  { variant: text('variant').notNull().case(), word: text('word').notNull().case(), at: integer('at').notNull() },
  (t) => [primaryKey({ columns: [t.variant, t.word, t.at] }), index('search_deletes_by_word').on(t.word)],
);

/** Ways to look at a list, saved by somebody for themselves or shared with the people of a unit. */
export const savedViews = provinceTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    list: text('list').$type<ViewList>().notNull(),
    name: text('name').notNull(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => people.id),
    unitId: text('unit_id').references(() => units.id),
    query: text('query').notNull(),
    columnsJson: text('columns_json'),
    density: text('density').$type<Density>(),
    savedAtMs: integer('saved_at_ms').notNull(),
    droppedAtMs: integer('dropped_at_ms'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    index('saved_views_by_owner').on(t.ownerId, t.list),
    index('saved_views_by_unit')
      .on(t.unitId, t.list)
      .where(sql`unit_id is not null`),
  ],
);
