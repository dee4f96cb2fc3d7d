-- Who may call the REST API. The token itself is nowhere: it is shown once, and only its hash is kept.
-- This table leads with no location, as a partner may serve several.

CREATE TABLE partner_token (
-- [sqlite]
    id         INTEGER NOT NULL PRIMARY KEY,
-- [postgresql]
    id         BIGINT  NOT NULL PRIMARY KEY DEFAULT nextval('next_id'),
-- [both]
    name       TEXT    NOT NULL,
    hash       TEXT    NOT NULL UNIQUE,             -- SHA-256 in hex
    per_minute INTEGER NOT NULL CHECK (per_minute >= 0), -- calls; 0 is no limit
    per_second INTEGER NOT NULL CHECK (per_second >= 0),
    locations  TEXT    NOT NULL,                    -- 1,2; empty for all
    created_at BIGINT  NOT NULL,
    revoked_at BIGINT
);
