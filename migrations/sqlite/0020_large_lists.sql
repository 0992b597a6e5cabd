-- A million connections: lists in the order of an index, and a search that finds without looking at each row.

-- By integration, newest first; with the condition's column in it, a deep page is found without a look at the rows.
CREATE INDEX connection_of_integration ON connection (integration_id, created_at DESC, number DESC, deleted_at) WHERE deleted_at IS NULL;

-- By tag, newest first. Tags of a deleted connection stay, for the erasure of whom they name. They stand in the order of the
-- connections: an id is random, and each tag of a new one would go to another place of the file.
DROP TRIGGER connection_tags;
DROP TRIGGER connection_tags_replaced;
CREATE TABLE connection_tag_by_number (
    number INTEGER NOT NULL REFERENCES connection (number) ON DELETE CASCADE,
    environment_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    is_live INTEGER NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1)),
    PRIMARY KEY (number, key)
) STRICT, WITHOUT ROWID;
INSERT INTO connection_tag_by_number (number, environment_id, key, value, created_at, is_live)
SELECT c.number, t.environment_id, t.key, t.value, c.created_at, c.deleted_at IS NULL
FROM connection_tag t JOIN connection c ON c.id = t.connection_row ORDER BY c.number, t.key;
DROP TABLE connection_tag;
ALTER TABLE connection_tag_by_number RENAME TO connection_tag;
CREATE INDEX connection_tag_value ON connection_tag (environment_id, key, value, is_live, created_at DESC, number DESC);

CREATE TRIGGER connection_tags AFTER INSERT ON connection BEGIN
    INSERT INTO connection_tag (number, environment_id, key, value, created_at)
    SELECT NEW.number, NEW.environment_id, key, value, NEW.created_at FROM json_each(NEW.tags);
END;
CREATE TRIGGER connection_tags_replaced AFTER UPDATE OF tags ON connection WHEN OLD.tags <> NEW.tags BEGIN
    DELETE FROM connection_tag WHERE number = NEW.number;
    INSERT INTO connection_tag (number, environment_id, key, value, created_at)
    SELECT NEW.number, NEW.environment_id, key, value, NEW.created_at FROM json_each(NEW.tags);
END;

-- The job that refreshes: those that can be due in the order of their end, and nothing else.
DROP INDEX connection_credentials_end;
CREATE INDEX connection_credentials_end ON connection (credentials_expire_at, id)
    WHERE deleted_at IS NULL AND exchange_until IS NULL AND refresh_lease_until IS NULL AND refresh_exhausted = 0
    AND credentials_expire_at IS NOT NULL AND (unrenewable_since IS NULL OR unrenewable_since < credentials_expire_at);

-- What a search looks through, in the folded form of src/store/connection/search/fold.rs.
ALTER TABLE connection ADD COLUMN search_id TEXT NOT NULL DEFAULT '';
ALTER TABLE connection ADD COLUMN search_tags TEXT NOT NULL DEFAULT '';
ALTER TABLE end_user ADD COLUMN search_text TEXT NOT NULL DEFAULT '';

-- One line a live connection: its own texts and its end user's. `sort_key` is the order of a list in one number.
CREATE TABLE connection_search (
    environment_id TEXT NOT NULL,
    sort_key INTEGER NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (environment_id, sort_key)
) STRICT, WITHOUT ROWID;

-- The index of all three characters in a row. It holds no text; what it finds is compared with the line.
CREATE VIRTUAL TABLE connection_trigram USING fts5 (text, content = '', detail = none, columnsize = 0, tokenize = 'trigram case_sensitive 1');
INSERT INTO connection_trigram (connection_trigram, rank) VALUES ('secure-delete', 1);

-- Lines that the index does not know yet, and what it holds of them. A job catches up, many at a time: one at a time costs
-- more than the connection itself.
CREATE TABLE connection_search_pending (
    sort_key INTEGER PRIMARY KEY,
    environment_id TEXT NOT NULL,
    indexed TEXT
) STRICT;
CREATE TRIGGER connection_search_added AFTER INSERT ON connection_search BEGIN
    INSERT OR IGNORE INTO connection_search_pending (sort_key, environment_id, indexed) VALUES (NEW.sort_key, NEW.environment_id, NULL);
END;
CREATE TRIGGER connection_search_altered AFTER UPDATE OF text ON connection_search WHEN OLD.text <> NEW.text BEGIN
    INSERT OR IGNORE INTO connection_search_pending (sort_key, environment_id, indexed) VALUES (NEW.sort_key, NEW.environment_id, OLD.text);
END;
CREATE TRIGGER connection_search_removed AFTER DELETE ON connection_search BEGIN
    INSERT OR IGNORE INTO connection_search_pending (sort_key, environment_id, indexed) VALUES (OLD.sort_key, OLD.environment_id, OLD.text);
END;

CREATE TRIGGER connection_made AFTER INSERT ON connection WHEN NEW.deleted_at IS NULL BEGIN
    INSERT OR IGNORE INTO connection_search (sort_key, number, environment_id, text)
    VALUES (MIN(MAX(NEW.created_at, 0), 8000000000000) * 1048576 + NEW.number % 1048576, NEW.number, NEW.environment_id,
        NEW.search_id || char(10) || NEW.search_tags || char(10)
        || COALESCE((SELECT u.search_text FROM end_user u WHERE u.id = NEW.end_user_id), ''));
END;
CREATE TRIGGER connection_search_changed AFTER UPDATE OF search_id, search_tags, end_user_id ON connection
WHEN OLD.search_id <> NEW.search_id OR OLD.search_tags <> NEW.search_tags OR OLD.end_user_id IS NOT NEW.end_user_id BEGIN
    UPDATE connection_search SET text = NEW.search_id || char(10) || NEW.search_tags || char(10)
        || COALESCE((SELECT u.search_text FROM end_user u WHERE u.id = NEW.end_user_id), '')
    WHERE environment_id = NEW.environment_id AND sort_key = MIN(MAX(NEW.created_at, 0), 8000000000000) * 1048576 + NEW.number % 1048576;
END;
CREATE TRIGGER end_user_search_changed AFTER UPDATE OF search_text ON end_user WHEN OLD.search_text <> NEW.search_text BEGIN
    UPDATE connection_search SET text = (SELECT c.search_id || char(10) || c.search_tags || char(10) || NEW.search_text
        FROM connection c WHERE c.number = connection_search.number)
    WHERE (environment_id, sort_key) IN (SELECT c.environment_id, MIN(MAX(c.created_at, 0), 8000000000000) * 1048576 + c.number % 1048576
        FROM connection c WHERE c.end_user_id = NEW.id AND c.deleted_at IS NULL);
END;
CREATE TRIGGER connection_left AFTER UPDATE OF deleted_at ON connection
WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL BEGIN
    DELETE FROM connection_search WHERE environment_id = NEW.environment_id AND sort_key = MIN(MAX(NEW.created_at, 0), 8000000000000) * 1048576 + NEW.number % 1048576;
    UPDATE connection_tag SET is_live = 0 WHERE number = NEW.number;
END;
CREATE TRIGGER connection_dropped AFTER DELETE ON connection BEGIN
    DELETE FROM connection_search WHERE environment_id = OLD.environment_id AND sort_key = MIN(MAX(OLD.created_at, 0), 8000000000000) * 1048576 + OLD.number % 1048576;
END;

-- Those that are there already. LOWER knows ASCII alone: the rest is folded by the program right after this.
UPDATE end_user SET search_text = LOWER(COALESCE(display_name, '') || char(10) || COALESCE(email, ''));
UPDATE connection SET search_id = LOWER(connection_id), search_tags = LOWER(COALESCE(json_extract(tags, '$.end_user_display_name'), '')
    || char(10) || COALESCE(json_extract(tags, '$.end_user_email'), '')) WHERE deleted_at IS NULL;
INSERT OR IGNORE INTO connection_search (sort_key, number, environment_id, text)
SELECT MIN(MAX(c.created_at, 0), 8000000000000) * 1048576 + c.number % 1048576, c.number, c.environment_id,
    c.search_id || char(10) || c.search_tags || char(10) || COALESCE(u.search_text, '')
FROM connection c LEFT JOIN end_user u ON u.id = c.end_user_id WHERE c.deleted_at IS NULL;
