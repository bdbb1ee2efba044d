CREATE TABLE `people_closings` (
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`as_of_ms` integer NOT NULL,
	`counties_json` text NOT NULL,
	`metrics_json` text NOT NULL,
	PRIMARY KEY(`period`, `version`)
)
--> statement-breakpoint
CREATE TABLE `people_leaves` (
	`period` text NOT NULL,
	`version` integer NOT NULL,
	`metric` text NOT NULL,
	`county` text NOT NULL,
	`domain` text NOT NULL,
	`values_json` text,
	PRIMARY KEY(`period`, `version`, `metric`, `county`, `domain`)
)
--> statement-breakpoint
create trigger people_leaves_stay before update on people_leaves begin select raise(abort, 'refused:frozen'); end
--> statement-breakpoint
create trigger people_leaves_remain before delete on people_leaves begin select raise(abort, 'refused:frozen'); end
