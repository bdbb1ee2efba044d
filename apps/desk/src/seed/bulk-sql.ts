import { foldText } from '@mahalleh/kernel';
import type { Statement } from '@mahalleh/gate';
import { bulkCodeSql } from './codes.ts';
import { PROBLEM_TEXTS } from './problem-texts.ts';

/** Which rows of a bulk one statement makes: the problems from `from` to, not including, `to`, neighbourhood after neighbourhood. */
export type BulkChunk = {
  readonly from: number;
  readonly to: number;
  readonly neighbourhoods: number;
  readonly problems: number;
  readonly nowMs: number;
  readonly by: string;
};

const TEXTS = JSON.stringify(
  PROBLEM_TEXTS.map((text) => [
    text.domain,
    text.title,
    foldText(text.title),
    text.description,
    text.severity,
    text.people,
    text.cause,
    text.solution,
  ]),
);
const DAY_MS = 86_400_000;
/** The bulk's registrations lie within this many days before today. */
const DAYS = 300;

const of = (i: number): string => `json_extract(:texts, '$[' || (n % ${PROBLEM_TEXTS.length}) || '][${i}]')`;
// Out of twenty: four new, six triaged, three started, five solved, two closed.
const STATUS =
  "case when n % 20 < 4 then 'registered' when n % 20 < 10 then 'triaged' when n % 20 < 13 then 'started' when n % 20 < 18 then 'solved' else 'closed' end";
// Ids, codes, neighbourhoods and days go up with n: every index grows at few places, and a million rows stay quick.
const uuid =
  "lower(substr(printf('%012x', :now_ms - 2000000000 + n), 1, 8) || '-' || substr(printf('%012x', :now_ms - 2000000000 + n), 9) || '-7' || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";
const after = (days: string, when: string): string => `case when ${when} then at_ms + ${days} * ${DAY_MS} end`;

/** The statement that writes a chunk of invented problems, made inside the database from a few bound texts. */
export const bulkProblems = ({ from, to, neighbourhoods, problems, nowMs, by }: BulkChunk): Statement => ({
  sql:
    'with recursive turn(n) as (select :from union all select n + 1 from turn where n + 1 < :to),' +
    " place as materialized (select cast(substr(official_code, 8) as integer) as seat, id from units where official_code like 'sample-%')," +
    ` row as (select n, place.id as unit_id, ${STATUS} as status, :now_ms - ((n * 7919) % ${DAYS} + 41) * ${DAY_MS} + n % ${DAY_MS} as at_ms from turn join place on place.seat = n * :neighbourhoods / :problems)` +
    ' insert into problems (id, code, unit_id, domain_key, title, title_folded, description, severity, people_affected, place_kind, status, rank, root_cause, solution, close_reason, registered_by, registered_at_ms, triaged_at_ms, started_at_ms, solved_at_ms, closed_at_ms, is_sample, revision)' +
    ` select ${uuid}, ${bulkCodeSql('n')}, unit_id, ${of(0)}, ${of(1)}, ${of(2)}, ${of(3)}, ${of(4)}, ${of(5)}, 'whole', status,` +
    ` case when status <> 'registered' then n % 40 + 1 end, case when status <> 'registered' then ${of(6)} end, case when status = 'solved' then ${of(7)} end, case when status = 'closed' then 'out_of_scope' end, :by, at_ms,` +
    ` ${after('5', "status <> 'registered'")}, ${after('9', "status in ('started', 'solved')")}, ${after('(12 + n % 28)', "status = 'solved'")}, ${after('20', "status = 'closed'")}, 1, 1 from row`,
  args: { from, to, neighbourhoods, problems, now_ms: nowMs, by, texts: TEXTS },
});
