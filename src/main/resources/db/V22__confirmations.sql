-- Whoever tells the client by e-mail that they are booked takes the note first: it is told once, also where whoever booked learns only later
-- that they have.

ALTER TABLE booking_key ADD COLUMN to_confirm INTEGER NOT NULL DEFAULT 0; -- the client gave an address, and is still to be told
