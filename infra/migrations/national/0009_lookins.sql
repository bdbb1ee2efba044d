alter table people add column is_guest integer not null default 0
--> statement-breakpoint
alter table sessions add column guest_of text
--> statement-breakpoint
alter table role_grants add column until_ms integer
--> statement-breakpoint
alter table invitations add column totp_secret_sealed text
--> statement-breakpoint
CREATE TABLE `lookin_invitations` (
	`province` text NOT NULL,
	`grant_id` text NOT NULL,
	`full_name` text NOT NULL,
	`email` text NOT NULL,
	`part_fa` text NOT NULL,
	`part_en` text,
	`areas_json` text NOT NULL,
	`reason` text NOT NULL,
	`granted_at_ms` integer NOT NULL,
	`until_ms` integer NOT NULL,
	`ended_at_ms` integer,
	`accepted_at_ms` integer,
	PRIMARY KEY(`province`, `grant_id`)
)
--> statement-breakpoint
CREATE INDEX `lookin_invitations_by_email` ON `lookin_invitations` (`email`)
