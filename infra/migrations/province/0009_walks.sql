create index problems_pair_harm on problems (unit_id, domain_key, severity * coalesce(people_affected, 1) desc, id desc) where status in ('registered', 'triaged', 'started') and discarded_at_ms is null
--> statement-breakpoint
create index problems_domain_rank on problems (domain_key, status, rank_order, severity desc, id desc, unit_id, level) where discarded_at_ms is null
