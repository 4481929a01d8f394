-- Who has a case, whom it waits for, whether it is urgent, and the days somebody meets.
ALTER TABLE office_case
    ADD COLUMN assignee uuid,
    ADD COLUMN waits_for text NOT NULL DEFAULT 'us',
    ADD COLUMN is_urgent boolean NOT NULL DEFAULT false,
    ADD COLUMN meets_on date[] NOT NULL DEFAULT '{}';
CREATE INDEX office_case_assigned ON office_case
    (municipality, assignee, due_on, reference) WHERE is_open AND assignee IS NOT NULL;
CREATE INDEX office_case_unassigned ON office_case
    (municipality, unit, due_on, reference) WHERE is_open AND assignee IS NULL;
CREATE INDEX office_case_waiting ON office_case (municipality, unit, due_on, reference)
    WHERE is_open AND waits_for <> 'us';
CREATE INDEX office_case_kind ON office_case
    (municipality, unit, kind, due_on, reference) WHERE is_open;
CREATE INDEX office_case_urgent ON office_case (municipality, unit, due_on, reference)
    WHERE is_open AND is_urgent;
CREATE INDEX office_case_all ON office_case (municipality, due_on, reference)
    WHERE is_open;
CREATE INDEX office_case_writing ON office_case (municipality, person)
    WHERE is_open AND kind = 'person' AND due_term = 'message.answer';
CREATE INDEX office_case_newest ON office_case
    (municipality, unit, received_on DESC, reference DESC) WHERE is_open;

-- Whose cases only some employees may see. The person's own file decides.
CREATE TABLE office_closed (
    municipality text NOT NULL,
    person uuid NOT NULL,
    circle uuid[],
    barred uuid[] NOT NULL,
    PRIMARY KEY (municipality, person)
);
ALTER TABLE office_closed ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON office_closed USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT, UPDATE, DELETE ON office_closed TO fotfeste_runtime;

DROP FUNCTION office_record(
    text, uuid, integer, text, uuid, timestamptz, integer, uuid, text, text, text, uuid[],
    text[], date[], bytea[], text, text, boolean, date, date, text, integer[]
);
-- One round trip for a handled command: version check, events, list row and job.
-- p_case is the list row without version and reference, which the log gives.
-- p_follow: the numbers of the events that somebody follows; each becomes a job.
CREATE FUNCTION office_record(
    p_municipality text, p_stream uuid, p_seen integer, p_kind text, p_person uuid,
    p_recorded_at timestamptz, p_year integer, p_actor uuid, p_role text, p_unit text,
    p_rulebook text, p_ids uuid[], p_names text[], p_days date[], p_contents bytea[],
    p_stage text, p_case_unit text, p_is_open boolean, p_received_on date, p_due_on date,
    p_due_term text, p_assignee uuid, p_waits_for text, p_is_urgent boolean,
    p_meets_on date[], p_follow integer[]
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
    INSERT INTO office_case (
        municipality, stream, kind, person, reference, version, stage, unit, is_open,
        received_on, due_on, due_term, assignee, waits_for, is_urgent, meets_on
    ) VALUES (
        p_municipality, p_stream, p_kind, p_person, v_reference, v_version, p_stage,
        p_case_unit, p_is_open, p_received_on, p_due_on, p_due_term, p_assignee,
        p_waits_for, p_is_urgent, p_meets_on
    )
    ON CONFLICT (municipality, stream) DO UPDATE SET
        version = excluded.version, stage = excluded.stage, unit = excluded.unit,
        is_open = excluded.is_open, due_on = excluded.due_on,
        due_term = excluded.due_term, assignee = excluded.assignee,
        waits_for = excluded.waits_for, is_urgent = excluded.is_urgent,
        meets_on = excluded.meets_on;
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
