-- Which secret the instances on this database share. Not the secret: only what it makes of a word, in one row.

CREATE TABLE shared_secret (
    one         INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    fingerprint TEXT    NOT NULL,
    kept_at     BIGINT  NOT NULL
);
