CREATE TABLE `report_deadlines` (
	`revision` integer PRIMARY KEY NOT NULL,
	`month_days` integer NOT NULL,
	`quarter_days` integer NOT NULL,
	`set_at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE TABLE `report_calls` (
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`called_at_ms` integer NOT NULL,
	PRIMARY KEY(`period`, `version`, `kind`)
)
