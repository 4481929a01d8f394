-- The log. One row is one thing that has happened in one case; rows are added, never
-- changed. The municipality is part of every key, and row-level security fences each off.

-- The role the program runs as. It owns nothing and cannot change or delete an event.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'fotfeste_runtime') THEN
        CREATE ROLE fotfeste_runtime NOLOGIN NOSUPERUSER NOBYPASSRLS;
    END IF;
EXCEPTION WHEN unique_violation OR duplicate_object THEN
    NULL; -- another database of the same server was migrated at the same moment
END
$$;
DO $$
BEGIN
    EXECUTE format('GRANT fotfeste_runtime TO %I', current_user);
EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN
    NULL; -- whoever runs the server has made the role and granted it
END
$$;
GRANT USAGE ON SCHEMA public TO fotfeste_runtime;

-- Which municipality this transaction is about; nothing is visible without one.
CREATE FUNCTION fotfeste_municipality() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT current_setting('fotfeste.municipality', true) $$;

-- A person's data key, wrapped by the municipality's master key. Without it nothing about
-- the person can be read: to delete the row is to erase.
CREATE TABLE ledger_data_key (
    municipality text NOT NULL,
    person uuid NOT NULL,
    wrapped bytea NOT NULL,
    PRIMARY KEY (municipality, person)
);

-- The last reference number given in a municipality in a year.
CREATE TABLE ledger_counter (
    municipality text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL,
    PRIMARY KEY (municipality, year)
);

-- One case. Its version counts its events; its head is the hash of the last of them.
CREATE TABLE ledger_stream (
    municipality text NOT NULL,
    stream uuid NOT NULL,
    kind text NOT NULL,
    person uuid NOT NULL,
    year integer NOT NULL,
    number integer,
    version integer NOT NULL,
    head bytea NOT NULL,
    PRIMARY KEY (municipality, stream),
    UNIQUE (municipality, year, number)
);
CREATE INDEX ledger_stream_person ON ledger_stream (municipality, person);

-- occurred_on: when it happened, which may be before recorded_at, when it was written.
-- content: the event, sealed. previous, hash: the chain of the case.
CREATE TABLE ledger_event (
    municipality text NOT NULL,
    stream uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    occurred_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor uuid NOT NULL,
    role text NOT NULL,
    unit text NOT NULL,
    rulebook text NOT NULL,
    content bytea NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (municipality, stream, version)
);

CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log is append-only: % of % is refused', TG_OP, TG_TABLE_NAME;
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_event
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger_event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger_stream
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger_counter
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON ledger_stream
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER identity_stays BEFORE UPDATE ON ledger_stream
    FOR EACH ROW WHEN (
        (OLD.kind, OLD.person, OLD.year) IS DISTINCT FROM (NEW.kind, NEW.person, NEW.year)
        OR (OLD.number IS NOT NULL AND OLD.number IS DISTINCT FROM NEW.number)
    ) EXECUTE FUNCTION ledger_refuse_change();

ALTER TABLE ledger_data_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_stream ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON ledger_data_key USING (municipality = fotfeste_municipality());
CREATE POLICY fence ON ledger_counter USING (municipality = fotfeste_municipality());
CREATE POLICY fence ON ledger_stream USING (municipality = fotfeste_municipality());
CREATE POLICY fence ON ledger_event USING (municipality = fotfeste_municipality());

GRANT SELECT, INSERT ON ledger_data_key TO fotfeste_runtime;
GRANT SELECT, INSERT, UPDATE (last) ON ledger_counter TO fotfeste_runtime;
GRANT SELECT, INSERT, UPDATE (version, head, number) ON ledger_stream TO fotfeste_runtime;
GRANT SELECT, INSERT ON ledger_event TO fotfeste_runtime;

-- What is hashed of an event: everything that is stored of it.
CREATE FUNCTION ledger_hash(
    previous bytea, municipality text, stream uuid, kind text, person uuid,
    reference text, version integer, id uuid, name text, occurred_on date,
    recorded_at timestamptz, actor uuid, role text, unit text, rulebook text,
    content bytea
) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(
        previous
        || convert_to(
            concat_ws(
                '|', municipality, stream, kind, person, reference, version, id, name,
                to_char(occurred_on, 'YYYY-MM-DD'),
                (extract(epoch FROM recorded_at) * 1000000)::bigint,
                actor, role, unit, rulebook
            ),
            'UTF8'
        )
        || '\x00'::bytea
        || content
    )
$$;

-- Append events to a case that the caller saw at version p_seen (0: open it).
-- Returns the version after, and the reference; no row when somebody was faster.
-- The number is taken here, so that its lock lasts as long as this call's transaction.
CREATE FUNCTION ledger_append(
    p_municipality text, p_stream uuid, p_seen integer, p_kind text, p_person uuid,
    p_recorded_at timestamptz, p_year integer, p_actor uuid, p_role text, p_unit text,
    p_rulebook text, p_ids uuid[], p_names text[], p_days date[], p_contents bytea[]
) RETURNS TABLE (version integer, reference text) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    v_case ledger_stream%ROWTYPE;
    v_reference text;
    v_head bytea;
    v_hash bytea;
    n integer := array_length(p_ids, 1);
BEGIN
    PERFORM set_config('fotfeste.municipality', p_municipality, true);
    IF p_seen = 0 THEN
        INSERT INTO ledger_stream
            (municipality, stream, kind, person, year, number, version, head)
        VALUES (p_municipality, p_stream, p_kind, p_person, p_year, NULL, n, '')
        ON CONFLICT DO NOTHING RETURNING * INTO v_case;
    ELSE
        UPDATE ledger_stream SET version = p_seen + n
        WHERE municipality = p_municipality AND stream = p_stream
            AND version = p_seen AND kind = p_kind
        RETURNING * INTO v_case;
    END IF;
    IF v_case.stream IS NULL THEN
        RETURN;
    END IF;
    IF p_seen = 0 THEN
        INSERT INTO ledger_counter AS c (municipality, year, last)
        VALUES (p_municipality, p_year, 1)
        ON CONFLICT (municipality, year) DO UPDATE SET last = c.last + 1
        RETURNING c.last INTO v_case.number;
    END IF;
    v_reference := ledger_reference(v_case.year, v_case.number);
    v_head := v_case.head;
    FOR i IN 1 .. n LOOP
        v_hash := ledger_hash(
            v_head, p_municipality, p_stream, p_kind, v_case.person, v_reference,
            p_seen + i, p_ids[i], p_names[i], p_days[i], p_recorded_at, p_actor, p_role,
            p_unit, p_rulebook, p_contents[i]
        );
        INSERT INTO ledger_event VALUES (
            p_municipality, p_stream, p_seen + i, p_ids[i], p_names[i], p_days[i],
            p_recorded_at, p_actor, p_role, p_unit, p_rulebook, p_contents[i], v_head,
            v_hash
        );
        v_head := v_hash;
    END LOOP;
    UPDATE ledger_stream SET head = v_head, number = v_case.number
    WHERE municipality = p_municipality AND stream = p_stream;
    RETURN QUERY SELECT p_seen + n, v_reference;
END
$$;

CREATE FUNCTION ledger_reference(year integer, number integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT year::text || '-' || lpad(number::text, greatest(5, length(number::text)), '0') $$;

-- All events of a case in order, each with what is needed to open it.
CREATE FUNCTION ledger_read(p_municipality text, p_stream uuid)
RETURNS TABLE (
    version integer, name text, content bytea, occurred_on date, recorded_at timestamptz,
    actor uuid, role text, id uuid, kind text, person uuid, reference text, wrapped bytea
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
    PERFORM set_config('fotfeste.municipality', p_municipality, true);
    RETURN QUERY
    SELECT e.version, e.name, e.content, e.occurred_on, e.recorded_at, e.actor, e.role,
        e.id, s.kind, s.person, ledger_reference(s.year, s.number), k.wrapped
    FROM ledger_stream s
    JOIN ledger_event e ON e.municipality = s.municipality AND e.stream = s.stream
    LEFT JOIN ledger_data_key k
        ON k.municipality = s.municipality AND k.person = s.person
    WHERE s.municipality = p_municipality AND s.stream = p_stream
    ORDER BY e.version;
END
$$;
