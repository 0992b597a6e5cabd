-- Environments end, and hold variables for their owner's backend.

ALTER TABLE environment ADD COLUMN deleted_at INTEGER;

CREATE TABLE environment_variable (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environment (id),
    name TEXT NOT NULL,
    value BLOB NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (environment_id, name)
) STRICT;
