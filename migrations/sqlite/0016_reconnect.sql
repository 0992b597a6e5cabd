-- Sessions that connect an existing connection anew: what of it they replace beside its credentials; all else is kept.

ALTER TABLE connect_session ADD COLUMN reconnect_replaces TEXT NOT NULL DEFAULT '';

-- A reconnect may bring other tags: the table by which they are found follows.
CREATE TRIGGER connection_tags_replaced AFTER UPDATE OF tags ON connection WHEN OLD.tags <> NEW.tags BEGIN
    DELETE FROM connection_tag WHERE connection_row = NEW.id;
    INSERT INTO connection_tag (connection_row, environment_id, key, value)
    SELECT NEW.id, NEW.environment_id, key, value FROM json_each(NEW.tags);
END;
