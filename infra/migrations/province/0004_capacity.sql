select 1 -- capacity
