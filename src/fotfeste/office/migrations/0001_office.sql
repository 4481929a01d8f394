-- What lists show of a case: stage, dates, unit. Names and words stay sealed in the log.
-- due_on is a date, never a counter; a case that asks for nothing has the last day of all.
CREATE TABLE office_case (
    municipality text NOT NULL,
    stream uuid NOT NULL,
    kind text NOT NULL,
    person uuid NOT NULL,
    reference text NOT NULL,
    version integer NOT NULL,
    stage text NOT NULL,
    unit text NOT NULL,
    is_open boolean NOT NULL,
    received_on date NOT NULL,
    due_on date NOT NULL,
    due_term text NOT NULL,
    PRIMARY KEY (municipality, stream)
);
CREATE INDEX office_case_worklist ON office_case (municipality, unit, due_on, reference)
    WHERE is_open;
CREATE INDEX office_case_person ON office_case (municipality, person);
CREATE INDEX office_case_reference ON office_case (municipality, reference);

-- What somebody has begun to fill in, sealed under their own key.
CREATE TABLE office_draft (
    municipality text NOT NULL,
    person uuid NOT NULL,
    stream uuid NOT NULL,
    sealed bytea NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (municipality, person)
);

ALTER TABLE office_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE office_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON office_case USING (municipality = fotfeste_municipality());
CREATE POLICY fence ON office_draft USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT, UPDATE ON office_case TO fotfeste_runtime;
GRANT SELECT, INSERT, UPDATE, DELETE ON office_draft TO fotfeste_runtime;

-- A person's draft, in one round trip with its fence.
CREATE FUNCTION office_draft_of(p_municipality text, p_person uuid)
RETURNS TABLE (stream uuid, sealed bytea) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
    PERFORM set_config('fotfeste.municipality', p_municipality, true);
    RETURN QUERY SELECT d.stream, d.sealed FROM office_draft d
    WHERE d.municipality = p_municipality AND d.person = p_person;
END
$$;

-- One round trip for a handled command: version check, events, list row and job.
-- p_case is the list row without version and reference, which the log gives.
-- p_follow: the numbers of the events that somebody follows; each becomes a job.
CREATE FUNCTION office_record(
    p_municipality text, p_stream uuid, p_seen integer, p_kind text, p_person uuid,
    p_recorded_at timestamptz, p_year integer, p_actor uuid, p_role text, p_unit text,
    p_rulebook text, p_ids uuid[], p_names text[], p_days date[], p_contents bytea[],
    p_stage text, p_case_unit text, p_is_open boolean, p_received_on date, p_due_on date,
    p_due_term text, p_follow integer[]
) RETURNS TABLE (version integer, reference text) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    v_version integer;
    v_reference text;
BEGIN
    SELECT a.version, a.reference INTO v_version, v_reference FROM ledger_append(
        p_municipality, p_stream, p_seen, p_kind, p_person, p_recorded_at, p_year,
        p_actor, p_role, p_unit, p_rulebook, p_ids, p_names, p_days, p_contents
    ) a;
    IF v_version IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO office_case VALUES (
        p_municipality, p_stream, p_kind, p_person, v_reference, v_version, p_stage,
        p_case_unit, p_is_open, p_received_on, p_due_on, p_due_term
    )
    ON CONFLICT (municipality, stream) DO UPDATE SET
        version = excluded.version, stage = excluded.stage, unit = excluded.unit,
        is_open = excluded.is_open, due_on = excluded.due_on,
        due_term = excluded.due_term;
    IF p_seen = 0 THEN
        -- A draft that is sent is a case from now on, and a draft no more.
        DELETE FROM office_draft WHERE municipality = p_municipality
            AND person = p_person AND stream = p_stream;
    END IF;
    IF array_length(p_follow, 1) > 0 THEN
        PERFORM procrastinate_defer_jobs_v1(
            array_agg(
                ROW(
                    'followers', 'follow', 0, NULL, NULL,
                    jsonb_build_object(
                        'municipality', p_municipality, 'stream', p_stream,
                        'version', followed
                    ),
                    NULL
                )::procrastinate_job_to_defer_v1
            )
        ) FROM unnest(p_follow) AS followed;
    END IF;
    RETURN QUERY SELECT v_version, v_reference;
END
$$;
