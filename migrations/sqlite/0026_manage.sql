-- The user's own page: what it calls its connections, the receipts of what was ended there, and half-filled forms.

ALTER TABLE connect_session ADD COLUMN view TEXT NOT NULL DEFAULT 'connect' CHECK (view IN ('connect', 'manage'));
ALTER TABLE connect_session ADD COLUMN managed_by TEXT;
ALTER TABLE connection ADD COLUMN display_name TEXT;

CREATE TABLE disconnect_receipt (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    sent BLOB UNIQUE,
    receipt TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX disconnect_receipt_session ON disconnect_receipt (session_id);

CREATE TABLE form_draft (
    id TEXT PRIMARY KEY,
    environment_id TEXT NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    session_id TEXT NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    integration_id TEXT NOT NULL REFERENCES integration (id) ON DELETE CASCADE,
    content BLOB NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (session_id, integration_id)
) STRICT;
CREATE INDEX form_draft_oldest ON form_draft (updated_at);
