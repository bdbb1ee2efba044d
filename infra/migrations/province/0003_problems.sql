alter table domains add column revision integer not null default 1
--> statement-breakpoint
alter table domains add column retired_at_ms integer
--> statement-breakpoint
alter table problems add column whys_json text
--> statement-breakpoint
alter table problems add column split_from_id text references problems (id)
--> statement-breakpoint
alter table problems add column solved_by text
--> statement-breakpoint
alter table problems add column confirmed_at_ms integer
--> statement-breakpoint
alter table problems add column confirmed_by text
--> statement-breakpoint
alter table problems add column confirm_kind text
--> statement-breakpoint
alter table problems add column level text not null default 'neighbourhood'
--> statement-breakpoint
alter table problems add column level_since_ms integer
--> statement-breakpoint
alter table problems add column level_due_on text
--> statement-breakpoint
alter table problems add column residents_score real
--> statement-breakpoint
alter table problems add column residents_votes integer not null default 0
--> statement-breakpoint
alter table problems add column supporters integer not null default 0
--> statement-breakpoint
alter table problems add column experts_score real
--> statement-breakpoint
alter table problems add column experts_count integer not null default 0
--> statement-breakpoint
alter table problems add column discarded_at_ms integer
--> statement-breakpoint
alter table problems add column rank_order integer generated always as (coalesce(rank, 10000)) virtual
--> statement-breakpoint
alter table problems add column score_gap real generated always as (abs(residents_score - experts_score)) virtual
--> statement-breakpoint
drop index problems_by_time
--> statement-breakpoint
create index problems_walk_rank on problems (status, rank_order, severity desc, id desc, domain_key, unit_id, level) where discarded_at_ms is null
--> statement-breakpoint
create index problems_walk_severity on problems (status, severity desc, rank_order, id desc, domain_key, unit_id, level) where discarded_at_ms is null
--> statement-breakpoint
create index problems_walk_newest on problems (status, registered_at_ms desc, id desc, domain_key, severity, unit_id, level) where discarded_at_ms is null
--> statement-breakpoint
create index problems_by_kind on problems (status, domain_key, severity, unit_id, level) where discarded_at_ms is null
--> statement-breakpoint
create index problems_walk_residents on problems (status, residents_score desc, id desc, domain_key, severity, unit_id, level) where residents_score is not null and discarded_at_ms is null
--> statement-breakpoint
create index problems_walk_gap on problems (status, score_gap desc, id desc, domain_key, severity, unit_id, level) where score_gap is not null and discarded_at_ms is null
--> statement-breakpoint
create index problems_awaiting on problems (solved_at_ms, id, unit_id, domain_key, severity, level) where status = 'solved' and confirmed_at_ms is null and discarded_at_ms is null
--> statement-breakpoint
create index problems_escalated on problems (level_due_on, id, unit_id, status, domain_key, severity, level) where level_due_on is not null and discarded_at_ms is null
--> statement-breakpoint
create index problems_by_split on problems (split_from_id) where split_from_id is not null
--> statement-breakpoint
update problems set confirmed_at_ms = solved_at_ms, confirm_kind = 'council' where status = 'solved'
--> statement-breakpoint
create table problem_moves (problem_id text not null, seq integer not null, at_ms integer not null, from_status text not null, to_status text not null, primary key (problem_id, seq)) without rowid
--> statement-breakpoint
create table problem_relations (a_id text not null references problems (id), b_id text not null references problems (id), kind text not null, unit_id text not null, related_by text not null, related_at_ms integer not null, primary key (a_id, b_id, kind))
--> statement-breakpoint
create index problem_relations_back on problem_relations (b_id)
--> statement-breakpoint
create table problem_scores (id text primary key not null, problem_id text not null references problems (id), unit_id text not null references units (id), side text not null, expert_id text, held_on text not null, voters integer not null, supporters integer not null, method_version integer not null, sums_json text not null, note text, recorded_by text not null, recorded_at_ms integer not null, removed_at_ms integer)
--> statement-breakpoint
create index problem_scores_by_problem on problem_scores (problem_id, side)
--> statement-breakpoint
create table score_methods (version integer primary key not null, criteria_json text not null, adopted_at_ms integer not null)
--> statement-breakpoint
insert into score_methods (version, criteria_json, adopted_at_ms) values (1, '[{"key":"harm","weight":4},{"key":"spread","weight":3},{"key":"urgency","weight":2},{"key":"feasibility","weight":1}]', 0)
--> statement-breakpoint
create table problem_escalations (id text primary key not null, problem_id text not null references problems (id), unit_id text not null references units (id), from_level text not null, to_level text not null, reason text not null, due_on text not null, escalated_by text not null, escalated_at_ms integer not null, outcome text, answer text, answered_by text, answered_at_ms integer)
--> statement-breakpoint
create index problem_escalations_by_problem on problem_escalations (problem_id, escalated_at_ms)
--> statement-breakpoint
create table escalation_clocks (level text primary key not null, days integer not null, revision integer not null default 1)
--> statement-breakpoint
insert into escalation_clocks (level, days) values ('county', 14), ('province', 21)
--> statement-breakpoint
create table problem_tallies (unit_id text not null, standing text not null, domain_key text not null, severity integer not null, n integer not null, primary key (unit_id, standing, domain_key, severity)) without rowid
--> statement-breakpoint
create table problem_open (unit_id text primary key not null, open integer not null, severe integer not null) without rowid
--> statement-breakpoint
create index problems_unit_residents on problems (unit_id, residents_score) where residents_score is not null and discarded_at_ms is null
--> statement-breakpoint
insert into problem_tallies (unit_id, standing, domain_key, severity, n) select c.ancestor_id, iif(p.status = 'solved' and p.confirmed_at_ms is null, 'awaiting', p.status), p.domain_key, p.severity, count(*) from problems p join unit_closure c on c.unit_id = p.unit_id where p.discarded_at_ms is null group by 1, 2, 3, 4
--> statement-breakpoint
insert into problem_open (unit_id, open, severe) select unit_id, sum(n), sum(iif(severity >= 4, n, 0)) from problem_tallies where standing in ('registered', 'triaged', 'started') group by unit_id
--> statement-breakpoint
create trigger tallies_open_insert after insert on problem_tallies when new.standing in ('registered', 'triaged', 'started') begin insert into problem_open values (new.unit_id, new.n, iif(new.severity >= 4, new.n, 0)) on conflict (unit_id) do update set open = open + excluded.open, severe = severe + excluded.severe; end
--> statement-breakpoint
create trigger tallies_open_update after update of n on problem_tallies when new.standing in ('registered', 'triaged', 'started') begin update problem_open set open = open + new.n - old.n, severe = severe + iif(new.severity >= 4, new.n - old.n, 0) where unit_id = new.unit_id; end
--> statement-breakpoint
create trigger problems_tally_insert after insert on problems when new.discarded_at_ms is null begin insert into problem_tallies select ancestor_id, iif(new.status = 'solved' and new.confirmed_at_ms is null, 'awaiting', new.status), new.domain_key, new.severity, 1 from unit_closure where unit_id = new.unit_id on conflict (unit_id, standing, domain_key, severity) do update set n = n + 1; end
--> statement-breakpoint
create trigger problems_tally_update after update of unit_id, status, confirmed_at_ms, domain_key, severity, discarded_at_ms on problems begin update problem_tallies set n = n - 1 where old.discarded_at_ms is null and standing = iif(old.status = 'solved' and old.confirmed_at_ms is null, 'awaiting', old.status) and domain_key = old.domain_key and severity = old.severity and unit_id in (select ancestor_id from unit_closure where unit_id = old.unit_id); insert into problem_tallies select ancestor_id, iif(new.status = 'solved' and new.confirmed_at_ms is null, 'awaiting', new.status), new.domain_key, new.severity, 1 from unit_closure where unit_id = new.unit_id and new.discarded_at_ms is null on conflict (unit_id, standing, domain_key, severity) do update set n = n + 1; end
--> statement-breakpoint
create trigger problems_tally_delete after delete on problems when old.discarded_at_ms is null begin update problem_tallies set n = n - 1 where standing = iif(old.status = 'solved' and old.confirmed_at_ms is null, 'awaiting', old.status) and domain_key = old.domain_key and severity = old.severity and unit_id in (select ancestor_id from unit_closure where unit_id = old.unit_id); end
--> statement-breakpoint
create trigger closure_tally_insert after insert on unit_closure begin insert into problem_tallies select new.ancestor_id, iif(p.status = 'solved' and p.confirmed_at_ms is null, 'awaiting', p.status), p.domain_key, p.severity, count(*) from problems p where p.unit_id = new.unit_id and p.discarded_at_ms is null group by 2, 3, 4 on conflict (unit_id, standing, domain_key, severity) do update set n = n + excluded.n; end
--> statement-breakpoint
create trigger closure_tally_delete after delete on unit_closure begin update problem_tallies set n = n - (select count(*) from problems p where p.unit_id = old.unit_id and iif(p.status = 'solved' and p.confirmed_at_ms is null, 'awaiting', p.status) = problem_tallies.standing and p.domain_key = problem_tallies.domain_key and p.severity = problem_tallies.severity and p.discarded_at_ms is null) where unit_id = old.ancestor_id; end
--> statement-breakpoint
create trigger problems_moved after update of status on problems when old.status <> new.status begin insert or replace into problem_moves select new.id, seq, at_ms, old.status, new.status from audit_log order by seq desc limit 1; end
--> statement-breakpoint
update targets set metric_version = 2 where metric_key = 'problem.solved'
--> statement-breakpoint
delete from facts where metric in ('problem.solved@1', 'problem.days_to_solve@1')
--> statement-breakpoint
insert or ignore into dirty (unit_id, feature) select id, 'problems' from units
