-- How long applications have taken, counted once a day: no case and nobody is in it.
CREATE TABLE office_waiting (
    municipality text PRIMARY KEY,
    counted_on date NOT NULL,
    cases integer NOT NULL,
    median integer NOT NULL,
    most integer NOT NULL
);
ALTER TABLE office_waiting ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON office_waiting USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT, UPDATE ON office_waiting TO fotfeste_runtime;
