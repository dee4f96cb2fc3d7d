-- What clients choose for themselves, and whose e-mail addresses are.

ALTER TABLE account ADD COLUMN language TEXT NOT NULL DEFAULT '';                -- empty: never said
ALTER TABLE account ADD COLUMN sms_reminder_hours INTEGER;                       -- null: never said; 0: none

-- Who says that the address is the client's: nobody, as it came along with a booking; a partner, over the REST API; or a code that was sent
-- there and came back. An address that nobody vouches for does not sign in.
ALTER TABLE account ADD COLUMN email_voucher TEXT NOT NULL DEFAULT 'NOBODY' CHECK (email_voucher IN ('NOBODY', 'PARTNER', 'CODE'));

UPDATE account SET email_voucher = 'PARTNER' WHERE email <> '' AND password_hash IS NOT NULL; -- they may sign in with it today
