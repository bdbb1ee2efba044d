import type { Statement } from '@mahalleh/gate';
import { LETTERS } from '@mahalleh/gate/wanted';

/** So many titles are read in one round. */
const READ = 20_000;
/** So many titles follow their units in one round, and more only when one unit alone has more. */
const FOLLOWED = 20_000;
/** So many pages of the index are merged in one round: the fewer its parts, the quicker it is asked. */
const MERGED = 500;
/** Words of more letters than these are not put right. */
const LONGEST = 24;

const UNREAD = `select n from search_docs where is_read = 0 order by n limit ${READ}`;
const MOVED = `select unit_id from (select s.n, s.unit_id, sum((select count(*) from search_docs d where d.unit_id = s.unit_id)) over (order by s.n) as upto, row_number() over (order by s.n) as place from search_places s where s.moved = 1) where upto <= ${FOLLOWED} or place = 1`;

const plain = (sql: string, args: readonly (string | number)[] = []): Statement => ({ sql, args });

/**
 * What the minute's round does for the search: titles follow the units that moved, new words are learned, and each gets the
 * spellings that it shares with words one slip away.
 */
export const findingUpkeep = (): Statement[] => [
  plain(
    `update search_docs set places = 'k' || kind || tokens from search_scopes s where s.unit_id = search_docs.unit_id and search_docs.unit_id in (${MOVED}) and text <> '' and places <> 'k' || kind || tokens`,
  ),
  plain(`update search_places set moved = 0 where unit_id in (${MOVED})`),
  plain(
    `insert into search_words (word, docs) select word, count(*) from search_doc_words where n in (${UNREAD}) and length(word) between 2 and ${LONGEST} and word not glob ? group by word on conflict (word) do update set docs = docs + excluded.docs`,
    [`*[^${LETTERS}]*`],
  ),
  plain(
    'insert or ignore into search_deletes (variant, word, at) with recursive places(at) as (select 0 union all select at + 1 from places where at < 24) select iif(at = 0, word, substr(word, 1, at - 1) || substr(word, at + 1)), word, at from search_words join places on at <= length(word) where is_spread = 0 and length(word) >= 4',
  ),
  plain('update search_words set is_spread = 1 where is_spread = 0'),
  plain(`update search_docs set is_read = 1 where n in (${UNREAD})`),
  plain("insert into search_index (search_index, rank) values ('merge', ?)", [MERGED]),
];

/** SQL that counts what the minute's round has still to do for the search. */
export const FINDING_LEFT =
  '(select count(*) from search_docs where is_read = 0) + (select count(*) from search_places where moved = 1)';
