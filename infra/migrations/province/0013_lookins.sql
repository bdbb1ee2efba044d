alter table people add column is_guest integer not null default 0
--> statement-breakpoint
alter table sessions add column guest_of text
--> statement-breakpoint
alter table role_grants add column until_ms integer
--> statement-breakpoint
alter table invitations add column totp_secret_sealed text
--> statement-breakpoint
CREATE TABLE `lookin_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`unit_id` text NOT NULL,
	`areas_json` text NOT NULL,
	`reason` text NOT NULL,
	`granted_by` text NOT NULL,
	`granted_at_ms` integer NOT NULL,
	`until_ms` integer NOT NULL,
	`accepted_at_ms` integer,
	`ended_by` text,
	`ended_at_ms` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`)
)
--> statement-breakpoint
CREATE INDEX `lookin_grants_by_person` ON `lookin_grants` (`person_id`)
--> statement-breakpoint
CREATE INDEX `lookin_grants_by_end` ON `lookin_grants` (`until_ms`)
