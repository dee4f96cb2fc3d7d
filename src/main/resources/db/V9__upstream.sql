-- What instances share when the bookings themselves are kept elsewhere, at Altegio.

-- Short texts that only their owners understand: how much of the limit over there is used up. They lead with no location, as the limit
-- is one for everything behind our address.
CREATE TABLE upstream_text (
    name TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) WITHOUT ROWID;
