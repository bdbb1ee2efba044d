import { defineNationQuery, many } from '@mahalleh/gate';
import { zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { BoardRows } from '../model.ts';

type BoardRow = {
  id: string;
  name: string;
  path: string;
  isMine: number;
  isShared: number;
  ownerName: string;
  savedAtMs: number;
  revision: number;
};

/** My boards, those that are shared, and the moments that were pinned last. */
export const listBoards = defineNationQuery({
  name: 'board.list',
  permission: 'metric.read',
  input: zInput({}),
  output: BoardRows,
  ask: (db) => ({
    rows: many(
      db.text<BoardRow>(
        sql`select b.id, b.name, b.path, b.owner_id = (select person_id from me) as "isMine", b.is_shared as "isShared", coalesce((select p.full_name from people p where p.id = b.owner_id), '') as "ownerName", b.saved_at_ms as "savedAtMs", b.revision from boards b where b.discarded_at_ms is null and (b.owner_id = (select person_id from me) or b.is_shared = 1) order by 4 desc, b.name, b.id limit 200`,
      ),
    ),
    moments: many(
      db.text<{ id: string; path: string; atMs: number; byName: string }>(
        sql`select m.id, m.path, m.at_ms as "atMs", coalesce((select p.full_name from people p where p.id = m.person_id), '') as "byName" from pins m order by m.at_ms desc, m.id desc limit 50`,
      ),
    ),
  }),
  shape: ({ rows, moments }) => ({
    rows: rows.map((row) => ({ ...row, isMine: row.isMine === 1, isShared: row.isShared === 1 })),
    moments,
  }),
});
