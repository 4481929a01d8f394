-- Who may act for whom, to find a represented person by; the person's own file decides.
CREATE TABLE office_representation (
    municipality text NOT NULL,
    power uuid NOT NULL,
    representative uuid NOT NULL,
    person uuid NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    PRIMARY KEY (municipality, power)
);
CREATE INDEX office_representation_of
    ON office_representation (municipality, representative);
ALTER TABLE office_representation ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON office_representation
    USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT, DELETE ON office_representation TO fotfeste_runtime;
