-- People of admin: what they may do, who is invited, their second factor.

ALTER TABLE admin ADD COLUMN role TEXT NOT NULL DEFAULT 'owner' CHECK (role IN ('owner', 'editor', 'viewer'));
ALTER TABLE admin ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE admin ADD COLUMN email TEXT;
ALTER TABLE admin ADD COLUMN totp_secret BLOB;
ALTER TABLE admin ADD COLUMN totp_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (totp_confirmed IN (0, 1));
ALTER TABLE admin ADD COLUMN totp_step INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX admin_email ON admin (email) WHERE email IS NOT NULL;

-- Who is signed in signs in once more: a session has an id from now on.
DELETE FROM admin_session;
ALTER TABLE admin_session ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE admin_session ADD COLUMN user_agent TEXT NOT NULL DEFAULT '';
ALTER TABLE admin_session ADD COLUMN awaits_code INTEGER NOT NULL DEFAULT 0 CHECK (awaits_code IN (0, 1));

-- One row: what is true for all people. Whoever changes who owns this instance locks it first.
CREATE TABLE admin_policy (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    requires_totp INTEGER NOT NULL CHECK (requires_totp IN (0, 1)),
    version INTEGER NOT NULL
) STRICT;
INSERT INTO admin_policy (id, requires_totp, version) VALUES (1, 0, 1);

CREATE TABLE admin_invitation (
    id TEXT PRIMARY KEY,
    fingerprint BLOB NOT NULL UNIQUE,
    email TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE admin_recovery_code (
    fingerprint BLOB PRIMARY KEY,
    admin_id TEXT NOT NULL REFERENCES admin (id) ON DELETE CASCADE
) STRICT;
