-- Definitions that an environment has put in the place of the catalogue's, their history, and what somebody works on.

CREATE TABLE definition_override (
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    provider TEXT COLLATE "C" NOT NULL,
    -- Without one the catalogue's holds again; the row stays, so that no revision is given twice.
    source TEXT COLLATE "C",
    revision BIGINT NOT NULL,
    author TEXT COLLATE "C" NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (environment_id, provider)
);

CREATE TABLE definition_revision (
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    provider TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    source TEXT COLLATE "C",
    author TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (environment_id, provider, revision)
);

CREATE TABLE definition_draft (
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    provider TEXT COLLATE "C" NOT NULL,
    admin_id TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (environment_id, provider, admin_id)
);

-- Every process holds all overrides in memory; the others are told when one of them changes.
CREATE FUNCTION tell_definition_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('connect_ui_definitions', '');
    RETURN NULL;
END
$$;

CREATE TRIGGER definition_change
    AFTER INSERT OR UPDATE OR DELETE ON definition_override
    FOR EACH STATEMENT EXECUTE FUNCTION tell_definition_change();
