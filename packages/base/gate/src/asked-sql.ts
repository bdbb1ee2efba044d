import { sql, type SQL } from 'drizzle-orm';
import { PUNCTUAL, wantedOf, type Wanted } from './wanted.ts';

/** So many units that have just moved are looked into beside the actor's own. */
const MOVED = 300;
/** A beginning of so many letters is looked up in the words of the index: walking all that begin so is slow when they are frequent. */
const LONG = 5;
/** Beginnings of more words than this are walked all the same. */
const MOST_ENDINGS = 64;

/** A number as it stands in SQL. */
export const raw = (n: number): SQL => sql.raw(String(n));
/** A value as a table of its parts, called `j`. */
export const json = (value: unknown): SQL => sql`json_each(${JSON.stringify(value)})`;
/** A part of a row of `json`. */
export const part = (i: number): SQL => sql.raw(`json_extract(j.value, '$[${i}]')`);

/**
 * SQL of the places at or below the units `tops(u)`, as the index is asked. Units that have just moved are named one by one
 * until their records follow.
 */
export const BELOW_TOPS = sql`'all' || coalesce((select group_concat(' OR u' || s.n, '') from tops join search_places s on s.unit_id = u), '') || coalesce((select group_concat(' OR o' || n, '') from (select s.n from search_places s where s.moved = 1 and exists (select 1 from unit_closure c join tops on u = c.ancestor_id where c.unit_id = s.unit_id) limit ${raw(MOVED)})), '')`;

/** One spelling as the index is asked for it: words that begin like it; a letter alone must stand alone. */
const SPELLING = sql`case when length(s.word) = 1 then '"' || s.word || '"' when length(s.word) < ${raw(LONG)} or s.punctual then '"' || s.word || '"*' else (select '"' || s.word || iif(count(*) between 1 and ${raw(MOST_ENDINGS)}, '"' || group_concat(' OR "' || v.word || '"', ''), '"*') from search_words v where v.word >= s.word and v.word < s.word || char(65535)) end`;

/** Every spelling of what was typed. Shape: clause, word, whether the index's list of words lacks it. */
export const spellingsOf = ({ clauses }: Wanted): (string | number)[][] =>
  clauses.flatMap(({ any }, clause) => any.map((word) => [clause, word, Number(PUNCTUAL.test(word))]));

/** SQL of the clauses as the index is asked for them, as typed or begun: `(clause, t)`. */
export const spelledTable = (wanted: Wanted): SQL =>
  sql`(select s.clause, group_concat(${SPELLING}, ' OR ') as t from (select ${part(0)} as clause, ${part(1)} as word, ${part(2)} as punctual from ${json(spellingsOf(wanted))} j) s group by s.clause)`;

/** All clauses must be met, or the code; a text without words finds nothing. */
export const asked = ({ code }: Wanted, all: SQL): SQL =>
  code === null ? sql`coalesce(${all}, '"~"')` : sql`coalesce('(' || ${all} || ') OR ', '') || ${`"${code}"`}`;

/**
 * SQL of what the index is asked for the records of one kind that hold all that was typed, or have it as their code: those
 * at or below the units `tops(u)` of the statement. A text without words asks for nothing.
 */
export const askedOf = (typed: string, kind: string): SQL => {
  const wanted = wantedOf(typed);
  return sql`(select 'text : (' || ${asked(wanted, sql`group_concat('(' || t || ')', ' AND ')`)} || ') AND places : (k' || ${kind} || ' AND (' || ${BELOW_TOPS} || '))' from ${spelledTable(wanted)})`;
};
