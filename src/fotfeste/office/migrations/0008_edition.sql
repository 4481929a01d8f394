-- Versions of a municipality's pack made at the desk: the file's text as it is, and who
-- has done what with it. Nothing here is about a person who is helped.
CREATE TABLE office_edition (
    municipality text NOT NULL,
    id uuid NOT NULL,
    valid_from date NOT NULL,
    text text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    state text NOT NULL CHECK (state IN ('draft', 'proposed', 'approved', 'withdrawn')),
    proposed_by uuid,
    approved_by uuid,
    trail jsonb NOT NULL,
    PRIMARY KEY (municipality, id),
    -- Two people, whatever the program says.
    CONSTRAINT office_edition_two_people CHECK (
        approved_by IS NULL OR (proposed_by IS NOT NULL AND approved_by <> proposed_by)
    ),
    CONSTRAINT office_edition_approved CHECK (
        state <> 'approved' OR approved_by IS NOT NULL
    )
);
CREATE UNIQUE INDEX office_edition_one_a_day ON office_edition (municipality, valid_from)
    WHERE state = 'approved';

-- A text is written in while it is a draft and never again; what is decided can only be
-- withdrawn, and what has been done with it stays told.
CREATE FUNCTION office_edition_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state, NEW.state) NOT IN (
        ('draft', 'draft'), ('draft', 'proposed'), ('draft', 'withdrawn'),
        ('proposed', 'draft'), ('proposed', 'approved'), ('proposed', 'withdrawn'),
        ('approved', 'withdrawn')
    ) THEN
        RAISE EXCEPTION 'an edition that is % cannot become %', OLD.state, NEW.state;
    END IF;
    IF OLD.state <> 'draft'
        AND (NEW.text, NEW.valid_from) IS DISTINCT FROM (OLD.text, OLD.valid_from)
    THEN
        RAISE EXCEPTION 'the text of an edition that is % stands', OLD.state;
    END IF;
    IF (NEW.municipality, NEW.id, NEW.version)
        IS DISTINCT FROM (OLD.municipality, OLD.id, OLD.version + 1)
    THEN
        RAISE EXCEPTION 'an edition keeps its key, and counts its versions';
    END IF;
    IF OLD.trail IS DISTINCT FROM (
        SELECT jsonb_agg(step ORDER BY n)
        FROM jsonb_array_elements(NEW.trail) WITH ORDINALITY AS steps (step, n)
        WHERE n <= jsonb_array_length(OLD.trail)
    ) THEN
        RAISE EXCEPTION 'what has been done with an edition stays told';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER office_edition_guard BEFORE UPDATE ON office_edition
    FOR EACH ROW EXECUTE FUNCTION office_edition_guard();

ALTER TABLE office_edition ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON office_edition USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT, UPDATE ON office_edition TO fotfeste_runtime;

-- What the rulebook is besides its folder, for all municipalities: it is shown to all.
-- The owner's rights pass the fence here, and only for texts that have been approved.
CREATE FUNCTION office_editions_approved()
RETURNS TABLE (municipality text, valid_from date, text text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT e.municipality, e.valid_from, e.text FROM office_edition e
    WHERE e.state = 'approved' ORDER BY 1, 2
$$;

-- A number that changes whenever the answer above does; cheap enough for every moment.
CREATE FUNCTION office_editions_stamp() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT count(*) || '/' || coalesce(sum(hashtextextended(
        e.municipality || '/' || e.id || '/' || e.valid_from || '/' || e.version, 0
    )::numeric), 0)
    FROM office_edition e WHERE e.state = 'approved'
$$;
CREATE INDEX office_edition_approved_only ON office_edition (municipality)
    WHERE state = 'approved';
