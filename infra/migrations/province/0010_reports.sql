CREATE TABLE `closings` (
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`closed_at_ms` integer NOT NULL,
	`reason` text,
	PRIMARY KEY(`period`, `version`)
)
--> statement-breakpoint
CREATE TABLE `frozen_cells` (
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`metric` text NOT NULL,
	`county` text NOT NULL,
	`dims` text NOT NULL,
	`value` integer NOT NULL,
	`as_of_ms` integer NOT NULL,
	PRIMARY KEY(`period`, `version`, `metric`, `county`, `dims`)
)
--> statement-breakpoint
create trigger frozen_cells_stay before update on frozen_cells begin select raise(abort, 'refused:frozen'); end
--> statement-breakpoint
create trigger frozen_cells_remain before delete on frozen_cells begin select raise(abort, 'refused:frozen'); end
--> statement-breakpoint
CREATE TABLE `reports` (
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`due_on` text NOT NULL,
	`drafted_at_ms` integer NOT NULL,
	`signed_at_ms` integer,
	`signed_by` text,
	`signatory` text,
	`signatory_title` text,
	`on_behalf_of` text,
	`cells_digest` text,
	`digest` text,
	`signature` text,
	`key_id` text,
	`submitted_at_ms` integer,
	`decided_at_ms` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`period`, `version`)
)
--> statement-breakpoint
CREATE TABLE `report_texts` (
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`section` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`period`, `version`, `section`)
)
--> statement-breakpoint
CREATE TABLE `report_notes` (
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`figure` text NOT NULL,
	`county` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`period`, `version`, `figure`, `county`)
)
--> statement-breakpoint
CREATE TABLE `report_comments` (
	`id` text PRIMARY KEY NOT NULL,
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
CREATE INDEX `report_comments_by_report` ON `report_comments` (`period`,`at_ms`)
--> statement-breakpoint
CREATE TABLE `delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`from_person_id` text NOT NULL,
	`to_person_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`reason` text NOT NULL,
	`granted_at_ms` integer NOT NULL,
	`ended_at_ms` integer
)
--> statement-breakpoint
CREATE TABLE `letters_received` (
	`number` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key_id` text NOT NULL,
	`digest` text NOT NULL,
	`seal` text NOT NULL,
	`body_json` text NOT NULL,
	`sent_at_ms` integer NOT NULL,
	`received_at_ms` integer NOT NULL
)
