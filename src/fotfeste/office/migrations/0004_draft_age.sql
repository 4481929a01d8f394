-- A draft, with the day from which its time runs.
DROP FUNCTION office_draft_of(text, uuid);
CREATE FUNCTION office_draft_of(p_municipality text, p_person uuid)
RETURNS TABLE (stream uuid, sealed bytea, saved_at timestamptz) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
    PERFORM set_config('fotfeste.municipality', p_municipality, true);
    RETURN QUERY SELECT d.stream, d.sealed, d.saved_at FROM office_draft d
    WHERE d.municipality = p_municipality AND d.person = p_person;
END
$$;
CREATE INDEX office_draft_saved_at ON office_draft (municipality, saved_at);
