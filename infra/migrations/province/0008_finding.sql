select 1 -- finding
