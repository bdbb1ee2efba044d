import { foldText } from '@mahalleh/kernel';
import type { Statement } from '@mahalleh/gate';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/model';
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

const SENSITIVE: ReadonlySet<string> = new Set(
  NATIONAL_DOMAINS.filter(({ isSensitive }) => isSensitive).map(({ key }) => key),
);
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
    SENSITIVE.has(text.domain) ? 0 : 1,
  ]),
);
const DAY_MS = 86_400_000;
/** The bulk's registrations lie within this many days before today. */
const DAYS = 300;

const of = (i: number): string => `t${i}`;
/** The texts as a table of its own: read once a statement, not once a value. */
const TEXT_ROWS = `text as materialized (select key as turn, ${Array.from({ length: 9 }, (_, i) => `json_extract(value, '$[${i}]') as t${i}`).join(', ')} from json_each(:texts))`;
// Out of twenty: four new, six triaged, three started, five solved, two closed.
const STATUS =
  "case when n % 20 < 4 then 'registered' when n % 20 < 10 then 'triaged' when n % 20 < 13 then 'started' when n % 20 < 18 then 'solved' else 'closed' end";
// Ids, codes, neighbourhoods and days go up with n: every index grows at few places, and a million rows stay quick.
const uuid =
  "lower(substr(printf('%012x', :now_ms - 2000000000 + n), 1, 8) || '-' || substr(printf('%012x', :now_ms - 2000000000 + n), 9) || '-7' || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";
const WAITS = "n % 40 = 7 and status in ('registered', 'triaged', 'started')";
/** Two of five in domains that are not sensitive have a point, within 400 m of the middle of their neighbourhood. */
const isPlaced = `(n / ${PROBLEM_TEXTS.length} % 5 < 2 and ${of(8)})`;
const near = (middle: string, prime: number, spread: number): string =>
  `case when ${isPlaced} then round(${middle} + (n * ${prime} % 1000 - 500) * ${spread}, 5) end`;
const after = (days: string, when: string): string => `case when ${when} then at_ms + ${days} * ${DAY_MS} end`;

/** The statement that writes a chunk of invented problems, made inside the database from a few bound texts. */
export const bulkProblems = ({ from, to, neighbourhoods, problems, nowMs, by }: BulkChunk): Statement => ({
  sql:
    'with recursive turn(n) as (select :from union all select n + 1 from turn where n + 1 < :to),' +
    " place as materialized (select cast(substr(official_code, 8) as integer) as seat, id, latitude, longitude from units where official_code like 'sample-%')," +
    ` ${TEXT_ROWS},` +
    ` row as (select n, text.*, place.id as unit_id, place.latitude as unit_latitude, place.longitude as unit_longitude, ${STATUS} as status, :now_ms - ((n * 7919) % ${DAYS} + 41) * ${DAY_MS} + n % ${DAY_MS} as at_ms from turn cross join place on place.seat = n * :neighbourhoods / :problems cross join text on text.turn = n % ${PROBLEM_TEXTS.length})` +
    ' insert into problems (id, code, unit_id, domain_key, title, title_folded, description, severity, people_affected, place_kind, latitude, longitude, status, rank, root_cause, solution, close_reason, confirmed_at_ms, confirm_kind, residents_score, residents_votes, supporters, experts_score, experts_count, level, level_since_ms, level_due_on, registered_by, registered_at_ms, triaged_at_ms, started_at_ms, solved_at_ms, closed_at_ms, is_sample, revision)' +
    ` select ${uuid}, ${bulkCodeSql('n')}, unit_id, ${of(0)}, ${of(1)}, ${of(2)}, ${of(3)}, ${of(4)}, ${of(5)}, iif(${isPlaced}, 'point', 'whole'), ${near('unit_latitude', 7919, 0.0000072)}, ${near('unit_longitude', 104_729, 0.0000088)}, status,` +
    ` case when status <> 'registered' then n % 40 + 1 end, case when status <> 'registered' then ${of(6)} end, case when status = 'solved' then ${of(7)} end, case when status = 'closed' then 'out_of_scope' end,` +
    // Four of five solutions are confirmed; two of three problems are scored by residents, half by experts; one in forty waits above.
    ` ${after('(14 + n % 28)', "status = 'solved' and n % 100 < 92")}, case when status = 'solved' and n % 100 < 92 then 'council' end,` +
    ' case when n % 3 then (n * 37 % 1000) / 10.0 end, case when n % 3 then n % 90 + 10 else 0 end, n % 40, case when n % 2 then (n * 61 % 1000) / 10.0 end, case when n % 2 then 3 else 0 end,' +
    ` case when ${WAITS} then 'county' else 'neighbourhood' end, case when ${WAITS} then at_ms end, case when ${WAITS} then date(:now_ms / 1000, 'unixepoch', (n % 60 - 30) || ' days') end, :by, at_ms,` +
    ` ${after('5', "status <> 'registered'")}, ${after('9', "status in ('started', 'solved')")}, ${after('(12 + n % 28)', "status = 'solved'")}, ${after('20', "status = 'closed'")}, 1, 1 from row`,
  args: { from, to, neighbourhoods, problems, now_ms: nowMs, by, texts: TEXTS },
});
