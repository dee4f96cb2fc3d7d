-- Rooms, chairs and devices; technical breaks; slot grids; what is closed to online booking. And busy time in a table of its own, which
-- does not care whether an appointment or something else keeps somebody busy.

-- Never deleted, like services, as appointments tell of their instances; those that are gone are not active.
CREATE TABLE resource (
    location_id BIGINT  NOT NULL REFERENCES location,
    id          BIGINT  NOT NULL,
    active      INTEGER NOT NULL,
    place       INTEGER NOT NULL,
    title       TEXT    NOT NULL,
    PRIMARY KEY (location_id, id)
);

CREATE TABLE resource_instance (
    location_id BIGINT  NOT NULL,
    id          BIGINT  NOT NULL,
    resource_id BIGINT  NOT NULL,
    active      INTEGER NOT NULL,
    place       INTEGER NOT NULL,
    title       TEXT    NOT NULL,
    PRIMARY KEY (location_id, id),
    FOREIGN KEY (location_id, resource_id) REFERENCES resource
);

-- An appointment for the service takes one instance of each.
CREATE TABLE service_resource (
    location_id BIGINT NOT NULL,
    service_id  BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    PRIMARY KEY (location_id, service_id, resource_id),
    FOREIGN KEY (location_id, service_id) REFERENCES service,
    FOREIGN KEY (location_id, resource_id) REFERENCES resource
);

ALTER TABLE service ADD COLUMN technical_break BIGINT NOT NULL DEFAULT 0 CHECK (technical_break BETWEEN 0 AND 3600);
ALTER TABLE service ADD COLUMN online INTEGER NOT NULL DEFAULT 1;     -- 0: clients cannot book it
ALTER TABLE skill ADD COLUMN technical_break BIGINT NOT NULL DEFAULT 0 CHECK (technical_break BETWEEN 0 AND 3600);
ALTER TABLE team_member ADD COLUMN online INTEGER NOT NULL DEFAULT 1; -- 0: clients cannot book them

-- Times of the day are seconds, as in working hours.
CREATE TABLE slot_grid (
    location_id BIGINT NOT NULL REFERENCES location,
    day         TEXT   NOT NULL,                    -- a date, a weekday (1 is Monday), or empty for all other days
    kind        TEXT   NOT NULL CHECK (kind IN ('SCHEDULE', 'DYNAMIC', 'PREDEFINED')),
    step        BIGINT NOT NULL CHECK (step > 0),
    first_start INTEGER,
    last_start  INTEGER,
    starts      TEXT   NOT NULL,                    -- 32400,36000
    PRIMARY KEY (location_id, day)
);

INSERT INTO slot_grid (location_id, day, kind, step, starts) SELECT location_id, '', 'SCHEDULE', step, '' FROM location;
ALTER TABLE location DROP COLUMN step;

-- How long its team member and its resources stay busy after the end.
ALTER TABLE appointment ADD COLUMN technical_break BIGINT NOT NULL DEFAULT 0 CHECK (technical_break BETWEEN 0 AND 3600);

CREATE TABLE appointment_resource (
    location_id          BIGINT NOT NULL,
    appointment_id       BIGINT NOT NULL,
    resource_instance_id BIGINT NOT NULL,
    PRIMARY KEY (location_id, appointment_id, resource_instance_id),
    FOREIGN KEY (location_id, appointment_id) REFERENCES appointment,
    FOREIGN KEY (location_id, resource_instance_id) REFERENCES resource_instance
) WITHOUT ROWID;

-- When team members and instances of resources are busy, and with what. Those who keep them busy write here, by trigger where they can,
-- so that no write passes the net. The ends are in the key so that a look needs nothing but its index.
CREATE TABLE busy_time (
    location_id  BIGINT NOT NULL,
    bookable     TEXT   NOT NULL CHECK (bookable IN ('TEAM_MEMBER', 'RESOURCE_INSTANCE')),
    bookable_id  BIGINT NOT NULL,
    starts_at    BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL,
    busy_with    TEXT   NOT NULL CHECK (busy_with IN ('APPOINTMENT', 'EVENT')),
    busy_with_id BIGINT NOT NULL,
    PRIMARY KEY (location_id, bookable, bookable_id, starts_at, ends_at, busy_with, busy_with_id),
    CHECK (ends_at > starts_at AND ends_at <= starts_at + 90000) -- at most a day and a technical break: look-ups lean on it
) WITHOUT ROWID;

INSERT INTO busy_time (location_id, bookable, bookable_id, starts_at, ends_at, busy_with, busy_with_id)
SELECT location_id, 'TEAM_MEMBER', team_member_id, starts_at, ends_at, 'APPOINTMENT', id FROM appointment
WHERE status NOT IN ('CANCELLED', 'NO_SHOW');

DROP INDEX appointment_of_team_member;

-- The net under the rule in the code: nobody and nothing is busy with two things at once, whoever writes them.
-- [postgresql]
ALTER TABLE appointment DROP CONSTRAINT appointment_overlap;

ALTER TABLE busy_time ADD CONSTRAINT busy_time_overlap EXCLUDE USING gist
    (location_id WITH =, bookable WITH =, bookable_id WITH =, int8range(starts_at, ends_at) WITH &&);
-- [sqlite]
DROP TRIGGER appointment_overlap_on_insert;
DROP TRIGGER appointment_overlap_on_update;

CREATE TRIGGER busy_time_overlap_on_insert BEFORE INSERT ON busy_time
BEGIN
    SELECT RAISE(ABORT, 'busy_time_overlap') WHERE EXISTS (
        SELECT 1 FROM busy_time AS other
        WHERE other.location_id = NEW.location_id AND other.bookable = NEW.bookable AND other.bookable_id = NEW.bookable_id
            AND other.starts_at < NEW.ends_at AND other.starts_at > NEW.starts_at - 90000 AND other.ends_at > NEW.starts_at);
END;

CREATE TRIGGER busy_time_overlap_on_update BEFORE UPDATE ON busy_time
BEGIN
    SELECT RAISE(ABORT, 'busy_time_overlap') WHERE EXISTS (
        SELECT 1 FROM busy_time AS other
        WHERE other.location_id = NEW.location_id AND other.bookable = NEW.bookable AND other.bookable_id = NEW.bookable_id
            AND other.starts_at < NEW.ends_at AND other.starts_at > NEW.starts_at - 90000 AND other.ends_at > NEW.starts_at
            AND NOT (other.starts_at = OLD.starts_at AND other.ends_at = OLD.ends_at AND other.busy_with = OLD.busy_with
                AND other.busy_with_id = OLD.busy_with_id AND other.bookable = OLD.bookable AND other.bookable_id = OLD.bookable_id));
END;

-- What appointments take: the time of their team member and of the instances assigned to them, until the technical break is over.
CREATE TRIGGER appointment_takes_time AFTER INSERT ON appointment
WHEN NEW.status NOT IN ('CANCELLED', 'NO_SHOW')
BEGIN
    INSERT INTO busy_time VALUES (NEW.location_id, 'TEAM_MEMBER', NEW.team_member_id, NEW.starts_at, NEW.ends_at + NEW.technical_break,
        'APPOINTMENT', NEW.id);
END;

CREATE TRIGGER appointment_takes_other_time
AFTER UPDATE OF location_id, id, team_member_id, starts_at, ends_at, technical_break, status ON appointment
BEGIN
    DELETE FROM busy_time
    WHERE location_id = OLD.location_id AND bookable = 'TEAM_MEMBER' AND bookable_id = OLD.team_member_id
        AND starts_at = OLD.starts_at AND busy_with = 'APPOINTMENT' AND busy_with_id = OLD.id;
    DELETE FROM busy_time
    WHERE location_id = OLD.location_id AND bookable = 'RESOURCE_INSTANCE'
        AND bookable_id IN (SELECT resource_instance_id FROM appointment_resource
            WHERE location_id = OLD.location_id AND appointment_id = OLD.id)
        AND starts_at = OLD.starts_at AND busy_with = 'APPOINTMENT' AND busy_with_id = OLD.id;
    INSERT INTO busy_time
    SELECT NEW.location_id, 'TEAM_MEMBER', NEW.team_member_id, NEW.starts_at, NEW.ends_at + NEW.technical_break, 'APPOINTMENT', NEW.id
    WHERE NEW.status NOT IN ('CANCELLED', 'NO_SHOW');
    INSERT INTO busy_time
    SELECT NEW.location_id, 'RESOURCE_INSTANCE', resource_instance_id, NEW.starts_at, NEW.ends_at + NEW.technical_break, 'APPOINTMENT',
        NEW.id
    FROM appointment_resource
    WHERE location_id = NEW.location_id AND appointment_id = NEW.id AND NEW.status NOT IN ('CANCELLED', 'NO_SHOW');
END;

CREATE TRIGGER appointment_gives_time_back AFTER DELETE ON appointment
BEGIN
    DELETE FROM busy_time
    WHERE location_id = OLD.location_id AND bookable = 'TEAM_MEMBER' AND bookable_id = OLD.team_member_id
        AND starts_at = OLD.starts_at AND busy_with = 'APPOINTMENT' AND busy_with_id = OLD.id;
END;

CREATE TRIGGER appointment_takes_resource AFTER INSERT ON appointment_resource
BEGIN
    INSERT INTO busy_time
    SELECT location_id, 'RESOURCE_INSTANCE', NEW.resource_instance_id, starts_at, ends_at + technical_break, 'APPOINTMENT', id
    FROM appointment
    WHERE location_id = NEW.location_id AND id = NEW.appointment_id AND status NOT IN ('CANCELLED', 'NO_SHOW');
END;

CREATE TRIGGER appointment_gives_resource_back AFTER DELETE ON appointment_resource
BEGIN
    DELETE FROM busy_time
    WHERE location_id = OLD.location_id AND bookable = 'RESOURCE_INSTANCE' AND bookable_id = OLD.resource_instance_id
        AND starts_at = (SELECT starts_at FROM appointment WHERE location_id = OLD.location_id AND id = OLD.appointment_id)
        AND busy_with = 'APPOINTMENT' AND busy_with_id = OLD.appointment_id;
END;
-- [postgresql]
-- What appointments take: the time of their team member and of the instances assigned to them, until the technical break is over.
CREATE FUNCTION appointment_takes_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM busy_time
        WHERE location_id = OLD.location_id AND bookable = 'TEAM_MEMBER' AND bookable_id = OLD.team_member_id
            AND starts_at = OLD.starts_at AND busy_with = 'APPOINTMENT' AND busy_with_id = OLD.id;
        DELETE FROM busy_time
        WHERE location_id = OLD.location_id AND bookable = 'RESOURCE_INSTANCE'
            AND bookable_id IN (SELECT resource_instance_id FROM appointment_resource
                WHERE location_id = OLD.location_id AND appointment_id = OLD.id)
            AND starts_at = OLD.starts_at AND busy_with = 'APPOINTMENT' AND busy_with_id = OLD.id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.status NOT IN ('CANCELLED', 'NO_SHOW') THEN
        INSERT INTO busy_time VALUES (NEW.location_id, 'TEAM_MEMBER', NEW.team_member_id, NEW.starts_at,
            NEW.ends_at + NEW.technical_break, 'APPOINTMENT', NEW.id);
        IF TG_OP = 'UPDATE' THEN
            INSERT INTO busy_time
            SELECT NEW.location_id, 'RESOURCE_INSTANCE', resource_instance_id, NEW.starts_at, NEW.ends_at + NEW.technical_break,
                'APPOINTMENT', NEW.id
            FROM appointment_resource WHERE location_id = NEW.location_id AND appointment_id = NEW.id;
        END IF;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER appointment_takes_time AFTER INSERT OR DELETE ON appointment
    FOR EACH ROW EXECUTE FUNCTION appointment_takes_time();
CREATE TRIGGER appointment_takes_other_time
    AFTER UPDATE OF location_id, id, team_member_id, starts_at, ends_at, technical_break, status ON appointment
    FOR EACH ROW EXECUTE FUNCTION appointment_takes_time();

CREATE FUNCTION appointment_takes_resource() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO busy_time
        SELECT location_id, 'RESOURCE_INSTANCE', NEW.resource_instance_id, starts_at, ends_at + technical_break, 'APPOINTMENT', id
        FROM appointment
        WHERE location_id = NEW.location_id AND id = NEW.appointment_id AND status NOT IN ('CANCELLED', 'NO_SHOW');
    ELSE
        DELETE FROM busy_time
        WHERE location_id = OLD.location_id AND bookable = 'RESOURCE_INSTANCE' AND bookable_id = OLD.resource_instance_id
            AND starts_at = (SELECT starts_at FROM appointment WHERE location_id = OLD.location_id AND id = OLD.appointment_id)
            AND busy_with = 'APPOINTMENT' AND busy_with_id = OLD.appointment_id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER appointment_takes_resource AFTER INSERT OR DELETE ON appointment_resource
    FOR EACH ROW EXECUTE FUNCTION appointment_takes_resource();
