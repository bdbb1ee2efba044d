CREATE INDEX IF NOT EXISTS `periods_by_last` ON `periods` (`last_on`)
--> statement-breakpoint
create trigger targets_dirty_insert after insert on targets begin insert into dirty values (new.unit_id,'indicators') on conflict do nothing; end
--> statement-breakpoint
create trigger targets_dirty_update after update on targets begin insert into dirty values (new.unit_id,'indicators'),(old.unit_id,'indicators') on conflict do nothing; end
--> statement-breakpoint
create trigger targets_dirty_delete after delete on targets begin insert into dirty values (old.unit_id,'indicators') on conflict do nothing; end
--> statement-breakpoint
create trigger measurements_dirty_insert after insert on measurements begin insert into dirty values (new.unit_id,'indicators') on conflict do nothing; end
--> statement-breakpoint
create trigger measurements_dirty_update after update on measurements begin insert into dirty values (new.unit_id,'indicators'),(old.unit_id,'indicators') on conflict do nothing; end
--> statement-breakpoint
create trigger measurements_dirty_delete after delete on measurements begin insert into dirty values (old.unit_id,'indicators') on conflict do nothing; end
--> statement-breakpoint
create trigger indicator_aims_dirty_insert after insert on indicator_aims begin insert into dirty values (new.unit_id,'indicators') on conflict do nothing; end
--> statement-breakpoint
create trigger indicator_aims_dirty_update after update on indicator_aims begin insert into dirty values (new.unit_id,'indicators'),(old.unit_id,'indicators') on conflict do nothing; end
--> statement-breakpoint
create trigger indicator_aims_dirty_delete after delete on indicator_aims begin insert into dirty values (old.unit_id,'indicators') on conflict do nothing; end
--> statement-breakpoint
create trigger target_readings_dirty_insert after insert on target_readings begin insert into dirty select unit_id, 'indicators' from targets where id = new.target_id on conflict do nothing; end
--> statement-breakpoint
create trigger target_readings_dirty_update after update on target_readings begin insert into dirty select unit_id, 'indicators' from targets where id = new.target_id on conflict do nothing; end
--> statement-breakpoint
create trigger target_readings_dirty_delete after delete on target_readings begin insert into dirty select unit_id, 'indicators' from targets where id = old.target_id on conflict do nothing; end
--> statement-breakpoint
create trigger target_milestones_dirty_insert after insert on target_milestones begin insert into dirty select unit_id, 'indicators' from targets where id = new.target_id on conflict do nothing; end
--> statement-breakpoint
create trigger target_milestones_dirty_update after update on target_milestones begin insert into dirty select unit_id, 'indicators' from targets where id = new.target_id on conflict do nothing; end
--> statement-breakpoint
create trigger target_milestones_dirty_delete after delete on target_milestones begin insert into dirty select unit_id, 'indicators' from targets where id = old.target_id on conflict do nothing; end
--> statement-breakpoint
create trigger indicators_dirty_update after update of retired_at_ms, version, frequency on indicators begin insert into dirty select unit_id, 'indicators' from (select unit_id from measurements where indicator_id = new.id union select unit_id from indicator_aims where indicator_id = new.id) where true on conflict do nothing; end
--> statement-breakpoint
create trigger units_county_indicators after update of county_id on units when old.county_id is not new.county_id begin insert into dirty values (new.id,'indicators') on conflict do nothing; end
--> statement-breakpoint
insert or ignore into dirty (unit_id, feature) select unit_id, 'indicators' from targets union select unit_id, 'indicators' from measurements union select unit_id, 'indicators' from indicator_aims
