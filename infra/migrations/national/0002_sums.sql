CREATE TABLE IF NOT EXISTS `national_sums` (
	`metric` text NOT NULL,
	`span` text NOT NULL,
	`province` text NOT NULL,
	`dims` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`metric`, `span`, `province`, `dims`)
)
--> statement-breakpoint
insert into national_sums (metric, span, province, dims, value) select metric, substr(period, 1, 4), province, dims, sum(value) from national_cells where true group by 1, 2, 3, 4 on conflict (metric, span, province, dims) do update set value = excluded.value
--> statement-breakpoint
create trigger national_cells_insert after insert on national_cells begin insert into national_sums (metric, span, province, dims, value) select new.metric, substr(new.period, 1, 4), new.province, new.dims, new.value where true on conflict (metric, span, province, dims) do update set value = value + excluded.value; end
--> statement-breakpoint
create trigger national_cells_update after update of value on national_cells when new.value <> old.value begin update national_sums set value = value + new.value - old.value where metric = new.metric and span = substr(new.period, 1, 4) and province = new.province and dims = new.dims; end
--> statement-breakpoint
create trigger national_cells_delete after delete on national_cells begin update national_sums set value = value - old.value where metric = old.metric and span = substr(old.period, 1, 4) and province = old.province and dims = old.dims; end
