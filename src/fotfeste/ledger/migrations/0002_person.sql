-- A person's own file is a case whose key is the person's. What it holds (powers of
-- attorney, consents, who is disqualified) holds in every case of theirs, so that every
-- case is read together with it, in one round trip: first the case's events in order,
-- then the person's.
DROP FUNCTION ledger_read(text, uuid);
CREATE FUNCTION ledger_read(p_municipality text, p_stream uuid)
RETURNS TABLE (
    stream uuid, version integer, name text, content bytea, occurred_on date,
    recorded_at timestamptz, actor uuid, role text, id uuid, kind text, person uuid,
    reference text, wrapped bytea
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
    PERFORM set_config('fotfeste.municipality', p_municipality, true);
    RETURN QUERY
    SELECT e.stream, e.version, e.name, e.content, e.occurred_on, e.recorded_at, e.actor,
        e.role, e.id, s.kind, s.person, ledger_reference(s.year, s.number), k.wrapped
    FROM ledger_stream s
    JOIN ledger_event e ON e.municipality = s.municipality
        AND (e.stream = s.stream OR e.stream = s.person)
    LEFT JOIN ledger_data_key k
        ON k.municipality = s.municipality AND k.person = s.person
    WHERE s.municipality = p_municipality AND s.stream = p_stream
    ORDER BY e.stream <> s.stream, e.version;
END
$$;
