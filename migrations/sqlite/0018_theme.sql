-- Themes beside the four settings: of the instance, of an environment, and those that sessions name.

CREATE TABLE theme (
    scope TEXT NOT NULL,
    name TEXT NOT NULL,
    draft TEXT,
    published TEXT,
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (scope, name)
) STRICT;

CREATE TABLE theme_revision (
    scope TEXT NOT NULL,
    name TEXT NOT NULL,
    revision INTEGER NOT NULL,
    document TEXT NOT NULL,
    author TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (scope, name, revision)
) STRICT;

CREATE TABLE theme_file (
    name TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    body BLOB NOT NULL,
    tones TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

ALTER TABLE connect_session ADD COLUMN theme_name TEXT;
ALTER TABLE connect_session ADD COLUMN theme_override TEXT;
