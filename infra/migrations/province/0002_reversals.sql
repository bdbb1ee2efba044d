create table reversals (command_id text primary key not null, at_ms integer not null, actor_id text not null, act text not null, subject text not null, unit_id text, label text, is_trash integer not null, steps_json text not null, until_ms integer not null, reversed_at_ms integer, reversed_by text)
--> statement-breakpoint
create index reversals_by_subject on reversals (subject)
--> statement-breakpoint
create index reversals_by_end on reversals (until_ms)
--> statement-breakpoint
create index reversals_in_trash on reversals (at_ms) where is_trash = 1 and reversed_at_ms is null
--> statement-breakpoint
create table audit_also (subject text not null, seq integer not null, primary key (subject, seq)) without rowid
