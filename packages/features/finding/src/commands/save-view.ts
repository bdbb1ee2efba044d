import { change, defineCommand, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { savedViews } from '../schema.ts';
import { SaveView, ViewChanged } from '../view-model.ts';
import { MOST_VIEWS } from '../view-rules.ts';

/** Saves a way to look at a list, for oneself. */
export const saveView = defineCommand({
  name: 'view.save',
  permission: null,
  input: SaveView,
  output: ViewChanged,
  load: (db, { list }) => ({
    mine: one(
      db.text<{ n: number }>(
        sql`select count(*) as n from saved_views v where v.owner_id = (select person_id from me) and v.list = ${list} and v.dropped_at_ms is null`,
      ),
    ),
  }),
  decide: ({ mine }, _input, { newId }) =>
    mine.n >= MOST_VIEWS ? refuse('views_too_many', { detail: { most: MOST_VIEWS } }) : { id: newId() },
  save: (db, { id }, _state, { list, name, query, columns, density }, { personId, nowMs }) => [
    change(
      db.insert(savedViews).values({
        ...{ id, list, name, query, ownerId: personId, savedAtMs: nowMs },
        columnsJson: columns ? JSON.stringify(columns) : null,
        density: density ?? null,
      }),
    ),
  ],
  reversal: ({ id }) => ({ steps: [{ table: savedViews, id, remove: true }] }),
  audit: ({ id }) => ({ subject: id, unitId: null, fields: ['list', 'name', 'query'] }),
  answer: ({ id }) => ({ id, revision: 1 }),
});
