-- Booleans are 0/1, moments are epoch milliseconds, JSON is TEXT, sealed bytes are BYTEA (see src/store/mod.rs).

CREATE TABLE environment (
    id TEXT COLLATE "C" PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL UNIQUE,
    app_name TEXT COLLATE "C",
    allowed_origins TEXT COLLATE "C" NOT NULL,
    connect_ui_settings TEXT COLLATE "C" NOT NULL,
    callback_url TEXT COLLATE "C",
    webhook_url TEXT COLLATE "C",
    webhook_secondary_url TEXT COLLATE "C",
    webhook_signing_key BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE api_key (
    id TEXT COLLATE "C" PRIMARY KEY,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id),
    display_name TEXT COLLATE "C" NOT NULL,
    key_fingerprint BYTEA NOT NULL UNIQUE,
    hint TEXT COLLATE "C" NOT NULL,
    scopes TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);
CREATE UNIQUE INDEX api_key_name ON api_key (environment_id, display_name) WHERE revoked_at IS NULL;

CREATE TABLE integration (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id),
    unique_key TEXT COLLATE "C" NOT NULL,
    provider TEXT COLLATE "C" NOT NULL,
    display_name TEXT COLLATE "C",
    credentials BYTEA,
    custom BYTEA,
    forward_webhooks BIGINT NOT NULL CHECK (forward_webhooks IN (0, 1)),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    deleted_at BIGINT,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX integration_key ON integration (environment_id, unique_key) WHERE deleted_at IS NULL;

CREATE TABLE end_user (
    id TEXT COLLATE "C" PRIMARY KEY,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id),
    external_id TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C",
    display_name TEXT COLLATE "C",
    tags TEXT COLLATE "C",
    organization_id TEXT COLLATE "C",
    organization_display_name TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (environment_id, external_id)
);

CREATE TABLE connect_session (
    id TEXT COLLATE "C" PRIMARY KEY,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id),
    token_fingerprint BYTEA NOT NULL UNIQUE,
    end_user TEXT COLLATE "C",
    organization TEXT COLLATE "C",
    end_user_key TEXT COLLATE "C",
    tags TEXT COLLATE "C" NOT NULL,
    allowed_integrations TEXT COLLATE "C",
    integrations_config_defaults BYTEA,
    overrides TEXT COLLATE "C",
    webhook_url_override TEXT COLLATE "C",
    app_name TEXT COLLATE "C",
    allowed_origins TEXT COLLATE "C",
    reconnects TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX connect_session_age ON connect_session (created_at);

CREATE TABLE page_capability (
    id TEXT COLLATE "C" PRIMARY KEY,
    fingerprint BYTEA NOT NULL UNIQUE,
    session_id TEXT COLLATE "C" NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    surface TEXT COLLATE "C" NOT NULL CHECK (surface IN ('frame', 'embedded', 'tab')),
    tab_fingerprint BYTEA,
    parent_origin TEXT COLLATE "C",
    theme TEXT COLLATE "C" CHECK (theme IN ('light', 'dark', 'system')),
    language TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    extensions BIGINT NOT NULL
);
CREATE INDEX page_capability_session ON page_capability (session_id);

CREATE TABLE connection (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id),
    integration_id TEXT COLLATE "C" NOT NULL REFERENCES integration (id),
    connection_id TEXT COLLATE "C" NOT NULL,
    end_user_id TEXT COLLATE "C" REFERENCES end_user (id),
    credentials BYTEA NOT NULL,
    connection_config BYTEA NOT NULL,
    metadata TEXT COLLATE "C",
    tags TEXT COLLATE "C" NOT NULL,
    errors TEXT COLLATE "C" NOT NULL,
    webhook_url_override TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    last_fetched_at BIGINT,
    deleted_at BIGINT,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX connection_key ON connection (integration_id, connection_id) WHERE deleted_at IS NULL;
CREATE INDEX connection_newest ON connection (environment_id, created_at DESC, number DESC) WHERE deleted_at IS NULL;
CREATE INDEX connection_end_user ON connection (end_user_id);

CREATE TABLE connection_tag (
    connection_row TEXT COLLATE "C" NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    environment_id TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (connection_row, key)
);
CREATE INDEX connection_tag_value ON connection_tag (environment_id, key, value);

CREATE TABLE flow (
    id TEXT COLLATE "C" PRIMARY KEY,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id),
    session_id TEXT COLLATE "C" NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    integration_id TEXT COLLATE "C" NOT NULL REFERENCES integration (id),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('connected', 'refused')),
    connection_id TEXT COLLATE "C",
    error_code TEXT COLLATE "C",
    attempt BYTEA,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX flow_attempt ON flow (attempt) WHERE attempt IS NOT NULL;
CREATE INDEX flow_session ON flow (session_id);

CREATE TABLE webhook_outbox (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id),
    connection_row TEXT COLLATE "C",
    url_override TEXT COLLATE "C",
    body TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'delivered', 'given_up')),
    attempts BIGINT NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX webhook_outbox_due ON webhook_outbox (state, next_attempt_at);

CREATE TABLE admin (
    id TEXT COLLATE "C" PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL UNIQUE,
    password_hash TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE admin_session (
    fingerprint BYTEA PRIMARY KEY,
    admin_id TEXT COLLATE "C" NOT NULL REFERENCES admin (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE setup_link (
    fingerprint BYTEA PRIMARY KEY,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE TABLE audit (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    environment_id TEXT COLLATE "C" REFERENCES environment (id),
    actor TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    detail TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX audit_newest ON audit (environment_id, number DESC);
