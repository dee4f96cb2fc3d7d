-- Numbers of rows are fetched a block at a time, see Ids. Whoever uses one at a time skips the rest of its block.

-- [postgresql]
ALTER SEQUENCE next_id INCREMENT BY 50;
