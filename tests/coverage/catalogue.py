"""The definitions, with their aliases resolved (provider-format.md §1.2)."""
import yaml


def load(path):
    with open(path, encoding="utf-8") as file:
        entries = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for key, own in entries.items():
        if "alias" in own:
            merged = dict(entries[own["alias"]])
            merged.update(own)
            merged.pop("alias", None)
            entries[key] = merged
    return entries


# What every mode asks for (§4.2).
BASE = {
    "API_KEY": ["apiKey"],
    "BASIC": ["username", "password"],
    "SIGNATURE": ["username", "password"],
    "OAUTH2_CC": ["client_id", "client_secret", "client_certificate", "client_private_key"],
    "TBA": ["oauth_client_id_override", "oauth_client_secret_override", "token_id", "token_secret"],
    "BILL": ["username", "password", "organization_id", "dev_key"],
    "AWS_SIGV4": ["role_arn"],
}


def fields(entry, owner):
    """(form name, schema, hidden) of every field of the form; `owner` has what the integration fills in itself."""
    mode = entry["auth_mode"]
    found = {}
    for name in BASE.get(mode, []):
        if name in ("client_certificate", "client_private_key") and not entry.get("require_client_certificate"):
            continue
        if name == "client_secret" and entry.get("token_request_auth_method") == "private_key_jwt":
            continue
        found["credentials." + name] = {}
    schemas = dict(entry.get("credentials") or {})
    if mode == "TWO_STEP":
        for name, schema in (entry.get("integration_config") or {}).items():
            schemas.setdefault(name, schema)
    for name, schema in schemas.items():
        if not schema.get("automated") and name not in owner:
            found["credentials." + name] = schema
    for name, schema in (entry.get("connection_config") or {}).items():
        if not schema.get("automated"):
            found["params." + name] = schema
    for name, schema in (entry.get("assertion_option") or {}).items():
        found["assertion_option." + name] = schema
    return [(name, schema, bool(schema.get("hidden"))) for name, schema in found.items()]
