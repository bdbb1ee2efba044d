select 1 -- operations
