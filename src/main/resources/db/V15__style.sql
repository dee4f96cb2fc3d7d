-- How a booking form looks, and where the business counts what happens on it; null is ours, or nowhere.

-- [both]
ALTER TABLE booking_form ADD COLUMN accent TEXT;             -- #0e665a
ALTER TABLE booking_form ADD COLUMN background TEXT;
ALTER TABLE booking_form ADD COLUMN radius INTEGER;          -- pixels
ALTER TABLE booking_form ADD COLUMN logo TEXT;
ALTER TABLE booking_form ADD COLUMN header TEXT;
ALTER TABLE booking_form ADD COLUMN theme TEXT;
ALTER TABLE booking_form ADD COLUMN google_analytics TEXT;
ALTER TABLE booking_form ADD COLUMN meta_pixel TEXT;
