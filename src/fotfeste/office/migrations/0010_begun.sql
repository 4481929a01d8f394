-- What employees have begun to write in a step, sealed under the key of the person.
CREATE TABLE office_begun (
    municipality text NOT NULL,
    employee uuid NOT NULL,
    person uuid NOT NULL,
    stream uuid NOT NULL,
    step text NOT NULL,
    sealed bytea NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (municipality, employee, stream, step)
);
CREATE INDEX office_begun_saved_at ON office_begun (municipality, saved_at);
CREATE INDEX office_begun_person ON office_begun (municipality, person);
ALTER TABLE office_begun ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON office_begun USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT, UPDATE, DELETE ON office_begun TO fotfeste_runtime;
