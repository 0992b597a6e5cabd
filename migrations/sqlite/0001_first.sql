-- Booleans are 0/1, moments are epoch milliseconds, JSON is TEXT, sealed bytes are BLOB (see src/store/mod.rs).

CREATE TABLE environment (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    app_name TEXT,
    allowed_origins TEXT NOT NULL,
    connect_ui_settings TEXT NOT NULL,
    callback_url TEXT,
    webhook_url TEXT,
    webhook_secondary_url TEXT,
    webhook_signing_key BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE api_key (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environment (id),
    display_name TEXT NOT NULL,
    key_fingerprint BLOB NOT NULL UNIQUE,
    hint TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX api_key_name ON api_key (environment_id, display_name) WHERE revoked_at IS NULL;

CREATE TABLE integration (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    environment_id TEXT NOT NULL REFERENCES environment (id),
    unique_key TEXT NOT NULL,
    provider TEXT NOT NULL,
    display_name TEXT,
    credentials BLOB,
    custom BLOB,
    forward_webhooks INTEGER NOT NULL CHECK (forward_webhooks IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX integration_key ON integration (environment_id, unique_key) WHERE deleted_at IS NULL;

CREATE TABLE end_user (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environment (id),
    external_id TEXT NOT NULL,
    email TEXT,
    display_name TEXT,
    tags TEXT,
    organization_id TEXT,
    organization_display_name TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (environment_id, external_id)
) STRICT;

CREATE TABLE connect_session (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environment (id),
    token_fingerprint BLOB NOT NULL UNIQUE,
    end_user TEXT,
    organization TEXT,
    end_user_key TEXT,
    tags TEXT NOT NULL,
    allowed_integrations TEXT,
    integrations_config_defaults BLOB,
    overrides TEXT,
    webhook_url_override TEXT,
    app_name TEXT,
    allowed_origins TEXT,
    reconnects TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX connect_session_age ON connect_session (created_at);

CREATE TABLE page_capability (
    id TEXT PRIMARY KEY,
    fingerprint BLOB NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    surface TEXT NOT NULL CHECK (surface IN ('frame', 'embedded', 'tab')),
    tab_fingerprint BLOB,
    parent_origin TEXT,
    theme TEXT CHECK (theme IN ('light', 'dark', 'system')),
    language TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    extensions INTEGER NOT NULL
) STRICT;
CREATE INDEX page_capability_session ON page_capability (session_id);

CREATE TABLE connection (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    environment_id TEXT NOT NULL REFERENCES environment (id),
    integration_id TEXT NOT NULL REFERENCES integration (id),
    connection_id TEXT NOT NULL,
    end_user_id TEXT REFERENCES end_user (id),
    credentials BLOB NOT NULL,
    connection_config BLOB NOT NULL,
    metadata TEXT,
    tags TEXT NOT NULL,
    errors TEXT NOT NULL,
    webhook_url_override TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    last_fetched_at INTEGER,
    deleted_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX connection_key ON connection (integration_id, connection_id) WHERE deleted_at IS NULL;
CREATE INDEX connection_newest ON connection (environment_id, created_at DESC, number DESC) WHERE deleted_at IS NULL;
CREATE INDEX connection_end_user ON connection (end_user_id);

CREATE TABLE connection_tag (
    connection_row TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    environment_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (connection_row, key)
) STRICT;
CREATE INDEX connection_tag_value ON connection_tag (environment_id, key, value);

CREATE TABLE flow (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environment (id),
    session_id TEXT NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    integration_id TEXT NOT NULL REFERENCES integration (id),
    state TEXT NOT NULL CHECK (state IN ('connected', 'refused')),
    connection_id TEXT,
    error_code TEXT,
    attempt BLOB,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX flow_attempt ON flow (attempt) WHERE attempt IS NOT NULL;
CREATE INDEX flow_session ON flow (session_id);

CREATE TABLE webhook_outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    environment_id TEXT NOT NULL REFERENCES environment (id),
    connection_row TEXT,
    url_override TEXT,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given_up')),
    attempts INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX webhook_outbox_due ON webhook_outbox (state, next_attempt_at);

CREATE TABLE admin (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE admin_session (
    fingerprint BLOB PRIMARY KEY,
    admin_id TEXT NOT NULL REFERENCES admin (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setup_link (
    fingerprint BLOB PRIMARY KEY,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;

CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    environment_id TEXT REFERENCES environment (id),
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_newest ON audit (environment_id, number DESC);
