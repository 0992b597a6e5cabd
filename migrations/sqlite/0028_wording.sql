-- What an environment says in its own words, and the language that somebody chose on a page.

CREATE TABLE wording (
    environment_id TEXT PRIMARY KEY REFERENCES environment (id) ON DELETE CASCADE,
    texts TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

ALTER TABLE page_capability ADD COLUMN chosen_language TEXT;
