-- Other processes remember API keys for a moment (ADR 21); they are told when one of them changes what it opens.
CREATE FUNCTION tell_api_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('connect_ui_api_keys', '');
    RETURN NULL;
END
$$;

CREATE TRIGGER api_key_change
    AFTER UPDATE OF revoked_at, scopes, display_name, environment_id OR DELETE ON api_key
    FOR EACH STATEMENT EXECUTE FUNCTION tell_api_key_change();
