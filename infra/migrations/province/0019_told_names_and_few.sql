alter table template_adopters add column name_fa text
--> statement-breakpoint
alter table template_adopters add column name_en text
--> statement-breakpoint
alter table template_results add column is_few integer not null default 0
--> statement-breakpoint
CREATE TABLE `template_result_parts` (
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`indicator` text NOT NULL,
	`side` text NOT NULL,
	`setting` text NOT NULL,
	`size` text NOT NULL,
	`parts_json` text NOT NULL,
	PRIMARY KEY(`template_id`, `version`, `indicator`, `side`, `setting`, `size`)
)
