CREATE TABLE `border_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`epoch` integer NOT NULL,
	`cell_number` integer NOT NULL,
	`cell_seq` integer NOT NULL,
	`coverage_number` integer NOT NULL,
	`coverage_at_ms` integer NOT NULL,
	`last_acked_at_ms` integer,
	`last_failure` text
)
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
CREATE TABLE `seal_keys` (
	`key_id` text PRIMARY KEY NOT NULL,
	`wrapped_private` text NOT NULL,
	`public_jwk` text NOT NULL,
	`from_ms` integer NOT NULL,
	`to_ms` integer
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
CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`kind` text NOT NULL,
	`unit_id` text NOT NULL,
	`phone` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`registered_at_ms` integer NOT NULL,
	`retired_at_ms` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `agencies_by_unit` ON `agencies` (`unit_id`)
--> statement-breakpoint
CREATE INDEX `agencies_by_kind` ON `agencies` (`kind`,`name_folded`)
--> statement-breakpoint
CREATE TABLE `bases` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`official_code` text,
	`agency_id` text,
	`activation` text NOT NULL,
	`activated_on` text,
	`is_lead` integer DEFAULT false NOT NULL,
	`latitude` real,
	`longitude` real,
	`is_sample` integer DEFAULT false NOT NULL,
	`registered_at_ms` integer NOT NULL,
	`retired_at_ms` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `bases_by_code` ON `bases` (`official_code`)
--> statement-breakpoint
CREATE UNIQUE INDEX `bases_by_name` ON `bases` (`unit_id`,`kind`,`name_folded`) WHERE retired_at_ms is null
--> statement-breakpoint
CREATE INDEX `bases_by_activation` ON `bases` (`activation`,`kind`)
--> statement-breakpoint
CREATE INDEX `bases_by_agency` ON `bases` (`agency_id`)
--> statement-breakpoint
CREATE TABLE `capacities` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`note` text,
	`agency_id` text,
	`quantity` integer,
	`domain_key` text,
	`available_note` text,
	`latitude` real,
	`longitude` real,
	`registered_at_ms` integer NOT NULL,
	`withdrawn_at_ms` integer,
	`withdraw_reason` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `capacities_by_unit` ON `capacities` (`unit_id`,`kind`)
--> statement-breakpoint
CREATE INDEX `capacities_by_domain` ON `capacities` (`domain_key`)
--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`council_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`decree_number` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`sworn_on` text,
	`ended_on` text,
	`end_reason` text,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`council_id`) REFERENCES `councils`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `charter_seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `appointments_by_council` ON `appointments` (`council_id`,`seat_id`)
--> statement-breakpoint
CREATE INDEX `appointments_by_unit` ON `appointments` (`unit_id`)
--> statement-breakpoint
CREATE INDEX `appointments_by_person` ON `appointments` (`person_id`)
--> statement-breakpoint
CREATE TABLE `charter_seats` (
	`id` text PRIMARY KEY NOT NULL,
	`charter_id` text NOT NULL,
	`key` text NOT NULL,
	`ord` integer NOT NULL,
	`title_fa` text NOT NULL,
	`title_en` text NOT NULL,
	`office` text NOT NULL,
	`is_required` integer NOT NULL,
	`is_chair` integer NOT NULL,
	`is_secretary` integer NOT NULL,
	FOREIGN KEY (`charter_id`) REFERENCES `charters`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `charter_seats_by_key` ON `charter_seats` (`charter_id`,`key`)
--> statement-breakpoint
CREATE TABLE `charters` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`title_fa` text NOT NULL,
	`title_en` text NOT NULL,
	`origin` text NOT NULL,
	`from_on` text NOT NULL,
	`superseded_on` text
)
--> statement-breakpoint
CREATE UNIQUE INDEX `charters_by_version` ON `charters` (`kind`,`version`)
--> statement-breakpoint
CREATE UNIQUE INDEX `charters_in_force` ON `charters` (`kind`) WHERE superseded_on is null
--> statement-breakpoint
CREATE TABLE `committee_kinds` (
	`key` text PRIMARY KEY NOT NULL,
	`title_fa` text NOT NULL,
	`title_en` text NOT NULL,
	`is_emergency` integer DEFAULT false NOT NULL,
	`ord` integer NOT NULL,
	`retired_on` text
)
--> statement-breakpoint
CREATE TABLE `committees` (
	`id` text PRIMARY KEY NOT NULL,
	`council_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind_key` text NOT NULL,
	`lead_person_id` text,
	`formed_on` text NOT NULL,
	FOREIGN KEY (`council_id`) REFERENCES `councils`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind_key`) REFERENCES `committee_kinds`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `committees_by_kind` ON `committees` (`council_id`,`kind_key`)
--> statement-breakpoint
CREATE INDEX `committees_by_unit` ON `committees` (`unit_id`)
--> statement-breakpoint
CREATE TABLE `councils` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`unit_id` text NOT NULL,
	`charter_id` text NOT NULL,
	`established_on` text NOT NULL,
	`first_meeting_on` text,
	`dissolved_on` text,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`charter_id`) REFERENCES `charters`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `councils_living` ON `councils` (`unit_id`,`kind`) WHERE dissolved_on is null
--> statement-breakpoint
CREATE INDEX `councils_by_kind` ON `councils` (`kind`)
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`blob_key` text,
	`content_type` text,
	`bytes` integer,
	`sha256` text,
	`taken_on` text,
	`added_at_ms` integer NOT NULL,
	`added_by` text NOT NULL,
	`removed_at_ms` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `evidence_by_subject` ON `evidence` (`subject_kind`,`subject_id`)
--> statement-breakpoint
CREATE INDEX `evidence_by_unit` ON `evidence` (`unit_id`)
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
CREATE TABLE `targets` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`title_fa` text NOT NULL,
	`title_en` text,
	`metric_key` text,
	`metric_version` integer DEFAULT 1 NOT NULL,
	`metric_dims` text,
	`baseline_value` real NOT NULL,
	`goal_value` real NOT NULL,
	`from_on` text NOT NULL,
	`due_on` text NOT NULL,
	`manual_value` real,
	`reported_at_ms` integer,
	`set_at_ms` integer NOT NULL,
	`dropped_at_ms` integer,
	`drop_reason` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `targets_by_unit` ON `targets` (`unit_id`,`due_on`)
--> statement-breakpoint
CREATE TABLE `contributions` (
	`id` text PRIMARY KEY NOT NULL,
	`operation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`agency_id` text,
	`note` text,
	`value_rial` integer,
	`hours` real,
	`recorded_at_ms` integer NOT NULL,
	`removed_at_ms` integer,
	FOREIGN KEY (`operation_id`) REFERENCES `operations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `contributions_by_operation` ON `contributions` (`operation_id`)
--> statement-breakpoint
CREATE INDEX `contributions_by_unit` ON `contributions` (`unit_id`)
--> statement-breakpoint
CREATE TABLE `operation_capacities` (
	`operation_id` text NOT NULL,
	`capacity_id` text NOT NULL,
	PRIMARY KEY(`operation_id`, `capacity_id`),
	FOREIGN KEY (`operation_id`) REFERENCES `operations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`capacity_id`) REFERENCES `capacities`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `operation_capacities_by_capacity` ON `operation_capacities` (`capacity_id`)
--> statement-breakpoint
CREATE TABLE `operations` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`unit_id` text NOT NULL,
	`problem_id` text,
	`domain_key` text NOT NULL,
	`agency_id` text,
	`title` text NOT NULL,
	`title_folded` text NOT NULL,
	`goal` text,
	`measure` text,
	`status` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`result_note` text,
	`result_value` real,
	`cancel_reason` text,
	`planned_at_ms` integer NOT NULL,
	`started_at_ms` integer,
	`finished_at_ms` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`domain_key`) REFERENCES `domains`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `operations_by_code` ON `operations` (`code`)
--> statement-breakpoint
CREATE INDEX `operations_by_unit` ON `operations` (`unit_id`,`starts_on`)
--> statement-breakpoint
CREATE INDEX `operations_by_agency` ON `operations` (`agency_id`)
--> statement-breakpoint
CREATE INDEX `operations_by_problem` ON `operations` (`problem_id`)
--> statement-breakpoint
CREATE TABLE `postponements` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`reason` text NOT NULL,
	`postponed_at_ms` integer NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `postponements_by_task` ON `postponements` (`task_id`)
--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`operation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`title` text NOT NULL,
	`responsible_person_id` text NOT NULL,
	`agency_id` text,
	`starts_on` text NOT NULL,
	`due_on` text NOT NULL,
	`status` text NOT NULL,
	`done_at_ms` integer,
	`done_note` text,
	`cancel_reason` text,
	`postponed_count` integer DEFAULT 0 NOT NULL,
	`reopened_count` integer DEFAULT 0 NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`operation_id`) REFERENCES `operations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsible_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `tasks_by_operation` ON `tasks` (`operation_id`)
--> statement-breakpoint
CREATE INDEX `tasks_by_unit` ON `tasks` (`unit_id`,`status`,`due_on`)
--> statement-breakpoint
CREATE INDEX `tasks_by_due` ON `tasks` (`status`,`due_on`)
--> statement-breakpoint
CREATE INDEX `tasks_by_responsible` ON `tasks` (`responsible_person_id`)
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
CREATE TABLE `domains` (
	`key` text PRIMARY KEY NOT NULL,
	`title_fa` text NOT NULL,
	`title_en` text NOT NULL,
	`national_key` text NOT NULL,
	`is_sensitive` integer NOT NULL,
	`parent_key` text,
	`ord` integer NOT NULL
)
--> statement-breakpoint
CREATE TABLE `problems` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`unit_id` text NOT NULL,
	`domain_key` text NOT NULL,
	`title` text NOT NULL,
	`title_folded` text NOT NULL,
	`description` text,
	`severity` integer NOT NULL,
	`people_affected` integer,
	`place_kind` text NOT NULL,
	`place_note` text,
	`latitude` real,
	`longitude` real,
	`status` text NOT NULL,
	`rank` integer,
	`root_cause` text,
	`solution` text,
	`close_reason` text,
	`reopen_why` text,
	`merged_into_id` text,
	`registered_by` text NOT NULL,
	`registered_at_ms` integer NOT NULL,
	`triaged_at_ms` integer,
	`started_at_ms` integer,
	`solved_at_ms` integer,
	`closed_at_ms` integer,
	`reopened_count` integer DEFAULT 0 NOT NULL,
	`redacted_at_ms` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`domain_key`) REFERENCES `domains`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `problems_by_code` ON `problems` (`code`)
--> statement-breakpoint
CREATE INDEX `problems_by_unit` ON `problems` (`unit_id`,`status`)
--> statement-breakpoint
CREATE INDEX `problems_by_merged` ON `problems` (`merged_into_id`) WHERE merged_into_id is not null
--> statement-breakpoint
CREATE INDEX `problems_by_time` ON `problems` (`registered_at_ms`)
--> statement-breakpoint
CREATE TABLE `periods` (
	`key` text PRIMARY KEY NOT NULL,
	`from_ms` integer NOT NULL,
	`to_ms` integer NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL
)
--> statement-breakpoint
CREATE UNIQUE INDEX `periods_by_start` ON `periods` (`from_ms`)
--> statement-breakpoint
CREATE TABLE `unit_memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`parent_id` text,
	`county_id` text,
	`from_on` text NOT NULL,
	`to_on` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_memberships_by_day` ON `unit_memberships` (`unit_id`,`from_on`)
--> statement-breakpoint
CREATE TABLE `unit_successions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`from_unit_id` text NOT NULL,
	`to_unit_id` text NOT NULL,
	`on_date` text NOT NULL,
	`old_name` text,
	`decree_number` text,
	FOREIGN KEY (`from_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `unit_successions_by_from` ON `unit_successions` (`from_unit_id`)
--> statement-breakpoint
CREATE INDEX `unit_successions_by_to` ON `unit_successions` (`to_unit_id`)
--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`official_code` text,
	`name_fa` text NOT NULL,
	`name_en` text,
	`name_folded` text NOT NULL,
	`parent_id` text,
	`county_id` text,
	`from_on` text NOT NULL,
	`ended_on` text,
	`population` integer,
	`area_m2` integer,
	`latitude` real,
	`longitude` real,
	`boundary_geojson` text,
	`lead_base_id` text,
	`house_base_id` text,
	`manager_person_id` text,
	`summary` text,
	`is_model` integer DEFAULT false NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	`registered_at_ms` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`county_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `units_by_code` ON `units` (`official_code`)
--> statement-breakpoint
CREATE INDEX `units_by_parent` ON `units` (`parent_id`)
--> statement-breakpoint
CREATE INDEX `units_by_county` ON `units` (`county_id`,`kind`)
--> statement-breakpoint
CREATE INDEX `units_by_kind` ON `units` (`kind`,`name_folded`)
--> statement-breakpoint
CREATE TABLE `cell_clock` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
)
--> statement-breakpoint
CREATE TABLE `cells` (
	`county_id` text NOT NULL,
	`metric` text NOT NULL,
	`dims` text NOT NULL,
	`period` text NOT NULL,
	`value` integer NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`county_id`, `metric`, `dims`, `period`)
)
--> statement-breakpoint
CREATE INDEX `cells_by_seq` ON `cells` (`seq`)
--> statement-breakpoint
CREATE TABLE `clock_marks` (
	`unit_id` text NOT NULL,
	`feature` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`unit_id`, `feature`)
)
--> statement-breakpoint
CREATE INDEX `clock_marks_by_time` ON `clock_marks` (`at_ms`)
--> statement-breakpoint
CREATE TABLE `dirty` (
	`unit_id` text NOT NULL,
	`feature` text NOT NULL,
	PRIMARY KEY(`unit_id`, `feature`)
)
--> statement-breakpoint
CREATE INDEX `dirty_by_feature` ON `dirty` (`feature`)
--> statement-breakpoint
CREATE TABLE `facts` (
	`unit_id` text NOT NULL,
	`county_id` text NOT NULL,
	`metric` text NOT NULL,
	`dims` text NOT NULL,
	`period` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`metric`, `unit_id`, `county_id`, `dims`, `period`)
)
--> statement-breakpoint
CREATE INDEX `facts_by_unit` ON `facts` (`unit_id`,`metric`)
--> statement-breakpoint
create trigger bases_dirty_insert after insert on bases begin insert or ignore into dirty values (new.unit_id,'agencies'); end
--> statement-breakpoint
create trigger bases_dirty_update after update on bases begin insert or ignore into dirty values (new.unit_id,'agencies'),(old.unit_id,'agencies'); end
--> statement-breakpoint
create trigger bases_dirty_delete after delete on bases begin insert or ignore into dirty values (old.unit_id,'agencies'); end
--> statement-breakpoint
create trigger capacities_dirty_insert after insert on capacities begin insert or ignore into dirty values (new.unit_id,'capacity'),(new.unit_id,'steps'); end
--> statement-breakpoint
create trigger capacities_dirty_update after update on capacities begin insert or ignore into dirty values (new.unit_id,'capacity'),(new.unit_id,'steps'),(old.unit_id,'capacity'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger capacities_dirty_delete after delete on capacities begin insert or ignore into dirty values (old.unit_id,'capacity'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger councils_dirty_insert after insert on councils begin insert or ignore into dirty values (new.unit_id,'councils'),(new.unit_id,'steps'); end
--> statement-breakpoint
create trigger councils_dirty_update after update on councils begin insert or ignore into dirty values (new.unit_id,'councils'),(new.unit_id,'steps'),(old.unit_id,'councils'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger councils_dirty_delete after delete on councils begin insert or ignore into dirty values (old.unit_id,'councils'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger appointments_dirty_insert after insert on appointments begin insert or ignore into dirty values (new.unit_id,'councils'),(new.unit_id,'steps'); end
--> statement-breakpoint
create trigger appointments_dirty_update after update on appointments begin insert or ignore into dirty values (new.unit_id,'councils'),(new.unit_id,'steps'),(old.unit_id,'councils'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger appointments_dirty_delete after delete on appointments begin insert or ignore into dirty values (old.unit_id,'councils'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger units_dirty_insert after insert on units begin insert or ignore into dirty values (new.id,'councils'),(new.id,'steps'),(new.id,'units'); end
--> statement-breakpoint
create trigger units_dirty_update after update on units begin insert or ignore into dirty values (new.id,'councils'),(new.id,'steps'),(new.id,'units'),(old.id,'councils'),(old.id,'steps'),(old.id,'units'); end
--> statement-breakpoint
create trigger units_dirty_delete after delete on units begin insert or ignore into dirty values (old.id,'councils'),(old.id,'steps'),(old.id,'units'); end
--> statement-breakpoint
create trigger operations_dirty_insert after insert on operations begin insert or ignore into dirty values (new.unit_id,'operations'),(new.unit_id,'steps'); end
--> statement-breakpoint
create trigger operations_dirty_update after update on operations begin insert or ignore into dirty values (new.unit_id,'operations'),(new.unit_id,'steps'),(old.unit_id,'operations'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger operations_dirty_delete after delete on operations begin insert or ignore into dirty values (old.unit_id,'operations'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger tasks_dirty_insert after insert on tasks begin insert or ignore into dirty values (new.unit_id,'operations'),(new.unit_id,'steps'); end
--> statement-breakpoint
create trigger tasks_dirty_update after update on tasks begin insert or ignore into dirty values (new.unit_id,'operations'),(new.unit_id,'steps'),(old.unit_id,'operations'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger tasks_dirty_delete after delete on tasks begin insert or ignore into dirty values (old.unit_id,'operations'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger contributions_dirty_insert after insert on contributions begin insert or ignore into dirty values (new.unit_id,'operations'); end
--> statement-breakpoint
create trigger contributions_dirty_update after update on contributions begin insert or ignore into dirty values (new.unit_id,'operations'),(old.unit_id,'operations'); end
--> statement-breakpoint
create trigger contributions_dirty_delete after delete on contributions begin insert or ignore into dirty values (old.unit_id,'operations'); end
--> statement-breakpoint
create trigger problems_dirty_insert after insert on problems begin insert or ignore into dirty values (new.unit_id,'problems'),(new.unit_id,'steps'); end
--> statement-breakpoint
create trigger problems_dirty_update after update on problems begin insert or ignore into dirty values (new.unit_id,'problems'),(new.unit_id,'steps'),(old.unit_id,'problems'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger problems_dirty_delete after delete on problems begin insert or ignore into dirty values (old.unit_id,'problems'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger evidence_dirty_insert after insert on evidence begin insert or ignore into dirty values (new.unit_id,'steps'); end
--> statement-breakpoint
create trigger evidence_dirty_update after update on evidence begin insert or ignore into dirty values (new.unit_id,'steps'),(old.unit_id,'steps'); end
--> statement-breakpoint
create trigger evidence_dirty_delete after delete on evidence begin insert or ignore into dirty values (old.unit_id,'steps'); end
--> statement-breakpoint
create trigger units_county_dirty after update of county_id on units when old.county_id is not new.county_id begin insert or ignore into dirty values (new.id,'agencies'),(new.id,'capacity'),(new.id,'councils'),(new.id,'operations'),(new.id,'problems'),(new.id,'steps'),(new.id,'units'); end
--> statement-breakpoint
create trigger unit_memberships_dirty after insert on unit_memberships begin insert or ignore into dirty values (new.unit_id,'agencies'),(new.unit_id,'capacity'),(new.unit_id,'councils'),(new.unit_id,'operations'),(new.unit_id,'problems'),(new.unit_id,'steps'),(new.unit_id,'units'); end
--> statement-breakpoint
create trigger facts_insert after insert on facts begin update cell_clock set seq = seq + 1; insert into cells (county_id, metric, dims, period, value, seq) select new.county_id, new.metric, new.dims, new.period, new.value, seq from cell_clock where true on conflict (county_id, metric, dims, period) do update set value = value + excluded.value, seq = excluded.seq; end
--> statement-breakpoint
create trigger facts_update after update of value on facts when new.value <> old.value begin update cell_clock set seq = seq + 1; insert into cells (county_id, metric, dims, period, value, seq) select new.county_id, new.metric, new.dims, new.period, new.value - old.value, seq from cell_clock where true on conflict (county_id, metric, dims, period) do update set value = value + excluded.value, seq = excluded.seq; end
--> statement-breakpoint
create trigger facts_delete after delete on facts begin update cell_clock set seq = seq + 1; insert into cells (county_id, metric, dims, period, value, seq) select old.county_id, old.metric, old.dims, old.period, -old.value, seq from cell_clock where true on conflict (county_id, metric, dims, period) do update set value = value + excluded.value, seq = excluded.seq; end
--> statement-breakpoint
insert into cell_clock (id, seq) values (1, 0)
--> statement-breakpoint
insert into border_state (id, epoch, cell_number, cell_seq, coverage_number, coverage_at_ms) values (1, 1, 0, 0, 0, 0)
--> statement-breakpoint
insert into periods (key, from_ms, to_ms, first_on, last_on) values ('1395-01', 1458419400000, 1461094200000, '2016-03-20', '2016-04-19'), ('1395-02', 1461094200000, 1463772600000, '2016-04-20', '2016-05-20'), ('1395-03', 1463772600000, 1466451000000, '2016-05-21', '2016-06-20'), ('1395-04', 1466451000000, 1469129400000, '2016-06-21', '2016-07-21'), ('1395-05', 1469129400000, 1471807800000, '2016-07-22', '2016-08-21'), ('1395-06', 1471807800000, 1474489800000, '2016-08-22', '2016-09-21'), ('1395-07', 1474489800000, 1477081800000, '2016-09-22', '2016-10-21'), ('1395-08', 1477081800000, 1479673800000, '2016-10-22', '2016-11-20'), ('1395-09', 1479673800000, 1482265800000, '2016-11-21', '2016-12-20'), ('1395-10', 1482265800000, 1484857800000, '2016-12-21', '2017-01-19'), ('1395-11', 1484857800000, 1487449800000, '2017-01-20', '2017-02-18'), ('1395-12', 1487449800000, 1490041800000, '2017-02-19', '2017-03-20'), ('1396-01', 1490041800000, 1492716600000, '2017-03-21', '2017-04-20'), ('1396-02', 1492716600000, 1495395000000, '2017-04-21', '2017-05-21'), ('1396-03', 1495395000000, 1498073400000, '2017-05-22', '2017-06-21'), ('1396-04', 1498073400000, 1500751800000, '2017-06-22', '2017-07-22'), ('1396-05', 1500751800000, 1503430200000, '2017-07-23', '2017-08-22'), ('1396-06', 1503430200000, 1506112200000, '2017-08-23', '2017-09-22'), ('1396-07', 1506112200000, 1508704200000, '2017-09-23', '2017-10-22'), ('1396-08', 1508704200000, 1511296200000, '2017-10-23', '2017-11-21'), ('1396-09', 1511296200000, 1513888200000, '2017-11-22', '2017-12-21'), ('1396-10', 1513888200000, 1516480200000, '2017-12-22', '2018-01-20'), ('1396-11', 1516480200000, 1519072200000, '2018-01-21', '2018-02-19'), ('1396-12', 1519072200000, 1521577800000, '2018-02-20', '2018-03-20'), ('1397-01', 1521577800000, 1524252600000, '2018-03-21', '2018-04-20'), ('1397-02', 1524252600000, 1526931000000, '2018-04-21', '2018-05-21'), ('1397-03', 1526931000000, 1529609400000, '2018-05-22', '2018-06-21'), ('1397-04', 1529609400000, 1532287800000, '2018-06-22', '2018-07-22'), ('1397-05', 1532287800000, 1534966200000, '2018-07-23', '2018-08-22'), ('1397-06', 1534966200000, 1537648200000, '2018-08-23', '2018-09-22'), ('1397-07', 1537648200000, 1540240200000, '2018-09-23', '2018-10-22'), ('1397-08', 1540240200000, 1542832200000, '2018-10-23', '2018-11-21'), ('1397-09', 1542832200000, 1545424200000, '2018-11-22', '2018-12-21'), ('1397-10', 1545424200000, 1548016200000, '2018-12-22', '2019-01-20'), ('1397-11', 1548016200000, 1550608200000, '2019-01-21', '2019-02-19'), ('1397-12', 1550608200000, 1553113800000, '2019-02-20', '2019-03-20'), ('1398-01', 1553113800000, 1555788600000, '2019-03-21', '2019-04-20'), ('1398-02', 1555788600000, 1558467000000, '2019-04-21', '2019-05-21'), ('1398-03', 1558467000000, 1561145400000, '2019-05-22', '2019-06-21'), ('1398-04', 1561145400000, 1563823800000, '2019-06-22', '2019-07-22'), ('1398-05', 1563823800000, 1566502200000, '2019-07-23', '2019-08-22'), ('1398-06', 1566502200000, 1569184200000, '2019-08-23', '2019-09-22'), ('1398-07', 1569184200000, 1571776200000, '2019-09-23', '2019-10-22'), ('1398-08', 1571776200000, 1574368200000, '2019-10-23', '2019-11-21'), ('1398-09', 1574368200000, 1576960200000, '2019-11-22', '2019-12-21'), ('1398-10', 1576960200000, 1579552200000, '2019-12-22', '2020-01-20'), ('1398-11', 1579552200000, 1582144200000, '2020-01-21', '2020-02-19'), ('1398-12', 1582144200000, 1584649800000, '2020-02-20', '2020-03-19'), ('1399-01', 1584649800000, 1587324600000, '2020-03-20', '2020-04-19'), ('1399-02', 1587324600000, 1590003000000, '2020-04-20', '2020-05-20'), ('1399-03', 1590003000000, 1592681400000, '2020-05-21', '2020-06-20'), ('1399-04', 1592681400000, 1595359800000, '2020-06-21', '2020-07-21'), ('1399-05', 1595359800000, 1598038200000, '2020-07-22', '2020-08-21'), ('1399-06', 1598038200000, 1600720200000, '2020-08-22', '2020-09-21'), ('1399-07', 1600720200000, 1603312200000, '2020-09-22', '2020-10-21'), ('1399-08', 1603312200000, 1605904200000, '2020-10-22', '2020-11-20'), ('1399-09', 1605904200000, 1608496200000, '2020-11-21', '2020-12-20'), ('1399-10', 1608496200000, 1611088200000, '2020-12-21', '2021-01-19'), ('1399-11', 1611088200000, 1613680200000, '2021-01-20', '2021-02-18'), ('1399-12', 1613680200000, 1616272200000, '2021-02-19', '2021-03-20'), ('1400-01', 1616272200000, 1618947000000, '2021-03-21', '2021-04-20'), ('1400-02', 1618947000000, 1621625400000, '2021-04-21', '2021-05-21'), ('1400-03', 1621625400000, 1624303800000, '2021-05-22', '2021-06-21'), ('1400-04', 1624303800000, 1626982200000, '2021-06-22', '2021-07-22'), ('1400-05', 1626982200000, 1629660600000, '2021-07-23', '2021-08-22'), ('1400-06', 1629660600000, 1632342600000, '2021-08-23', '2021-09-22'), ('1400-07', 1632342600000, 1634934600000, '2021-09-23', '2021-10-22'), ('1400-08', 1634934600000, 1637526600000, '2021-10-23', '2021-11-21'), ('1400-09', 1637526600000, 1640118600000, '2021-11-22', '2021-12-21'), ('1400-10', 1640118600000, 1642710600000, '2021-12-22', '2022-01-20'), ('1400-11', 1642710600000, 1645302600000, '2022-01-21', '2022-02-19'), ('1400-12', 1645302600000, 1647808200000, '2022-02-20', '2022-03-20'), ('1401-01', 1647808200000, 1650483000000, '2022-03-21', '2022-04-20'), ('1401-02', 1650483000000, 1653161400000, '2022-04-21', '2022-05-21'), ('1401-03', 1653161400000, 1655839800000, '2022-05-22', '2022-06-21'), ('1401-04', 1655839800000, 1658518200000, '2022-06-22', '2022-07-22'), ('1401-05', 1658518200000, 1661196600000, '2022-07-23', '2022-08-22'), ('1401-06', 1661196600000, 1663878600000, '2022-08-23', '2022-09-22'), ('1401-07', 1663878600000, 1666470600000, '2022-09-23', '2022-10-22'), ('1401-08', 1666470600000, 1669062600000, '2022-10-23', '2022-11-21'), ('1401-09', 1669062600000, 1671654600000, '2022-11-22', '2022-12-21'), ('1401-10', 1671654600000, 1674246600000, '2022-12-22', '2023-01-20'), ('1401-11', 1674246600000, 1676838600000, '2023-01-21', '2023-02-19'), ('1401-12', 1676838600000, 1679344200000, '2023-02-20', '2023-03-20'), ('1402-01', 1679344200000, 1682022600000, '2023-03-21', '2023-04-20'), ('1402-02', 1682022600000, 1684701000000, '2023-04-21', '2023-05-21'), ('1402-03', 1684701000000, 1687379400000, '2023-05-22', '2023-06-21'), ('1402-04', 1687379400000, 1690057800000, '2023-06-22', '2023-07-22'), ('1402-05', 1690057800000, 1692736200000, '2023-07-23', '2023-08-22'), ('1402-06', 1692736200000, 1695414600000, '2023-08-23', '2023-09-22'), ('1402-07', 1695414600000, 1698006600000, '2023-09-23', '2023-10-22'), ('1402-08', 1698006600000, 1700598600000, '2023-10-23', '2023-11-21'), ('1402-09', 1700598600000, 1703190600000, '2023-11-22', '2023-12-21'), ('1402-10', 1703190600000, 1705782600000, '2023-12-22', '2024-01-20'), ('1402-11', 1705782600000, 1708374600000, '2024-01-21', '2024-02-19'), ('1402-12', 1708374600000, 1710880200000, '2024-02-20', '2024-03-19'), ('1403-01', 1710880200000, 1713558600000, '2024-03-20', '2024-04-19'), ('1403-02', 1713558600000, 1716237000000, '2024-04-20', '2024-05-20'), ('1403-03', 1716237000000, 1718915400000, '2024-05-21', '2024-06-20'), ('1403-04', 1718915400000, 1721593800000, '2024-06-21', '2024-07-21'), ('1403-05', 1721593800000, 1724272200000, '2024-07-22', '2024-08-21'), ('1403-06', 1724272200000, 1726950600000, '2024-08-22', '2024-09-21'), ('1403-07', 1726950600000, 1729542600000, '2024-09-22', '2024-10-21'), ('1403-08', 1729542600000, 1732134600000, '2024-10-22', '2024-11-20'), ('1403-09', 1732134600000, 1734726600000, '2024-11-21', '2024-12-20'), ('1403-10', 1734726600000, 1737318600000, '2024-12-21', '2025-01-19'), ('1403-11', 1737318600000, 1739910600000, '2025-01-20', '2025-02-18'), ('1403-12', 1739910600000, 1742502600000, '2025-02-19', '2025-03-20'), ('1404-01', 1742502600000, 1745181000000, '2025-03-21', '2025-04-20'), ('1404-02', 1745181000000, 1747859400000, '2025-04-21', '2025-05-21'), ('1404-03', 1747859400000, 1750537800000, '2025-05-22', '2025-06-21'), ('1404-04', 1750537800000, 1753216200000, '2025-06-22', '2025-07-22')
--> statement-breakpoint
insert into periods (key, from_ms, to_ms, first_on, last_on) values ('1404-05', 1753216200000, 1755894600000, '2025-07-23', '2025-08-22'), ('1404-06', 1755894600000, 1758573000000, '2025-08-23', '2025-09-22'), ('1404-07', 1758573000000, 1761165000000, '2025-09-23', '2025-10-22'), ('1404-08', 1761165000000, 1763757000000, '2025-10-23', '2025-11-21'), ('1404-09', 1763757000000, 1766349000000, '2025-11-22', '2025-12-21'), ('1404-10', 1766349000000, 1768941000000, '2025-12-22', '2026-01-20'), ('1404-11', 1768941000000, 1771533000000, '2026-01-21', '2026-02-19'), ('1404-12', 1771533000000, 1774038600000, '2026-02-20', '2026-03-20'), ('1405-01', 1774038600000, 1776717000000, '2026-03-21', '2026-04-20'), ('1405-02', 1776717000000, 1779395400000, '2026-04-21', '2026-05-21'), ('1405-03', 1779395400000, 1782073800000, '2026-05-22', '2026-06-21'), ('1405-04', 1782073800000, 1784752200000, '2026-06-22', '2026-07-22'), ('1405-05', 1784752200000, 1787430600000, '2026-07-23', '2026-08-22'), ('1405-06', 1787430600000, 1790109000000, '2026-08-23', '2026-09-22'), ('1405-07', 1790109000000, 1792701000000, '2026-09-23', '2026-10-22'), ('1405-08', 1792701000000, 1795293000000, '2026-10-23', '2026-11-21'), ('1405-09', 1795293000000, 1797885000000, '2026-11-22', '2026-12-21'), ('1405-10', 1797885000000, 1800477000000, '2026-12-22', '2027-01-20'), ('1405-11', 1800477000000, 1803069000000, '2027-01-21', '2027-02-19'), ('1405-12', 1803069000000, 1805574600000, '2027-02-20', '2027-03-20'), ('1406-01', 1805574600000, 1808253000000, '2027-03-21', '2027-04-20'), ('1406-02', 1808253000000, 1810931400000, '2027-04-21', '2027-05-21'), ('1406-03', 1810931400000, 1813609800000, '2027-05-22', '2027-06-21'), ('1406-04', 1813609800000, 1816288200000, '2027-06-22', '2027-07-22'), ('1406-05', 1816288200000, 1818966600000, '2027-07-23', '2027-08-22'), ('1406-06', 1818966600000, 1821645000000, '2027-08-23', '2027-09-22'), ('1406-07', 1821645000000, 1824237000000, '2027-09-23', '2027-10-22'), ('1406-08', 1824237000000, 1826829000000, '2027-10-23', '2027-11-21'), ('1406-09', 1826829000000, 1829421000000, '2027-11-22', '2027-12-21'), ('1406-10', 1829421000000, 1832013000000, '2027-12-22', '2028-01-20'), ('1406-11', 1832013000000, 1834605000000, '2028-01-21', '2028-02-19'), ('1406-12', 1834605000000, 1837110600000, '2028-02-20', '2028-03-19'), ('1407-01', 1837110600000, 1839789000000, '2028-03-20', '2028-04-19'), ('1407-02', 1839789000000, 1842467400000, '2028-04-20', '2028-05-20'), ('1407-03', 1842467400000, 1845145800000, '2028-05-21', '2028-06-20'), ('1407-04', 1845145800000, 1847824200000, '2028-06-21', '2028-07-21'), ('1407-05', 1847824200000, 1850502600000, '2028-07-22', '2028-08-21'), ('1407-06', 1850502600000, 1853181000000, '2028-08-22', '2028-09-21'), ('1407-07', 1853181000000, 1855773000000, '2028-09-22', '2028-10-21'), ('1407-08', 1855773000000, 1858365000000, '2028-10-22', '2028-11-20'), ('1407-09', 1858365000000, 1860957000000, '2028-11-21', '2028-12-20'), ('1407-10', 1860957000000, 1863549000000, '2028-12-21', '2029-01-19'), ('1407-11', 1863549000000, 1866141000000, '2029-01-20', '2029-02-18'), ('1407-12', 1866141000000, 1868646600000, '2029-02-19', '2029-03-19'), ('1408-01', 1868646600000, 1871325000000, '2029-03-20', '2029-04-19'), ('1408-02', 1871325000000, 1874003400000, '2029-04-20', '2029-05-20'), ('1408-03', 1874003400000, 1876681800000, '2029-05-21', '2029-06-20'), ('1408-04', 1876681800000, 1879360200000, '2029-06-21', '2029-07-21'), ('1408-05', 1879360200000, 1882038600000, '2029-07-22', '2029-08-21'), ('1408-06', 1882038600000, 1884717000000, '2029-08-22', '2029-09-21'), ('1408-07', 1884717000000, 1887309000000, '2029-09-22', '2029-10-21'), ('1408-08', 1887309000000, 1889901000000, '2029-10-22', '2029-11-20'), ('1408-09', 1889901000000, 1892493000000, '2029-11-21', '2029-12-20'), ('1408-10', 1892493000000, 1895085000000, '2029-12-21', '2030-01-19'), ('1408-11', 1895085000000, 1897677000000, '2030-01-20', '2030-02-18'), ('1408-12', 1897677000000, 1900269000000, '2030-02-19', '2030-03-20'), ('1409-01', 1900269000000, 1902947400000, '2030-03-21', '2030-04-20'), ('1409-02', 1902947400000, 1905625800000, '2030-04-21', '2030-05-21'), ('1409-03', 1905625800000, 1908304200000, '2030-05-22', '2030-06-21'), ('1409-04', 1908304200000, 1910982600000, '2030-06-22', '2030-07-22'), ('1409-05', 1910982600000, 1913661000000, '2030-07-23', '2030-08-22'), ('1409-06', 1913661000000, 1916339400000, '2030-08-23', '2030-09-22'), ('1409-07', 1916339400000, 1918931400000, '2030-09-23', '2030-10-22'), ('1409-08', 1918931400000, 1921523400000, '2030-10-23', '2030-11-21'), ('1409-09', 1921523400000, 1924115400000, '2030-11-22', '2030-12-21'), ('1409-10', 1924115400000, 1926707400000, '2030-12-22', '2031-01-20'), ('1409-11', 1926707400000, 1929299400000, '2031-01-21', '2031-02-19'), ('1409-12', 1929299400000, 1931805000000, '2031-02-20', '2031-03-20'), ('1410-01', 1931805000000, 1934483400000, '2031-03-21', '2031-04-20'), ('1410-02', 1934483400000, 1937161800000, '2031-04-21', '2031-05-21'), ('1410-03', 1937161800000, 1939840200000, '2031-05-22', '2031-06-21'), ('1410-04', 1939840200000, 1942518600000, '2031-06-22', '2031-07-22'), ('1410-05', 1942518600000, 1945197000000, '2031-07-23', '2031-08-22'), ('1410-06', 1945197000000, 1947875400000, '2031-08-23', '2031-09-22'), ('1410-07', 1947875400000, 1950467400000, '2031-09-23', '2031-10-22'), ('1410-08', 1950467400000, 1953059400000, '2031-10-23', '2031-11-21'), ('1410-09', 1953059400000, 1955651400000, '2031-11-22', '2031-12-21'), ('1410-10', 1955651400000, 1958243400000, '2031-12-22', '2032-01-20'), ('1410-11', 1958243400000, 1960835400000, '2032-01-21', '2032-02-19'), ('1410-12', 1960835400000, 1963341000000, '2032-02-20', '2032-03-19'), ('1411-01', 1963341000000, 1966019400000, '2032-03-20', '2032-04-19'), ('1411-02', 1966019400000, 1968697800000, '2032-04-20', '2032-05-20'), ('1411-03', 1968697800000, 1971376200000, '2032-05-21', '2032-06-20'), ('1411-04', 1971376200000, 1974054600000, '2032-06-21', '2032-07-21'), ('1411-05', 1974054600000, 1976733000000, '2032-07-22', '2032-08-21'), ('1411-06', 1976733000000, 1979411400000, '2032-08-22', '2032-09-21'), ('1411-07', 1979411400000, 1982003400000, '2032-09-22', '2032-10-21'), ('1411-08', 1982003400000, 1984595400000, '2032-10-22', '2032-11-20'), ('1411-09', 1984595400000, 1987187400000, '2032-11-21', '2032-12-20'), ('1411-10', 1987187400000, 1989779400000, '2032-12-21', '2033-01-19'), ('1411-11', 1989779400000, 1992371400000, '2033-01-20', '2033-02-18'), ('1411-12', 1992371400000, 1994877000000, '2033-02-19', '2033-03-19'), ('1412-01', 1994877000000, 1997555400000, '2033-03-20', '2033-04-19'), ('1412-02', 1997555400000, 2000233800000, '2033-04-20', '2033-05-20'), ('1412-03', 2000233800000, 2002912200000, '2033-05-21', '2033-06-20'), ('1412-04', 2002912200000, 2005590600000, '2033-06-21', '2033-07-21'), ('1412-05', 2005590600000, 2008269000000, '2033-07-22', '2033-08-21'), ('1412-06', 2008269000000, 2010947400000, '2033-08-22', '2033-09-21'), ('1412-07', 2010947400000, 2013539400000, '2033-09-22', '2033-10-21'), ('1412-08', 2013539400000, 2016131400000, '2033-10-22', '2033-11-20'), ('1412-09', 2016131400000, 2018723400000, '2033-11-21', '2033-12-20'), ('1412-10', 2018723400000, 2021315400000, '2033-12-21', '2034-01-19'), ('1412-11', 2021315400000, 2023907400000, '2034-01-20', '2034-02-18'), ('1412-12', 2023907400000, 2026499400000, '2034-02-19', '2034-03-20'), ('1413-01', 2026499400000, 2029177800000, '2034-03-21', '2034-04-20'), ('1413-02', 2029177800000, 2031856200000, '2034-04-21', '2034-05-21'), ('1413-03', 2031856200000, 2034534600000, '2034-05-22', '2034-06-21'), ('1413-04', 2034534600000, 2037213000000, '2034-06-22', '2034-07-22'), ('1413-05', 2037213000000, 2039891400000, '2034-07-23', '2034-08-22'), ('1413-06', 2039891400000, 2042569800000, '2034-08-23', '2034-09-22'), ('1413-07', 2042569800000, 2045161800000, '2034-09-23', '2034-10-22'), ('1413-08', 2045161800000, 2047753800000, '2034-10-23', '2034-11-21')
--> statement-breakpoint
insert into periods (key, from_ms, to_ms, first_on, last_on) values ('1413-09', 2047753800000, 2050345800000, '2034-11-22', '2034-12-21'), ('1413-10', 2050345800000, 2052937800000, '2034-12-22', '2035-01-20'), ('1413-11', 2052937800000, 2055529800000, '2035-01-21', '2035-02-19'), ('1413-12', 2055529800000, 2058035400000, '2035-02-20', '2035-03-20'), ('1414-01', 2058035400000, 2060713800000, '2035-03-21', '2035-04-20'), ('1414-02', 2060713800000, 2063392200000, '2035-04-21', '2035-05-21'), ('1414-03', 2063392200000, 2066070600000, '2035-05-22', '2035-06-21'), ('1414-04', 2066070600000, 2068749000000, '2035-06-22', '2035-07-22'), ('1414-05', 2068749000000, 2071427400000, '2035-07-23', '2035-08-22'), ('1414-06', 2071427400000, 2074105800000, '2035-08-23', '2035-09-22'), ('1414-07', 2074105800000, 2076697800000, '2035-09-23', '2035-10-22'), ('1414-08', 2076697800000, 2079289800000, '2035-10-23', '2035-11-21'), ('1414-09', 2079289800000, 2081881800000, '2035-11-22', '2035-12-21'), ('1414-10', 2081881800000, 2084473800000, '2035-12-22', '2036-01-20'), ('1414-11', 2084473800000, 2087065800000, '2036-01-21', '2036-02-19'), ('1414-12', 2087065800000, 2089571400000, '2036-02-20', '2036-03-19'), ('1415-01', 2089571400000, 2092249800000, '2036-03-20', '2036-04-19'), ('1415-02', 2092249800000, 2094928200000, '2036-04-20', '2036-05-20'), ('1415-03', 2094928200000, 2097606600000, '2036-05-21', '2036-06-20'), ('1415-04', 2097606600000, 2100285000000, '2036-06-21', '2036-07-21'), ('1415-05', 2100285000000, 2102963400000, '2036-07-22', '2036-08-21'), ('1415-06', 2102963400000, 2105641800000, '2036-08-22', '2036-09-21'), ('1415-07', 2105641800000, 2108233800000, '2036-09-22', '2036-10-21'), ('1415-08', 2108233800000, 2110825800000, '2036-10-22', '2036-11-20'), ('1415-09', 2110825800000, 2113417800000, '2036-11-21', '2036-12-20'), ('1415-10', 2113417800000, 2116009800000, '2036-12-21', '2037-01-19'), ('1415-11', 2116009800000, 2118601800000, '2037-01-20', '2037-02-18'), ('1415-12', 2118601800000, 2121107400000, '2037-02-19', '2037-03-19'), ('1416-01', 2121107400000, 2123785800000, '2037-03-20', '2037-04-19'), ('1416-02', 2123785800000, 2126464200000, '2037-04-20', '2037-05-20'), ('1416-03', 2126464200000, 2129142600000, '2037-05-21', '2037-06-20'), ('1416-04', 2129142600000, 2131821000000, '2037-06-21', '2037-07-21'), ('1416-05', 2131821000000, 2134499400000, '2037-07-22', '2037-08-21'), ('1416-06', 2134499400000, 2137177800000, '2037-08-22', '2037-09-21'), ('1416-07', 2137177800000, 2139769800000, '2037-09-22', '2037-10-21'), ('1416-08', 2139769800000, 2142361800000, '2037-10-22', '2037-11-20'), ('1416-09', 2142361800000, 2144953800000, '2037-11-21', '2037-12-20'), ('1416-10', 2144953800000, 2147545800000, '2037-12-21', '2038-01-19'), ('1416-11', 2147545800000, 2150137800000, '2038-01-20', '2038-02-18'), ('1416-12', 2150137800000, 2152729800000, '2038-02-19', '2038-03-20'), ('1417-01', 2152729800000, 2155408200000, '2038-03-21', '2038-04-20'), ('1417-02', 2155408200000, 2158086600000, '2038-04-21', '2038-05-21'), ('1417-03', 2158086600000, 2160765000000, '2038-05-22', '2038-06-21'), ('1417-04', 2160765000000, 2163443400000, '2038-06-22', '2038-07-22'), ('1417-05', 2163443400000, 2166121800000, '2038-07-23', '2038-08-22'), ('1417-06', 2166121800000, 2168800200000, '2038-08-23', '2038-09-22'), ('1417-07', 2168800200000, 2171392200000, '2038-09-23', '2038-10-22'), ('1417-08', 2171392200000, 2173984200000, '2038-10-23', '2038-11-21'), ('1417-09', 2173984200000, 2176576200000, '2038-11-22', '2038-12-21'), ('1417-10', 2176576200000, 2179168200000, '2038-12-22', '2039-01-20'), ('1417-11', 2179168200000, 2181760200000, '2039-01-21', '2039-02-19'), ('1417-12', 2181760200000, 2184265800000, '2039-02-20', '2039-03-20'), ('1418-01', 2184265800000, 2186944200000, '2039-03-21', '2039-04-20'), ('1418-02', 2186944200000, 2189622600000, '2039-04-21', '2039-05-21'), ('1418-03', 2189622600000, 2192301000000, '2039-05-22', '2039-06-21'), ('1418-04', 2192301000000, 2194979400000, '2039-06-22', '2039-07-22'), ('1418-05', 2194979400000, 2197657800000, '2039-07-23', '2039-08-22'), ('1418-06', 2197657800000, 2200336200000, '2039-08-23', '2039-09-22'), ('1418-07', 2200336200000, 2202928200000, '2039-09-23', '2039-10-22'), ('1418-08', 2202928200000, 2205520200000, '2039-10-23', '2039-11-21'), ('1418-09', 2205520200000, 2208112200000, '2039-11-22', '2039-12-21'), ('1418-10', 2208112200000, 2210704200000, '2039-12-22', '2040-01-20'), ('1418-11', 2210704200000, 2213296200000, '2040-01-21', '2040-02-19'), ('1418-12', 2213296200000, 2215801800000, '2040-02-20', '2040-03-19'), ('1419-01', 2215801800000, 2218480200000, '2040-03-20', '2040-04-19'), ('1419-02', 2218480200000, 2221158600000, '2040-04-20', '2040-05-20'), ('1419-03', 2221158600000, 2223837000000, '2040-05-21', '2040-06-20'), ('1419-04', 2223837000000, 2226515400000, '2040-06-21', '2040-07-21'), ('1419-05', 2226515400000, 2229193800000, '2040-07-22', '2040-08-21'), ('1419-06', 2229193800000, 2231872200000, '2040-08-22', '2040-09-21'), ('1419-07', 2231872200000, 2234464200000, '2040-09-22', '2040-10-21'), ('1419-08', 2234464200000, 2237056200000, '2040-10-22', '2040-11-20'), ('1419-09', 2237056200000, 2239648200000, '2040-11-21', '2040-12-20'), ('1419-10', 2239648200000, 2242240200000, '2040-12-21', '2041-01-19'), ('1419-11', 2242240200000, 2244832200000, '2041-01-20', '2041-02-18'), ('1419-12', 2244832200000, 2247337800000, '2041-02-19', '2041-03-19'), ('1420-01', 2247337800000, 2250016200000, '2041-03-20', '2041-04-19'), ('1420-02', 2250016200000, 2252694600000, '2041-04-20', '2041-05-20'), ('1420-03', 2252694600000, 2255373000000, '2041-05-21', '2041-06-20'), ('1420-04', 2255373000000, 2258051400000, '2041-06-21', '2041-07-21'), ('1420-05', 2258051400000, 2260729800000, '2041-07-22', '2041-08-21'), ('1420-06', 2260729800000, 2263408200000, '2041-08-22', '2041-09-21'), ('1420-07', 2263408200000, 2266000200000, '2041-09-22', '2041-10-21'), ('1420-08', 2266000200000, 2268592200000, '2041-10-22', '2041-11-20'), ('1420-09', 2268592200000, 2271184200000, '2041-11-21', '2041-12-20'), ('1420-10', 2271184200000, 2273776200000, '2041-12-21', '2042-01-19'), ('1420-11', 2273776200000, 2276368200000, '2042-01-20', '2042-02-18'), ('1420-12', 2276368200000, 2278960200000, '2042-02-19', '2042-03-20'), ('1421-01', 2278960200000, 2281638600000, '2042-03-21', '2042-04-20'), ('1421-02', 2281638600000, 2284317000000, '2042-04-21', '2042-05-21'), ('1421-03', 2284317000000, 2286995400000, '2042-05-22', '2042-06-21'), ('1421-04', 2286995400000, 2289673800000, '2042-06-22', '2042-07-22'), ('1421-05', 2289673800000, 2292352200000, '2042-07-23', '2042-08-22'), ('1421-06', 2292352200000, 2295030600000, '2042-08-23', '2042-09-22'), ('1421-07', 2295030600000, 2297622600000, '2042-09-23', '2042-10-22'), ('1421-08', 2297622600000, 2300214600000, '2042-10-23', '2042-11-21'), ('1421-09', 2300214600000, 2302806600000, '2042-11-22', '2042-12-21'), ('1421-10', 2302806600000, 2305398600000, '2042-12-22', '2043-01-20'), ('1421-11', 2305398600000, 2307990600000, '2043-01-21', '2043-02-19'), ('1421-12', 2307990600000, 2310496200000, '2043-02-20', '2043-03-20'), ('1422-01', 2310496200000, 2313174600000, '2043-03-21', '2043-04-20'), ('1422-02', 2313174600000, 2315853000000, '2043-04-21', '2043-05-21'), ('1422-03', 2315853000000, 2318531400000, '2043-05-22', '2043-06-21'), ('1422-04', 2318531400000, 2321209800000, '2043-06-22', '2043-07-22'), ('1422-05', 2321209800000, 2323888200000, '2043-07-23', '2043-08-22'), ('1422-06', 2323888200000, 2326566600000, '2043-08-23', '2043-09-22'), ('1422-07', 2326566600000, 2329158600000, '2043-09-23', '2043-10-22'), ('1422-08', 2329158600000, 2331750600000, '2043-10-23', '2043-11-21'), ('1422-09', 2331750600000, 2334342600000, '2043-11-22', '2043-12-21'), ('1422-10', 2334342600000, 2336934600000, '2043-12-22', '2044-01-20'), ('1422-11', 2336934600000, 2339526600000, '2044-01-21', '2044-02-19'), ('1422-12', 2339526600000, 2342032200000, '2044-02-20', '2044-03-19')
--> statement-breakpoint
insert into periods (key, from_ms, to_ms, first_on, last_on) values ('1423-01', 2342032200000, 2344710600000, '2044-03-20', '2044-04-19'), ('1423-02', 2344710600000, 2347389000000, '2044-04-20', '2044-05-20'), ('1423-03', 2347389000000, 2350067400000, '2044-05-21', '2044-06-20'), ('1423-04', 2350067400000, 2352745800000, '2044-06-21', '2044-07-21'), ('1423-05', 2352745800000, 2355424200000, '2044-07-22', '2044-08-21'), ('1423-06', 2355424200000, 2358102600000, '2044-08-22', '2044-09-21'), ('1423-07', 2358102600000, 2360694600000, '2044-09-22', '2044-10-21'), ('1423-08', 2360694600000, 2363286600000, '2044-10-22', '2044-11-20'), ('1423-09', 2363286600000, 2365878600000, '2044-11-21', '2044-12-20'), ('1423-10', 2365878600000, 2368470600000, '2044-12-21', '2045-01-19'), ('1423-11', 2368470600000, 2371062600000, '2045-01-20', '2045-02-18'), ('1423-12', 2371062600000, 2373568200000, '2045-02-19', '2045-03-19'), ('1424-01', 2373568200000, 2376246600000, '2045-03-20', '2045-04-19'), ('1424-02', 2376246600000, 2378925000000, '2045-04-20', '2045-05-20'), ('1424-03', 2378925000000, 2381603400000, '2045-05-21', '2045-06-20'), ('1424-04', 2381603400000, 2384281800000, '2045-06-21', '2045-07-21'), ('1424-05', 2384281800000, 2386960200000, '2045-07-22', '2045-08-21'), ('1424-06', 2386960200000, 2389638600000, '2045-08-22', '2045-09-21'), ('1424-07', 2389638600000, 2392230600000, '2045-09-22', '2045-10-21'), ('1424-08', 2392230600000, 2394822600000, '2045-10-22', '2045-11-20'), ('1424-09', 2394822600000, 2397414600000, '2045-11-21', '2045-12-20'), ('1424-10', 2397414600000, 2400006600000, '2045-12-21', '2046-01-19'), ('1424-11', 2400006600000, 2402598600000, '2046-01-20', '2046-02-18'), ('1424-12', 2402598600000, 2405190600000, '2046-02-19', '2046-03-20'), ('1425-01', 2405190600000, 2407869000000, '2046-03-21', '2046-04-20'), ('1425-02', 2407869000000, 2410547400000, '2046-04-21', '2046-05-21'), ('1425-03', 2410547400000, 2413225800000, '2046-05-22', '2046-06-21'), ('1425-04', 2413225800000, 2415904200000, '2046-06-22', '2046-07-22'), ('1425-05', 2415904200000, 2418582600000, '2046-07-23', '2046-08-22'), ('1425-06', 2418582600000, 2421261000000, '2046-08-23', '2046-09-22'), ('1425-07', 2421261000000, 2423853000000, '2046-09-23', '2046-10-22'), ('1425-08', 2423853000000, 2426445000000, '2046-10-23', '2046-11-21'), ('1425-09', 2426445000000, 2429037000000, '2046-11-22', '2046-12-21'), ('1425-10', 2429037000000, 2431629000000, '2046-12-22', '2047-01-20'), ('1425-11', 2431629000000, 2434221000000, '2047-01-21', '2047-02-19'), ('1425-12', 2434221000000, 2436726600000, '2047-02-20', '2047-03-20'), ('1426-01', 2436726600000, 2439405000000, '2047-03-21', '2047-04-20'), ('1426-02', 2439405000000, 2442083400000, '2047-04-21', '2047-05-21'), ('1426-03', 2442083400000, 2444761800000, '2047-05-22', '2047-06-21'), ('1426-04', 2444761800000, 2447440200000, '2047-06-22', '2047-07-22'), ('1426-05', 2447440200000, 2450118600000, '2047-07-23', '2047-08-22'), ('1426-06', 2450118600000, 2452797000000, '2047-08-23', '2047-09-22'), ('1426-07', 2452797000000, 2455389000000, '2047-09-23', '2047-10-22'), ('1426-08', 2455389000000, 2457981000000, '2047-10-23', '2047-11-21'), ('1426-09', 2457981000000, 2460573000000, '2047-11-22', '2047-12-21'), ('1426-10', 2460573000000, 2463165000000, '2047-12-22', '2048-01-20'), ('1426-11', 2463165000000, 2465757000000, '2048-01-21', '2048-02-19'), ('1426-12', 2465757000000, 2468262600000, '2048-02-20', '2048-03-19'), ('1427-01', 2468262600000, 2470941000000, '2048-03-20', '2048-04-19'), ('1427-02', 2470941000000, 2473619400000, '2048-04-20', '2048-05-20'), ('1427-03', 2473619400000, 2476297800000, '2048-05-21', '2048-06-20'), ('1427-04', 2476297800000, 2478976200000, '2048-06-21', '2048-07-21'), ('1427-05', 2478976200000, 2481654600000, '2048-07-22', '2048-08-21'), ('1427-06', 2481654600000, 2484333000000, '2048-08-22', '2048-09-21'), ('1427-07', 2484333000000, 2486925000000, '2048-09-22', '2048-10-21'), ('1427-08', 2486925000000, 2489517000000, '2048-10-22', '2048-11-20'), ('1427-09', 2489517000000, 2492109000000, '2048-11-21', '2048-12-20'), ('1427-10', 2492109000000, 2494701000000, '2048-12-21', '2049-01-19'), ('1427-11', 2494701000000, 2497293000000, '2049-01-20', '2049-02-18'), ('1427-12', 2497293000000, 2499798600000, '2049-02-19', '2049-03-19'), ('1428-01', 2499798600000, 2502477000000, '2049-03-20', '2049-04-19'), ('1428-02', 2502477000000, 2505155400000, '2049-04-20', '2049-05-20'), ('1428-03', 2505155400000, 2507833800000, '2049-05-21', '2049-06-20'), ('1428-04', 2507833800000, 2510512200000, '2049-06-21', '2049-07-21'), ('1428-05', 2510512200000, 2513190600000, '2049-07-22', '2049-08-21'), ('1428-06', 2513190600000, 2515869000000, '2049-08-22', '2049-09-21'), ('1428-07', 2515869000000, 2518461000000, '2049-09-22', '2049-10-21'), ('1428-08', 2518461000000, 2521053000000, '2049-10-22', '2049-11-20'), ('1428-09', 2521053000000, 2523645000000, '2049-11-21', '2049-12-20'), ('1428-10', 2523645000000, 2526237000000, '2049-12-21', '2050-01-19'), ('1428-11', 2526237000000, 2528829000000, '2050-01-20', '2050-02-18'), ('1428-12', 2528829000000, 2531421000000, '2050-02-19', '2050-03-20'), ('1429-01', 2531421000000, 2534099400000, '2050-03-21', '2050-04-20'), ('1429-02', 2534099400000, 2536777800000, '2050-04-21', '2050-05-21'), ('1429-03', 2536777800000, 2539456200000, '2050-05-22', '2050-06-21'), ('1429-04', 2539456200000, 2542134600000, '2050-06-22', '2050-07-22'), ('1429-05', 2542134600000, 2544813000000, '2050-07-23', '2050-08-22'), ('1429-06', 2544813000000, 2547491400000, '2050-08-23', '2050-09-22'), ('1429-07', 2547491400000, 2550083400000, '2050-09-23', '2050-10-22'), ('1429-08', 2550083400000, 2552675400000, '2050-10-23', '2050-11-21'), ('1429-09', 2552675400000, 2555267400000, '2050-11-22', '2050-12-21'), ('1429-10', 2555267400000, 2557859400000, '2050-12-22', '2051-01-20'), ('1429-11', 2557859400000, 2560451400000, '2051-01-21', '2051-02-19'), ('1429-12', 2560451400000, 2562957000000, '2051-02-20', '2051-03-20'), ('1430-01', 2562957000000, 2565635400000, '2051-03-21', '2051-04-20'), ('1430-02', 2565635400000, 2568313800000, '2051-04-21', '2051-05-21'), ('1430-03', 2568313800000, 2570992200000, '2051-05-22', '2051-06-21'), ('1430-04', 2570992200000, 2573670600000, '2051-06-22', '2051-07-22'), ('1430-05', 2573670600000, 2576349000000, '2051-07-23', '2051-08-22'), ('1430-06', 2576349000000, 2579027400000, '2051-08-23', '2051-09-22'), ('1430-07', 2579027400000, 2581619400000, '2051-09-23', '2051-10-22'), ('1430-08', 2581619400000, 2584211400000, '2051-10-23', '2051-11-21'), ('1430-09', 2584211400000, 2586803400000, '2051-11-22', '2051-12-21'), ('1430-10', 2586803400000, 2589395400000, '2051-12-22', '2052-01-20'), ('1430-11', 2589395400000, 2591987400000, '2052-01-21', '2052-02-19'), ('1430-12', 2591987400000, 2594493000000, '2052-02-20', '2052-03-19'), ('1431-01', 2594493000000, 2597171400000, '2052-03-20', '2052-04-19'), ('1431-02', 2597171400000, 2599849800000, '2052-04-20', '2052-05-20'), ('1431-03', 2599849800000, 2602528200000, '2052-05-21', '2052-06-20'), ('1431-04', 2602528200000, 2605206600000, '2052-06-21', '2052-07-21'), ('1431-05', 2605206600000, 2607885000000, '2052-07-22', '2052-08-21'), ('1431-06', 2607885000000, 2610563400000, '2052-08-22', '2052-09-21'), ('1431-07', 2610563400000, 2613155400000, '2052-09-22', '2052-10-21'), ('1431-08', 2613155400000, 2615747400000, '2052-10-22', '2052-11-20'), ('1431-09', 2615747400000, 2618339400000, '2052-11-21', '2052-12-20'), ('1431-10', 2618339400000, 2620931400000, '2052-12-21', '2053-01-19'), ('1431-11', 2620931400000, 2623523400000, '2053-01-20', '2053-02-18'), ('1431-12', 2623523400000, 2626029000000, '2053-02-19', '2053-03-19'), ('1432-01', 2626029000000, 2628707400000, '2053-03-20', '2053-04-19'), ('1432-02', 2628707400000, 2631385800000, '2053-04-20', '2053-05-20'), ('1432-03', 2631385800000, 2634064200000, '2053-05-21', '2053-06-20'), ('1432-04', 2634064200000, 2636742600000, '2053-06-21', '2053-07-21')
--> statement-breakpoint
insert into periods (key, from_ms, to_ms, first_on, last_on) values ('1432-05', 2636742600000, 2639421000000, '2053-07-22', '2053-08-21'), ('1432-06', 2639421000000, 2642099400000, '2053-08-22', '2053-09-21'), ('1432-07', 2642099400000, 2644691400000, '2053-09-22', '2053-10-21'), ('1432-08', 2644691400000, 2647283400000, '2053-10-22', '2053-11-20'), ('1432-09', 2647283400000, 2649875400000, '2053-11-21', '2053-12-20'), ('1432-10', 2649875400000, 2652467400000, '2053-12-21', '2054-01-19'), ('1432-11', 2652467400000, 2655059400000, '2054-01-20', '2054-02-18'), ('1432-12', 2655059400000, 2657651400000, '2054-02-19', '2054-03-20'), ('1433-01', 2657651400000, 2660329800000, '2054-03-21', '2054-04-20'), ('1433-02', 2660329800000, 2663008200000, '2054-04-21', '2054-05-21'), ('1433-03', 2663008200000, 2665686600000, '2054-05-22', '2054-06-21'), ('1433-04', 2665686600000, 2668365000000, '2054-06-22', '2054-07-22'), ('1433-05', 2668365000000, 2671043400000, '2054-07-23', '2054-08-22'), ('1433-06', 2671043400000, 2673721800000, '2054-08-23', '2054-09-22'), ('1433-07', 2673721800000, 2676313800000, '2054-09-23', '2054-10-22'), ('1433-08', 2676313800000, 2678905800000, '2054-10-23', '2054-11-21'), ('1433-09', 2678905800000, 2681497800000, '2054-11-22', '2054-12-21'), ('1433-10', 2681497800000, 2684089800000, '2054-12-22', '2055-01-20'), ('1433-11', 2684089800000, 2686681800000, '2055-01-21', '2055-02-19'), ('1433-12', 2686681800000, 2689187400000, '2055-02-20', '2055-03-20'), ('1434-01', 2689187400000, 2691865800000, '2055-03-21', '2055-04-20'), ('1434-02', 2691865800000, 2694544200000, '2055-04-21', '2055-05-21'), ('1434-03', 2694544200000, 2697222600000, '2055-05-22', '2055-06-21'), ('1434-04', 2697222600000, 2699901000000, '2055-06-22', '2055-07-22'), ('1434-05', 2699901000000, 2702579400000, '2055-07-23', '2055-08-22'), ('1434-06', 2702579400000, 2705257800000, '2055-08-23', '2055-09-22'), ('1434-07', 2705257800000, 2707849800000, '2055-09-23', '2055-10-22'), ('1434-08', 2707849800000, 2710441800000, '2055-10-23', '2055-11-21'), ('1434-09', 2710441800000, 2713033800000, '2055-11-22', '2055-12-21'), ('1434-10', 2713033800000, 2715625800000, '2055-12-22', '2056-01-20'), ('1434-11', 2715625800000, 2718217800000, '2056-01-21', '2056-02-19'), ('1434-12', 2718217800000, 2720723400000, '2056-02-20', '2056-03-19'), ('1435-01', 2720723400000, 2723401800000, '2056-03-20', '2056-04-19'), ('1435-02', 2723401800000, 2726080200000, '2056-04-20', '2056-05-20'), ('1435-03', 2726080200000, 2728758600000, '2056-05-21', '2056-06-20'), ('1435-04', 2728758600000, 2731437000000, '2056-06-21', '2056-07-21'), ('1435-05', 2731437000000, 2734115400000, '2056-07-22', '2056-08-21'), ('1435-06', 2734115400000, 2736793800000, '2056-08-22', '2056-09-21'), ('1435-07', 2736793800000, 2739385800000, '2056-09-22', '2056-10-21'), ('1435-08', 2739385800000, 2741977800000, '2056-10-22', '2056-11-20'), ('1435-09', 2741977800000, 2744569800000, '2056-11-21', '2056-12-20'), ('1435-10', 2744569800000, 2747161800000, '2056-12-21', '2057-01-19'), ('1435-11', 2747161800000, 2749753800000, '2057-01-20', '2057-02-18'), ('1435-12', 2749753800000, 2752259400000, '2057-02-19', '2057-03-19'), ('1436-01', 2752259400000, 2754937800000, '2057-03-20', '2057-04-19'), ('1436-02', 2754937800000, 2757616200000, '2057-04-20', '2057-05-20'), ('1436-03', 2757616200000, 2760294600000, '2057-05-21', '2057-06-20'), ('1436-04', 2760294600000, 2762973000000, '2057-06-21', '2057-07-21'), ('1436-05', 2762973000000, 2765651400000, '2057-07-22', '2057-08-21'), ('1436-06', 2765651400000, 2768329800000, '2057-08-22', '2057-09-21'), ('1436-07', 2768329800000, 2770921800000, '2057-09-22', '2057-10-21'), ('1436-08', 2770921800000, 2773513800000, '2057-10-22', '2057-11-20'), ('1436-09', 2773513800000, 2776105800000, '2057-11-21', '2057-12-20'), ('1436-10', 2776105800000, 2778697800000, '2057-12-21', '2058-01-19'), ('1436-11', 2778697800000, 2781289800000, '2058-01-20', '2058-02-18'), ('1436-12', 2781289800000, 2783881800000, '2058-02-19', '2058-03-20'), ('1437-01', 2783881800000, 2786560200000, '2058-03-21', '2058-04-20'), ('1437-02', 2786560200000, 2789238600000, '2058-04-21', '2058-05-21'), ('1437-03', 2789238600000, 2791917000000, '2058-05-22', '2058-06-21'), ('1437-04', 2791917000000, 2794595400000, '2058-06-22', '2058-07-22'), ('1437-05', 2794595400000, 2797273800000, '2058-07-23', '2058-08-22'), ('1437-06', 2797273800000, 2799952200000, '2058-08-23', '2058-09-22'), ('1437-07', 2799952200000, 2802544200000, '2058-09-23', '2058-10-22'), ('1437-08', 2802544200000, 2805136200000, '2058-10-23', '2058-11-21'), ('1437-09', 2805136200000, 2807728200000, '2058-11-22', '2058-12-21'), ('1437-10', 2807728200000, 2810320200000, '2058-12-22', '2059-01-20'), ('1437-11', 2810320200000, 2812912200000, '2059-01-21', '2059-02-19'), ('1437-12', 2812912200000, 2815417800000, '2059-02-20', '2059-03-20'), ('1438-01', 2815417800000, 2818096200000, '2059-03-21', '2059-04-20'), ('1438-02', 2818096200000, 2820774600000, '2059-04-21', '2059-05-21'), ('1438-03', 2820774600000, 2823453000000, '2059-05-22', '2059-06-21'), ('1438-04', 2823453000000, 2826131400000, '2059-06-22', '2059-07-22'), ('1438-05', 2826131400000, 2828809800000, '2059-07-23', '2059-08-22'), ('1438-06', 2828809800000, 2831488200000, '2059-08-23', '2059-09-22'), ('1438-07', 2831488200000, 2834080200000, '2059-09-23', '2059-10-22'), ('1438-08', 2834080200000, 2836672200000, '2059-10-23', '2059-11-21'), ('1438-09', 2836672200000, 2839264200000, '2059-11-22', '2059-12-21'), ('1438-10', 2839264200000, 2841856200000, '2059-12-22', '2060-01-20'), ('1438-11', 2841856200000, 2844448200000, '2060-01-21', '2060-02-19'), ('1438-12', 2844448200000, 2846953800000, '2060-02-20', '2060-03-19'), ('1439-01', 2846953800000, 2849632200000, '2060-03-20', '2060-04-19'), ('1439-02', 2849632200000, 2852310600000, '2060-04-20', '2060-05-20'), ('1439-03', 2852310600000, 2854989000000, '2060-05-21', '2060-06-20'), ('1439-04', 2854989000000, 2857667400000, '2060-06-21', '2060-07-21'), ('1439-05', 2857667400000, 2860345800000, '2060-07-22', '2060-08-21'), ('1439-06', 2860345800000, 2863024200000, '2060-08-22', '2060-09-21'), ('1439-07', 2863024200000, 2865616200000, '2060-09-22', '2060-10-21'), ('1439-08', 2865616200000, 2868208200000, '2060-10-22', '2060-11-20'), ('1439-09', 2868208200000, 2870800200000, '2060-11-21', '2060-12-20'), ('1439-10', 2870800200000, 2873392200000, '2060-12-21', '2061-01-19'), ('1439-11', 2873392200000, 2875984200000, '2061-01-20', '2061-02-18'), ('1439-12', 2875984200000, 2878489800000, '2061-02-19', '2061-03-19'), ('1440-01', 2878489800000, 2881168200000, '2061-03-20', '2061-04-19'), ('1440-02', 2881168200000, 2883846600000, '2061-04-20', '2061-05-20'), ('1440-03', 2883846600000, 2886525000000, '2061-05-21', '2061-06-20'), ('1440-04', 2886525000000, 2889203400000, '2061-06-21', '2061-07-21'), ('1440-05', 2889203400000, 2891881800000, '2061-07-22', '2061-08-21'), ('1440-06', 2891881800000, 2894560200000, '2061-08-22', '2061-09-21'), ('1440-07', 2894560200000, 2897152200000, '2061-09-22', '2061-10-21'), ('1440-08', 2897152200000, 2899744200000, '2061-10-22', '2061-11-20'), ('1440-09', 2899744200000, 2902336200000, '2061-11-21', '2061-12-20'), ('1440-10', 2902336200000, 2904928200000, '2061-12-21', '2062-01-19'), ('1440-11', 2904928200000, 2907520200000, '2062-01-20', '2062-02-18'), ('1440-12', 2907520200000, 2910025800000, '2062-02-19', '2062-03-19'), ('1441-01', 2910025800000, 2912704200000, '2062-03-20', '2062-04-19'), ('1441-02', 2912704200000, 2915382600000, '2062-04-20', '2062-05-20'), ('1441-03', 2915382600000, 2918061000000, '2062-05-21', '2062-06-20'), ('1441-04', 2918061000000, 2920739400000, '2062-06-21', '2062-07-21'), ('1441-05', 2920739400000, 2923417800000, '2062-07-22', '2062-08-21'), ('1441-06', 2923417800000, 2926096200000, '2062-08-22', '2062-09-21'), ('1441-07', 2926096200000, 2928688200000, '2062-09-22', '2062-10-21'), ('1441-08', 2928688200000, 2931280200000, '2062-10-22', '2062-11-20')
--> statement-breakpoint
insert into periods (key, from_ms, to_ms, first_on, last_on) values ('1441-09', 2931280200000, 2933872200000, '2062-11-21', '2062-12-20'), ('1441-10', 2933872200000, 2936464200000, '2062-12-21', '2063-01-19'), ('1441-11', 2936464200000, 2939056200000, '2063-01-20', '2063-02-18'), ('1441-12', 2939056200000, 2941648200000, '2063-02-19', '2063-03-20'), ('1442-01', 2941648200000, 2944326600000, '2063-03-21', '2063-04-20'), ('1442-02', 2944326600000, 2947005000000, '2063-04-21', '2063-05-21'), ('1442-03', 2947005000000, 2949683400000, '2063-05-22', '2063-06-21'), ('1442-04', 2949683400000, 2952361800000, '2063-06-22', '2063-07-22'), ('1442-05', 2952361800000, 2955040200000, '2063-07-23', '2063-08-22'), ('1442-06', 2955040200000, 2957718600000, '2063-08-23', '2063-09-22'), ('1442-07', 2957718600000, 2960310600000, '2063-09-23', '2063-10-22'), ('1442-08', 2960310600000, 2962902600000, '2063-10-23', '2063-11-21'), ('1442-09', 2962902600000, 2965494600000, '2063-11-22', '2063-12-21'), ('1442-10', 2965494600000, 2968086600000, '2063-12-22', '2064-01-20'), ('1442-11', 2968086600000, 2970678600000, '2064-01-21', '2064-02-19'), ('1442-12', 2970678600000, 2973184200000, '2064-02-20', '2064-03-19'), ('1443-01', 2973184200000, 2975862600000, '2064-03-20', '2064-04-19'), ('1443-02', 2975862600000, 2978541000000, '2064-04-20', '2064-05-20'), ('1443-03', 2978541000000, 2981219400000, '2064-05-21', '2064-06-20'), ('1443-04', 2981219400000, 2983897800000, '2064-06-21', '2064-07-21'), ('1443-05', 2983897800000, 2986576200000, '2064-07-22', '2064-08-21'), ('1443-06', 2986576200000, 2989254600000, '2064-08-22', '2064-09-21'), ('1443-07', 2989254600000, 2991846600000, '2064-09-22', '2064-10-21'), ('1443-08', 2991846600000, 2994438600000, '2064-10-22', '2064-11-20'), ('1443-09', 2994438600000, 2997030600000, '2064-11-21', '2064-12-20'), ('1443-10', 2997030600000, 2999622600000, '2064-12-21', '2065-01-19'), ('1443-11', 2999622600000, 3002214600000, '2065-01-20', '2065-02-18'), ('1443-12', 3002214600000, 3004720200000, '2065-02-19', '2065-03-19'), ('1444-01', 3004720200000, 3007398600000, '2065-03-20', '2065-04-19'), ('1444-02', 3007398600000, 3010077000000, '2065-04-20', '2065-05-20'), ('1444-03', 3010077000000, 3012755400000, '2065-05-21', '2065-06-20'), ('1444-04', 3012755400000, 3015433800000, '2065-06-21', '2065-07-21'), ('1444-05', 3015433800000, 3018112200000, '2065-07-22', '2065-08-21'), ('1444-06', 3018112200000, 3020790600000, '2065-08-22', '2065-09-21'), ('1444-07', 3020790600000, 3023382600000, '2065-09-22', '2065-10-21'), ('1444-08', 3023382600000, 3025974600000, '2065-10-22', '2065-11-20'), ('1444-09', 3025974600000, 3028566600000, '2065-11-21', '2065-12-20'), ('1444-10', 3028566600000, 3031158600000, '2065-12-21', '2066-01-19'), ('1444-11', 3031158600000, 3033750600000, '2066-01-20', '2066-02-18'), ('1444-12', 3033750600000, 3036256200000, '2066-02-19', '2066-03-19'), ('1445-01', 3036256200000, 3038934600000, '2066-03-20', '2066-04-19'), ('1445-02', 3038934600000, 3041613000000, '2066-04-20', '2066-05-20'), ('1445-03', 3041613000000, 3044291400000, '2066-05-21', '2066-06-20'), ('1445-04', 3044291400000, 3046969800000, '2066-06-21', '2066-07-21'), ('1445-05', 3046969800000, 3049648200000, '2066-07-22', '2066-08-21'), ('1445-06', 3049648200000, 3052326600000, '2066-08-22', '2066-09-21'), ('1445-07', 3052326600000, 3054918600000, '2066-09-22', '2066-10-21'), ('1445-08', 3054918600000, 3057510600000, '2066-10-22', '2066-11-20'), ('1445-09', 3057510600000, 3060102600000, '2066-11-21', '2066-12-20'), ('1445-10', 3060102600000, 3062694600000, '2066-12-21', '2067-01-19'), ('1445-11', 3062694600000, 3065286600000, '2067-01-20', '2067-02-18'), ('1445-12', 3065286600000, 3067878600000, '2067-02-19', '2067-03-20'), ('1446-01', 3067878600000, 3070557000000, '2067-03-21', '2067-04-20'), ('1446-02', 3070557000000, 3073235400000, '2067-04-21', '2067-05-21'), ('1446-03', 3073235400000, 3075913800000, '2067-05-22', '2067-06-21'), ('1446-04', 3075913800000, 3078592200000, '2067-06-22', '2067-07-22'), ('1446-05', 3078592200000, 3081270600000, '2067-07-23', '2067-08-22'), ('1446-06', 3081270600000, 3083949000000, '2067-08-23', '2067-09-22'), ('1446-07', 3083949000000, 3086541000000, '2067-09-23', '2067-10-22'), ('1446-08', 3086541000000, 3089133000000, '2067-10-23', '2067-11-21'), ('1446-09', 3089133000000, 3091725000000, '2067-11-22', '2067-12-21'), ('1446-10', 3091725000000, 3094317000000, '2067-12-22', '2068-01-20'), ('1446-11', 3094317000000, 3096909000000, '2068-01-21', '2068-02-19'), ('1446-12', 3096909000000, 3099414600000, '2068-02-20', '2068-03-19'), ('1447-01', 3099414600000, 3102093000000, '2068-03-20', '2068-04-19'), ('1447-02', 3102093000000, 3104771400000, '2068-04-20', '2068-05-20'), ('1447-03', 3104771400000, 3107449800000, '2068-05-21', '2068-06-20'), ('1447-04', 3107449800000, 3110128200000, '2068-06-21', '2068-07-21'), ('1447-05', 3110128200000, 3112806600000, '2068-07-22', '2068-08-21'), ('1447-06', 3112806600000, 3115485000000, '2068-08-22', '2068-09-21'), ('1447-07', 3115485000000, 3118077000000, '2068-09-22', '2068-10-21'), ('1447-08', 3118077000000, 3120669000000, '2068-10-22', '2068-11-20'), ('1447-09', 3120669000000, 3123261000000, '2068-11-21', '2068-12-20'), ('1447-10', 3123261000000, 3125853000000, '2068-12-21', '2069-01-19'), ('1447-11', 3125853000000, 3128445000000, '2069-01-20', '2069-02-18'), ('1447-12', 3128445000000, 3130950600000, '2069-02-19', '2069-03-19'), ('1448-01', 3130950600000, 3133629000000, '2069-03-20', '2069-04-19'), ('1448-02', 3133629000000, 3136307400000, '2069-04-20', '2069-05-20'), ('1448-03', 3136307400000, 3138985800000, '2069-05-21', '2069-06-20'), ('1448-04', 3138985800000, 3141664200000, '2069-06-21', '2069-07-21'), ('1448-05', 3141664200000, 3144342600000, '2069-07-22', '2069-08-21'), ('1448-06', 3144342600000, 3147021000000, '2069-08-22', '2069-09-21'), ('1448-07', 3147021000000, 3149613000000, '2069-09-22', '2069-10-21'), ('1448-08', 3149613000000, 3152205000000, '2069-10-22', '2069-11-20'), ('1448-09', 3152205000000, 3154797000000, '2069-11-21', '2069-12-20'), ('1448-10', 3154797000000, 3157389000000, '2069-12-21', '2070-01-19'), ('1448-11', 3157389000000, 3159981000000, '2070-01-20', '2070-02-18'), ('1448-12', 3159981000000, 3162486600000, '2070-02-19', '2070-03-19'), ('1449-01', 3162486600000, 3165165000000, '2070-03-20', '2070-04-19'), ('1449-02', 3165165000000, 3167843400000, '2070-04-20', '2070-05-20'), ('1449-03', 3167843400000, 3170521800000, '2070-05-21', '2070-06-20'), ('1449-04', 3170521800000, 3173200200000, '2070-06-21', '2070-07-21'), ('1449-05', 3173200200000, 3175878600000, '2070-07-22', '2070-08-21'), ('1449-06', 3175878600000, 3178557000000, '2070-08-22', '2070-09-21'), ('1449-07', 3178557000000, 3181149000000, '2070-09-22', '2070-10-21'), ('1449-08', 3181149000000, 3183741000000, '2070-10-22', '2070-11-20'), ('1449-09', 3183741000000, 3186333000000, '2070-11-21', '2070-12-20'), ('1449-10', 3186333000000, 3188925000000, '2070-12-21', '2071-01-19'), ('1449-11', 3188925000000, 3191517000000, '2071-01-20', '2071-02-18'), ('1449-12', 3191517000000, 3194109000000, '2071-02-19', '2071-03-20'), ('1450-01', 3194109000000, 3196787400000, '2071-03-21', '2071-04-20'), ('1450-02', 3196787400000, 3199465800000, '2071-04-21', '2071-05-21'), ('1450-03', 3199465800000, 3202144200000, '2071-05-22', '2071-06-21'), ('1450-04', 3202144200000, 3204822600000, '2071-06-22', '2071-07-22'), ('1450-05', 3204822600000, 3207501000000, '2071-07-23', '2071-08-22'), ('1450-06', 3207501000000, 3210179400000, '2071-08-23', '2071-09-22'), ('1450-07', 3210179400000, 3212771400000, '2071-09-23', '2071-10-22'), ('1450-08', 3212771400000, 3215363400000, '2071-10-23', '2071-11-21'), ('1450-09', 3215363400000, 3217955400000, '2071-11-22', '2071-12-21'), ('1450-10', 3217955400000, 3220547400000, '2071-12-22', '2072-01-20'), ('1450-11', 3220547400000, 3223139400000, '2072-01-21', '2072-02-19'), ('1450-12', 3223139400000, 3225645000000, '2072-02-20', '2072-03-19')
--> statement-breakpoint
insert into meta (key, value) values ('schema_version', '1')
