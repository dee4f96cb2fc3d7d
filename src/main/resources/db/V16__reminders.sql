-- Reminders that are still to be sent; one that was sent is gone. Whoever is about to send one puts it off for as long as that may take.

CREATE TABLE reminder (
    location_id BIGINT  NOT NULL,
    visit_id    BIGINT  NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('SMS', 'MAIL')),
    hours       INTEGER NOT NULL,                   -- before the first appointment of the visit
    due_at      BIGINT  NOT NULL,
    PRIMARY KEY (location_id, visit_id, kind),
    FOREIGN KEY (location_id, visit_id) REFERENCES visit
) WITHOUT ROWID;

CREATE INDEX reminder_due ON reminder (due_at);
