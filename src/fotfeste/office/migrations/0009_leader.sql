-- What a case lacks, or will lack from the day if nothing is done.
CREATE TABLE office_lack (
    municipality text NOT NULL,
    stream uuid NOT NULL,
    lack text NOT NULL,
    since date NOT NULL,
    unit text NOT NULL,
    reference text NOT NULL,
    PRIMARY KEY (municipality, stream, lack)
);
CREATE INDEX office_lack_all ON office_lack
    (municipality, lack, since, reference) INCLUDE (unit, stream);
CREATE INDEX office_lack_unit ON office_lack
    (municipality, unit, lack, since, reference) INCLUDE (stream);

-- What has come of cases, by month: no case is in it, and nobody.
CREATE TABLE office_tally (
    municipality text NOT NULL,
    month date NOT NULL,
    counted text NOT NULL,
    key text NOT NULL,
    outcome text NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (municipality, month, counted, key, outcome)
);
ALTER TABLE office_lack ENABLE ROW LEVEL SECURITY;
ALTER TABLE office_tally ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON office_lack USING (municipality = fotfeste_municipality());
CREATE POLICY fence ON office_tally USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT, UPDATE, DELETE ON office_lack TO fotfeste_runtime;
GRANT SELECT, INSERT, UPDATE ON office_tally TO fotfeste_runtime;

-- All that the board counts of open cases stands in this one index.
CREATE INDEX office_case_board ON office_case (municipality, received_on)
    INCLUDE (unit, due_on, due_term, assignee) WHERE is_open;

-- Adds one for each; in an order that is always the same, so that nobody waits in a ring.
CREATE FUNCTION office_count(
    p_municipality text, p_months date[], p_counted text[], p_keys text[],
    p_outcomes text[]
) RETURNS void LANGUAGE sql AS $$
    INSERT INTO office_tally AS t (municipality, month, counted, key, outcome, count)
    SELECT p_municipality, n.month, n.counted, n.key, n.outcome, count(*)
    FROM unnest(p_months, p_counted, p_keys, p_outcomes)
        AS n (month, counted, key, outcome)
    GROUP BY 2, 3, 4, 5 ORDER BY 2, 3, 4, 5
    ON CONFLICT (municipality, month, counted, key, outcome)
        DO UPDATE SET count = t.count + excluded.count
$$;

DROP FUNCTION office_record(
    text, uuid, integer, text, uuid, timestamptz, integer, uuid, text, text, text, uuid[],
    text[], date[], bytea[], text, text, boolean, date, date, text, uuid, text, boolean,
    date[], integer[]
);
-- One round trip for a handled command: version check, events, list row and job.
-- p_case is the list row without version and reference, which the log gives.
-- p_lacks, p_since: what the case lacks, and from which day each.
-- p_months, p_counted, p_keys, p_outcomes: what is counted, a place in each for each.
-- p_follow: the numbers of the events that somebody follows; each becomes a job.
CREATE FUNCTION office_record(
    p_municipality text, p_stream uuid, p_seen integer, p_kind text, p_person uuid,
    p_recorded_at timestamptz, p_year integer, p_actor uuid, p_role text, p_unit text,
    p_rulebook text, p_ids uuid[], p_names text[], p_days date[], p_contents bytea[],
    p_stage text, p_case_unit text, p_is_open boolean, p_received_on date, p_due_on date,
    p_due_term text, p_assignee uuid, p_waits_for text, p_is_urgent boolean,
    p_meets_on date[], p_lacks text[], p_since date[], p_months date[],
    p_counted text[], p_keys text[], p_outcomes text[], p_follow integer[]
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
    IF p_seen > 0 THEN
        -- What is as it was, is left alone: most steps change nothing here.
        DELETE FROM office_lack l
        WHERE l.municipality = p_municipality AND l.stream = p_stream
            AND (l.lack, l.since, l.unit) NOT IN (
                SELECT n.lack, n.since, p_case_unit FROM unnest(p_lacks, p_since)
                AS n (lack, since)
            );
    END IF;
    IF array_length(p_lacks, 1) > 0 THEN
        INSERT INTO office_lack (municipality, stream, lack, since, unit, reference)
        SELECT p_municipality, p_stream, n.lack, n.since, p_case_unit, v_reference
        FROM unnest(p_lacks, p_since) AS n (lack, since)
        ON CONFLICT DO NOTHING;
    END IF;
    IF array_length(p_counted, 1) > 0 THEN
        PERFORM office_count(p_municipality, p_months, p_counted, p_keys, p_outcomes);
    END IF;
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
