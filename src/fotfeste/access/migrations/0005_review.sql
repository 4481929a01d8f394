-- The log of readings by unit, by employee and by ground, the latest first.
CREATE INDEX access_reading_unit ON access_reading (municipality, unit, at, id);
CREATE INDEX access_reading_employee ON access_reading (municipality, employee, at, id);

-- That a leader has looked into something the log warned of, and what they found.
CREATE TABLE access_review (
    municipality text NOT NULL,
    id uuid NOT NULL,
    warning text NOT NULL,
    employee uuid NOT NULL,
    note text NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (municipality, id)
);
CREATE INDEX access_review_of ON access_review (municipality, warning);
ALTER TABLE access_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON access_review USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT ON access_review TO fotfeste_runtime;
