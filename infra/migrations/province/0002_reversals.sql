create table reversals (command_id text primary key not null, at_ms integer not null, actor_id text not null, act text not null, subject text not null, unit_id text, label text, is_trash integer not null, steps_json text not null, until_ms integer not null, reversed_at_ms integer, reversed_by text)
--> statement-breakpoint
create index reversals_by_subject on reversals (subject)
--> statement-breakpoint
create index reversals_by_end on reversals (until_ms)
--> statement-breakpoint
create index reversals_in_trash on reversals (at_ms) where is_trash = 1 and reversed_at_ms is null
--> statement-breakpoint
create table audit_also (subject text not null, seq integer not null, primary key (subject, seq)) without rowid
--> statement-breakpoint
create trigger appointments_reopened before update of ended_on on appointments when old.ended_on is not null and (new.ended_on is null or new.ended_on > old.ended_on) begin select raise(abort, 'refused:appointment_overlaps') where exists (select 1 from appointments o where o.council_id = new.council_id and o.id <> new.id and (o.seat_id = new.seat_id or o.person_id = new.person_id) and o.from_on <= coalesce(new.to_on, '9999-12-30') and (new.ended_on is null or o.from_on < new.ended_on) and (o.to_on is null or (o.to_on >= new.from_on and o.to_on >= o.from_on)) and (o.ended_on is null or (o.ended_on > new.from_on and o.ended_on > o.from_on))); end
