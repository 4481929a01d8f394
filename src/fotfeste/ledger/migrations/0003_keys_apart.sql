-- A person's own file is the one case whose key is the person's, and no other case can have
-- a person's key: its events would be read as theirs. A case that is opened so is not
-- opened; the caller is told that somebody was faster.
CREATE FUNCTION ledger_keep_keys_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.kind = 'person') <> (NEW.stream = NEW.person) THEN
        RETURN NULL;
    END IF;
    IF NEW.kind <> 'person' AND EXISTS (
        SELECT FROM ledger_data_key k
        WHERE k.municipality = NEW.municipality AND k.person = NEW.stream
    ) THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER keys_apart BEFORE INSERT ON ledger_stream
    FOR EACH ROW EXECUTE FUNCTION ledger_keep_keys_apart();
