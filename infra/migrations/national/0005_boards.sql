CREATE TABLE `boards` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`owner_id` text NOT NULL,
	`is_shared` integer DEFAULT false NOT NULL,
	`saved_at_ms` integer NOT NULL,
	`discarded_at_ms` integer,
	`revision` integer DEFAULT 1 NOT NULL
)
--> statement-breakpoint
CREATE INDEX `boards_by_owner` ON `boards` (`owner_id`)
--> statement-breakpoint
CREATE INDEX `boards_shared` ON `boards` (`name`) WHERE is_shared = 1
--> statement-breakpoint
CREATE TABLE `pins` (
	`id` text PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`person_id` text NOT NULL,
	`at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE INDEX `pins_by_person` ON `pins` (`person_id`,`at_ms`)
--> statement-breakpoint
CREATE TABLE `pinned_cells` (
	`pin` text NOT NULL,
	`metric` text NOT NULL,
	`period` text NOT NULL,
	`province` text NOT NULL,
	`county` text NOT NULL,
	`dims` text NOT NULL,
	`value` integer NOT NULL,
	`epoch` integer NOT NULL,
	`letter_number` integer NOT NULL,
	`sent_at_ms` integer NOT NULL,
	PRIMARY KEY(`pin`, `metric`, `period`, `province`, `county`, `dims`)
)
--> statement-breakpoint
create trigger pinned_cells_stay before update on pinned_cells begin select raise(abort, 'refused:pinned'); end
--> statement-breakpoint
create trigger pinned_cells_remain before delete on pinned_cells begin select raise(abort, 'refused:pinned'); end
--> statement-breakpoint
CREATE TABLE `pinned_coverage` (
	`pin` text NOT NULL,
	`metric` text NOT NULL,
	`province` text NOT NULL,
	`epoch` integer NOT NULL,
	`as_of_ms` integer NOT NULL,
	`counties` integer NOT NULL,
	`neighbourhoods` integer NOT NULL,
	PRIMARY KEY(`pin`, `metric`, `province`)
)
--> statement-breakpoint
create trigger pinned_coverage_stay before update on pinned_coverage begin select raise(abort, 'refused:pinned'); end
--> statement-breakpoint
create trigger pinned_coverage_remain before delete on pinned_coverage begin select raise(abort, 'refused:pinned'); end
--> statement-breakpoint
CREATE TABLE `pinned_places` (
	`pin` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`province` text NOT NULL,
	`code` text NOT NULL,
	`name_fa` text NOT NULL,
	`name_en` text,
	`status` text,
	`ended_on` text,
	PRIMARY KEY(`pin`, `kind`, `key`)
)
--> statement-breakpoint
create trigger pinned_places_stay before update on pinned_places begin select raise(abort, 'refused:pinned'); end
--> statement-breakpoint
create trigger pinned_places_remain before delete on pinned_places begin select raise(abort, 'refused:pinned'); end
