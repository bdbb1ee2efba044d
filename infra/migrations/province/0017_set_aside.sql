CREATE TABLE `letters_set_aside` (
	`number` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`needs` integer NOT NULL,
	`tried` integer NOT NULL,
	`reason` text NOT NULL,
	`about_json` text NOT NULL,
	`set_aside_at_ms` integer NOT NULL,
	`taken_in_at_ms` integer
)
