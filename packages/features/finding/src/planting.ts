import type { Statement } from '@mahalleh/gate';

/** So many problems are made findable by one statement of `bulkFound`. */
const FED = 20_000;

/**
 * The statements that make problems findable that came in while the triggers were away: those after a row, and a note of how
 * far that was. Done when the note no longer moves.
 */
export const bulkFound = (afterRow: number, note: string): Statement[] => [
  {
    sql: `insert into search_feed select 'problem', p.id, p.unit_id, p.code, p.title_folded, null, p.discarded_at_ms from (select * from problems where rowid > ? order by rowid limit ${FED}) p`,
    args: [afterRow],
  },
  {
    sql: `insert into meta (key, value) select ?, coalesce(max(rowid), ?) from (select rowid from problems where rowid > ? order by rowid limit ${FED}) where true on conflict (key) do update set value = excluded.value`,
    args: [note, afterRow, afterRow],
  },
];
