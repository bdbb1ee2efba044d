select 1 -- responsibility
