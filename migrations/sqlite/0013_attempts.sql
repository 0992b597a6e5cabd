-- What happened in each attempt to connect, for admin. Written in the background, and gone with its session.

CREATE TABLE connect_attempt (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    session_id TEXT NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    -- Empty until an integration is chosen.
    integration_key TEXT NOT NULL,
    stage INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'connected', 'refused')),
    code TEXT,
    connection_id TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (session_id, integration_key)
) STRICT;
CREATE INDEX connect_attempt_newest ON connect_attempt (environment_id, number DESC);
CREATE INDEX connect_attempt_age ON connect_attempt (environment_id, created_at);
CREATE INDEX connect_attempt_connection ON connect_attempt (connection_id) WHERE connection_id IS NOT NULL;

CREATE TABLE connect_attempt_step (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id TEXT NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    integration_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT,
    detail TEXT,
    times INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX connect_attempt_step_session ON connect_attempt_step (session_id, number);
CREATE INDEX connect_attempt_step_code ON connect_attempt_step (code, session_id) WHERE code IS NOT NULL;
