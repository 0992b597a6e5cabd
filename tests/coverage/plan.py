"""What is to be done with each definition: the integration, the form's values, the services' answers."""
import json
import re

import catalogue
import values

CLIENT = {"client_id": "client id/1", "client_secret": "client+s3cret/=&%"}
SCOPES = "read:a,write.b"
APP_LINK = "https://github.com/apps/acme"
PLUGIN = {"app_link": "https://app.crisp.chat/plugins/acme", "username": "plugin-id", "password": "plugin-key"}
OWNER = {
    "aws-sigv4": {"service": "sts", "defaultRegion": "eu-west-1", "stsMode": "builtin",
                  "awsAccessKeyId": "AKIDEXAMPLE", "awsSecretAccessKey": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"},
    "private-api-generic": {"keyPlacement": "header", "keyName": "X-Own-Key", "valueTemplate": "Own ${apiKey}",
                            "baseUrl": "https://own.acme.example/v1", "keyLabel": "Key"},
    "sage-300-cre": {}, "sage-intacct-cc": {},
}
# Values that reach a connection by no field: scripts of the service's own (§6), flows, the owner's settings.
BY_FLOW = {"appPublicLink", "installation_id", "service", "region", "external_id", "installation.uuid"}
BY_SCRIPT = {
    "mailchimp": {"dc"}, "basecamp": {"accountId"}, "workable": {"subdomain"}, "workable-oauth": {"subdomain"},
    "sophos-central": {"tenantId", "dataRegion"}, "sage-200": {"company_id", "site_id"},
    "adobe-umapi": {"clientId"}, "procore": {"companyId"},
    "jira": {"cloudId", "baseUrl", "accountId"}, "confluence": {"cloudId", "baseUrl", "accountId"},
}


def connection_names(*templates):
    """Names that must have a value: those of templates without a fallback."""
    found = []

    def look(value):
        if isinstance(value, dict):
            for inner in value.values():
                look(inner)
        elif isinstance(value, list):
            for inner in value:
                look(inner)
        elif isinstance(value, str) and "||" not in value:
            found.extend(re.findall(r"\$\{connectionConfig\.([^}]+)\}", value))
            found.extend(re.findall(r"connectionConfig\.([A-Za-z_.]+)", value))

    for template in templates:
        look(template)
    return list(dict.fromkeys(found))


def metadata_names(entry):
    return list(entry.get("token_response_metadata") or [])


def metadata_value(entry, name):
    """Some hold a whole address, some a part of one."""
    places = json.dumps([entry.get("proxy"), entry.get("token_url"), entry.get("additional_steps")])
    starts = re.search(r'"\$\{connectionConfig\.' + re.escape(name) + r"\}", places)
    starts = starts or re.search(r'\|\|\s*\$\{connectionConfig\.' + re.escape(name) + r"\}", places)
    return "https://meta.acme.example/base" if starts else "meta" + re.sub(r"[^a-z0-9]", "", name.lower())


def put(body, path, value):
    at = body
    *way, last = path.split(".")
    for part in way:
        at = at.setdefault(part, {})
        if not isinstance(at, dict):
            return
    at[last] = value


def token_answer(key, entry):
    """One answer that holds what any token request of this definition may want to read."""
    body = {"access_token": "tok-access", "refresh_token": "tok-refresh", "token_type": "bearer",
            "expires_in": 3600, "scope": "read:a write.b", "ok": True, "active": True}
    if entry["auth_mode"] == "OAUTH1":
        return "application/x-www-form-urlencoded", "oauth_token=tok-access&oauth_token_secret=tok-secret&oauth_callback_confirmed=true"
    if key.startswith("braintree"):
        return "application/xml", ("<credentials><access-token>tok-access</access-token><refresh-token>tok-refresh"
                                   "</refresh-token><expires-at>2025-01-31T11:00:00Z</expires-at></credentials>")
    if entry["auth_mode"] == "BILL":
        body = {"sessionId": "tok-access", "userId": "u-1"}
    if entry["auth_mode"] in ("APP", "CUSTOM"):
        body.update(token="tok-access", expires_at="2025-01-31T11:00:00Z")
        body.update(id=42, created_at="2025-01-31T10:00:00Z")
    response = entry.get("token_response") or {}
    if response.get("token") == "":
        return "text/plain", "tok-access"
    if response:
        put(body, response["token"], "tok-access")
        if response.get("refresh_token"):
            put(body, response["refresh_token"], "tok-refresh")
        if response.get("token_expiration"):
            end = 3600 if response.get("token_expiration_strategy") == "expireIn" else "2025-01-31T11:00:00Z"
            put(body, response["token_expiration"], end)
    for step in entry.get("additional_steps") or []:
        for path in re.findall(r"\$\{step\d+\.([^}]+)\}", json.dumps(step)):
            whole = json.dumps(step).find('"${step') >= 0 and "://" not in path
            is_address = re.search(r"url|uri|endpoint", path, re.I)
            if not any(part in body for part in [path.split(".")[0]]):
                put(body, path, "https://step.acme.example/%s" % path.lower() if is_address and whole else "step-" + path.lower())
    for name in metadata_names(entry):
        put(body, name, metadata_value(entry, name))
    body.update(OWN_ANSWERS.get(key, {}))
    return "application/json", json.dumps(body)


OWN_ANSWERS = {
    "tiktok-ads": {"data": {"access_token": "tok-access"}},
    "tiktok-accounts": {"data": {"access_token": "tok-access", "refresh_token": "tok-refresh", "expires_in": 3600}},
    "shopline-oauth": {"data": {"accessToken": "tok-access", "expireTime": "2025-01-31T11:00:00Z", "scope": "a"}},
    "sentry-oauth": {"token": "tok-access", "refreshToken": "tok-refresh", "expiresAt": "2025-01-31T11:00:00Z"},
    "bullhorn": {"BhRestToken": "tok-access", "restUrl": "https://rest9.bullhornstaffing.com/rest-services/e9/"},
    "coros": {"openId": "o-1", "result": "0000"}, "coros-sandbox": {"openId": "o-1", "result": "0000"},
    "clover": {"access_token_expiration": 1738324800},
    "apollo": {"is_logged_in": True}, "bitdefender": {"result": {}}, "expensify": {"responseCode": 200},
    "skio": {"data": {"Subscriptions": []}},
    "mailchimp": {"dc": "us6"},
    "sophos-central": {"id": "tenant-1", "idType": "tenant", "apiHosts": {"dataRegion": "https://api-eu01.central.sophos.com"}},
}

METADATA = {
    "authorization_response_iss_parameter_supported": True, "resource": None, "authorization_servers": ["https://as.acme.example"], "issuer": "https://as.acme.example",
    "authorization_endpoint": "https://as.acme.example/authorize", "token_endpoint": "https://as.acme.example/token",
    "registration_endpoint": "https://as.acme.example/register", "response_types_supported": ["code"],
    "code_challenge_methods_supported": ["S256"], "grant_types_supported": ["authorization_code", "refresh_token"],
    "token_endpoint_auth_methods_supported": ["none"], "scopes_supported": ["mcp"],
}


def answers(key, entry, typed):
    kind, body = token_answer(key, entry)
    found = []
    json_answer = lambda value, **where: dict(where, status=200, type="application/json", body=json.dumps(value))
    if entry["auth_mode"] == "MCP_OAUTH2_GENERIC":
        resource = dict(METADATA, resource=typed["params.mcp_server_url"])
        found.append(json_answer(resource, path="oauth-protected-resource"))
        found.append(json_answer(METADATA, path="/.well-known/"))
    if entry["auth_mode"] in ("MCP_OAUTH2", "MCP_OAUTH2_GENERIC"):
        url = entry.get("registration_url") or "/register"
        found.append(dict(json_answer({"client_id": "registered-1"}, path=re.sub(r"^https://[^/]+", "", url)), status=201))
    if entry["auth_mode"] == "AWS_SIGV4" or key in XML_CHECKS:
        kept = XML_CHECKS.get(key, STS)
        found += [dict(status=200, type="text/xml", body=kept, phase=phase) for phase in ("connect", "refresh")]
    answer = dict(status=200, type=kind, body=body)
    if key == "sentry-oauth":
        answer["status"] = 201
    if entry["auth_mode"] in ("APP", "CUSTOM"):
        found.append(dict(answer, path="/access_tokens", status=201))
    if entry.get("token_response_headers"):
        answer["headers"] = [["set-cookie", "B1SESSION=tok-access; path=/"], ["set-cookie", "ROUTEID=.node1; path=/"]]
    # The salesforce family asks whether its token still holds before each call.
    found.append(dict(answer, path="/introspect"))
    found.append(dict(json_answer({"proxied": True}), phase="proxy"))
    found.append(answer)
    return found


STS = ("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId>"
       "<SecretAccessKey>secret/own</SecretAccessKey><SessionToken>session-token</SessionToken>"
       "<Expiration>2025-01-31T11:00:00Z</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>AROA:own</AssumedRoleId>"
       "<Arn>arn:aws:sts::123456789012:assumed-role/own/own</Arn></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>")
IDENTITY = ("<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/own</Arn>"
            "</GetCallerIdentityResult></GetCallerIdentityResponse>")

# Services whose special check reads XML.
XML_CHECKS = {
    "aws-iam": IDENTITY, "aws-inspector2": IDENTITY,
    "pushpay-chms-v1": "<ccb_api><response><status>ok</status></response></ccb_api>",
    "vantage-apparel": "<Envelope><Body><GetOrderStatusTypesResponse/></Body></Envelope>",
}


def integration(key, entry):
    mode = entry["auth_mode"]
    if mode in ("OAUTH2", "OAUTH1", "TBA") or entry.get("client_registration") == "static":
        client = dict(CLIENT, type=mode, scopes=SCOPES)
        if key == "revolut-business":
            client["client_secret"] = values.RSA_PKCS1
        return {"credentials": client}
    app = {"app_id": "4711", "app_link": APP_LINK, "private_key": values.RSA_PKCS1}
    if mode == "APP":
        return {"credentials": dict(app, type=mode)}
    if mode == "CUSTOM":
        return {"credentials": dict(app, **CLIENT, type=mode, scopes=SCOPES, webhook_secret="hook")}
    if mode == "INSTALL_PLUGIN":
        return {"custom": PLUGIN}
    if entry.get("integration_config"):
        config = dict(OWNER[key])
        for name, schema in entry["integration_config"].items():
            if name not in config and not schema.get("visible_when"):
                config[name] = values.value(key, "owner." + name, schema)
        return {"integration_config": config}
    return {}


def presets(key, entry, shown):
    proxy = entry.get("proxy") or {}
    needed = connection_names(
        entry.get("authorization_url"), entry.get("token_url"), entry.get("authorization_params"),
        entry.get("token_params"), entry.get("token_headers"), proxy.get("base_url"), proxy.get("headers"),
        proxy.get("query"), proxy.get("body"), (proxy.get("verification") or {}).get("endpoints"),
    )
    have = {name.removeprefix("params.") for name in shown} | set(metadata_names(entry)) | BY_FLOW
    have |= set(entry.get("redirect_uri_metadata") or []) | BY_SCRIPT.get(key, set())
    schemas = entry.get("connection_config") or {}
    made = {}
    for name in needed:
        if name not in have and name not in made:
            default = (schemas.get(name) or {}).get("default_value")
            if not default:
                made[name] = values.value(key, "params." + name, schemas.get(name) or {})
    return made


def one(key, entry):
    for name in re.findall(r"://\$\{connectionConfig\.(\w+)\}", json.dumps(entry)):
        values.BARE.add((key, "params." + name))
    owner = integration(key, entry)
    filled = (owner.get("integration_config") or {})
    listed = catalogue.fields(entry, filled)
    shown = {name: values.value(key, name, schema) for name, schema, hidden in listed if not hidden}
    hidden = {name: schema.get("default_value") for name, schema, is_hidden in listed if is_hidden}
    have = set(shown) | {name for name, default in hidden.items() if default}
    preset = presets(key, entry, have)
    for name in preset:
        shown.pop("params." + name, None)
    mode = entry["auth_mode"]
    callback = {"query": {"code": "the-code", **{name: "cb" + re.sub("[^a-z0-9]", "", name.lower()) for name in entry.get("redirect_uri_metadata") or []}}}
    if entry.get("authorization_code_param_in_callback"):
        callback["query"][entry["authorization_code_param_in_callback"]] = "the-code"
    if mode == "OAUTH1":
        callback["query"] = {"oauth_token": "tok-access", "oauth_verifier": "the-verifier"}
    if mode in ("APP", "CUSTOM"):
        callback["query"].update(installation_id="42", setup_action="install")
        if mode == "APP":
            callback["path"] = "/app-auth/connect"
    if mode == "MCP_OAUTH2_GENERIC":
        callback["query"]["iss"] = METADATA["issuer"]
    if key == "walmart":
        callback["query"]["sellerId"] = "seller-9"
    if "accounts-server" in callback["query"]:
        callback["query"]["accounts-server"] = "https://accounts.zoho.eu"
    plan = {
        "key": key, "mode": mode, "integration": owner, "fields": shown, "hidden": hidden,
        "defaults": {"connection_config": preset} if preset else {},
        "callback": callback, "answers": answers(key, entry, shown),
        "proxy": {"path": "/own/path?x=1&y=a%20b"},
        "refresh": mode in ("OAUTH2", "OAUTH2_CC", "MCP_OAUTH2", "MCP_OAUTH2_GENERIC", "TWO_STEP", "JWT", "BILL",
                            "SIGNATURE", "APP", "CUSTOM", "AWS_SIGV4"),
    }
    proxy = entry.get("proxy") or {}
    named = re.findall(r"(?:://|^)[^/ ]*:(\d{4,5})(?:/|$)", "\n".join([*shown.values(), proxy.get("base_url") or "", str(entry.get("token_url"))]), re.M)
    named += [value for name, value in shown.items() if name.endswith("port") and value.isdigit()]
    plan["ports"] = sorted({int(port) for port in named})
    if proxy.get("body") or key in ("streamline-ai",):
        plan["proxy"]["body"] = json.dumps({"mine": 1})
    if not proxy.get("base_url"):
        plan["proxy"]["base_url_override"] = "https://override.acme.example/base"
    if entry.get("installation") == "outbound":
        plan["webhook"] = webhook(shown)
    return plan


def webhook(shown):
    import hashlib
    import hmac
    body = json.dumps({"action": "created", "actor": {"id": shown["params.actor"], "type": "user", "name": "A"},
                       "installation": {"uuid": "inst-1"},
                       "data": {"installation": {"uuid": "inst-1", "code": "the-code", "status": "pending"}}})
    mac = hmac.new(CLIENT["client_secret"].encode(), body.encode(), hashlib.sha256).hexdigest()
    return {"body": body, "headers": {"content-type": "application/json", "sentry-hook-resource": "installation",
                                      "sentry-hook-signature": mac}}


def all_of(entries):
    return [one(key, entry) for key, entry in entries.items()]
