import { askedOf } from '@mahalleh/gate/asked';
import { foldText } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';

/** Of the problems that hold the words so many are looked through, the newest first. */
export const LOOKED_AT = 400;

/** The words that a list is kept to; none when only spaces were typed. */
export const wordsOf = (q: string | undefined): string | undefined =>
  q === undefined || foldText(q) === '' ? undefined : q;

/** SQL of the rows `n` of the index that hold the words, at or below the units `tops(u)` of the statement. */
export const heldIn = (words: string, rest: SQL): SQL =>
  sql`select rowid as n from search_index where search_index match ${askedOf(words, 'problem')} ${rest}`;

/** SQL of the newest of them, as many as are looked through. */
export const newestIn = (words: string): SQL => heldIn(words, sql`order by rowid desc limit ${LOOKED_AT}`);

/** SQL that tells whether more hold the words than are looked through. */
export const areMore = (words: string): SQL =>
  sql`(select count(*) from (${heldIn(words, sql`limit ${LOOKED_AT + 1}`)})) > ${LOOKED_AT}`;

/** SQL that keeps the rows of `problems p` that hold the words, where they are few. */
export const holding = (words: string | undefined): SQL =>
  words === undefined
    ? sql``
    : sql` and p.id in (select d.ref from (${heldIn(words, sql``)}) f join search_docs d on d.n = f.n)`;

/** SQL that goes from the rows `f(n)` of the index to the problems `p`. */
export const TO_PROBLEMS = sql`cross join search_docs d on d.n = f.n cross join problems p on p.id = d.ref`;
