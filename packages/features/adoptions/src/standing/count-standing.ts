import { compile, type Reader, type ResultSet, type Statement } from '@mahalleh/gate';
import type { OverlayCounts } from '@mahalleh/templates/letters';
import { sql, type SQL } from 'drizzle-orm';
import { localSql, localState, overlayOf, WORK, type LocalAnswers } from '../local/index.ts';
import type { AdoptionStatus } from '../statuses.ts';
import type { OverlayElement, Standing } from '../upgrade-model.ts';
import { rowsOf } from './rows-of.ts';

/** So many adoptions, and so many elements, are counted in one round at most. */
const MOST = { adoptions: 50, elements: 4_000 } as const;
/** How long a count is good for when nothing was marked: what a mark missed is right again after it. Unit: milliseconds. */
const GOOD_FOR_MS = 86_400_000;

/** An adoption that is to be counted. `turn`: how often it was marked when it was asked. */
export type DueRow = {
  readonly id: string;
  readonly turn: number;
  readonly status: AdoptionStatus;
  readonly unitId: string;
  readonly startsOn: string;
  readonly mappingJson: string;
  readonly elements: number;
};

const most = sql.raw(String(MOST.adoptions));

/** The adoptions of which something has changed, and those that were not counted for a day. */
export const DUE = (nowMs: number): SQL =>
  sql`with due(id) as (select adoption_id from (select adoption_id from standing_marks order by rowid limit ${most}) union select adoption_id from (select adoption_id from adoption_standings where as_of_ms < ${nowMs - GOOD_FOR_MS} order by as_of_ms limit ${most}))
  select a.id, coalesce((select t.turn from standing_turns t where t.adoption_id = a.id), 0) as turn, a.status, a.unit_id as "unitId", a.starts_on as "startsOn", a.mapping_json as "mappingJson", (select count(*) from adopted_elements e where e.adoption_id = a.id) as elements
  from due cross join adoptions a on a.id = due.id order by a.id limit ${most}`;

/** As many as one round takes: one at least, however large it is. */
const withinReach = (due: readonly DueRow[]): DueRow[] => {
  let elements = 0;
  return due.filter((row, n) => (elements += row.elements) <= MOST.elements || n === 0);
};

/** How many elements are in use, changed, given up and added: what the page of the adoption shows, counted. */
export const countsOf = (elements: readonly OverlayElement[]): OverlayCounts => {
  const count = (...standings: readonly Standing[]): number =>
    elements.filter(({ standing }) => standings.includes(standing)).length;
  const kinds = Map.groupBy(
    elements.filter(({ standing }) => standing === 'changed'),
    ({ kind }) => kind,
  );
  return {
    ...{ landed: count('untouched', 'changed'), changed: count('changed') },
    ...{ dropped: count('dropped'), added: count('added') },
    changedByKind: Object.fromEntries([...kinds].map(([kind, own]) => [kind, own.length] as const).sort()),
  };
};

const answersOf = (
  adoption: DueRow,
  [elements, records, added]: readonly (ResultSet | undefined)[],
  work: LocalAnswers['work'],
): LocalAnswers => ({
  adoption,
  elements: rowsOf<LocalAnswers['elements'][number]>(elements),
  records: rowsOf<LocalAnswers['records'][number]>(records),
  added: rowsOf<LocalAnswers['added'][number]>(added),
  work,
});

const savedCounts = (counts: readonly (OverlayCounts & { readonly id: string })[], nowMs: number): SQL =>
  sql`insert into adoption_standings (adoption_id, unit_id, landed, changed, dropped, added, changed_by_kind_json, as_of_ms)
    select a.id, a.unit_id, json_extract(j.value, '$.landed'), json_extract(j.value, '$.changed'), json_extract(j.value, '$.dropped'), json_extract(j.value, '$.added'), json_extract(j.value, '$.changedByKind'), ${nowMs}
    from json_each(${JSON.stringify(counts)}) j cross join adoptions a on a.id = json_extract(j.value, '$.id') where a.status = 'active'
    on conflict (adoption_id) do update set unit_id = excluded.unit_id, landed = excluded.landed, changed = excluded.changed, dropped = excluded.dropped, added = excluded.added, changed_by_kind_json = excluded.changed_by_kind_json, as_of_ms = excluded.as_of_ms`;

const endedForgotten = (ids: readonly string[]): SQL =>
  sql`delete from adoption_standings where adoption_id in (select value from json_each(${JSON.stringify(ids)})) and exists (select 1 from adoptions a where a.id = adoption_id and a.status <> 'active')`;

/** What was marked again since it was asked stays marked, and is counted by the next round. */
const marksTaken = (due: readonly DueRow[]): SQL =>
  sql`delete from standing_marks where exists (select 1 from json_each(${JSON.stringify(due.map(({ id, turn }) => [id, turn]))}) j where json_extract(j.value, '$[0]') = standing_marks.adoption_id and json_extract(j.value, '$[1]') = coalesce((select t.turn from standing_turns t where t.adoption_id = standing_marks.adoption_id), 0))`;

/**
 * Counts the adoptions that are due: elements in use, changed, given up and added, by the rule of their overlay. Those that have
 * ended are counted no more. Shape: what is to be saved, all of it or nothing. Fails: what the database fails with.
 */
export const countStanding = async (reader: Reader, all: readonly DueRow[], nowMs: number): Promise<Statement[]> => {
  const due = withinReach(all);
  const [active, ended] = [
    due.filter(({ status }) => status === 'active'),
    due.filter((row) => row.status !== 'active'),
  ];
  if (due.length === 0) return [];
  const asked = active.flatMap(({ id }) => Object.values(localSql(sql`${id}`)));
  const [weekend, ...answers] = active.length === 0 ? [] : await reader.batch([WORK, ...asked].map(compile));
  const [work] = rowsOf<NonNullable<LocalAnswers['work']>>(weekend);
  const counts = active.map((adoption, n) => ({
    id: adoption.id,
    ...countsOf(overlayOf(localState(answersOf(adoption, answers.slice(n * 3, n * 3 + 3), work))).elements),
  }));
  return [savedCounts(counts, nowMs), endedForgotten(ended.map(({ id }) => id)), marksTaken(due)].map(compile);
};
