CREATE TABLE `template_adopters` (
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`province` text NOT NULL,
	`county` text NOT NULL,
	`turn` integer NOT NULL,
	`adoptions` integer NOT NULL,
	`overlay_json` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`template_id`, `version`, `province`, `county`)
)
--> statement-breakpoint
CREATE TABLE `template_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`part` text,
	`element_id` text,
	`body` text NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE INDEX `template_comments_by_digest` ON `template_comments` (`digest`,`at_ms`)
--> statement-breakpoint
CREATE TABLE `template_docs` (
	`n` integer PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`text` text NOT NULL
)
--> statement-breakpoint
CREATE UNIQUE INDEX `template_docs_ref_unique` ON `template_docs` (`ref`)
--> statement-breakpoint
CREATE TABLE `template_elements` (
	`element_id` text NOT NULL,
	`template_id` text NOT NULL,
	PRIMARY KEY(`element_id`, `template_id`)
)
--> statement-breakpoint
CREATE TABLE `template_endings` (
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`how` text NOT NULL,
	`province` text NOT NULL,
	`reason` text NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`template_id`, `version`, `how`)
)
--> statement-breakpoint
CREATE TABLE `template_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`template_id` text NOT NULL,
	`base_version` integer NOT NULL,
	`from_province` text NOT NULL,
	`to_province` text NOT NULL,
	`note` text NOT NULL,
	`changes_json` text NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`at_ms` integer NOT NULL,
	`outcome` text,
	`taken_json` text,
	`answer` text,
	`answered_by` text,
	`answered_at_ms` integer
)
--> statement-breakpoint
CREATE INDEX `template_proposals_by_template` ON `template_proposals` (`template_id`,`at_ms`)
--> statement-breakpoint
CREATE TABLE `template_results` (
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`province` text NOT NULL,
	`indicator` text NOT NULL,
	`side` text NOT NULL,
	`setting` text NOT NULL,
	`size` text NOT NULL,
	`n` integer NOT NULL,
	`sum_before` real NOT NULL,
	`sum_after` real NOT NULL,
	`sum_squared_change` real NOT NULL,
	`turn` integer NOT NULL,
	`as_of_ms` integer NOT NULL,
	PRIMARY KEY(`template_id`, `version`, `province`, `indicator`, `side`, `setting`, `size`)
)
--> statement-breakpoint
CREATE TABLE `templates` (
	`digest` text PRIMARY KEY NOT NULL,
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`province` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`tags_json` text NOT NULL,
	`setting` text NOT NULL,
	`size` text NOT NULL,
	`elements` integer NOT NULL,
	`parts_json` text NOT NULL,
	`domains_json` text NOT NULL,
	`is_sample` integer NOT NULL,
	`document_json` text NOT NULL,
	`seal_json` text NOT NULL,
	`endorsement_json` text NOT NULL,
	`arrival` text NOT NULL,
	`signed_at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE UNIQUE INDEX `templates_by_version` ON `templates` (`template_id`,`version`)
--> statement-breakpoint
CREATE TABLE `template_submissions` (
	`digest` text PRIMARY KEY NOT NULL,
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`province` text NOT NULL,
	`title` text NOT NULL,
	`document_json` text NOT NULL,
	`seal_json` text NOT NULL,
	`note` text NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`submitted_at_ms` integer NOT NULL,
	`status` text NOT NULL,
	`decided_by` text,
	`decided_at_ms` integer,
	`revision` integer DEFAULT 1 NOT NULL
)
--> statement-breakpoint
CREATE INDEX `template_submissions_by_status` ON `template_submissions` (`status`,`submitted_at_ms`)
--> statement-breakpoint
create trigger templates_stay before update on templates begin select raise(abort, 'refused:published'); end
--> statement-breakpoint
create virtual table template_index using fts5(text, content=template_docs, content_rowid=n, prefix=2, prefix=3)
--> statement-breakpoint
create trigger template_docs_insert after insert on template_docs begin insert into template_index (rowid, text) values (new.n, new.text); end
--> statement-breakpoint
create trigger template_docs_delete before delete on template_docs begin insert into template_index (template_index, rowid, text) values ('delete', old.n, old.text); end
