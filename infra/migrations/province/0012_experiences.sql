CREATE TABLE `experience_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`domain` text NOT NULL,
	`title` text NOT NULL,
	`tried` text,
	`outcome` text,
	`advice` text,
	`operations_json` text DEFAULT '[]' NOT NULL,
	`notes_json` text DEFAULT '[]' NOT NULL,
	`figures_json` text DEFAULT '[]' NOT NULL,
	`written_by` text NOT NULL,
	`written_at_ms` integer NOT NULL,
	`amended_at_ms` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL
)
--> statement-breakpoint
CREATE TABLE `experiences` (
	`id` text PRIMARY KEY NOT NULL,
	`province` text NOT NULL,
	`kind` text NOT NULL,
	`domain` text NOT NULL,
	`title` text NOT NULL,
	`tried` text NOT NULL,
	`outcome` text NOT NULL,
	`advice` text,
	`evidence_json` text NOT NULL,
	`figures_json` text NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`published_at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE INDEX `experiences_by_time` ON `experiences` (`published_at_ms`)
--> statement-breakpoint
create trigger experiences_stay before update on experiences begin select raise(abort, 'refused:published'); end
--> statement-breakpoint
CREATE TABLE `experience_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`experience_id` text NOT NULL,
	`province` text NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`body` text NOT NULL,
	`at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE INDEX `experience_answers_by_post` ON `experience_answers` (`experience_id`,`at_ms`)
--> statement-breakpoint
CREATE TABLE `experience_adoptions` (
	`experience_id` text NOT NULL,
	`province` text NOT NULL,
	`turn` integer NOT NULL,
	`is_adopted` integer NOT NULL,
	`operation` text,
	`note` text,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`experience_id`, `province`)
)
--> statement-breakpoint
CREATE TABLE `experience_endings` (
	`experience_id` text NOT NULL,
	`how` text NOT NULL,
	`province` text NOT NULL,
	`reason` text NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`experience_id`, `how`, `province`)
)
--> statement-breakpoint
CREATE TABLE `experience_docs` (
	`n` integer PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`text` text NOT NULL
)
--> statement-breakpoint
CREATE UNIQUE INDEX `experience_docs_ref_unique` ON `experience_docs` (`ref`)
--> statement-breakpoint
create virtual table experience_index using fts5(text, content=experience_docs, content_rowid=n, prefix=2, prefix=3)
--> statement-breakpoint
create trigger experience_docs_insert after insert on experience_docs begin insert into experience_index (rowid, text) values (new.n, new.text); end
--> statement-breakpoint
create trigger experience_docs_delete before delete on experience_docs begin insert into experience_index (experience_index, rowid, text) values ('delete', old.n, old.text); end
