-- Group events, and the seats that clients book of them.

ALTER TABLE location ADD COLUMN seats_per_client INTEGER NOT NULL DEFAULT 1 CHECK (seats_per_client BETWEEN 1 AND 255);
ALTER TABLE service ADD COLUMN capacity INTEGER NOT NULL DEFAULT 0 CHECK (capacity >= 0); -- of its events; 0: booked by appointment

-- Never deleted, as seats tell of them; those that do not take place are cancelled.
CREATE TABLE event (
    location_id    BIGINT  NOT NULL,
    id             BIGINT  NOT NULL,
    service_id     BIGINT  NOT NULL,
    team_member_id BIGINT  NOT NULL,
    starts_at      BIGINT  NOT NULL,
    ends_at        BIGINT  NOT NULL,
    capacity       INTEGER NOT NULL CHECK (capacity > 0),
    instructions   TEXT    NOT NULL,
    cancelled      INTEGER NOT NULL,
    reference      TEXT    NOT NULL,                -- its name in exports
    PRIMARY KEY (location_id, id),
    UNIQUE (location_id, reference),
    FOREIGN KEY (location_id, service_id) REFERENCES service,
    FOREIGN KEY (location_id, team_member_id) REFERENCES team_member,
    CHECK (ends_at > starts_at AND ends_at <= starts_at + 86400)
) WITHOUT ROWID;

CREATE INDEX event_by_start ON event (location_id, starts_at);

CREATE TABLE event_resource (
    location_id          BIGINT NOT NULL,
    event_id             BIGINT NOT NULL,
    resource_instance_id BIGINT NOT NULL,
    PRIMARY KEY (location_id, event_id, resource_instance_id),
    FOREIGN KEY (location_id, event_id) REFERENCES event,
    FOREIGN KEY (location_id, resource_instance_id) REFERENCES resource_instance
) WITHOUT ROWID;

-- Seats are an appointment that takes nobody's time: the event does. They follow its time.
ALTER TABLE appointment ADD COLUMN event_id BIGINT;
ALTER TABLE appointment ADD COLUMN seats INTEGER NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 10000);

-- Counting the seats of an event is answered from the index alone.
CREATE INDEX appointment_of_event ON appointment (location_id, event_id, status, seats) WHERE event_id IS NOT NULL;

-- The net under the rule in the code: nobody holds a seat that is not there, whoever writes it. And what events take: the time of their
-- team member and of the instances assigned to them.
-- [sqlite]
CREATE TRIGGER event_seats_on_insert BEFORE INSERT ON appointment
WHEN NEW.event_id IS NOT NULL AND NEW.status NOT IN ('CANCELLED', 'NO_SHOW')
BEGIN
    SELECT RAISE(ABORT, 'event_seats')
    WHERE NEW.seats
        + (SELECT coalesce(sum(seats), 0) FROM appointment
            WHERE location_id = NEW.location_id AND event_id = NEW.event_id AND status NOT IN ('CANCELLED', 'NO_SHOW'))
        > coalesce((SELECT capacity FROM event WHERE location_id = NEW.location_id AND id = NEW.event_id AND cancelled = 0), 0);
END;

CREATE TRIGGER event_seats_on_update BEFORE UPDATE OF location_id, id, event_id, seats, status ON appointment
WHEN NEW.event_id IS NOT NULL AND NEW.status NOT IN ('CANCELLED', 'NO_SHOW')
BEGIN
    SELECT RAISE(ABORT, 'event_seats')
    WHERE NEW.seats
        + (SELECT coalesce(sum(seats), 0) FROM appointment
            WHERE location_id = NEW.location_id AND event_id = NEW.event_id AND status NOT IN ('CANCELLED', 'NO_SHOW') AND id <> OLD.id)
        > coalesce((SELECT capacity FROM event WHERE location_id = NEW.location_id AND id = NEW.event_id AND cancelled = 0), 0);
END;

CREATE TRIGGER event_capacity_on_update BEFORE UPDATE OF capacity ON event
BEGIN
    SELECT RAISE(ABORT, 'event_seats')
    WHERE NEW.capacity < (SELECT coalesce(sum(seats), 0) FROM appointment
        WHERE location_id = NEW.location_id AND event_id = NEW.id AND status NOT IN ('CANCELLED', 'NO_SHOW'));
END;

CREATE TRIGGER event_takes_time AFTER INSERT ON event
WHEN NEW.cancelled = 0
BEGIN
    INSERT INTO busy_time VALUES (NEW.location_id, 'TEAM_MEMBER', NEW.team_member_id, NEW.starts_at, NEW.ends_at, 'EVENT', NEW.id);
END;

CREATE TRIGGER event_takes_other_time AFTER UPDATE OF location_id, id, team_member_id, starts_at, ends_at, cancelled ON event
BEGIN
    DELETE FROM busy_time
    WHERE location_id = OLD.location_id AND bookable = 'TEAM_MEMBER' AND bookable_id = OLD.team_member_id
        AND starts_at = OLD.starts_at AND busy_with = 'EVENT' AND busy_with_id = OLD.id;
    DELETE FROM busy_time
    WHERE location_id = OLD.location_id AND bookable = 'RESOURCE_INSTANCE'
        AND bookable_id IN (SELECT resource_instance_id FROM event_resource WHERE location_id = OLD.location_id AND event_id = OLD.id)
        AND starts_at = OLD.starts_at AND busy_with = 'EVENT' AND busy_with_id = OLD.id;
    INSERT INTO busy_time
    SELECT NEW.location_id, 'TEAM_MEMBER', NEW.team_member_id, NEW.starts_at, NEW.ends_at, 'EVENT', NEW.id WHERE NEW.cancelled = 0;
    INSERT INTO busy_time
    SELECT NEW.location_id, 'RESOURCE_INSTANCE', resource_instance_id, NEW.starts_at, NEW.ends_at, 'EVENT', NEW.id
    FROM event_resource WHERE location_id = NEW.location_id AND event_id = NEW.id AND NEW.cancelled = 0;
END;

CREATE TRIGGER event_takes_resource AFTER INSERT ON event_resource
BEGIN
    INSERT INTO busy_time
    SELECT location_id, 'RESOURCE_INSTANCE', NEW.resource_instance_id, starts_at, ends_at, 'EVENT', id
    FROM event WHERE location_id = NEW.location_id AND id = NEW.event_id AND cancelled = 0;
END;

CREATE TRIGGER event_gives_resource_back AFTER DELETE ON event_resource
BEGIN
    DELETE FROM busy_time
    WHERE location_id = OLD.location_id AND bookable = 'RESOURCE_INSTANCE' AND bookable_id = OLD.resource_instance_id
        AND starts_at = (SELECT starts_at FROM event WHERE location_id = OLD.location_id AND id = OLD.event_id)
        AND busy_with = 'EVENT' AND busy_with_id = OLD.event_id;
END;
CREATE TRIGGER event_gives_time_back AFTER DELETE ON event
BEGIN
    DELETE FROM busy_time
    WHERE location_id = OLD.location_id AND bookable = 'TEAM_MEMBER' AND bookable_id = OLD.team_member_id
        AND starts_at = OLD.starts_at AND busy_with = 'EVENT' AND busy_with_id = OLD.id;
END;

-- As before, though not for seats.
DROP TRIGGER appointment_takes_time;
DROP TRIGGER appointment_takes_other_time;

CREATE TRIGGER appointment_takes_time AFTER INSERT ON appointment
WHEN NEW.event_id IS NULL AND NEW.status NOT IN ('CANCELLED', 'NO_SHOW')
BEGIN
    INSERT INTO busy_time VALUES (NEW.location_id, 'TEAM_MEMBER', NEW.team_member_id, NEW.starts_at, NEW.ends_at + NEW.technical_break,
        'APPOINTMENT', NEW.id);
END;

CREATE TRIGGER appointment_takes_other_time
AFTER UPDATE OF location_id, id, team_member_id, starts_at, ends_at, technical_break, status ON appointment
WHEN NEW.event_id IS NULL
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
-- [postgresql]
ALTER TABLE appointment ADD CONSTRAINT appointment_event FOREIGN KEY (location_id, event_id) REFERENCES event;

-- Holds the event until the transaction ends, so that whoever comes next sees these seats.
CREATE FUNCTION event_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    most INTEGER;
BEGIN
    SELECT capacity INTO most FROM event
    WHERE location_id = NEW.location_id AND id = NEW.event_id AND cancelled = 0 FOR NO KEY UPDATE;
    IF NEW.seats
        + (SELECT coalesce(sum(seats), 0) FROM appointment
            WHERE location_id = NEW.location_id AND event_id = NEW.event_id AND status NOT IN ('CANCELLED', 'NO_SHOW') AND id <> NEW.id)
        > coalesce(most, 0) THEN
        RAISE EXCEPTION 'event_seats';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER event_seats_on_insert BEFORE INSERT ON appointment FOR EACH ROW
    WHEN (NEW.event_id IS NOT NULL AND NEW.status NOT IN ('CANCELLED', 'NO_SHOW')) EXECUTE FUNCTION event_seats();
CREATE TRIGGER event_seats_on_update BEFORE UPDATE OF location_id, id, event_id, seats, status ON appointment FOR EACH ROW
    WHEN (NEW.event_id IS NOT NULL AND NEW.status NOT IN ('CANCELLED', 'NO_SHOW')) EXECUTE FUNCTION event_seats();

CREATE FUNCTION event_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.capacity < (SELECT coalesce(sum(seats), 0) FROM appointment
        WHERE location_id = NEW.location_id AND event_id = NEW.id AND status NOT IN ('CANCELLED', 'NO_SHOW')) THEN
        RAISE EXCEPTION 'event_seats';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER event_capacity_on_update AFTER UPDATE OF capacity ON event FOR EACH ROW EXECUTE FUNCTION event_capacity();

CREATE FUNCTION event_takes_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM busy_time
        WHERE location_id = OLD.location_id AND bookable = 'TEAM_MEMBER' AND bookable_id = OLD.team_member_id
            AND starts_at = OLD.starts_at AND busy_with = 'EVENT' AND busy_with_id = OLD.id;
        DELETE FROM busy_time
        WHERE location_id = OLD.location_id AND bookable = 'RESOURCE_INSTANCE'
            AND bookable_id IN (SELECT resource_instance_id FROM event_resource
                WHERE location_id = OLD.location_id AND event_id = OLD.id)
            AND starts_at = OLD.starts_at AND busy_with = 'EVENT' AND busy_with_id = OLD.id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.cancelled = 0 THEN
        INSERT INTO busy_time VALUES (NEW.location_id, 'TEAM_MEMBER', NEW.team_member_id, NEW.starts_at, NEW.ends_at, 'EVENT', NEW.id);
        INSERT INTO busy_time
        SELECT NEW.location_id, 'RESOURCE_INSTANCE', resource_instance_id, NEW.starts_at, NEW.ends_at, 'EVENT', NEW.id
        FROM event_resource WHERE location_id = NEW.location_id AND event_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER event_takes_time AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION event_takes_time();
CREATE TRIGGER event_takes_other_time AFTER UPDATE OF location_id, id, team_member_id, starts_at, ends_at, cancelled ON event
    FOR EACH ROW EXECUTE FUNCTION event_takes_time();

CREATE FUNCTION event_takes_resource() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO busy_time
        SELECT location_id, 'RESOURCE_INSTANCE', NEW.resource_instance_id, starts_at, ends_at, 'EVENT', id
        FROM event WHERE location_id = NEW.location_id AND id = NEW.event_id AND cancelled = 0;
    ELSE
        DELETE FROM busy_time
        WHERE location_id = OLD.location_id AND bookable = 'RESOURCE_INSTANCE' AND bookable_id = OLD.resource_instance_id
            AND starts_at = (SELECT starts_at FROM event WHERE location_id = OLD.location_id AND id = OLD.event_id)
            AND busy_with = 'EVENT' AND busy_with_id = OLD.event_id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER event_takes_resource AFTER INSERT OR DELETE ON event_resource
    FOR EACH ROW EXECUTE FUNCTION event_takes_resource();

CREATE TRIGGER event_gives_time_back AFTER DELETE ON event FOR EACH ROW EXECUTE FUNCTION event_takes_time();

-- As before, though not for seats.
DROP TRIGGER appointment_takes_time ON appointment;
DROP TRIGGER appointment_takes_other_time ON appointment;
CREATE TRIGGER appointment_takes_time AFTER INSERT ON appointment
    FOR EACH ROW WHEN (NEW.event_id IS NULL) EXECUTE FUNCTION appointment_takes_time();
CREATE TRIGGER appointment_takes_other_time
    AFTER UPDATE OF location_id, id, team_member_id, starts_at, ends_at, technical_break, status ON appointment
    FOR EACH ROW WHEN (NEW.event_id IS NULL) EXECUTE FUNCTION appointment_takes_time();
CREATE TRIGGER appointment_gives_time_back AFTER DELETE ON appointment
    FOR EACH ROW WHEN (OLD.event_id IS NULL) EXECUTE FUNCTION appointment_takes_time();
