-- Forgetting a visit forgets the key that it was booked with.
CREATE INDEX booking_key_of_visit ON booking_key (location_id, visit_id);

-- [sqlite]
-- What the planner is to think of our tables: rows, then rows for each value of the first column of an index, of the first two, and so on.
-- Left to itself it takes it that a location has ten rows of anything, and reads all appointments of a location to find those of a visit.
-- Not measured but set, for a large location, so that plans are the same whatever is in the file; PostgreSQL counts by itself.
ANALYZE sqlite_schema; -- makes the table, and reads nothing
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('client', 'client', '1000000 100000 1'),
    ('client', 'sqlite_autoindex_client_2', '1000000 100000 1'),
    ('client', 'client_by_phone', '1000000 2'),
    ('visit', 'visit', '1000000 100000 1'),
    ('visit', 'visit_of_client', '1000000 100000 10'),
    ('booking_key', 'booking_key', '1000000 100000 1'),
    ('booking_key', 'booking_key_of_visit', '1000000 100000 1'),
    ('consent', 'consent', '1000000 100000 1'),
    ('appointment', 'appointment', '1000000 100000 1'),
    ('appointment', 'sqlite_autoindex_appointment_2', '1000000 100000 1'),
    ('appointment', 'appointment_of_visit', '1000000 100000 2'),
    ('appointment', 'appointment_of_event', '100000 10000 10 5 2'),
    ('appointment_service', 'appointment_service', '1500000 150000 2 1'),
    ('appointment_resource', 'appointment_resource', '1000000 100000 1 1'),
    ('appointment_field', 'appointment_field', '1000000 100000 2 1'),
    ('busy_time', 'busy_time', '1000000 100000 90000 1000 1 1 1 1'),
    ('reminder', 'reminder', '100000 10000 2 1'),
    ('reminder', 'reminder_due', '100000 2'),
    ('review_link', 'review_link', '100000 10000 1'),
    ('review_link', 'review_link_due', '100000 2');
ANALYZE sqlite_schema;
DROP TABLE IF EXISTS sqlite_stat4; -- made along with the other: for samples of what is in the tables, which may be people
