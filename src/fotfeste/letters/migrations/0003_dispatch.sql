-- A letter on its way to one addressee. Who it is, and the address, are sealed under the
-- key of the person whom the case is about; what is in clear is what lists sort by.
-- representative: the addressee's own key as a person, where a representative gets it.
-- hold: why it cannot be put in the post as it is. reason: what the outside answered.
CREATE TABLE letters_dispatch (
    municipality text NOT NULL,
    id uuid NOT NULL,
    event uuid NOT NULL,
    kind text NOT NULL,
    stream uuid NOT NULL,
    person uuid NOT NULL,
    addressee text NOT NULL CHECK (addressee IN ('party', 'representative', 'other')),
    representative uuid,
    way text NOT NULL CHECK (way IN ('digital', 'post')),
    why text NOT NULL,
    hold text NOT NULL,
    state text NOT NULL
        CHECK (state IN (
            'waiting', 'sent', 'read', 'posted', 'handed', 'failed', 'dropped'
        )),
    envelope bytea NOT NULL,
    made_at timestamptz NOT NULL,
    claimed_until timestamptz,
    tries integer NOT NULL DEFAULT 0,
    outside_id text NOT NULL DEFAULT '',
    reason text NOT NULL DEFAULT '',
    batch uuid,
    PRIMARY KEY (municipality, id)
);
CREATE INDEX letters_dispatch_of_a_case ON letters_dispatch (municipality, stream);
CREATE INDEX letters_dispatch_in_a_batch ON letters_dispatch (municipality, batch)
    WHERE batch IS NOT NULL;
CREATE INDEX letters_dispatch_unsettled ON letters_dispatch (municipality, made_at, id)
    WHERE state IN ('waiting', 'failed');
CREATE INDEX letters_dispatch_outside ON letters_dispatch (municipality, made_at)
    WHERE state = 'sent';

-- What was done about a dispatch, and by whom: the proof. Added to, never changed.
-- digest: SHA-256 of the file that was printed, or sent. note: sealed words.
CREATE TABLE letters_dispatch_mark (
    municipality text NOT NULL,
    id uuid NOT NULL,
    dispatch uuid NOT NULL,
    mark text NOT NULL,
    at timestamptz NOT NULL,
    on_day date,
    employee uuid,
    name text NOT NULL DEFAULT '',
    digest bytea,
    note bytea,
    PRIMARY KEY (municipality, id)
);
CREATE INDEX letters_dispatch_marks ON letters_dispatch_mark (municipality, dispatch);
CREATE INDEX letters_dispatch_marks_of_a_day
    ON letters_dispatch_mark (municipality, at) WHERE mark IN ('posted', 'handed');

-- The documents behind a letter, so that it can be printed again with the same words.
ALTER TABLE letters_letter ADD COLUMN bundle bytea;

ALTER TABLE letters_dispatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE letters_dispatch_mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON letters_dispatch USING (municipality = fotfeste_municipality());
CREATE POLICY fence ON letters_dispatch_mark
    USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT,
    UPDATE (way, why, hold, state, claimed_until, tries, outside_id, reason, batch)
    ON letters_dispatch TO fotfeste_runtime;
GRANT SELECT, INSERT ON letters_dispatch_mark TO fotfeste_runtime;
