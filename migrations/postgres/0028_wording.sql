-- What an environment says in its own words, and the language that somebody chose on a page.

CREATE TABLE wording (
    environment_id TEXT COLLATE "C" PRIMARY KEY REFERENCES environment (id) ON DELETE CASCADE,
    texts TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

ALTER TABLE page_capability ADD COLUMN chosen_language TEXT COLLATE "C";
