-- On which sites a booking form may stand in a frame: origins with spaces; empty for any.

ALTER TABLE booking_form ADD COLUMN sites TEXT NOT NULL DEFAULT '';
