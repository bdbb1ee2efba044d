select 1 -- indicators
