import { provinceTable } from '@mahalleh/gate';
import { integer, text } from 'drizzle-orm/sqlite-core';
import type { Factor } from './factor-model.ts';

/** What matches are weighed by in this province: one row for each factor. Born with the nation's defaults. */
export const matchRules = provinceTable('match_rules', {
  key: text('key').$type<Factor>().primaryKey(),
  weight: integer('weight').notNull(),
  /** Shape: JSON, by the factor's schema in `rule-params.ts`. */
  paramsJson: text('params_json').notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
  revision: integer('revision').notNull().default(1),
});
