-- What was sent to clients, for a year at most; and the links to reviews that are still to be sent.

-- By phone, like an account: a message is its reader's, whichever location it came from.
CREATE TABLE message (
-- [sqlite]
    id          INTEGER NOT NULL PRIMARY KEY,
-- [postgresql]
    id          BIGINT NOT NULL PRIMARY KEY DEFAULT nextval('next_id'),
-- [both]
    phone       TEXT   NOT NULL,                    -- E.164; whose message it is
    location_id BIGINT REFERENCES location,         -- null: about no location
    kind        TEXT   NOT NULL CHECK (kind IN ('SMS', 'MAIL')),
    purpose     TEXT   NOT NULL,
    recipient   TEXT   NOT NULL,                    -- the phone or address that it went to
    subject     TEXT   NOT NULL,
    text        TEXT   NOT NULL,                    -- empty for one that carried a code
    sent_at     BIGINT NOT NULL
);

CREATE INDEX message_of_phone ON message (phone);
CREATE INDEX message_by_time ON message (sent_at);

ALTER TABLE location ADD COLUMN review_links INTEGER NOT NULL DEFAULT 0; -- clients are asked how it was

-- One that was sent is gone, as reminders are.
CREATE TABLE review_link (
    location_id BIGINT NOT NULL,
    visit_id    BIGINT NOT NULL,
    due_at      BIGINT NOT NULL,
    PRIMARY KEY (location_id, visit_id),
    FOREIGN KEY (location_id, visit_id) REFERENCES visit
) WITHOUT ROWID;

CREATE INDEX review_link_due ON review_link (due_at);
