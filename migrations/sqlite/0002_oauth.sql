-- Attempts that leave for another site and come back, and the freshness of what they bring.

DROP TABLE flow;
CREATE TABLE flow (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environment (id),
    session_id TEXT NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    integration_id TEXT NOT NULL REFERENCES integration (id),
    state TEXT NOT NULL CHECK (state IN ('prepared', 'departed', 'returned', 'connected', 'refused')),
    page_id TEXT,
    departures INTEGER NOT NULL,
    state_fingerprint BLOB,
    cookie_fingerprint BLOB,
    context BLOB,
    attempt BLOB,
    socket_id TEXT,
    connection_id TEXT,
    is_pending INTEGER NOT NULL CHECK (is_pending IN (0, 1)),
    error_code TEXT,
    error_detail TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE UNIQUE INDEX flow_attempt ON flow (attempt) WHERE attempt IS NOT NULL;
CREATE INDEX flow_ended ON flow (finished_at) WHERE socket_id IS NOT NULL;
CREATE INDEX flow_session ON flow (session_id);
CREATE INDEX flow_waiting ON flow (expires_at) WHERE state IN ('departed', 'returned');

ALTER TABLE integration ADD COLUMN own_callback INTEGER NOT NULL DEFAULT 0 CHECK (own_callback IN (0, 1));

ALTER TABLE connection ADD COLUMN credentials_expire_at INTEGER;
ALTER TABLE connection ADD COLUMN last_refresh_success INTEGER;
ALTER TABLE connection ADD COLUMN last_refresh_failure INTEGER;
ALTER TABLE connection ADD COLUMN refresh_attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE connection ADD COLUMN refresh_exhausted INTEGER NOT NULL DEFAULT 0 CHECK (refresh_exhausted IN (0, 1));
ALTER TABLE connection ADD COLUMN refresh_lease_until INTEGER;

-- Tags are found through a table of their own, which the database keeps from the column.
CREATE TRIGGER connection_tags AFTER INSERT ON connection BEGIN
    INSERT INTO connection_tag (connection_row, environment_id, key, value)
    SELECT NEW.id, NEW.environment_id, key, value FROM json_each(NEW.tags);
END;
