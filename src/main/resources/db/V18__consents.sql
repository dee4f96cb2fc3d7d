-- What clients said to the boxes of the form that they booked through, for as long as the visit is theirs.

-- Each text once, from the first time on that somebody was asked whether they agree to it. Never changed: another text is another version.
CREATE TABLE privacy_policy (
    location_id BIGINT NOT NULL REFERENCES location,
    version     TEXT   NOT NULL,                    -- of its SHA-256
    text        TEXT   NOT NULL,
    asked_at    BIGINT NOT NULL,                    -- for the first time
    PRIMARY KEY (location_id, version)
) WITHOUT ROWID;

CREATE TABLE consent (
    location_id BIGINT  NOT NULL,
    visit_id    BIGINT  NOT NULL,
    form_id     BIGINT  NOT NULL,
    policy      TEXT,                               -- the version of the text that was shown; null: the location had none
    agreed      INTEGER,                            -- null: not asked
    newsletter  INTEGER,                            -- null: not asked
    language    TEXT    NOT NULL,                   -- of the form, whatever becomes of the visit's
    given_at    BIGINT  NOT NULL,
    PRIMARY KEY (location_id, visit_id),
    FOREIGN KEY (location_id, visit_id) REFERENCES visit,
    FOREIGN KEY (location_id, policy) REFERENCES privacy_policy
) WITHOUT ROWID;
