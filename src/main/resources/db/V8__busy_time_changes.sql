-- How often whose busy time has changed. Who keeps busy time in memory looks here, at a row for each team member and instance, instead of
-- at all of it; and as triggers count, no write passes unseen, whichever process it comes from.
-- One row for each of them, not one for a location: those who book with different team members do not wait for each other.
CREATE TABLE busy_time_change (
    location_id BIGINT NOT NULL,
    bookable    TEXT   NOT NULL,
    bookable_id BIGINT NOT NULL,
    version     BIGINT NOT NULL,                    -- another one after every transaction that changed something
    PRIMARY KEY (location_id, bookable, bookable_id)
) WITHOUT ROWID;

-- [sqlite]
CREATE TRIGGER busy_time_counts_insert AFTER INSERT ON busy_time
BEGIN
    INSERT INTO busy_time_change VALUES (NEW.location_id, NEW.bookable, NEW.bookable_id, 1)
    ON CONFLICT (location_id, bookable, bookable_id) DO UPDATE SET version = version + 1;
END;

CREATE TRIGGER busy_time_counts_delete AFTER DELETE ON busy_time
BEGIN
    INSERT INTO busy_time_change VALUES (OLD.location_id, OLD.bookable, OLD.bookable_id, 1)
    ON CONFLICT (location_id, bookable, bookable_id) DO UPDATE SET version = version + 1;
END;

CREATE TRIGGER busy_time_counts_update AFTER UPDATE ON busy_time
BEGIN
    INSERT INTO busy_time_change VALUES (OLD.location_id, OLD.bookable, OLD.bookable_id, 1)
    ON CONFLICT (location_id, bookable, bookable_id) DO UPDATE SET version = version + 1;
    INSERT INTO busy_time_change VALUES (NEW.location_id, NEW.bookable, NEW.bookable_id, 1)
    ON CONFLICT (location_id, bookable, bookable_id) DO UPDATE SET version = version + 1;
END;
-- [postgresql]
-- Room on each page for the next version of its rows, so that no index is touched.
ALTER TABLE busy_time_change SET (fillfactor = 50);

-- The number of the transaction, not a count: a transaction that changes much, such as an import, writes each row once.
CREATE FUNCTION busy_time_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO busy_time_change AS known
        VALUES (OLD.location_id, OLD.bookable, OLD.bookable_id, pg_current_xact_id()::text::bigint)
        ON CONFLICT (location_id, bookable, bookable_id) DO UPDATE SET version = excluded.version WHERE known.version <> excluded.version;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO busy_time_change AS known
        VALUES (NEW.location_id, NEW.bookable, NEW.bookable_id, pg_current_xact_id()::text::bigint)
        ON CONFLICT (location_id, bookable, bookable_id) DO UPDATE SET version = excluded.version WHERE known.version <> excluded.version;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER busy_time_counts AFTER INSERT OR UPDATE OR DELETE ON busy_time
    FOR EACH ROW EXECUTE FUNCTION busy_time_counts();
