-- The user's own page: what it calls its connections, the receipts of what was ended there, and half-filled forms.

ALTER TABLE connect_session ADD COLUMN view TEXT COLLATE "C" NOT NULL DEFAULT 'connect' CHECK (view IN ('connect', 'manage'));
ALTER TABLE connect_session ADD COLUMN managed_by TEXT COLLATE "C";
ALTER TABLE connection ADD COLUMN display_name TEXT COLLATE "C";

CREATE TABLE disconnect_receipt (
    id TEXT COLLATE "C" PRIMARY KEY,
    session_id TEXT COLLATE "C" NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    sent BYTEA UNIQUE,
    receipt TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX disconnect_receipt_session ON disconnect_receipt (session_id);

CREATE TABLE form_draft (
    id TEXT COLLATE "C" PRIMARY KEY,
    environment_id TEXT COLLATE "C" NOT NULL REFERENCES environment (id) ON DELETE CASCADE,
    session_id TEXT COLLATE "C" NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    integration_id TEXT COLLATE "C" NOT NULL REFERENCES integration (id) ON DELETE CASCADE,
    content BYTEA NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (session_id, integration_id)
);
CREATE INDEX form_draft_oldest ON form_draft (updated_at);
