-- What was read, in which organisation, and why one looked where one had no part.
ALTER TABLE access_reading
    ADD COLUMN organisation text NOT NULL DEFAULT '',
    ADD COLUMN what text NOT NULL DEFAULT 'case',
    ADD COLUMN reason text NOT NULL DEFAULT '';
-- A name on a list is noted once a day for each who saw it.
CREATE UNIQUE INDEX access_reading_listed ON access_reading
    (municipality, person, employee, ((timezone('Europe/Oslo', at))::date))
    WHERE what = 'list';

-- Somebody who has no part in a person's cases says why they must see them all the same.
CREATE TABLE access_reason (
    municipality text NOT NULL,
    id uuid NOT NULL,
    person uuid NOT NULL,
    employee uuid NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    why text NOT NULL,
    words text NOT NULL,
    at timestamptz NOT NULL,
    valid_to timestamptz NOT NULL,
    PRIMARY KEY (municipality, id)
);
CREATE INDEX access_reason_of ON access_reason (municipality, person, employee, valid_to);
CREATE INDEX access_reason_at ON access_reason (municipality, at DESC);
-- A leader has looked at the reason; a row is added and never changed.
CREATE TABLE access_reason_review (
    municipality text NOT NULL,
    reason uuid NOT NULL,
    reviewer uuid NOT NULL,
    name text NOT NULL,
    words text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (municipality, reason)
);
ALTER TABLE access_reason ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_reason_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON access_reason USING (municipality = fotfeste_municipality());
CREATE POLICY fence ON access_reason_review
    USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT ON access_reason TO fotfeste_runtime;
GRANT SELECT, INSERT ON access_reason_review TO fotfeste_runtime;
