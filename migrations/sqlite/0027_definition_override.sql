-- Definitions that an environment has put in the place of the catalogue's, their history, and what somebody works on.

CREATE TABLE definition_override (
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    provider TEXT NOT NULL,
    -- Without one the catalogue's holds again; the row stays, so that no revision is given twice.
    source TEXT,
    revision INTEGER NOT NULL,
    author TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (environment_id, provider)
) STRICT;

CREATE TABLE definition_revision (
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    provider TEXT NOT NULL,
    revision INTEGER NOT NULL,
    source TEXT,
    author TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (environment_id, provider, revision)
) STRICT;

CREATE TABLE definition_draft (
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    provider TEXT NOT NULL,
    admin_id TEXT NOT NULL,
    source TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (environment_id, provider, admin_id)
) STRICT;
