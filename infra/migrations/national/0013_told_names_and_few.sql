alter table template_adopters add column name_fa text
--> statement-breakpoint
alter table template_adopters add column name_en text
--> statement-breakpoint
alter table template_results add column is_few integer not null default 0
