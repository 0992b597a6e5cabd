-- Links that an admin hands out: each opening makes a session of its own for the same person.

CREATE TABLE share_link (
    id TEXT COLLATE "C" PRIMARY KEY,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    token_fingerprint BYTEA NOT NULL UNIQUE,
    end_user TEXT COLLATE "C" NOT NULL,
    allowed_integrations TEXT COLLATE "C",
    verification TEXT COLLATE "C" NOT NULL CHECK (verification IN ('none', 'email_code')),
    is_once BIGINT NOT NULL CHECK (is_once IN (0, 1)),
    created_by TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    used_at BIGINT,
    opens BIGINT NOT NULL DEFAULT 0,
    last_opened_at BIGINT,
    hour_began_at BIGINT NOT NULL DEFAULT 0,
    hour_opens BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX share_link_newest ON share_link (environment_id, created_at DESC);

ALTER TABLE connect_session ADD COLUMN share_link_id TEXT COLLATE "C";
CREATE INDEX connect_session_share_link ON connect_session (share_link_id) WHERE share_link_id IS NOT NULL;
