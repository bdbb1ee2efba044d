import { asked, BELOW_TOPS, json, part, raw, spelledTable, spellingsOf } from '@mahalleh/gate/asked';
import type { Wanted } from '@mahalleh/gate/wanted';
import { sql, type SQL } from 'drizzle-orm';
import { FOUND_KINDS, type FoundKind } from './kinds.ts';
import { splitsOf, variantsOf } from './words.ts';

/** With fewer finds than this, words one slip away are looked for too. */
const FEW = 8;
/** So many words at most stand for one that is put right. */
const FIXES = 6;

/** What a slip can be: a letter too many or too few, another letter, or two that changed places. */
const IS_ONE_SLIP = sql`(v.at = 0 or d.at = 0 or v.at = d.at or (abs(v.at - d.at) = 1 and substr(d.word, d.at, 1) = substr(v.typed, v.at, 1)))`;

/** The words of the index that are one slip away from what was typed: `fixes(clause, typed, word, docs)`. */
const fixesTable = (wanted: Wanted): SQL =>
  sql`fixes(clause, typed, word, docs) as materialized (select clause, typed, word, docs from (select v.clause, min(v.typed) as typed, w.word, w.docs, row_number() over (partition by v.clause order by w.docs desc, w.word) as place from (select ${part(0)} as clause, ${part(1)} as typed, ${part(2)} as variant, ${part(3)} as at from ${json(variantsOf(wanted))} j) v cross join search_deletes d on d.variant = v.variant join search_words w on w.word = d.word where d.word <> v.typed and ${IS_ONE_SLIP} group by v.clause, w.word) where place <= ${raw(FIXES)})`;

/**
 * What the actor may look into, as the index is asked: `tops(u)` and `scope(t, sight)`. Units that have just moved are
 * named one by one until their records follow; bodies of the places above are in sight too.
 */
const SCOPE_TABLES = sql`tops(u) as materialized (select distinct unit_id from my_grants), scope(t, sight) as materialized (select o.t, o.t || coalesce((select group_concat(' OR o' || s.n, '') from search_places s where s.unit_id in (select c.ancestor_id from tops join unit_closure c on c.unit_id = u)), '') from (select ${BELOW_TOPS} as t) o)`;

/** The clauses as the index is asked for them, as typed and with the words one slip away: `clauses(clause, exact, loose)`. */
const clausesTable = (wanted: Wanted): SQL =>
  sql`clauses(clause, exact, loose) as materialized (select c.clause, c.t, c.t || coalesce((select group_concat(' OR "' || f.word || '"', '') from fixes f where f.clause = c.clause), '') || coalesce((select group_concat(' OR ("' || a.word || '" AND "' || b.word || '"*)', '') from ${json(splitsOf(wanted))} j cross join search_words a on a.word = ${part(1)} cross join search_words b on b.word = ${part(2)} where ${part(0)} = c.clause), '') from ${spelledTable(wanted)} c)`;

/** What the index is asked, kind by kind: with what was typed, or – when that finds few – with the words one slip away too. */
const lanesTable = (wanted: Wanted): SQL =>
  sql`lanes(t) as materialized (select 'text : (' || iif(x.few and k.value <> '', x.loose, x.exact) || ') AND places : (' || iif(k.value = '', '', 'k' || k.value || ' AND ') || '(' || iif(k.value in ('', 'agency'), x.sight, x.t) || '))' from (select w.exact, w.loose, s.t, s.sight, (select count(*) from (select 1 from search_index where search_index match 'text : (' || w.exact || ') AND places : (' || s.sight || ')' limit ${raw(FEW)})) < ${raw(FEW)} as few from scope s cross join (select ${asked(wanted, sql`exact`)} as exact, ${asked(wanted, sql`loose`)} as loose from (select group_concat('(' || exact || ')', ' AND ') as exact, group_concat('(' || loose || ')', ' AND ') as loose from clauses)) w) x cross join ${json(['', ...FOUND_KINDS])} k where k.value <> '' or x.few)`;

/** The newest finds of each kind; the index walks from the newest back and stops. */
const newest = (most: number): SQL =>
  sql`(select json_group_array(n) from (select rowid as n from search_index where search_index match l.t order by rowid desc limit ${most}))`;

/** A title moves up by rare words, whole before begun, as typed before put right; a little by being short (BM25 with each word once). */
const termsTable = (wanted: Wanted): SQL =>
  sql`terms(clause, word, weight) as materialized (select clause, word, factor * ln(1 + (total - docs + 0.5) / (docs + 0.5)) from (select t.clause, t.word, t.factor, a.total, min(coalesce((select w.docs from search_words w where w.word = t.word), 0), a.total) as docs from (select coalesce(max(n), 0) + 1.0 as total from search_docs) a cross join (select ${part(0)} as clause, ${part(1)} as word, 1.0 as factor from ${json(spellingsOf(wanted))} j union all select clause, word, 0.4 from fixes) t))`;

const SCORE_WORDS = sql`(select sum(best) from (select max(case when instr(' ' || d.text || ' ', ' ' || t.word || ' ') then t.weight when instr(' ' || d.text, ' ' || t.word) then 0.7 * t.weight else 0 end) as best from terms t group by t.clause)) * 2.2 / (1 + 1.2 * (0.25 + 0.75 * length(d.text) / 30.0))`;

const score = ({ folded, code }: Wanted): SQL =>
  sql`(d.code is not null and d.code in (${code ?? ''}, ${folded})) * 1000 + (substr(d.text, 1, ${folded.length}) = ${folded}) * 100 + coalesce(${SCORE_WORDS}, 0)`;

/** Kept exactly: a record that does not yet follow its moved unit shows nothing that is not the actor's. */
const IS_MINE = sql`(d.unit_id is null or exists (select 1 from unit_closure c join tops on u = c.ancestor_id where c.unit_id = d.unit_id) or (d.kind = 'agency' and exists (select 1 from tops join unit_closure c on c.unit_id = u where c.ancestor_id = d.unit_id)))`;

/**
 * The tables that end in `best(n, kind, ref, unit_id, text, place, many)`: the best finds of each of the kinds, `size` of
 * each, the best first; of every other kind one, for its count. The newest `most` of a kind are weighed.
 */
export const bestTables = (wanted: Wanted, kinds: readonly FoundKind[], size: number, most: number): SQL => {
  const isAsked = (kind: SQL): SQL => sql`instr(${` ${kinds.join(' ')} `}, ' ' || ${kind} || ' ')`;
  return sql`${SCOPE_TABLES}, ${fixesTable(wanted)}, ${clausesTable(wanted)}, ${lanesTable(wanted)}, ${termsTable(wanted)}, best(n, kind, ref, unit_id, text, place, many) as materialized (select n, kind, ref, unit_id, text, place, many from (select d.n, d.kind, d.ref, d.unit_id, d.text, row_number() over (partition by d.kind order by iif(${isAsked(sql`d.kind`)}, ${score(wanted)}, 0) desc, d.n desc) as place, count(*) over (partition by d.kind) as many from (select distinct f.value as n from lanes l cross join json_each(${newest(most)}) f) m cross join search_docs d on d.n = m.n where ${IS_MINE}) where place <= iif(${isAsked(sql`kind`)}, ${size}, 1))`;
};

/** SQL that asks which words can stand for others: `(clause, typed, word)`, the most frequent first. */
export const fixesSql = (wanted: Wanted): SQL =>
  sql`with ${fixesTable(wanted)} select clause, typed, word from fixes order by clause, docs desc, word`;
