-- Webhooks on their way: an event of the outbox is spread over its addresses, each of them a delivery of its own.

ALTER TABLE environment ADD COLUMN on_auth_creation INTEGER NOT NULL DEFAULT 1 CHECK (on_auth_creation IN (0, 1));
ALTER TABLE environment ADD COLUMN on_auth_refresh_error INTEGER NOT NULL DEFAULT 1
    CHECK (on_auth_refresh_error IN (0, 1));
ALTER TABLE environment ADD COLUMN webhook_signing_key_previous BLOB;
ALTER TABLE environment ADD COLUMN webhook_signing_key_previous_until INTEGER;

DROP INDEX webhook_outbox_due;
ALTER TABLE webhook_outbox DROP COLUMN state;
ALTER TABLE webhook_outbox DROP COLUMN attempts;
ALTER TABLE webhook_outbox DROP COLUMN next_attempt_at;
ALTER TABLE webhook_outbox ADD COLUMN spread_at INTEGER;
CREATE INDEX webhook_outbox_new ON webhook_outbox (number) WHERE spread_at IS NULL;
CREATE INDEX webhook_outbox_age ON webhook_outbox (created_at);

CREATE TABLE webhook_delivery (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    environment_id TEXT NOT NULL REFERENCES environment (id),
    webhook_id TEXT NOT NULL REFERENCES webhook_outbox (id) ON DELETE CASCADE,
    connection_row TEXT,
    url TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given_up')),
    attempts INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    lease_until INTEGER,
    last_status INTEGER,
    last_error TEXT,
    created_at INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_order ON webhook_delivery (connection_row, url, number) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_newest ON webhook_delivery (environment_id, number DESC);
CREATE INDEX webhook_delivery_webhook ON webhook_delivery (webhook_id);
