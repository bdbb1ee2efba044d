ALTER TABLE `capacities` ADD COLUMN `amount_rial` integer
--> statement-breakpoint
ALTER TABLE `capacities` ADD COLUMN `hours_json` text
--> statement-breakpoint
ALTER TABLE `capacities` ADD COLUMN `exceptions_json` text
--> statement-breakpoint
ALTER TABLE `capacities` ADD COLUMN `open_days` integer DEFAULT 0 NOT NULL
--> statement-breakpoint
ALTER TABLE `capacities` ADD COLUMN `is_closed_on_holidays` integer DEFAULT false NOT NULL
--> statement-breakpoint
CREATE INDEX `capacities_by_agency` ON `capacities` (`agency_id`) WHERE agency_id is not null
--> statement-breakpoint
create view capacity_hours (capacity_id, weekday, from_min, to_min) as select c.id, json_extract(h.value, '$[0]'), json_extract(h.value, '$[1]'), json_extract(h.value, '$[2]') from capacities c join json_each(c.hours_json) h
--> statement-breakpoint
create view capacity_exceptions (capacity_id, on_date, from_min, to_min) as select c.id, json_extract(e.value, '$.on'), json_extract(s.value, '$[0]'), json_extract(s.value, '$[1]') from capacities c join json_each(c.exceptions_json) e left join json_each(e.value, '$.spans') s on true
--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`capacity_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`operation_id` text,
	`purpose` text,
	`quantity` integer DEFAULT 1 NOT NULL,
	`amount_rial` integer,
	`from_ms` integer NOT NULL,
	`to_ms` integer NOT NULL,
	`series_id` text,
	`booked_by` text NOT NULL,
	`booked_at_ms` integer NOT NULL,
	`cancelled_at_ms` integer,
	`cancelled_by` text,
	`cancel_reason` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`capacity_id`) REFERENCES `capacities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_by_code` ON `bookings` (`code`)
--> statement-breakpoint
CREATE INDEX `bookings_by_capacity` ON `bookings` (`capacity_id`,`from_ms`)
--> statement-breakpoint
CREATE INDEX `bookings_by_unit` ON `bookings` (`unit_id`,`from_ms`)
--> statement-breakpoint
CREATE INDEX `bookings_by_operation` ON `bookings` (`operation_id`) WHERE operation_id is not null
--> statement-breakpoint
CREATE INDEX `bookings_by_series` ON `bookings` (`series_id`) WHERE series_id is not null
--> statement-breakpoint
create trigger bookings_clash_insert before insert on bookings when new.cancelled_at_ms is null begin select raise(abort, 'refused:booking_taken') where exists (select 1 from (select new.from_ms as at union all select b.from_ms from bookings b where b.capacity_id = new.capacity_id and b.id <> new.id and b.cancelled_at_ms is null and b.from_ms > new.from_ms and b.from_ms < new.to_ms) p where coalesce(new.amount_rial, new.quantity) + (select coalesce(sum(coalesce(b.amount_rial, b.quantity)), 0) from bookings b where b.capacity_id = new.capacity_id and b.id <> new.id and b.cancelled_at_ms is null and b.from_ms <= p.at and b.to_ms > p.at) > (select coalesce(max(case c.kind when 'place' then 1 when 'equipment' then coalesce(c.quantity, 1) when 'fund' then coalesce(c.amount_rial, 0) else 0 end), 0) from capacities c where c.id = new.capacity_id and c.withdrawn_at_ms is null)); end
--> statement-breakpoint
create trigger bookings_clash_update before update of capacity_id, from_ms, to_ms, quantity, amount_rial, cancelled_at_ms on bookings when new.cancelled_at_ms is null begin select raise(abort, 'refused:booking_taken') where exists (select 1 from (select new.from_ms as at union all select b.from_ms from bookings b where b.capacity_id = new.capacity_id and b.id <> new.id and b.cancelled_at_ms is null and b.from_ms > new.from_ms and b.from_ms < new.to_ms) p where coalesce(new.amount_rial, new.quantity) + (select coalesce(sum(coalesce(b.amount_rial, b.quantity)), 0) from bookings b where b.capacity_id = new.capacity_id and b.id <> new.id and b.cancelled_at_ms is null and b.from_ms <= p.at and b.to_ms > p.at) > (select coalesce(max(case c.kind when 'place' then 1 when 'equipment' then coalesce(c.quantity, 1) when 'fund' then coalesce(c.amount_rial, 0) else 0 end), 0) from capacities c where c.id = new.capacity_id and c.withdrawn_at_ms is null)); end
--> statement-breakpoint
CREATE TABLE `volunteers` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`name_sealed` text,
	`phone_sealed` text,
	`note_sealed` text,
	`times_sealed` text,
	`skills_json` text DEFAULT '[]' NOT NULL,
	`free_days` integer DEFAULT 0 NOT NULL,
	`consent_version` text NOT NULL,
	`consent_on` text NOT NULL,
	`consent_channel` text NOT NULL,
	`consent_recorded_by` text NOT NULL,
	`enrolled_at_ms` integer NOT NULL,
	`withdrawn_at_ms` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consent_recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `volunteers_by_unit` ON `volunteers` (`unit_id`,`withdrawn_at_ms`)
--> statement-breakpoint
create view volunteer_skills (volunteer_id, unit_id, skill, free_days) as select v.id, v.unit_id, s.value, v.free_days from volunteers v join json_each(v.skills_json) s where v.withdrawn_at_ms is null
--> statement-breakpoint
CREATE TABLE `gone_keys` (
	`key_id` text PRIMARY KEY NOT NULL,
	`gone_at_ms` integer NOT NULL,
	`destroyed_at_ms` integer
)
--> statement-breakpoint
CREATE INDEX `gone_keys_pending` ON `gone_keys` (`gone_at_ms`) WHERE destroyed_at_ms is null
--> statement-breakpoint
delete from facts where metric = 'capacity.count@1'
--> statement-breakpoint
insert or ignore into dirty (unit_id, feature) select id, 'capacity' from units
