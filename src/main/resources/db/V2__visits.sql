-- What clients do: visits and their appointments, and the codes sent to phones. Instants are seconds since 1970 in UTC.
-- WITHOUT ROWID: the table is its primary key, one tree less to write with every booking.

-- [postgresql]
-- Numbers of rows that no two instances of the application may take at once; SQLite has one writer, who takes the next one.
CREATE SEQUENCE next_id;
-- [both]

CREATE TABLE client (
    location_id BIGINT  NOT NULL REFERENCES location,
    id          BIGINT  NOT NULL,
    phone       TEXT    NOT NULL,                   -- E.164
    name        TEXT    NOT NULL,
    email       TEXT    NOT NULL,
    blacklisted INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (location_id, id),
    UNIQUE (location_id, phone)
) WITHOUT ROWID;

CREATE TABLE visit (
    location_id        BIGINT  NOT NULL,
    id                 BIGINT  NOT NULL,
    client_id          BIGINT  NOT NULL,
    client_name        TEXT    NOT NULL,            -- as given for this visit: families share a phone
    form_id            BIGINT,                      -- null: not booked through a form
    comment            TEXT    NOT NULL,
    sms_reminder_hours INTEGER NOT NULL,
    language           TEXT    NOT NULL,
    created_at         BIGINT  NOT NULL,
    PRIMARY KEY (location_id, id),
    FOREIGN KEY (location_id, client_id) REFERENCES client
) WITHOUT ROWID;

-- A key books once: what it booked, and a fingerprint of what it was used for.
CREATE TABLE booking_key (
    location_id BIGINT NOT NULL,
    booking_key TEXT   NOT NULL,
    fingerprint TEXT   NOT NULL,
    visit_id    BIGINT NOT NULL,
    PRIMARY KEY (location_id, booking_key),
    FOREIGN KEY (location_id, visit_id) REFERENCES visit
) WITHOUT ROWID;

CREATE TABLE appointment (
    location_id    BIGINT  NOT NULL,
    id             BIGINT  NOT NULL,
    visit_id       BIGINT  NOT NULL,
    request_id     BIGINT  NOT NULL,                -- the caller's number of it within the visit
    team_member_id BIGINT  NOT NULL,
    starts_at      BIGINT  NOT NULL,
    ends_at        BIGINT  NOT NULL,
    status         TEXT    NOT NULL CHECK (status IN ('WAITING', 'CONFIRMED', 'ARRIVED', 'NO_SHOW', 'CANCELLED')),
    hash           TEXT    NOT NULL CHECK (length(hash) = 32),
    reference      TEXT    NOT NULL,                -- its name in other systems and in exports; ours begin with the time, so that
                                                    -- new ones come to lie side by side
    PRIMARY KEY (location_id, id),
    UNIQUE (location_id, reference),
    FOREIGN KEY (location_id, visit_id) REFERENCES visit,
    FOREIGN KEY (location_id, team_member_id) REFERENCES team_member,
    CHECK (ends_at > starts_at AND ends_at <= starts_at + 86400) -- at most a day: look-ups of overlaps lean on it
) WITHOUT ROWID;

CREATE INDEX appointment_of_visit ON appointment (location_id, visit_id);

-- Busy time, answered from the index alone.
CREATE INDEX appointment_of_team_member ON appointment (location_id, team_member_id, starts_at, ends_at, status)
    WHERE status NOT IN ('CANCELLED', 'NO_SHOW');

-- At the price and length that were booked, whatever they are later.
CREATE TABLE appointment_service (
    location_id    BIGINT  NOT NULL,
    appointment_id BIGINT  NOT NULL,
    place          INTEGER NOT NULL,
    service_id     BIGINT  NOT NULL,
    title          TEXT    NOT NULL,
    price          BIGINT  NOT NULL,
    duration       BIGINT  NOT NULL,
    PRIMARY KEY (location_id, appointment_id, place),
    FOREIGN KEY (location_id, appointment_id) REFERENCES appointment,
    FOREIGN KEY (location_id, service_id) REFERENCES service
) WITHOUT ROWID;

-- The net under the rule in the code: no two appointments that hold time overlap for one team member, whoever writes them.
-- [postgresql]
ALTER TABLE appointment ADD CONSTRAINT appointment_overlap EXCLUDE USING gist
    (location_id WITH =, team_member_id WITH =, int8range(starts_at, ends_at) WITH &&) WHERE (status NOT IN ('CANCELLED', 'NO_SHOW'));
-- [sqlite]
CREATE TRIGGER appointment_overlap_on_insert BEFORE INSERT ON appointment
WHEN NEW.status NOT IN ('CANCELLED', 'NO_SHOW')
BEGIN
    SELECT RAISE(ABORT, 'appointment_overlap') WHERE EXISTS (
        SELECT 1 FROM appointment AS other
        WHERE other.location_id = NEW.location_id AND other.team_member_id = NEW.team_member_id
            AND other.status NOT IN ('CANCELLED', 'NO_SHOW')
            AND other.starts_at < NEW.ends_at AND other.starts_at > NEW.starts_at - 86400 AND other.ends_at > NEW.starts_at);
END;

CREATE TRIGGER appointment_overlap_on_update
BEFORE UPDATE OF location_id, team_member_id, starts_at, ends_at, status ON appointment
WHEN NEW.status NOT IN ('CANCELLED', 'NO_SHOW')
BEGIN
    SELECT RAISE(ABORT, 'appointment_overlap') WHERE EXISTS (
        SELECT 1 FROM appointment AS other
        WHERE other.location_id = NEW.location_id AND other.team_member_id = NEW.team_member_id AND other.id <> OLD.id
            AND other.status NOT IN ('CANCELLED', 'NO_SHOW')
            AND other.starts_at < NEW.ends_at AND other.starts_at > NEW.starts_at - 86400 AND other.ends_at > NEW.starts_at);
END;

-- [both]
-- One live code per phone. The code itself is not here: only its keyed hash, gone once it was used.
CREATE TABLE phone_code (
    location_id    BIGINT  NOT NULL REFERENCES location,
    phone          TEXT    NOT NULL,
    code_hash      TEXT,
    expires_at     BIGINT  NOT NULL,
    tries          INTEGER NOT NULL,                -- wrong ones
    sent_at        BIGINT  NOT NULL,
    sends          INTEGER NOT NULL,                -- since counted_from
    counted_from   BIGINT  NOT NULL,
    PRIMARY KEY (location_id, phone)
) WITHOUT ROWID;
