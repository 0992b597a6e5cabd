-- Themes beside the four settings: of the instance, of an environment, and those that sessions name.

CREATE TABLE theme (
    scope TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    draft TEXT,
    published TEXT,
    revision BIGINT NOT NULL,
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (scope, name)
);

CREATE TABLE theme_revision (
    scope TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    document TEXT NOT NULL,
    author TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (scope, name, revision)
);

CREATE TABLE theme_file (
    name TEXT COLLATE "C" PRIMARY KEY,
    media_type TEXT NOT NULL,
    body BYTEA NOT NULL,
    tones TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

ALTER TABLE connect_session ADD COLUMN theme_name TEXT COLLATE "C";
ALTER TABLE connect_session ADD COLUMN theme_override TEXT;
