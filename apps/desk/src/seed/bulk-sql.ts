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
const WAITS = "n % 40 = 7 and status in ('registered', 'triaged', 'started')";
const after = (days: string, when: string): string => `case when ${when} then at_ms + ${days} * ${DAY_MS} end`;

/** The statement that writes a chunk of invented problems, made inside the database from a few bound texts. */
export const bulkProblems = ({ from, to, neighbourhoods, problems, nowMs, by }: BulkChunk): Statement => ({
  sql:
    'with recursive turn(n) as (select :from union all select n + 1 from turn where n + 1 < :to),' +
    " place as materialized (select cast(substr(official_code, 8) as integer) as seat, id from units where official_code like 'sample-%')," +
    ` row as (select n, place.id as unit_id, ${STATUS} as status, :now_ms - ((n * 7919) % ${DAYS} + 41) * ${DAY_MS} + n % ${DAY_MS} as at_ms from turn join place on place.seat = n * :neighbourhoods / :problems)` +
    ' insert into problems (id, code, unit_id, domain_key, title, title_folded, description, severity, people_affected, place_kind, status, rank, root_cause, solution, close_reason, confirmed_at_ms, confirm_kind, residents_score, residents_votes, supporters, experts_score, experts_count, level, level_since_ms, level_due_on, registered_by, registered_at_ms, triaged_at_ms, started_at_ms, solved_at_ms, closed_at_ms, is_sample, revision)' +
    ` select ${uuid}, ${bulkCodeSql('n')}, unit_id, ${of(0)}, ${of(1)}, ${of(2)}, ${of(3)}, ${of(4)}, ${of(5)}, 'whole', status,` +
    ` case when status <> 'registered' then n % 40 + 1 end, case when status <> 'registered' then ${of(6)} end, case when status = 'solved' then ${of(7)} end, case when status = 'closed' then 'out_of_scope' end,` +
    // Four of five solutions are confirmed; two of three problems are scored by residents, half by experts; one in forty waits above.
    ` ${after('(14 + n % 28)', "status = 'solved' and n % 100 < 92")}, case when status = 'solved' and n % 100 < 92 then 'council' end,` +
    ' case when n % 3 then (n * 37 % 1000) / 10.0 end, case when n % 3 then n % 90 + 10 else 0 end, n % 40, case when n % 2 then (n * 61 % 1000) / 10.0 end, case when n % 2 then 3 else 0 end,' +
    ` case when ${WAITS} then 'county' else 'neighbourhood' end, case when ${WAITS} then at_ms end, case when ${WAITS} then date(:now_ms / 1000, 'unixepoch', (n % 60 - 30) || ' days') end, :by, at_ms,` +
    ` ${after('5', "status <> 'registered'")}, ${after('9', "status in ('started', 'solved')")}, ${after('(12 + n % 28)', "status = 'solved'")}, ${after('20', "status = 'closed'")}, 1, 1 from row`,
  args: { from, to, neighbourhoods, problems, now_ms: nowMs, by, texts: TEXTS },
});

/** The statements that count what a bulk brought while the triggers that count were parked. */
export const bulkTallies: readonly Statement[] = [
  { sql: 'delete from problem_tallies', args: [] },
  {
    sql: "insert into problem_tallies (unit_id, standing, domain_key, severity, n) with own as (select unit_id, iif(status = 'solved' and confirmed_at_ms is null, 'awaiting', status) as standing, domain_key, severity, count(*) as n from problems where discarded_at_ms is null group by 1, 2, 3, 4) select c.ancestor_id, o.standing, o.domain_key, o.severity, sum(o.n) from own o join unit_closure c on c.unit_id = o.unit_id group by 1, 2, 3, 4",
    args: [],
  },
];
