CREATE TABLE IF NOT EXISTS `national_month_sums` (
	`metric` text NOT NULL,
	`period` text NOT NULL,
	`province` text NOT NULL,
	`dims` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`metric`, `period`, `province`, `dims`)
)
--> statement-breakpoint
insert into national_month_sums (metric, period, province, dims, value) select metric, period, province, dims, sum(value) from national_cells where period <> '' group by 1, 2, 3, 4 on conflict (metric, period, province, dims) do update set value = excluded.value
--> statement-breakpoint
create trigger national_cells_month_insert after insert on national_cells when new.period <> '' begin insert into national_month_sums (metric, period, province, dims, value) select new.metric, new.period, new.province, new.dims, new.value where true on conflict (metric, period, province, dims) do update set value = value + excluded.value; end
--> statement-breakpoint
create trigger national_cells_month_update after update of value on national_cells when new.value <> old.value and new.period <> '' begin update national_month_sums set value = value + new.value - old.value where metric = new.metric and period = new.period and province = new.province and dims = new.dims; end
--> statement-breakpoint
create trigger national_cells_month_delete after delete on national_cells when old.period <> '' begin update national_month_sums set value = value - old.value where metric = old.metric and period = old.period and province = old.province and dims = old.dims; end
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS `border_tallies` (
	`province` text NOT NULL,
	`epoch` integer NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`letters` integer NOT NULL,
	`bytes` integer NOT NULL,
	`received_at_ms` integer NOT NULL,
	PRIMARY KEY(`province`, `epoch`, `kind`)
)
--> statement-breakpoint
insert into border_tallies (province, epoch, kind, number, letters, bytes, received_at_ms) select province, epoch, kind, max(number), count(*), sum(length(body_json)), max(received_at_ms) from letters_in where true group by 1, 2, 3 on conflict (province, epoch, kind) do update set number = excluded.number, letters = excluded.letters, bytes = excluded.bytes, received_at_ms = excluded.received_at_ms
--> statement-breakpoint
create trigger letters_in_tallied after insert on letters_in begin insert into border_tallies (province, epoch, kind, number, letters, bytes, received_at_ms) select new.province, new.epoch, new.kind, new.number, 1, length(new.body_json), new.received_at_ms where true on conflict (province, epoch, kind) do update set number = max(number, excluded.number), letters = letters + 1, bytes = bytes + excluded.bytes, received_at_ms = max(received_at_ms, excluded.received_at_ms); end
--> statement-breakpoint
create trigger letters_in_untallied after delete on letters_in begin update border_tallies set letters = letters - 1, bytes = bytes - length(old.body_json) where province = old.province and epoch = old.epoch and kind = old.kind; end
