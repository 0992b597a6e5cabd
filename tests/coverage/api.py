"""API calls and credential checks, by provider-format.md §3 and §5."""
import base64
import hashlib
import hmac
import json
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

import logins
import oauth
import plan as planning
import template
from request import Fits, Request


def base_url(text, values):
    """§3.3: which side is told by the first name of the template."""
    config = values["connectionConfig"]
    if "${" in text and "||" in text:
        first = re.search(r"connectionConfig\.([\w.]+)", text).group(1)
        text = text.split("||")[0 if config.get(first) else 1].strip()
    return template.names(template.functions(text, values, template.Moment(0), False), values, template.Moment(0))


def scope(case):
    credentials = case.credentials
    values = {"connectionConfig": case.config, "connection_config": case.config, "credentials": credentials}
    values.update({name: value for name, value in case.config.items() if isinstance(value, str)})
    values.update(credentials)
    return values


def address(case, base, endpoint):
    values = scope(case)
    base = base_url(base, values).rstrip("/")
    # A value that the definition puts into an endpoint is a part of it, and encoded.
    encoded = {name: quote(value, safe="") for name, value in values.items() if isinstance(value, str)}
    encoded["connectionConfig"] = {name: quote(text, safe="") for name, text in case.config.items() if isinstance(text, str)}
    endpoint = template.names(endpoint.replace("credentials.", ""), encoded, case.moment).lstrip("/")
    return base + "/" + endpoint


def with_query(url, pairs):
    parts = urlsplit(url)
    found = parse_qsl(parts.query, keep_blank_values=True)
    found = [pair for pair in found if pair[0] not in dict(pairs)] + pairs
    return urlunsplit(parts._replace(query=urlencode(found))) if found else url


def facts(case, method, url, body, content_type):
    parts = urlsplit(url)
    params = template.canonical(parts.query)
    in_body = ""
    if body is not None:
        # JSON has no parameters that could be sorted: what is signed of it is what is sent.
        in_body = body if body.startswith("{") else template.canonical(body)
    path = parts.path or "/"
    return {"method": method, "host": parts.netloc, "path": path, "endpoint": "", "urlCanonicalParams": params,
            "bodyCanonicalParams": in_body, "params": in_body if method in ("POST", "PUT", "PATCH") else params,
            "contentType": content_type or "", "body": body or ""}


def default_authorization(case):
    """§5.2."""
    mode, credentials, headers = case.mode, case.credentials, (case.entry.get("proxy") or {}).get("headers") or {}
    if mode in ("BASIC", "INSTALL_PLUGIN"):
        return oauth.basic(credentials.get("username", ""), credentials.get("password", ""))
    if mode in ("OAUTH2", "MCP_OAUTH2", "MCP_OAUTH2_GENERIC", "APP"):
        return "Bearer " + credentials["access_token"]
    if mode == "TWO_STEP":
        if any("${accessToken}" in value for value in headers.values()) or "_cookies" in headers.get("cookie", ""):
            return None
        return "Bearer " + credentials["token"]
    if mode == "CUSTOM":
        # The reference sends nothing (§5.2), so that no call can succeed; ours sends the installation's token.
        return "Bearer " + credentials["access_token"]
    if mode in ("OAUTH2_CC", "JWT", "SIGNATURE"):
        return "Bearer " + credentials["token"]
    return None


def signature(case, method, url):
    """§5.2: modes that sign the call itself."""
    client = (planning.CLIENT["client_id"], planning.CLIENT["client_secret"])
    credentials = case.credentials
    if case.mode == "OAUTH1":
        token = (credentials["oauth_token"], credentials["oauth_token_secret"])
        return logins.oauth1(case, method, url, client, token, case.entry.get("signature_method"))
    if case.mode == "TBA":
        typed = logins.typed(case)
        own = (typed.get("oauth_client_id_override") or client[0], typed.get("oauth_client_secret_override") or client[1])
        realm = case.config["accountId"].replace("-", "_", 1).upper()
        return logins.oauth1(case, method, url, own, (typed["token_id"], typed["token_secret"]), "HMAC-SHA256", realm)
    return None


def header_values(case, value, method_facts):
    """§3.4: what the templates of headers may name."""
    mode, credentials = case.mode, case.credentials
    token = credentials.get("access_token") or credentials.get("token")
    flat = {name: text for name, text in credentials.items() if isinstance(text, str)}
    if "connectionConfig" in value:
        return {**method_facts, **flat, "credentials": credentials, "connectionConfig": case.config}
    if mode in ("OAUTH2", "MCP_OAUTH2", "MCP_OAUTH2_GENERIC"):
        client_id, secret = oauth.client_of(case)
        return {"accessToken": token, "clientId": client_id, "clientSecret": secret}
    if mode in ("JWT", "OAUTH2_CC", "SIGNATURE"):
        return {"accessToken": token}
    if mode == "TWO_STEP":
        return {**method_facts, "accessToken": token, "credentials": credentials}
    return {**method_facts, **flat, "credentials": credentials}


def headers(case, method, url, body, content_type, moment, further, asked):
    found = {}
    default = default_authorization(case) or signature(case, method, url)
    if default:
        found["authorization"] = default
    known = dict(facts(case, method, url, body, content_type), endpoint=asked)
    for name, value in {**((case.entry.get("proxy") or {}).get("headers") or {}), **further}.items():
        filled = template.path(value, header_values(case, value, known), moment)
        if "connectionConfig" in value and ("${" in filled or not filled):
            continue
        found[name.lower()] = filled.strip()
    return found


def query(case, moment):
    values = scope(case)
    values["accessToken"] = case.credentials.get("access_token") or case.credentials.get("token")
    found = []
    for name, value in ((case.entry.get("proxy") or {}).get("query") or {}).items():
        filled = template.path(value, values, moment)
        if "${" not in filled and filled:
            found.append((name, filled))
    return found


def body_values(case, given, moment):
    """§5.3: unresolved leaves and emptied maps are dropped."""
    def one(value):
        if isinstance(value, dict):
            inner = {name: one(part) for name, part in value.items()}
            return {name: part for name, part in inner.items() if part is not None} or None
        if not isinstance(value, str):
            return value
        filled = template.path(value, scope(case), moment)
        return None if "${" in filled else filled

    return one(given) or {}


def call(case, moment, method, base, endpoint, given=None, further=None):
    proxy = case.entry.get("proxy") or {}
    url = with_query(address(case, base, endpoint), query(case, moment))
    data = None
    if given is not None or (method != "GET" and proxy.get("body")):
        data = {**(given or {}), **body_values(case, proxy.get("body") or {}, moment)}
    content_type = (further or {}).get("content-type") or (proxy.get("headers") or {}).get("content-type")
    if data is not None and not content_type:
        content_type = "application/json"
    text = None
    if data is not None:
        text = case.plan["proxy"]["body"] if given == json.loads(case.plan["proxy"].get("body") or "null") else json.dumps(data, separators=(",", ":"))
    found = headers(case, method, url, text, content_type, moment, further or {}, endpoint)
    request = Request(method, url, found, certificate=bool(case.entry.get("require_client_certificate")))
    if data is not None:
        if "form" in (found.get("content-type") or ""):
            request.form = data
        else:
            request.json = data
    return request


def proxied(case, moment):
    asked = case.plan["proxy"]
    base = asked.get("base_url_override") or case.entry["proxy"]["base_url"]
    given = json.loads(asked["body"]) if asked.get("body") else None
    further = {"x-caller": "ours"}
    if case.key == "private-api-generic":
        # §8.6: all of it is the owner's.
        base = "https://own.acme.example/v1"
        further["x-own-key"] = "Own " + case.credentials["apiKey"]
    request = call(case, moment, "POST" if given is not None else "GET", base, asked["path"], given, further)
    if case.mode == "AWS_SIGV4":
        request.headers["authorization"] = sigv4(case, request)
        request.headers["x-amz-security-token"] = "session-token"
        request.headers["x-amz-content-sha256"] = hashlib.sha256((asked.get("body") or "").encode()).hexdigest()
        request.headers["x-amz-date"] = case.moment.at.strftime("%Y%m%dT%H%M%SZ")
    return request


def sigv4(case, request):
    """§8.5: over all the headers that the signature names, the path encoded twice but for S3."""
    def test(text):
        found = re.fullmatch(r"AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE/(\S+), ?SignedHeaders=(\S+), ?Signature=([0-9a-f]{64})", text or "")
        if not found:
            return False
        place, signed, signature = found.groups()
        day, region, service, _ = place.split("/")
        if [region, service] != [case.config["region"], case.config["service"]]:
            return False
        call = case.calls("proxy")[0]
        sent = dict(call["headers"])
        path, _, asked = call["target"].partition("?")
        twice = path if service == "s3" else quote(path, safe="/-_.~")
        lines = "".join(name + ":" + " ".join(sent.get(name, "").split()) + "\n" for name in signed.split(";"))
        canonical = "\n".join([call["method"], twice, template.canonical(asked), lines, signed, sent["x-amz-content-sha256"]])
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        message = "\n".join(["AWS4-HMAC-SHA256", sent["x-amz-date"], place, digest])
        mac = hmac.new(template.signing_key("secret/own", day, region, service), message.encode(), hashlib.sha256)
        return mac.hexdigest() == signature

    return Fits("a SigV4 signature", test)


def verification(case, moment):
    proxy = case.entry["proxy"]
    wanted = proxy["verification"]
    method = wanted.get("method", "GET")
    base = wanted.get("base_url_override") or proxy["base_url"]
    return call(case, moment, method, base, wanted["endpoints"][0], wanted.get("data"), wanted.get("headers"))
