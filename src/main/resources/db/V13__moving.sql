-- How long before the start clients may still move an appointment to another time, in seconds; null: they may not. It was the same as for
-- cancelling until now.

ALTER TABLE location ADD COLUMN moving BIGINT;
UPDATE location SET moving = cancellation;
