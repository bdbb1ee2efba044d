select 1 -- reversals
