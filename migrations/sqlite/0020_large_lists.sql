-- A million connections: lists in the order of an index, and a search that finds without looking at each row.

-- By integration, newest first; with the condition's column in it, a deep page is found without a look at the rows.
CREATE INDEX connection_of_integration ON connection (integration_id, created_at DESC, number DESC, deleted_at) WHERE deleted_at IS NULL;

-- By tag, newest first. Tags of a deleted connection stay, for the erasure of whom they name.
ALTER TABLE connection_tag ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE connection_tag ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE connection_tag ADD COLUMN is_live INTEGER NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1));
UPDATE connection_tag SET number = c.number, created_at = c.created_at, is_live = c.deleted_at IS NULL
FROM connection c WHERE c.id = connection_tag.connection_row;
DROP INDEX connection_tag_value;
CREATE INDEX connection_tag_value ON connection_tag (environment_id, key, value, is_live, created_at DESC, number DESC);

DROP TRIGGER connection_tags;
CREATE TRIGGER connection_tags AFTER INSERT ON connection BEGIN
    INSERT INTO connection_tag (connection_row, environment_id, key, value, number, created_at)
    SELECT NEW.id, NEW.environment_id, key, value, NEW.number, NEW.created_at FROM json_each(NEW.tags);
END;
DROP TRIGGER connection_tags_replaced;
CREATE TRIGGER connection_tags_replaced AFTER UPDATE OF tags ON connection WHEN OLD.tags <> NEW.tags BEGIN
    DELETE FROM connection_tag WHERE connection_row = NEW.id;
    INSERT INTO connection_tag (connection_row, environment_id, key, value, number, created_at)
    SELECT NEW.id, NEW.environment_id, key, value, NEW.number, NEW.created_at FROM json_each(NEW.tags);
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
    sort_key INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    environment_id TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX connection_search_newest ON connection_search (environment_id, sort_key DESC);

-- The index of all three characters in a row. It holds no text; what it finds is compared with the line.
CREATE VIRTUAL TABLE connection_trigram USING fts5 (text, content = '', detail = none, columnsize = 0, tokenize = 'trigram case_sensitive 1');
INSERT INTO connection_trigram (connection_trigram, rank) VALUES ('secure-delete', 1);

-- Lines that the index does not know yet, and what it holds of them. A job catches up, many at a time: one at a time costs
-- more than the connection itself.
CREATE TABLE connection_search_pending (
    sort_key INTEGER PRIMARY KEY,
    indexed TEXT
) STRICT;
CREATE TRIGGER connection_search_added AFTER INSERT ON connection_search BEGIN
    INSERT OR IGNORE INTO connection_search_pending (sort_key, indexed) VALUES (NEW.sort_key, NULL);
END;
CREATE TRIGGER connection_search_altered AFTER UPDATE OF text ON connection_search WHEN OLD.text <> NEW.text BEGIN
    INSERT OR IGNORE INTO connection_search_pending (sort_key, indexed) VALUES (NEW.sort_key, OLD.text);
END;
CREATE TRIGGER connection_search_removed AFTER DELETE ON connection_search BEGIN
    INSERT OR IGNORE INTO connection_search_pending (sort_key, indexed) VALUES (OLD.sort_key, OLD.text);
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
    WHERE number = NEW.number;
END;
CREATE TRIGGER end_user_search_changed AFTER UPDATE OF search_text ON end_user WHEN OLD.search_text <> NEW.search_text BEGIN
    UPDATE connection_search SET text = (SELECT c.search_id || char(10) || c.search_tags || char(10) || NEW.search_text
        FROM connection c WHERE c.number = connection_search.number)
    WHERE number IN (SELECT c.number FROM connection c WHERE c.end_user_id = NEW.id);
END;
CREATE TRIGGER connection_left AFTER UPDATE OF deleted_at ON connection
WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL BEGIN
    DELETE FROM connection_search WHERE number = NEW.number;
    UPDATE connection_tag SET is_live = 0 WHERE connection_row = NEW.id;
END;
CREATE TRIGGER connection_dropped AFTER DELETE ON connection BEGIN
    DELETE FROM connection_search WHERE number = OLD.number;
END;

-- Those that are there already. LOWER knows ASCII alone: the rest is folded by the program right after this.
UPDATE end_user SET search_text = LOWER(COALESCE(display_name, '') || char(10) || COALESCE(email, ''));
UPDATE connection SET search_id = LOWER(connection_id), search_tags = LOWER(COALESCE(json_extract(tags, '$.end_user_display_name'), '')
    || char(10) || COALESCE(json_extract(tags, '$.end_user_email'), '')) WHERE deleted_at IS NULL;
INSERT OR IGNORE INTO connection_search (sort_key, number, environment_id, text)
SELECT MIN(MAX(c.created_at, 0), 8000000000000) * 1048576 + c.number % 1048576, c.number, c.environment_id,
    c.search_id || char(10) || c.search_tags || char(10) || COALESCE(u.search_text, '')
FROM connection c LEFT JOIN end_user u ON u.id = c.end_user_id WHERE c.deleted_at IS NULL;
