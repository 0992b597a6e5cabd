-- Attempts that leave for another site and come back, and the freshness of what they bring.

DROP TABLE flow;
CREATE TABLE flow (
    id TEXT COLLATE "C" PRIMARY KEY,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id),
    session_id TEXT COLLATE "C" NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    integration_id TEXT COLLATE "C" NOT NULL REFERENCES integration (id),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('prepared', 'departed', 'returned', 'connected', 'refused')),
    page_id TEXT COLLATE "C",
    departures BIGINT NOT NULL,
    state_fingerprint BYTEA,
    cookie_fingerprint BYTEA,
    context BYTEA,
    attempt BYTEA,
    socket_id TEXT COLLATE "C",
    connection_id TEXT COLLATE "C",
    is_pending BIGINT NOT NULL CHECK (is_pending IN (0, 1)),
    error_code TEXT COLLATE "C",
    error_detail TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    finished_at BIGINT
);
CREATE UNIQUE INDEX flow_attempt ON flow (attempt) WHERE attempt IS NOT NULL;
CREATE INDEX flow_ended ON flow (finished_at) WHERE socket_id IS NOT NULL;
CREATE INDEX flow_session ON flow (session_id);
CREATE INDEX flow_waiting ON flow (expires_at) WHERE state IN ('departed', 'returned');

ALTER TABLE integration ADD COLUMN own_callback BIGINT NOT NULL DEFAULT 0 CHECK (own_callback IN (0, 1));

ALTER TABLE connection ADD COLUMN credentials_expire_at BIGINT;
ALTER TABLE connection ADD COLUMN last_refresh_success BIGINT;
ALTER TABLE connection ADD COLUMN last_refresh_failure BIGINT;
ALTER TABLE connection ADD COLUMN refresh_attempts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE connection ADD COLUMN refresh_exhausted BIGINT NOT NULL DEFAULT 0 CHECK (refresh_exhausted IN (0, 1));
ALTER TABLE connection ADD COLUMN refresh_lease_until BIGINT;

-- Tags are found through a table of their own, which the database keeps from the column.
CREATE FUNCTION connection_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO connection_tag (connection_row, environment_id, key, value)
    SELECT NEW.id, NEW.environment_id, tag.key, tag.value FROM jsonb_each_text(NEW.tags::jsonb) AS tag;
    RETURN NULL;
END $$;
CREATE TRIGGER connection_tags AFTER INSERT ON connection FOR EACH ROW EXECUTE FUNCTION connection_tags();
