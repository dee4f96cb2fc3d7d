-- That a code was sent to a phone by which nobody is known is kept for a day, not for a year.

ALTER TABLE message ADD COLUMN forget_at BIGINT NOT NULL DEFAULT 0; -- or, for a code to somebody known by then, keep it for the year
UPDATE message SET forget_at = sent_at + CASE WHEN text = '' THEN 86400 ELSE 31536000 END;
DROP INDEX message_by_time;
CREATE INDEX message_to_forget ON message (forget_at);
