-- The newest reviews of a location; and those of an account, and the messages that were sent to a phone about another, to forget them.
CREATE INDEX review_by_time ON review (location_id, created_at, id);
CREATE INDEX review_of_account ON review (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX message_to_another ON message (recipient) WHERE recipient <> phone;
