CREATE TABLE `national_closings` (
	`province` text NOT NULL,
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`closed_at_ms` integer NOT NULL,
	`reason` text,
	`received_at_ms` integer NOT NULL,
	`epoch` integer NOT NULL,
	`letter_number` integer NOT NULL,
	PRIMARY KEY(`province`, `period`, `version`)
)
--> statement-breakpoint
CREATE TABLE `national_frozen_cells` (
	`metric` text NOT NULL,
	`period` text NOT NULL,
	`province` text NOT NULL,
	`version` integer NOT NULL,
	`county` text NOT NULL,
	`dims` text NOT NULL,
	`value` integer NOT NULL,
	`as_of_ms` integer NOT NULL,
	PRIMARY KEY(`metric`, `period`, `province`, `version`, `county`, `dims`)
)
--> statement-breakpoint
CREATE INDEX `national_frozen_cells_by_report` ON `national_frozen_cells` (`province`,`period`,`version`)
--> statement-breakpoint
create trigger national_frozen_cells_stay before update on national_frozen_cells begin select raise(abort, 'refused:frozen'); end
--> statement-breakpoint
create trigger national_frozen_cells_remain before delete on national_frozen_cells begin select raise(abort, 'refused:frozen'); end
--> statement-breakpoint
CREATE TABLE `submitted_reports` (
	`province` text NOT NULL,
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`body_json` text NOT NULL,
	`submitted_at_ms` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	`epoch` integer NOT NULL,
	`letter_number` integer NOT NULL,
	`decided_at_ms` integer,
	`decided_by` text,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`province`, `period`, `version`)
)
--> statement-breakpoint
CREATE TABLE `submitted_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`province` text NOT NULL,
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`side` text NOT NULL,
	`kind` text NOT NULL,
	`figure` text,
	`county` text,
	`author` text NOT NULL,
	`body` text NOT NULL,
	`at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE INDEX `submitted_comments_by_report` ON `submitted_comments` (`province`,`period`,`at_ms`)
--> statement-breakpoint
CREATE TABLE `letters_to_provinces` (
	`province` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`body_json` text NOT NULL,
	`written_at_ms` integer NOT NULL,
	`collected_at_ms` integer,
	PRIMARY KEY(`province`, `number`)
)
--> statement-breakpoint
CREATE INDEX `letters_to_provinces_waiting` ON `letters_to_provinces` (`province`) WHERE `collected_at_ms` is null
--> statement-breakpoint
CREATE TABLE `nation_keys` (
	`key_id` text PRIMARY KEY NOT NULL,
	`wrapped_private` text NOT NULL,
	`public_jwk` text NOT NULL,
	`from_ms` integer NOT NULL,
	`to_ms` integer
)
