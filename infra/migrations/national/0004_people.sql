CREATE TABLE `national_people_reports` (
	`metric` text NOT NULL,
	`period` text NOT NULL,
	`province` text NOT NULL,
	`version` integer NOT NULL,
	`closed_at_ms` integer NOT NULL,
	`as_of_ms` integer NOT NULL,
	`counties_json` text NOT NULL,
	`received_at_ms` integer NOT NULL,
	`epoch` integer NOT NULL,
	`letter_number` integer NOT NULL,
	PRIMARY KEY(`metric`, `period`, `province`, `version`)
)
--> statement-breakpoint
CREATE TABLE `national_people_leaves` (
	`metric` text NOT NULL,
	`period` text NOT NULL,
	`province` text NOT NULL,
	`version` integer NOT NULL,
	`county` text NOT NULL,
	`domain` text NOT NULL,
	`values_json` text,
	PRIMARY KEY(`metric`, `period`, `province`, `version`, `county`, `domain`)
)
--> statement-breakpoint
create trigger national_people_leaves_stay before update on national_people_leaves begin select raise(abort, 'refused:frozen'); end
--> statement-breakpoint
create trigger national_people_leaves_remain before delete on national_people_leaves begin select raise(abort, 'refused:frozen'); end
