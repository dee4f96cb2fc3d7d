-- Locations of one chain, and the booking forms that let clients choose among them.

ALTER TABLE location ADD COLUMN chain BIGINT;                 -- null: belongs to none
ALTER TABLE location ADD COLUMN chain_title TEXT NOT NULL DEFAULT '';
ALTER TABLE booking_form ADD COLUMN of_chain INTEGER NOT NULL DEFAULT 0;

CREATE INDEX location_chain ON location (chain);
