-- Links that an admin hands out: each opening makes a session of its own for the same person.

CREATE TABLE share_link (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    token_fingerprint BLOB NOT NULL UNIQUE,
    end_user TEXT NOT NULL,
    allowed_integrations TEXT,
    verification TEXT NOT NULL CHECK (verification IN ('none', 'email_code')),
    is_once INTEGER NOT NULL CHECK (is_once IN (0, 1)),
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER,
    used_at INTEGER,
    opens INTEGER NOT NULL DEFAULT 0,
    last_opened_at INTEGER,
    hour_began_at INTEGER NOT NULL DEFAULT 0,
    hour_opens INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX share_link_newest ON share_link (environment_id, created_at DESC);

ALTER TABLE connect_session ADD COLUMN share_link_id TEXT;
CREATE INDEX connect_session_share_link ON connect_session (share_link_id) WHERE share_link_id IS NOT NULL;
