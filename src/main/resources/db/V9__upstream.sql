-- What instances share, and must not forget, when the bookings themselves are kept elsewhere, at Altegio.

-- Short texts that only their owners understand: how much of the limit over there is used up, which is one for everything behind our
-- address, and what was asked to be booked under which key ("visit <location> <key>").
CREATE TABLE upstream_text (
    name       TEXT   NOT NULL PRIMARY KEY,
    text       TEXT   NOT NULL,
    changed_at BIGINT NOT NULL -- milliseconds
) WITHOUT ROWID;

CREATE INDEX upstream_text_age ON upstream_text (changed_at);
