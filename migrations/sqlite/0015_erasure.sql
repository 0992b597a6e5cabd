-- Webhooks are sent address by address: what is due at one, whatever waits at the others.
CREATE INDEX webhook_delivery_address ON webhook_delivery (url, next_attempt_at) WHERE state = 'waiting';

-- An end user who is being erased: the row goes with the last of what it names, so that an interrupted erasure goes on.
CREATE TABLE erasure (
    environment_id TEXT NOT NULL REFERENCES environment (id),
    end_user_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    report TEXT NOT NULL,
    touched_at INTEGER NOT NULL,
    PRIMARY KEY (environment_id, end_user_id)
) STRICT;
CREATE INDEX connect_session_person ON connect_session (environment_id, end_user_key) WHERE end_user_key IS NOT NULL;
CREATE INDEX connect_session_reconnects ON connect_session (reconnects) WHERE reconnects IS NOT NULL;
CREATE INDEX webhook_outbox_connection ON webhook_outbox (connection_row) WHERE connection_row IS NOT NULL;
