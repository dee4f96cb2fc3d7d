-- [postgresql]
-- The net as before, in a form that only the net can use. Its index had the columns that busy time is looked up by, and a database that had
-- not counted the rows yet took it: it finds all that somebody ever had, where the primary key finds a day. Negative: resources' numbers.
ALTER TABLE busy_time DROP CONSTRAINT busy_time_overlap;
ALTER TABLE busy_time ADD CONSTRAINT busy_time_overlap EXCLUDE USING gist
    ((CASE bookable WHEN 'TEAM_MEMBER' THEN bookable_id ELSE -bookable_id END) WITH =, int8range(starts_at, ends_at) WITH &&,
    (location_id + 0) WITH =);
