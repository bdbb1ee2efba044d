CREATE TABLE `checkpoints` (
	`province` text NOT NULL,
	`month` text NOT NULL,
	`taken_at_ms` integer NOT NULL,
	`body_json` text NOT NULL,
	`digest` text NOT NULL,
	`key_id` text NOT NULL,
	`seal` text NOT NULL,
	PRIMARY KEY(`province`, `taken_at_ms`)
)
--> statement-breakpoint
CREATE TABLE `border_failures` (
	`province` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`reason` text NOT NULL,
	`at_ms` integer NOT NULL
)
