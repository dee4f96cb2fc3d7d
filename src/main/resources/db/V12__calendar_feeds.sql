-- The secret address that shows a client's appointments to their calendar. Only its SHA-256 is kept.

ALTER TABLE account ADD COLUMN calendar_hash TEXT;

CREATE UNIQUE INDEX account_by_calendar ON account (calendar_hash);
