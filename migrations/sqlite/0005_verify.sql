-- Hosted links that ask who opened them before anything is connected: one row for each browser that tries.

ALTER TABLE connect_session ADD COLUMN verification TEXT NOT NULL DEFAULT 'none'
    CHECK (verification IN ('none', 'email_code', 'app'));
ALTER TABLE connect_session ADD COLUMN verify_url TEXT;
ALTER TABLE connect_session ADD COLUMN verify_mails INTEGER NOT NULL DEFAULT 0;

CREATE TABLE session_verification (
    session_id TEXT NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    tab_fingerprint BLOB NOT NULL,
    code BLOB,
    code_until INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    challenge BLOB,
    challenge_until INTEGER,
    answer BLOB,
    answer_until INTEGER,
    verified_at INTEGER,
    PRIMARY KEY (session_id, tab_fingerprint)
) STRICT;
CREATE UNIQUE INDEX session_verification_challenge ON session_verification (challenge) WHERE challenge IS NOT NULL;
CREATE UNIQUE INDEX session_verification_answer ON session_verification (answer) WHERE answer IS NOT NULL;
