-- Whom a sign-in is matched with: a keyed hash of the national identity number.
ALTER TABLE access_employee ADD COLUMN identity bytea;
CREATE UNIQUE INDEX one_employee_for_an_identity ON access_employee (municipality, identity);

-- Access that was given, and access that was ended: rows are added, never changed.
-- ends: the row whose access is over after valid_to; null where access is given.
CREATE TABLE access_authorisation (
    municipality text NOT NULL,
    id uuid NOT NULL,
    employee uuid NOT NULL,
    ends uuid,
    unit text NOT NULL,
    role text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (municipality, id)
);
CREATE INDEX access_authorisation_of ON access_authorisation (municipality, employee, made_at);
ALTER TABLE access_authorisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON access_authorisation USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT ON access_authorisation TO fotfeste_runtime;

-- Who is away from a day to a day (inclusive), and who has their cases meanwhile.
CREATE TABLE access_leave (
    municipality text NOT NULL,
    id uuid NOT NULL,
    employee uuid NOT NULL,
    stand_in uuid NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    ended_by uuid,
    ended_at timestamptz,
    PRIMARY KEY (municipality, id),
    CHECK (employee <> stand_in),
    CHECK (valid_from <= valid_to)
);
CREATE INDEX access_leave_stand_in ON access_leave (municipality, stand_in, valid_to)
    WHERE ended_at IS NULL;
CREATE INDEX access_leave_still ON access_leave (municipality, valid_to)
    WHERE ended_at IS NULL;
ALTER TABLE access_leave ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON access_leave USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT, UPDATE (ended_by, ended_at) ON access_leave TO fotfeste_runtime;
