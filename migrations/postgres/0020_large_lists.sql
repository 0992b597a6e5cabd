-- A million connections: lists in the order of an index, and a search that finds without looking at each row.

-- By integration, newest first; with the condition's column in it, a deep page is found without a look at the rows.
CREATE INDEX connection_of_integration ON connection (integration_id, created_at DESC, number DESC, deleted_at) WHERE deleted_at IS NULL;

-- By tag, newest first. Tags of a deleted connection stay, for the erasure of whom they name. They stand in the order of the
-- connections: an id is random.
ALTER TABLE connection_tag ADD COLUMN number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE connection_tag ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE connection_tag ADD COLUMN is_live BIGINT NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1));
UPDATE connection_tag SET number = c.number, created_at = c.created_at, is_live = (c.deleted_at IS NULL)::int
FROM connection c WHERE c.id = connection_tag.connection_row;
ALTER TABLE connection_tag DROP COLUMN connection_row;
ALTER TABLE connection_tag ADD PRIMARY KEY (number, key);
ALTER TABLE connection_tag ADD FOREIGN KEY (number) REFERENCES connection (number) ON DELETE CASCADE;
DROP INDEX connection_tag_value;
CREATE INDEX connection_tag_value ON connection_tag (environment_id, key, value, is_live, created_at DESC, number DESC);

CREATE OR REPLACE FUNCTION connection_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO connection_tag (number, environment_id, key, value, created_at)
    SELECT NEW.number, NEW.environment_id, tag.key, tag.value, NEW.created_at FROM jsonb_each_text(NEW.tags::jsonb) AS tag;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION connection_tags_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM connection_tag WHERE number = NEW.number;
    INSERT INTO connection_tag (number, environment_id, key, value, created_at)
    SELECT NEW.number, NEW.environment_id, tag.key, tag.value, NEW.created_at FROM jsonb_each_text(NEW.tags::jsonb) AS tag;
    RETURN NULL;
END $$;

-- The job that refreshes: those that can be due in the order of their end, and nothing else.
DROP INDEX connection_credentials_end;
CREATE INDEX connection_credentials_end ON connection (credentials_expire_at, id)
    WHERE deleted_at IS NULL AND exchange_until IS NULL AND refresh_lease_until IS NULL AND refresh_exhausted = 0
    AND credentials_expire_at IS NOT NULL AND (unrenewable_since IS NULL OR unrenewable_since < credentials_expire_at);

-- What a search looks through, in the folded form of src/store/connection/search/fold.rs.
ALTER TABLE connection ADD COLUMN search_id TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE connection ADD COLUMN search_tags TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE end_user ADD COLUMN search_text TEXT COLLATE "C" NOT NULL DEFAULT '';

-- One line a live connection: its own texts and its end user's. `sort_key` is the order of a list in one number.
CREATE TABLE connection_search (
    sort_key BIGINT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    environment_id TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL
);
CREATE INDEX connection_search_newest ON connection_search (environment_id, sort_key DESC);

-- SQLite's index is behind its table for a moment; this one never is, and the table stays empty.
CREATE TABLE connection_search_pending (sort_key BIGINT PRIMARY KEY);

CREATE FUNCTION connection_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO connection_search (sort_key, number, environment_id, text)
    VALUES (LEAST(GREATEST(NEW.created_at, 0), 8000000000000) * 1048576 + NEW.number % 1048576, NEW.number, NEW.environment_id,
        NEW.search_id || chr(10) || NEW.search_tags || chr(10)
        || COALESCE((SELECT u.search_text FROM end_user u WHERE u.id = NEW.end_user_id), ''))
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER connection_made AFTER INSERT ON connection FOR EACH ROW
    WHEN (NEW.deleted_at IS NULL) EXECUTE FUNCTION connection_made();

CREATE FUNCTION connection_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE connection_search SET text = NEW.search_id || chr(10) || NEW.search_tags || chr(10)
        || COALESCE((SELECT u.search_text FROM end_user u WHERE u.id = NEW.end_user_id), '')
    WHERE number = NEW.number;
    RETURN NULL;
END $$;
CREATE TRIGGER connection_search_changed AFTER UPDATE OF search_id, search_tags, end_user_id ON connection FOR EACH ROW
    WHEN (OLD.search_id <> NEW.search_id OR OLD.search_tags <> NEW.search_tags OR OLD.end_user_id IS DISTINCT FROM NEW.end_user_id)
    EXECUTE FUNCTION connection_search_changed();

CREATE FUNCTION end_user_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE connection_search s SET text = c.search_id || chr(10) || c.search_tags || chr(10) || NEW.search_text
    FROM connection c WHERE c.end_user_id = NEW.id AND s.number = c.number;
    RETURN NULL;
END $$;
CREATE TRIGGER end_user_search_changed AFTER UPDATE OF search_text ON end_user FOR EACH ROW
    WHEN (OLD.search_text <> NEW.search_text) EXECUTE FUNCTION end_user_search_changed();

CREATE FUNCTION connection_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM connection_search WHERE number = NEW.number;
    UPDATE connection_tag SET is_live = 0 WHERE number = NEW.number;
    RETURN NULL;
END $$;
CREATE TRIGGER connection_left AFTER UPDATE OF deleted_at ON connection FOR EACH ROW
    WHEN (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION connection_left();

CREATE FUNCTION connection_dropped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM connection_search WHERE number = OLD.number;
    RETURN NULL;
END $$;
CREATE TRIGGER connection_dropped AFTER DELETE ON connection FOR EACH ROW EXECUTE FUNCTION connection_dropped();

-- Those that are there already. LOWER knows ASCII alone in this collation: the rest is folded by the program right after this.
UPDATE end_user SET search_text = LOWER(COALESCE(display_name, '') || chr(10) || COALESCE(email, ''));
UPDATE connection SET search_id = LOWER(connection_id), search_tags = LOWER(COALESCE(tags::jsonb ->> 'end_user_display_name', '')
    || chr(10) || COALESCE(tags::jsonb ->> 'end_user_email', '')) WHERE deleted_at IS NULL;
INSERT INTO connection_search (sort_key, number, environment_id, text)
SELECT LEAST(GREATEST(c.created_at, 0), 8000000000000) * 1048576 + c.number % 1048576, c.number, c.environment_id,
    c.search_id || chr(10) || c.search_tags || chr(10) || COALESCE(u.search_text, '')
FROM connection c LEFT JOIN end_user u ON u.id = c.end_user_id WHERE c.deleted_at IS NULL
ON CONFLICT DO NOTHING;

-- The index of all three characters in a row: of PostgreSQL alone, so that no extension has to be allowed.
CREATE FUNCTION connection_trigrams(text TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT substr($1, at, 3) FROM generate_series(1, length($1) - 2) AS at)
$$;
CREATE INDEX connection_search_trigrams ON connection_search USING gin (connection_trigrams(text))
    WITH (gin_pending_list_limit = 256);

-- The name and the column that SQLite's index has. The settings keep the planner from guessing how many there may be.
CREATE FUNCTION connection_trigram(wanted TEXT) RETURNS TABLE (rowid BIGINT) LANGUAGE plpgsql STABLE ROWS 100
    SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    RETURN QUERY SELECT s.sort_key FROM connection_search s WHERE connection_trigrams(s.text) @> connection_trigrams(wanted);
END $$;
