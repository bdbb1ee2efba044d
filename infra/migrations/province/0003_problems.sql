select 1 -- problems
