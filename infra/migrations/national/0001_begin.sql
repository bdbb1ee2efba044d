CREATE TABLE `letters_in` (
	`province` text NOT NULL,
	`epoch` integer NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`key_id` text NOT NULL,
	`digest` text NOT NULL,
	`seal` text NOT NULL,
	`body_json` text NOT NULL,
	`sent_at_ms` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	PRIMARY KEY(`province`, `epoch`, `kind`, `number`)
)
--> statement-breakpoint
CREATE INDEX `letters_in_by_time` ON `letters_in` (`province`,`received_at_ms`)
--> statement-breakpoint
CREATE TABLE `letters_out` (
	`kind` text NOT NULL,
	`epoch` integer NOT NULL,
	`number` integer NOT NULL,
	`body_json` text NOT NULL,
	`written_at_ms` integer NOT NULL,
	`acked_at_ms` integer,
	PRIMARY KEY(`kind`, `epoch`, `number`)
)
--> statement-breakpoint
CREATE INDEX `letters_out_waiting` ON `letters_out` (`acked_at_ms`,`written_at_ms`)
--> statement-breakpoint
CREATE TABLE `province_keys` (
	`key_id` text PRIMARY KEY NOT NULL,
	`province` text NOT NULL,
	`public_jwk` text NOT NULL,
	`from_ms` integer NOT NULL,
	`to_ms` integer
)
--> statement-breakpoint
CREATE INDEX `province_keys_by_province` ON `province_keys` (`province`)
--> statement-breakpoint
CREATE TABLE `provinces` (
	`slug` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_fa` text NOT NULL,
	`name_en` text NOT NULL,
	`status` text NOT NULL,
	`epoch` integer NOT NULL,
	`schema_version` integer NOT NULL,
	`provisioned_at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`command_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`unit_id` text,
	`input_hash` text NOT NULL,
	`result_json` text NOT NULL,
	`fields_json` text NOT NULL
)
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_log_by_command` ON `audit_log` (`command_id`)
--> statement-breakpoint
CREATE INDEX `audit_log_by_subject` ON `audit_log` (`subject`)
--> statement-breakpoint
CREATE INDEX `audit_log_by_unit` ON `audit_log` (`unit_id`,`seq`)
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
)
--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`unit_id` text NOT NULL,
	`agency_id` text,
	`granted_at_ms` integer NOT NULL,
	`revoked_at_ms` integer
)
--> statement-breakpoint
CREATE INDEX `role_grants_by_person` ON `role_grants` (`person_id`)
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`stage` text NOT NULL,
	`device` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`revoked_at_ms` integer
)
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_by_token` ON `sessions` (`token_hash`)
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`)
--> statement-breakpoint
CREATE TABLE `unit_closure` (
	`ancestor_id` text NOT NULL,
	`unit_id` text NOT NULL,
	PRIMARY KEY(`ancestor_id`, `unit_id`)
)
--> statement-breakpoint
CREATE INDEX `unit_closure_by_unit` ON `unit_closure` (`unit_id`)
--> statement-breakpoint
CREATE TABLE `accounts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`password_set_at_ms` integer,
	`totp_secret_sealed` text,
	`totp_enrolled_at_ms` integer,
	`totp_last_step` integer,
	`is_suspended` integer DEFAULT false NOT NULL,
	`created_at_ms` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_email` ON `accounts` (`email`)
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`token_hash` text NOT NULL,
	`purpose` text NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`used_at_ms` integer,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_by_token` ON `invitations` (`token_hash`)
--> statement-breakpoint
CREATE INDEX `invitations_by_person` ON `invitations` (`person_id`)
--> statement-breakpoint
CREATE TABLE `lockouts` (
	`key` text PRIMARY KEY NOT NULL,
	`failed_count` integer NOT NULL,
	`window_from_ms` integer NOT NULL,
	`locked_until_ms` integer
)
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at_ms` integer,
	FOREIGN KEY (`person_id`) REFERENCES `accounts`(`person_id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_codes_by_hash` ON `recovery_codes` (`person_id`,`code_hash`)
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`full_name` text NOT NULL,
	`name_folded` text NOT NULL,
	`mobile` text,
	`job_title` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`registered_at_ms` integer NOT NULL,
	`retired_at_ms` integer,
	`revision` integer DEFAULT 1 NOT NULL
)
--> statement-breakpoint
CREATE INDEX `people_by_name` ON `people` (`name_folded`)
--> statement-breakpoint
CREATE TABLE `coverage` (
	`metric` text NOT NULL,
	`province` text NOT NULL,
	`epoch` integer NOT NULL,
	`as_of_ms` integer NOT NULL,
	`counties` integer NOT NULL,
	`neighbourhoods` integer NOT NULL,
	PRIMARY KEY(`metric`, `province`)
)
--> statement-breakpoint
CREATE TABLE `national_cells` (
	`metric` text NOT NULL,
	`period` text NOT NULL,
	`province` text NOT NULL,
	`county` text NOT NULL,
	`dims` text NOT NULL,
	`value` integer NOT NULL,
	`epoch` integer NOT NULL,
	`letter_number` integer NOT NULL,
	`sent_at_ms` integer NOT NULL,
	PRIMARY KEY(`metric`, `period`, `province`, `county`, `dims`)
)
--> statement-breakpoint
CREATE INDEX `national_cells_by_province` ON `national_cells` (`province`,`metric`)
--> statement-breakpoint
CREATE TABLE `counties` (
	`code` text PRIMARY KEY NOT NULL,
	`province` text NOT NULL,
	`name_fa` text NOT NULL,
	`name_en` text,
	`ended_on` text
)
--> statement-breakpoint
CREATE INDEX `counties_by_province` ON `counties` (`province`)
--> statement-breakpoint
insert into meta (key, value) values ('schema_version', '1')
