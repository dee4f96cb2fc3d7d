-- What partners ask about locations and bookings, and tell with them, through the REST API.

ALTER TABLE location ADD COLUMN city TEXT NOT NULL DEFAULT '';

ALTER TABLE visit ADD COLUMN email_reminder_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit ADD COLUMN partner_reference TEXT NOT NULL DEFAULT '';  -- what the partner calls it

ALTER TABLE appointment ADD COLUMN comment TEXT;                          -- null: that of the visit
ALTER TABLE appointment ADD COLUMN changed_at BIGINT;                     -- null: never since it was booked

-- Answers to the business's own questions; one that is a list has a row for each of its texts.
CREATE TABLE appointment_field (
    location_id    BIGINT  NOT NULL,
    appointment_id BIGINT  NOT NULL,
    place          INTEGER NOT NULL,
    code           TEXT    NOT NULL,                                      -- of the question
    kind           TEXT    NOT NULL CHECK (kind IN ('TEXT', 'NUMBER', 'LIST')),
    value          TEXT    NOT NULL,
    PRIMARY KEY (location_id, appointment_id, place),
    FOREIGN KEY (location_id, appointment_id) REFERENCES appointment
) WITHOUT ROWID;
