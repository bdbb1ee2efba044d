CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`aim` text NOT NULL,
	`title_fa` text NOT NULL,
	`title_en` text,
	`title_folded` text NOT NULL,
	`about` text,
	`of_fa` text,
	`of_en` text,
	`source` text NOT NULL,
	`frequency` text NOT NULL,
	`population` text NOT NULL,
	`adds_up` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`defined_at_ms` integer NOT NULL,
	`retired_at_ms` integer,
	`retire_reason` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL
)
--> statement-breakpoint
CREATE UNIQUE INDEX `indicators_by_key` ON `indicators` (`key`)
--> statement-breakpoint
CREATE TABLE `indicator_versions` (
	`indicator_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit` text NOT NULL,
	`direction` text NOT NULL,
	`formula` text,
	`why` text,
	`since_ms` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `version`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE TABLE `indicator_inputs` (
	`indicator_id` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	PRIMARY KEY(`indicator_id`, `version`, `kind`, `ref`),
	FOREIGN KEY (`indicator_id`,`version`) REFERENCES `indicator_versions`(`indicator_id`,`version`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE TABLE `measurements` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`period` text NOT NULL,
	`value` real,
	`n` integer,
	`is_suppressed` integer DEFAULT false NOT NULL,
	`note` text,
	`doubts_json` text,
	`doubt_reason` text,
	`via` text NOT NULL,
	`measured_by` text NOT NULL,
	`measured_at_ms` integer NOT NULL,
	`struck_at_ms` integer,
	`strike_reason` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measured_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`,`version`) REFERENCES `indicator_versions`(`indicator_id`,`version`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `measurements_standing` ON `measurements` (`indicator_id`,`period`,`unit_id`) WHERE struck_at_ms is null
--> statement-breakpoint
CREATE INDEX `measurements_by_unit` ON `measurements` (`unit_id`,`indicator_id`,`period`)
--> statement-breakpoint
CREATE TABLE `measurement_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`measurement_id` text NOT NULL,
	`value_before` real,
	`value_after` real,
	`was_suppressed` integer NOT NULL,
	`is_suppressed` integer NOT NULL,
	`reason` text NOT NULL,
	`corrected_by` text NOT NULL,
	`corrected_at_ms` integer NOT NULL,
	FOREIGN KEY (`measurement_id`) REFERENCES `measurements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrected_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `measurement_corrections_by_measurement` ON `measurement_corrections` (`measurement_id`)
--> statement-breakpoint
CREATE TABLE `indicator_aims` (
	`indicator_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`baseline_value` real,
	`goal_value` real,
	`goal_period` text,
	`set_at_ms` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `unit_id`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `indicator_aims_by_unit` ON `indicator_aims` (`unit_id`)
--> statement-breakpoint
ALTER TABLE `targets` ADD COLUMN `indicator_id` text REFERENCES indicators(id)
--> statement-breakpoint
ALTER TABLE `targets` ADD COLUMN `indicator_version` integer
--> statement-breakpoint
ALTER TABLE `targets` ADD COLUMN `parent_id` text
--> statement-breakpoint
CREATE INDEX `targets_by_parent` ON `targets` (`parent_id`) WHERE parent_id is not null
--> statement-breakpoint
CREATE TABLE `target_milestones` (
	`target_id` text NOT NULL,
	`on_date` text NOT NULL,
	`value` real NOT NULL,
	PRIMARY KEY(`target_id`, `on_date`),
	FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`) ON UPDATE no action ON DELETE cascade
)
--> statement-breakpoint
CREATE TABLE `target_readings` (
	`target_id` text NOT NULL,
	`on_date` text NOT NULL,
	`value` real NOT NULL,
	PRIMARY KEY(`target_id`, `on_date`),
	FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`) ON UPDATE no action ON DELETE cascade
)
