-- Environments end, and hold variables for their owner's backend.

ALTER TABLE environment ADD COLUMN deleted_at BIGINT;

CREATE TABLE environment_variable (
    id TEXT COLLATE "C" PRIMARY KEY,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id),
    name TEXT COLLATE "C" NOT NULL,
    value BYTEA NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (environment_id, name)
);
