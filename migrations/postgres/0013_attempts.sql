-- What happened in each attempt to connect, for admin. Written in the background, and gone with its session.

CREATE TABLE connect_attempt (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    session_id TEXT COLLATE "C" NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    -- Empty until an integration is chosen.
    integration_key TEXT COLLATE "C" NOT NULL,
    stage BIGINT NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL CHECK (outcome IN ('open', 'connected', 'refused')),
    code TEXT COLLATE "C",
    connection_id TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (session_id, integration_key)
);
CREATE INDEX connect_attempt_newest ON connect_attempt (environment_id, number DESC);
CREATE INDEX connect_attempt_age ON connect_attempt (environment_id, created_at);
CREATE INDEX connect_attempt_connection ON connect_attempt (connection_id) WHERE connection_id IS NOT NULL;

CREATE TABLE connect_attempt_step (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id TEXT COLLATE "C" NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    integration_key TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C",
    detail TEXT COLLATE "C",
    times BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX connect_attempt_step_session ON connect_attempt_step (session_id, number);
CREATE INDEX connect_attempt_step_code ON connect_attempt_step (code, session_id) WHERE code IS NOT NULL;
