-- Clients who come back: their accounts, sessions and reviews, and the codes and limits that guard them.

-- An account belongs to a phone, not to a location: its client has been to several. So it is its own shard, and the appointments of a
-- phone are the one question that looks into all locations, by the index below.
CREATE TABLE account (
-- [sqlite]
    id            INTEGER NOT NULL PRIMARY KEY,
-- [postgresql]
    id            BIGINT NOT NULL PRIMARY KEY DEFAULT nextval('next_id'),
-- [both]
    phone         TEXT   NOT NULL UNIQUE,           -- E.164
    name          TEXT   NOT NULL,
    email         TEXT   NOT NULL,
    email_since   BIGINT NOT NULL,                  -- an address opens the account that had it first
    password_hash TEXT,                             -- Argon2id; null: signs in with codes alone
    created_at    BIGINT NOT NULL
);

CREATE INDEX account_by_email ON account (email);
CREATE INDEX client_by_phone ON client (phone);
CREATE INDEX visit_of_client ON visit (location_id, client_id);

-- Whose phones are sent codes: LT,LV; empty for the location's own country.
ALTER TABLE location ADD COLUMN phone_countries TEXT NOT NULL DEFAULT '';

-- The token itself is nowhere: the client holds it, and only its SHA-256 is kept.
CREATE TABLE account_session (
    account_id BIGINT NOT NULL REFERENCES account,
    id         BIGINT NOT NULL,
    token_hash TEXT   NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    used_at    BIGINT NOT NULL,                     -- to within some minutes: not every look is a write
    PRIMARY KEY (account_id, id)
);

-- What a client said of a team member: of one appointment, or as somebody who was there.
CREATE TABLE review (
    location_id    BIGINT  NOT NULL REFERENCES location,
    id             BIGINT  NOT NULL,
    team_member_id BIGINT  NOT NULL,
    appointment_id BIGINT,
    account_id     BIGINT,
    client_name    TEXT    NOT NULL,                -- a first name
    stars          INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
    text           TEXT    NOT NULL,
    tip            BIGINT,                          -- minor units; what they would like to give
    created_at     BIGINT  NOT NULL,
    PRIMARY KEY (location_id, id),
    UNIQUE (location_id, appointment_id),
    UNIQUE (location_id, account_id, team_member_id),
    FOREIGN KEY (location_id, team_member_id) REFERENCES team_member,
    FOREIGN KEY (location_id, appointment_id) REFERENCES appointment
);

-- How often somebody did what is limited: sent codes, guessed, tried passwords. The subject is a keyed hash of the phone, address or
-- login, gone after a day.
CREATE TABLE attempt (
    subject      TEXT    NOT NULL,
    counter      TEXT    NOT NULL,
    attempted_at BIGINT  NOT NULL,
    times        INTEGER NOT NULL,
    PRIMARY KEY (subject, counter, attempted_at)
);

CREATE INDEX attempt_by_time ON attempt (attempted_at);

-- One live code per phone, purpose and form. The code itself is not here: only its keyed hash, gone once it was used. Codes live for
-- minutes: those of the table before are asked for again.
DROP TABLE phone_code;

CREATE TABLE phone_code (
    phone       TEXT    NOT NULL,
    purpose     TEXT    NOT NULL,
    location_id BIGINT  NOT NULL,                   -- 0: good everywhere
    form_id     BIGINT  NOT NULL,                   -- 0: good for any form
    code_hash   TEXT,
    expires_at  BIGINT  NOT NULL,
    tries       INTEGER NOT NULL,                   -- wrong ones
    PRIMARY KEY (phone, purpose, location_id, form_id)
);
