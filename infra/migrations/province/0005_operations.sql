ALTER TABLE `operations` ADD COLUMN `audience` text
--> statement-breakpoint
ALTER TABLE `operations` ADD COLUMN `approved_at_ms` integer
--> statement-breakpoint
ALTER TABLE `operations` ADD COLUMN `approved_by` text
--> statement-breakpoint
ALTER TABLE `operations` ADD COLUMN `overlaps_noted` text
--> statement-breakpoint
ALTER TABLE `operations` ADD COLUMN `indicator_id` text
--> statement-breakpoint
ALTER TABLE `operations` ADD COLUMN `place_kind` text DEFAULT 'whole' NOT NULL
--> statement-breakpoint
ALTER TABLE `operations` ADD COLUMN `latitude` real
--> statement-breakpoint
ALTER TABLE `operations` ADD COLUMN `longitude` real
--> statement-breakpoint
ALTER TABLE `operations` ADD COLUMN `baseline_starts_on` text
--> statement-breakpoint
ALTER TABLE `operations` ADD COLUMN `baseline_ends_on` text
--> statement-breakpoint
CREATE INDEX `operations_by_indicator` ON `operations` (`indicator_id`) WHERE indicator_id is not null
--> statement-breakpoint
CREATE INDEX `operations_by_domain` ON `operations` (`domain_key`,`status`)
--> statement-breakpoint
CREATE TABLE `extensions` (
	`id` text PRIMARY KEY NOT NULL,
	`operation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`reason` text NOT NULL,
	`extended_at_ms` integer NOT NULL,
	`undone_at_ms` integer,
	FOREIGN KEY (`operation_id`) REFERENCES `operations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `extensions_by_operation` ON `extensions` (`operation_id`)
--> statement-breakpoint
ALTER TABLE `tasks` ADD COLUMN `is_milestone` integer DEFAULT false NOT NULL
--> statement-breakpoint
ALTER TABLE `tasks` ADD COLUMN `baseline_starts_on` text
--> statement-breakpoint
ALTER TABLE `tasks` ADD COLUMN `baseline_due_on` text
--> statement-breakpoint
ALTER TABLE `tasks` ADD COLUMN `blocked_by` text
--> statement-breakpoint
ALTER TABLE `tasks` ADD COLUMN `blocked_note` text
--> statement-breakpoint
ALTER TABLE `tasks` ADD COLUMN `blocked_agency_id` text
--> statement-breakpoint
ALTER TABLE `tasks` ADD COLUMN `blocked_at_ms` integer
--> statement-breakpoint
CREATE TABLE `task_dependencies` (
	`task_id` text NOT NULL,
	`after_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`lag_days` integer DEFAULT 0 NOT NULL,
	`linked_at_ms` integer NOT NULL,
	PRIMARY KEY(`task_id`, `after_id`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`after_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `task_dependencies_by_after` ON `task_dependencies` (`after_id`)
--> statement-breakpoint
CREATE INDEX `task_dependencies_by_unit` ON `task_dependencies` (`unit_id`)
--> statement-breakpoint
ALTER TABLE `postponements` ADD COLUMN `undone_at_ms` integer
--> statement-breakpoint
CREATE TABLE `work_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`hour_rial` integer,
	`weekend` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL
)
--> statement-breakpoint
insert into work_settings (id, weekend) values (1, '6')
--> statement-breakpoint
ALTER TABLE `contributions` ADD COLUMN `valued_by` text
--> statement-breakpoint
ALTER TABLE `contributions` ADD COLUMN `hour_rial` integer
--> statement-breakpoint
ALTER TABLE `evidence` ADD COLUMN `phase` text
--> statement-breakpoint
ALTER TABLE `evidence` ADD COLUMN `pair_id` text
--> statement-breakpoint
ALTER TABLE `evidence` ADD COLUMN `taken_time` text
--> statement-breakpoint
ALTER TABLE `evidence` ADD COLUMN `latitude` real
--> statement-breakpoint
ALTER TABLE `evidence` ADD COLUMN `longitude` real
--> statement-breakpoint
create trigger task_dependencies_dirty_insert after insert on task_dependencies begin insert or ignore into dirty values (new.unit_id,'operations'); end
--> statement-breakpoint
create trigger task_dependencies_dirty_update after update on task_dependencies begin insert or ignore into dirty values (new.unit_id,'operations'); end
--> statement-breakpoint
create trigger task_dependencies_dirty_delete after delete on task_dependencies begin insert or ignore into dirty values (old.unit_id,'operations'); end
