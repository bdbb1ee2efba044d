CREATE TABLE `element_rows` (
	`template_id` text NOT NULL,
	`element_id` text NOT NULL,
	`kind` text NOT NULL,
	`row_key` text NOT NULL,
	PRIMARY KEY(`template_id`, `kind`, `row_key`)
)
--> statement-breakpoint
CREATE INDEX `element_rows_by_row` ON `element_rows` (`kind`,`row_key`)
--> statement-breakpoint
CREATE TABLE `template_adopters` (
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`province` text NOT NULL,
	`county` text NOT NULL,
	`turn` integer NOT NULL,
	`adoptions` integer NOT NULL,
	`overlay_json` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`template_id`, `version`, `province`, `county`)
)
--> statement-breakpoint
CREATE TABLE `template_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`part` text,
	`element_id` text,
	`body` text NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE INDEX `template_comments_by_digest` ON `template_comments` (`digest`,`at_ms`)
--> statement-breakpoint
CREATE TABLE `template_docs` (
	`n` integer PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`text` text NOT NULL
)
--> statement-breakpoint
CREATE UNIQUE INDEX `template_docs_ref_unique` ON `template_docs` (`ref`)
--> statement-breakpoint
CREATE TABLE `template_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`unit_id` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`changes` text NOT NULL,
	`tags_json` text NOT NULL,
	`setting` text NOT NULL,
	`size` text NOT NULL,
	`projected_json` text NOT NULL,
	`elements_json` text NOT NULL,
	`left_out_json` text DEFAULT '[]' NOT NULL,
	`removed_json` text DEFAULT '[]' NOT NULL,
	`decisions_json` text DEFAULT '{}' NOT NULL,
	`results_json` text DEFAULT '[]' NOT NULL,
	`media_json` text DEFAULT '[]' NOT NULL,
	`credits_json` text DEFAULT '[]' NOT NULL,
	`status` text NOT NULL,
	`digest` text,
	`note` text,
	`written_by` text NOT NULL,
	`written_at_ms` integer NOT NULL,
	`amended_at_ms` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `template_drafts_one_open` ON `template_drafts` (`template_id`) WHERE status <> 'signed'
--> statement-breakpoint
CREATE INDEX `template_drafts_by_unit` ON `template_drafts` (`unit_id`)
--> statement-breakpoint
CREATE TABLE `template_elements` (
	`element_id` text NOT NULL,
	`template_id` text NOT NULL,
	PRIMARY KEY(`element_id`, `template_id`)
)
--> statement-breakpoint
CREATE TABLE `template_endings` (
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`how` text NOT NULL,
	`province` text NOT NULL,
	`reason` text NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`template_id`, `version`, `how`)
)
--> statement-breakpoint
CREATE TABLE `template_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`template_id` text NOT NULL,
	`base_version` integer NOT NULL,
	`from_province` text NOT NULL,
	`to_province` text NOT NULL,
	`note` text NOT NULL,
	`changes_json` text NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`at_ms` integer NOT NULL,
	`outcome` text,
	`taken_json` text,
	`answer` text,
	`answered_by` text,
	`answered_at_ms` integer
)
--> statement-breakpoint
CREATE INDEX `template_proposals_by_template` ON `template_proposals` (`template_id`,`at_ms`)
--> statement-breakpoint
CREATE TABLE `template_results` (
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`province` text NOT NULL,
	`indicator` text NOT NULL,
	`side` text NOT NULL,
	`setting` text NOT NULL,
	`size` text NOT NULL,
	`n` integer NOT NULL,
	`sum_before` real NOT NULL,
	`sum_after` real NOT NULL,
	`sum_squared_change` real NOT NULL,
	`turn` integer NOT NULL,
	`as_of_ms` integer NOT NULL,
	PRIMARY KEY(`template_id`, `version`, `province`, `indicator`, `side`, `setting`, `size`)
)
--> statement-breakpoint
CREATE TABLE `templates` (
	`digest` text PRIMARY KEY NOT NULL,
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`province` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`tags_json` text NOT NULL,
	`setting` text NOT NULL,
	`size` text NOT NULL,
	`elements` integer NOT NULL,
	`parts_json` text NOT NULL,
	`domains_json` text NOT NULL,
	`is_sample` integer NOT NULL,
	`document_json` text NOT NULL,
	`seal_json` text NOT NULL,
	`endorsement_json` text NOT NULL,
	`arrival` text NOT NULL,
	`signed_at_ms` integer NOT NULL
)
--> statement-breakpoint
CREATE UNIQUE INDEX `templates_by_version` ON `templates` (`template_id`,`version`)
--> statement-breakpoint
CREATE TABLE `adopted_elements` (
	`adoption_id` text NOT NULL,
	`element_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`row_key` text,
	`is_joined` integer DEFAULT false NOT NULL,
	`base_json` text NOT NULL,
	`landed_json` text NOT NULL,
	`local_json` text DEFAULT '{}' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`adoption_id`, `element_id`),
	FOREIGN KEY (`adoption_id`) REFERENCES `adoptions`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE INDEX `adopted_elements_by_row` ON `adopted_elements` (`kind`,`row_key`) WHERE row_key is not null
--> statement-breakpoint
CREATE TABLE `adoption_upgrades` (
	`id` text PRIMARY KEY NOT NULL,
	`adoption_id` text NOT NULL,
	`from_version` integer NOT NULL,
	`to_version` integer NOT NULL,
	`to_digest` text NOT NULL,
	`decisions_json` text DEFAULT '{}' NOT NULL,
	`mapping_json` text DEFAULT '{}' NOT NULL,
	`status` text NOT NULL,
	`begun_by` text NOT NULL,
	`begun_at_ms` integer NOT NULL,
	`ended_at_ms` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoptions`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `adoption_upgrades_one_open` ON `adoption_upgrades` (`adoption_id`) WHERE status = 'open'
--> statement-breakpoint
CREATE TABLE `adoptions` (
	`id` text PRIMARY KEY NOT NULL,
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`digest` text NOT NULL,
	`unit_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`mapping_json` text NOT NULL,
	`status` text NOT NULL,
	`adopted_by` text NOT NULL,
	`adopted_at_ms` integer NOT NULL,
	`ended_at_ms` integer,
	`end_reason` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
)
--> statement-breakpoint
CREATE UNIQUE INDEX `adoptions_once` ON `adoptions` (`template_id`,`unit_id`) WHERE status = 'active'
--> statement-breakpoint
CREATE INDEX `adoptions_by_unit` ON `adoptions` (`unit_id`)
--> statement-breakpoint
CREATE TABLE `adoption_standings` (
	`adoption_id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`landed` integer NOT NULL,
	`changed` integer NOT NULL,
	`dropped` integer NOT NULL,
	`added` integer NOT NULL,
	`changed_by_kind_json` text NOT NULL,
	`as_of_ms` integer NOT NULL,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoptions`(`id`) ON UPDATE no action ON DELETE cascade
)
--> statement-breakpoint
CREATE TABLE `standing_marks` (
	`adoption_id` text PRIMARY KEY NOT NULL
)
--> statement-breakpoint
CREATE TABLE `mapping_memory` (
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`target` text NOT NULL,
	`unit_id` text NOT NULL,
	`used_at_ms` integer NOT NULL,
	PRIMARY KEY(`kind`, `name`, `unit_id`)
)
--> statement-breakpoint
create trigger templates_stay before update on templates begin select raise(abort, 'refused:published'); end
--> statement-breakpoint
create virtual table template_index using fts5(text, content=template_docs, content_rowid=n, prefix=2, prefix=3)
--> statement-breakpoint
create trigger template_docs_insert after insert on template_docs begin insert into template_index (rowid, text) values (new.n, new.text); end
--> statement-breakpoint
create trigger template_docs_delete before delete on template_docs begin insert into template_index (template_index, rowid, text) values ('delete', old.n, old.text); end
--> statement-breakpoint
create trigger adoptions_standing_insert after insert on adoptions begin insert into standing_marks values (new.id) on conflict do nothing; insert into dirty values (new.unit_id,'adoptions') on conflict do nothing; end
--> statement-breakpoint
create trigger adoptions_standing_update after update on adoptions begin insert into standing_marks values (new.id) on conflict do nothing; insert into dirty values (new.unit_id,'adoptions') on conflict do nothing; end
--> statement-breakpoint
create trigger adoptions_standing_delete after delete on adoptions begin delete from standing_marks where adoption_id = old.id; insert into dirty values (old.unit_id,'adoptions') on conflict do nothing; end
--> statement-breakpoint
create trigger adopted_elements_standing_update after update on adopted_elements begin insert into standing_marks values (new.adoption_id) on conflict do nothing; end
--> statement-breakpoint
create trigger adoption_standings_dirty_insert after insert on adoption_standings begin insert into dirty values (new.unit_id,'adoptions') on conflict do nothing; end
--> statement-breakpoint
create trigger adoption_standings_dirty_update after update on adoption_standings when old.landed <> new.landed or old.changed <> new.changed or old.dropped <> new.dropped begin insert into dirty values (new.unit_id,'adoptions') on conflict do nothing; end
--> statement-breakpoint
create trigger adoption_standings_dirty_delete after delete on adoption_standings begin insert into dirty values (old.unit_id,'adoptions') on conflict do nothing; end
--> statement-breakpoint
create trigger committees_standing_update after update on committees begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'committee' and e.row_key = new.id on conflict do nothing; end
--> statement-breakpoint
create trigger committees_standing_delete after delete on committees begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'committee' and e.row_key = old.id on conflict do nothing; end
--> statement-breakpoint
create trigger problems_standing_update after update on problems begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'problem' and e.row_key = new.id on conflict do nothing; end
--> statement-breakpoint
create trigger operations_standing_update after update on operations begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'operation' and e.row_key = new.id on conflict do nothing; end
--> statement-breakpoint
create trigger operations_standing_delete after delete on operations begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'operation' and e.row_key = old.id on conflict do nothing; end
--> statement-breakpoint
create trigger tasks_standing_update after update on tasks begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'task' and e.row_key = new.id on conflict do nothing; end
--> statement-breakpoint
create trigger tasks_standing_delete after delete on tasks begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'task' and e.row_key = old.id on conflict do nothing; end
--> statement-breakpoint
create trigger tasks_standing_insert after insert on tasks begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'operation' and e.row_key = new.operation_id on conflict do nothing; end
--> statement-breakpoint
create trigger task_dependencies_standing_update after update on task_dependencies begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'link' and e.row_key = new.task_id || '|' || new.after_id on conflict do nothing; end
--> statement-breakpoint
create trigger task_dependencies_standing_delete after delete on task_dependencies begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'link' and e.row_key = old.task_id || '|' || old.after_id on conflict do nothing; end
--> statement-breakpoint
create trigger responsibilities_standing_update after update on responsibilities begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'duty' and e.row_key = new.id on conflict do nothing; end
--> statement-breakpoint
create trigger responsibilities_standing_delete after delete on responsibilities begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'duty' and e.row_key = old.id on conflict do nothing; end
--> statement-breakpoint
create trigger indicators_standing_update after update on indicators begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'indicator' and e.row_key = new.id on conflict do nothing; end
--> statement-breakpoint
create trigger targets_standing_update after update on targets begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'target' and e.row_key = new.id on conflict do nothing; end
--> statement-breakpoint
create trigger targets_standing_delete after delete on targets begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'target' and e.row_key = old.id on conflict do nothing; end
--> statement-breakpoint
create trigger operation_capacities_standing_insert after insert on operation_capacities begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'operation' and e.row_key = new.operation_id on conflict do nothing; end
--> statement-breakpoint
create trigger operation_capacities_standing_delete after delete on operation_capacities begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'operation' and e.row_key = old.operation_id on conflict do nothing; end
--> statement-breakpoint
create trigger templates_adoptions_dirty after insert on templates begin insert into dirty select a.unit_id, 'adoptions' from adoptions a where a.template_id = new.template_id and a.status = 'active' on conflict do nothing; end
--> statement-breakpoint
create trigger template_endings_adoptions_dirty after insert on template_endings begin insert into dirty select a.unit_id, 'adoptions' from adoptions a where a.template_id = new.template_id and a.status = 'active' on conflict do nothing; end
--> statement-breakpoint
create trigger measurements_adoptions_insert after insert on measurements begin insert into dirty select a.unit_id, 'adoptions' from adopted_elements e join adoptions a on a.id = e.adoption_id where e.kind = 'indicator' and e.row_key = new.indicator_id and a.unit_id = new.unit_id and a.status = 'active' on conflict do nothing; end
--> statement-breakpoint
create trigger measurements_adoptions_update after update on measurements begin insert into dirty select a.unit_id, 'adoptions' from adopted_elements e join adoptions a on a.id = e.adoption_id where e.kind = 'indicator' and e.row_key = new.indicator_id and a.unit_id = new.unit_id and a.status = 'active' on conflict do nothing; end
--> statement-breakpoint
create trigger measurements_adoptions_delete after delete on measurements begin insert into dirty select a.unit_id, 'adoptions' from adopted_elements e join adoptions a on a.id = e.adoption_id where e.kind = 'indicator' and e.row_key = old.indicator_id and a.unit_id = old.unit_id and a.status = 'active' on conflict do nothing; end
--> statement-breakpoint
create trigger units_county_adoptions after update of county_id on units when old.county_id is not new.county_id begin insert into dirty values (new.id,'adoptions') on conflict do nothing; end
--> statement-breakpoint
create trigger indicators_adoptions_dirty after update of retired_at_ms, version, frequency, population on indicators begin insert into dirty select a.unit_id, 'adoptions' from adopted_elements e join adoptions a on a.id = e.adoption_id where e.kind = 'indicator' and e.row_key = new.id and a.status = 'active' on conflict do nothing; end
--> statement-breakpoint
create trigger problems_redacted_templates after update of redacted_at_ms on problems when new.redacted_at_ms is not null and old.redacted_at_ms is null begin update adopted_elements set landed_json = '{}' where kind = 'problem' and row_key = new.id; update template_drafts set projected_json = (select json_group_array(json(iif(e.value ->> 'id' in (select p.value ->> 'id' from json_each(template_drafts.projected_json) p where p.value ->> 'rowKey' = new.id), json_set(e.value, '$.fields.title', '...', '$.fields.description', null, '$.fields.whys', json('[]'), '$.fields.solution', null), e.value))) from json_each(template_drafts.projected_json) e), elements_json = (select json_group_array(json(iif(e.value ->> 'id' in (select p.value ->> 'id' from json_each(template_drafts.projected_json) p where p.value ->> 'rowKey' = new.id), json_set(e.value, '$.fields.title', '...', '$.fields.description', null, '$.fields.whys', json('[]'), '$.fields.solution', null), e.value))) from json_each(template_drafts.elements_json) e), revision = revision + 1 where instr(projected_json, new.id) > 0; end
