import { change, defineNationCommand, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { BoardChanged, SaveBoard } from '../model.ts';
import { MOST_BOARDS } from '../rules.ts';
import { boards } from '../schema.ts';

/** Keeps a dashboard page under a name, for oneself. */
export const saveBoard = defineNationCommand({
  name: 'board.save',
  permission: 'metric.read',
  input: SaveBoard,
  output: BoardChanged,
  load: (db) => ({
    mine: one(
      db.text<{ n: number }>(
        sql`select count(*) as n from boards b where b.owner_id = (select person_id from me) and b.discarded_at_ms is null`,
      ),
    ),
  }),
  decide: ({ mine }, _input, { newId }) =>
    mine.n >= MOST_BOARDS ? refuse('boards_too_many', { detail: { most: MOST_BOARDS } }) : { id: newId() },
  save: (db, { id }, _state, { name, path }, { personId, nowMs }) => [
    change(db.insert(boards).values({ id, name, path, ownerId: personId, savedAtMs: nowMs })),
  ],
  audit: ({ id }) => ({ subject: id, unitId: null, fields: ['name', 'path'] }),
  answer: ({ id }) => ({ id, revision: 1 }),
});
