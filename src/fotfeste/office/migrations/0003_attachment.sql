-- Files that belong to cases, sealed under the person's own key. Which case a file belongs
-- to, what it is called and what it must hash to is said by the log.
CREATE TABLE office_attachment (
    municipality text NOT NULL,
    id uuid NOT NULL,
    person uuid NOT NULL,
    kept_at timestamptz NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (municipality, id)
);
ALTER TABLE office_attachment ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE office_attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON office_attachment USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT ON office_attachment TO fotfeste_runtime;
