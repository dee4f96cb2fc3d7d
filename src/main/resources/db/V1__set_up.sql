-- What a business sets up: its location, services, team and booking forms.
-- Every table leads with the location, and no query crosses locations: a location can move to another machine.
-- Lengths are seconds, money is minor units, times of the day are seconds since midnight on the location's wall clock.

CREATE TABLE location (
    location_id        BIGINT  NOT NULL PRIMARY KEY,
    version            BIGINT  NOT NULL,            -- changes with every change of the set-up; what others watch
    title              TEXT    NOT NULL,
    address            TEXT    NOT NULL,
    phone              TEXT    NOT NULL,
    zone               TEXT    NOT NULL,            -- Europe/Vilnius
    country            TEXT    NOT NULL,
    currency           TEXT    NOT NULL,
    latitude           DOUBLE PRECISION,
    longitude          DOUBLE PRECISION,
    description        TEXT    NOT NULL,
    logo               TEXT,
    cancellation       BIGINT,                      -- null: clients may not cancel
    email              TEXT    NOT NULL,
    any_team_member    INTEGER NOT NULL,
    sms_reminder_hours INTEGER NOT NULL,
    notice             BIGINT  NOT NULL CHECK (notice >= 0),
    horizon_days       INTEGER NOT NULL CHECK (horizon_days >= 0),
    step               BIGINT  NOT NULL CHECK (step > 0),
    privacy_policy     TEXT
);

CREATE TABLE category (
    location_id BIGINT  NOT NULL REFERENCES location,
    id          BIGINT  NOT NULL,
    place       INTEGER NOT NULL,                   -- the order to show, here and below
    title       TEXT    NOT NULL,
    PRIMARY KEY (location_id, id)
);

-- Services and team members are never deleted, as appointments tell of them; those that are gone are not active.
CREATE TABLE service (
    location_id BIGINT  NOT NULL REFERENCES location,
    id          BIGINT  NOT NULL,
    active      INTEGER NOT NULL,
    place       INTEGER NOT NULL,
    category_id BIGINT  NOT NULL,
    title       TEXT    NOT NULL,
    price_min   BIGINT  NOT NULL,
    price_max   BIGINT  NOT NULL,
    duration    BIGINT  NOT NULL CHECK (duration > 0),
    comment     TEXT    NOT NULL,
    image       TEXT,
    PRIMARY KEY (location_id, id)
);

CREATE TABLE team_member (
    location_id    BIGINT  NOT NULL REFERENCES location,
    id             BIGINT  NOT NULL,
    active         INTEGER NOT NULL,
    place          INTEGER NOT NULL,
    name           TEXT    NOT NULL,
    specialization TEXT    NOT NULL,
    position       TEXT    NOT NULL,
    photo          TEXT,
    rating_stars   DOUBLE PRECISION,
    rating_votes   INTEGER,
    information    TEXT    NOT NULL,
    PRIMARY KEY (location_id, id)
);

CREATE TABLE skill (
    location_id    BIGINT  NOT NULL,
    team_member_id BIGINT  NOT NULL,
    service_id     BIGINT  NOT NULL,
    place          INTEGER NOT NULL,
    duration       BIGINT  NOT NULL CHECK (duration > 0),
    price_min      BIGINT  NOT NULL,
    price_max      BIGINT  NOT NULL,
    PRIMARY KEY (location_id, team_member_id, service_id),
    FOREIGN KEY (location_id, team_member_id) REFERENCES team_member,
    FOREIGN KEY (location_id, service_id) REFERENCES service
);

CREATE TABLE working_week (
    location_id    BIGINT  NOT NULL,
    team_member_id BIGINT  NOT NULL,
    weekday        INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- 1 is Monday
    from_time      INTEGER NOT NULL,
    to_time        INTEGER NOT NULL,
    PRIMARY KEY (location_id, team_member_id, weekday, from_time),
    FOREIGN KEY (location_id, team_member_id) REFERENCES team_member,
    CHECK (from_time < to_time)
);

-- Days that do not follow the week. A day off is one row from 0 to 0.
CREATE TABLE working_day (
    location_id    BIGINT  NOT NULL,
    team_member_id BIGINT  NOT NULL,
    date           TEXT    NOT NULL,
    from_time      INTEGER NOT NULL,
    to_time        INTEGER NOT NULL,
    PRIMARY KEY (location_id, team_member_id, date, from_time),
    FOREIGN KEY (location_id, team_member_id) REFERENCES team_member,
    CHECK (from_time < to_time OR (from_time = 0 AND to_time = 0))
);

-- The number of a form is all that its address shows, so it is unique over all locations.
CREATE TABLE booking_form (
    location_id        BIGINT  NOT NULL REFERENCES location,
    id                 BIGINT  NOT NULL UNIQUE,
    place              INTEGER NOT NULL,
    language           TEXT    NOT NULL,
    languages          TEXT    NOT NULL,            -- en,lt
    phone_confirmation INTEGER NOT NULL,
    sms_reminders      INTEGER NOT NULL,
    comment_required   INTEGER NOT NULL,
    comment_label      TEXT    NOT NULL,
    notice             TEXT    NOT NULL,
    privacy_policy     INTEGER NOT NULL,
    caption            TEXT    NOT NULL,
    PRIMARY KEY (location_id, id)
);

CREATE TABLE booking_form_step (
    location_id BIGINT  NOT NULL,
    form_id     BIGINT  NOT NULL,
    place       INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    hidden      INTEGER NOT NULL,
    preset      BIGINT,
    date        TEXT,
    date_hidden INTEGER NOT NULL,
    time        TEXT,
    time_hidden INTEGER NOT NULL,
    PRIMARY KEY (location_id, form_id, place),
    FOREIGN KEY (location_id, form_id) REFERENCES booking_form
);
