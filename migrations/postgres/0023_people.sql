-- People of admin: what they may do, who is invited, their second factor.

ALTER TABLE admin ADD COLUMN role TEXT NOT NULL DEFAULT 'owner' CHECK (role IN ('owner', 'editor', 'viewer'));
ALTER TABLE admin ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE admin ADD COLUMN email TEXT;
ALTER TABLE admin ADD COLUMN totp_secret BYTEA;
ALTER TABLE admin ADD COLUMN totp_confirmed BIGINT NOT NULL DEFAULT 0 CHECK (totp_confirmed IN (0, 1));
ALTER TABLE admin ADD COLUMN totp_step BIGINT NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX admin_email ON admin (email) WHERE email IS NOT NULL;

-- Who is signed in signs in once more: a session has an id from now on.
DELETE FROM admin_session;
ALTER TABLE admin_session ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE admin_session ADD COLUMN user_agent TEXT NOT NULL DEFAULT '';
ALTER TABLE admin_session ADD COLUMN awaits_code BIGINT NOT NULL DEFAULT 0 CHECK (awaits_code IN (0, 1));

-- One row: what is true for all people. Whoever changes who owns this instance locks it first.
CREATE TABLE admin_policy (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    requires_totp BIGINT NOT NULL CHECK (requires_totp IN (0, 1)),
    version BIGINT NOT NULL
);
INSERT INTO admin_policy (id, requires_totp, version) VALUES (1, 0, 1);

CREATE TABLE admin_invitation (
    id TEXT PRIMARY KEY,
    fingerprint BYTEA NOT NULL UNIQUE,
    email TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE admin_recovery_code (
    fingerprint BYTEA PRIMARY KEY,
    admin_id TEXT NOT NULL REFERENCES admin (id) ON DELETE CASCADE
);
