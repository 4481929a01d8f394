-- The street an employee lives in, if they have said so: a keyed hash, never the name.
ALTER TABLE access_employee ADD COLUMN street bytea;
