update operations set approved_at_ms = started_at_ms where started_at_ms is not null and approved_at_ms is null
--> statement-breakpoint
create table responsibilities (
	id text primary key not null,
	unit_id text not null references units (id),
	domain_key text not null references domains (key),
	agency_id text not null references agencies (id),
	role text not null,
	note text,
	from_on text not null,
	declared_at_ms integer not null,
	ended_at_ms integer,
	is_sample integer not null default 0,
	revision integer not null default 1
)
--> statement-breakpoint
create unique index responsibilities_one_lead on responsibilities (unit_id, domain_key) where role = 'lead' and ended_at_ms is null
--> statement-breakpoint
create unique index responsibilities_once on responsibilities (agency_id, unit_id, domain_key) where ended_at_ms is null
--> statement-breakpoint
create index responsibilities_by_unit on responsibilities (unit_id, domain_key)
--> statement-breakpoint
create view domain_line as with recursive line(key, above, distance) as (select key, key, 0 from domains union all select l.key, d.parent_key, l.distance + 1 from line l join domains d on d.key = l.above where d.parent_key is not null) select key, above, distance from line
--> statement-breakpoint
create index problems_walk_harm on problems (severity * coalesce(people_affected, 1) desc, id desc, domain_key, unit_id) where status in ('registered', 'triaged', 'started') and discarded_at_ms is null
--> statement-breakpoint
drop trigger problems_dirty_insert
--> statement-breakpoint
create trigger problems_dirty_insert after insert on problems begin insert or ignore into dirty values (new.unit_id,'problems'),(new.unit_id,'responsibility'),(new.unit_id,'steps'); end
--> statement-breakpoint
drop trigger problems_dirty_update
--> statement-breakpoint
create trigger problems_dirty_update after update on problems begin insert or ignore into dirty values (new.unit_id,'problems'),(new.unit_id,'responsibility'),(new.unit_id,'steps'),(old.unit_id,'problems'),(old.unit_id,'responsibility'),(old.unit_id,'steps'); end
--> statement-breakpoint
drop trigger problems_dirty_delete
--> statement-breakpoint
create trigger problems_dirty_delete after delete on problems begin insert or ignore into dirty values (old.unit_id,'problems'),(old.unit_id,'responsibility'),(old.unit_id,'steps'); end
--> statement-breakpoint
drop trigger operations_dirty_insert
--> statement-breakpoint
create trigger operations_dirty_insert after insert on operations begin insert or ignore into dirty values (new.unit_id,'operations'),(new.unit_id,'responsibility'),(new.unit_id,'steps'); end
--> statement-breakpoint
drop trigger operations_dirty_update
--> statement-breakpoint
create trigger operations_dirty_update after update on operations begin insert or ignore into dirty values (new.unit_id,'operations'),(new.unit_id,'responsibility'),(new.unit_id,'steps'),(old.unit_id,'operations'),(old.unit_id,'responsibility'),(old.unit_id,'steps'); end
--> statement-breakpoint
drop trigger operations_dirty_delete
--> statement-breakpoint
create trigger operations_dirty_delete after delete on operations begin insert or ignore into dirty values (old.unit_id,'operations'),(old.unit_id,'responsibility'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger responsibilities_dirty_insert after insert on responsibilities when new.role = 'lead' begin insert or ignore into dirty select unit_id, 'responsibility' from unit_closure where ancestor_id = new.unit_id; end
--> statement-breakpoint
create trigger responsibilities_dirty_update after update on responsibilities when new.role = 'lead' begin insert or ignore into dirty select unit_id, 'responsibility' from unit_closure where ancestor_id = new.unit_id; end
--> statement-breakpoint
create trigger closure_responsibility_insert after insert on unit_closure begin insert or ignore into dirty values (new.unit_id,'responsibility'); end
--> statement-breakpoint
create trigger closure_responsibility_delete after delete on unit_closure begin insert or ignore into dirty values (old.unit_id,'responsibility'); end
--> statement-breakpoint
insert or ignore into dirty (unit_id, feature) select id, 'responsibility' from units
--> statement-breakpoint
create table match_rules (
	key text primary key not null,
	weight integer not null,
	params_json text not null,
	is_active integer not null default 1,
	revision integer not null default 1
)
--> statement-breakpoint
insert into match_rules (key, weight, params_json) values ('domain', 25, '{"related":0.6,"general":0.3}'), ('kind', 15, '{"fits":{"education":{"institution":1,"place":1,"equipment":0.5,"skill":0.9,"fund":0.5},"sport":{"institution":0.7,"place":1,"equipment":0.8,"skill":0.6,"fund":0.5},"health":{"institution":1,"place":0.6,"equipment":0.7,"skill":0.9,"fund":0.5},"culture":{"institution":1,"place":0.9,"equipment":0.5,"skill":0.8,"fund":0.5},"employment":{"institution":0.8,"place":0.8,"equipment":0.8,"skill":1,"fund":0.9},"women_heads_support":{"institution":0.9,"place":0.6,"equipment":0.6,"skill":0.9,"fund":1},"social_harms":{"institution":1,"place":0.7,"equipment":0.3,"skill":0.9,"fund":0.5},"livelihood":{"institution":0.9,"place":0.6,"equipment":0.5,"skill":0.6,"fund":1},"civil_works":{"institution":0.8,"place":0.4,"equipment":1,"skill":0.7,"fund":0.9},"environment":{"institution":0.8,"place":0.6,"equipment":1,"skill":0.6,"fund":0.6},"public_security":{"institution":1,"place":0.6,"equipment":0.7,"skill":0.5,"fund":0.5},"health_monitoring":{"institution":1,"place":0.7,"equipment":0.8,"skill":0.9,"fund":0.4},"crisis_management":{"institution":0.9,"place":0.9,"equipment":1,"skill":0.8,"fund":0.5}}}'), ('distance', 20, '{"nearM":300,"farM":3000,"sameUnit":0.8,"sameCounty":0.35,"above":0.5}'), ('free', 10, '{"daysEnough":3,"unknown":0.4}'), ('solved', 10, '{"enough":3}'), ('duty', 10, '{"partner":0.6}'), ('quantity', 10, '{"peoplePerPiece":100,"rialPerPerson":500000,"unknown":0.5}'), ('promised', 15, '{"most":2}')
