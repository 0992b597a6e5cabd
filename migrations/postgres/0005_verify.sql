-- Hosted links that ask who opened them before anything is connected: one row for each browser that tries.

ALTER TABLE connect_session ADD COLUMN verification TEXT COLLATE "C" NOT NULL DEFAULT 'none'
    CHECK (verification IN ('none', 'email_code', 'app'));
ALTER TABLE connect_session ADD COLUMN verify_url TEXT COLLATE "C";
ALTER TABLE connect_session ADD COLUMN verify_mails BIGINT NOT NULL DEFAULT 0;

CREATE TABLE session_verification (
    session_id TEXT COLLATE "C" NOT NULL REFERENCES connect_session (id) ON DELETE CASCADE,
    tab_fingerprint BYTEA NOT NULL,
    code BYTEA,
    code_until BIGINT,
    tries BIGINT NOT NULL DEFAULT 0,
    challenge BYTEA,
    challenge_until BIGINT,
    answer BYTEA,
    answer_until BIGINT,
    verified_at BIGINT,
    PRIMARY KEY (session_id, tab_fingerprint)
);
CREATE UNIQUE INDEX session_verification_challenge ON session_verification (challenge) WHERE challenge IS NOT NULL;
CREATE UNIQUE INDEX session_verification_answer ON session_verification (answer) WHERE answer IS NOT NULL;
