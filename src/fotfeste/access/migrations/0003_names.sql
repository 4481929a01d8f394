-- A keyed hash of each word of the name, and of the day of birth: found by, never read.
ALTER TABLE access_person ADD COLUMN words bytea[] NOT NULL DEFAULT '{}',
    ADD COLUMN born bytea;
CREATE INDEX access_person_words ON access_person USING gin (words);
