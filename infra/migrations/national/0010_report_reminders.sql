CREATE TABLE `report_deadlines` (
	`revision` integer PRIMARY KEY NOT NULL,
	`month_days` integer NOT NULL,
	`quarter_days` integer NOT NULL,
	`set_at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE TABLE `report_reminders` (
	`province` text NOT NULL,
	`period` text NOT NULL,
	`on_date` text NOT NULL,
	PRIMARY KEY(`province`, `period`, `on_date`)
)
