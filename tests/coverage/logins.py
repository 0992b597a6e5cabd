"""Modes that are no plain OAuth 2 (provider-format.md §2.5 to §2.9, §8.2 to §8.5)."""
import base64
import hashlib
import hmac
import json
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit
from xml.sax.saxutils import escape

import jwt
import oauth
import plan as planning
import template
from request import Fits, Request, challenge_of

CONNECT, REFRESH = {}, {}


def typed(case):
    names = {name.removeprefix("credentials."): value for name, value in case.plan["fields"].items() if name.startswith("credentials.")}
    hidden = {name.removeprefix("credentials."): value for name, value in case.plan["hidden"].items()
              if name.startswith("credentials.") and value is not None}
    names = {**hidden, **names}
    if case.mode == "TWO_STEP":
        names.update(case.plan["integration"].get("integration_config") or {})
    return names


# --- JWT ------------------------------------------------------------------------------------------------------------

def recipe(case):
    """§2.7: what the token must say, and the key it is signed with."""
    token, values = case.entry["token"], dict(typed(case), connectionConfig=case.config_before)
    if "ghost-admin" in case.key:
        name, secret = values["privateKey"].split(":")
        values["privateKey"] = {"id": name, "secret": secret}

    def fill(value):
        if isinstance(value, list):
            parts = [template.flat(part.replace("credentials.", ""), values, case.moment) for part in value]
            found = [piece.strip() for part in parts if "${" not in part for piece in part.split(",") if piece.strip()]
            return found or None
        if not isinstance(value, str):
            return value
        filled = template.flat(value.replace("credentials.", ""), values, case.moment)
        return None if "${" in filled else filled

    header = {name: fill(value) for name, value in token["header"].items()}
    claims = {name: fill(value) for name, value in (token.get("payload") or {}).items()}
    claims = {name: jwt.UUID_CLAIM if value == case.moment.random else value for name, value in claims.items() if value is not None}
    now = case.now // 1000
    claims.update(iat=now, exp=now + token["expires_in_ms"] // 1000)
    key = template.flat(token["signing_key"].replace("credentials.", ""), values, case.moment)
    if case.entry["signature"]["protocol"] == "HMAC":
        key = key.encode() if case.entry["signature"].get("hmac_secret_encoding") == "utf8" else bytes.fromhex(key)
    return jwt.signed(header, claims, key)


def token_problems(case):
    """Tokens that no service was asked for."""
    token = case.credentials.get("token")
    if case.mode == "JWT":
        wanted = recipe(case)
        return [] if wanted.test(token) else ["token: expected %r, stored %s" % (wanted, told(token))]
    if case.mode == "SIGNATURE":
        return [] if wsse(case, token) else ["token: not the WSSE text of §2.9: %s" % token]
    return []


def told(token):
    try:
        return "%s %s" % jwt.parts(token)[:2]
    except (AttributeError, ValueError):
        return repr(token)


def wsse(case, token):
    found = dict(re.findall(r'(\w+)="([^"]*)"', token or ""))
    inner = hashlib.sha1((found.get("Nonce", "") + found.get("Created", "") + typed(case)["password"]).encode()).hexdigest()
    digest = base64.b64encode(inner.encode()).decode()
    return token.startswith("UsernameToken ") and found.get("Username") == typed(case)["username"] and found["PasswordDigest"] == digest


# --- TWO_STEP -------------------------------------------------------------------------------------------------------

ASSERTION = Fits("the assertion", lambda text: isinstance(text, str) and len(text) > 40)


def assertion(case):
    """§8.3."""
    wanted = case.entry["assertion"]
    options = {name.removeprefix("assertion_option."): value for name, value in case.plan["fields"].items() if name.startswith("assertion_option.")}
    values = {"credentials": typed(case), "connectionConfig": case.config_before, "assertionOption": options}

    def fill(value):
        if isinstance(value, dict):
            return {name: fill(part) for name, part in value.items()}
        if isinstance(value, list):
            return [fill(part) for part in value]
        return template.flat(value, values, case.moment) if isinstance(value, str) else value

    if wanted["type"] == "saml":
        wants = [fill(wanted[name]) for name in ("issuer", "recipient", "nameIdentifier") if isinstance(wanted.get(name), str)]

        def saml(text):
            try:
                xml = base64.b64decode(text).decode()
            except (ValueError, TypeError):
                return False
            return "<" in xml and "SignatureValue" in xml and all(escape(part) in xml for part in wants)

        return Fits("a signed SAML assertion of %s" % wants, saml)
    payload = {name: jwt.UUID_CLAIM if value == case.moment.random else value for name, value in fill(wanted.get("payload") or {}).items()}
    now = case.now // 1000
    payload.update(iat=now, exp=now + int(wanted.get("lifetimeInSeconds", 3600)))
    key = fill(wanted["key"])
    return jwt.signed(fill(wanted.get("header") or {}), payload, key)


def secrets(case):
    values = typed(case)
    if case.entry.get("signature"):
        values["token"] = recipe(case)
    if case.entry.get("assertion"):
        values["assertion"] = assertion(case)
    return values


def body(params, values, config, moment, steps=None, top=True):
    def one(value, top):
        if isinstance(value, dict):
            return {name: one(part, False) for name, part in value.items()}
        if not isinstance(value, str):
            return value
        if steps:
            stepped = template.flat(value, steps, moment)
            if "${" not in stepped:
                return stepped
        value = value.replace("credentials.", "")
        whole = re.fullmatch(r"\$\{(\w+)\}", value)
        if whole and isinstance(values.get(whole.group(1)), Fits):
            return values[whole.group(1)]
        plain = {name: text for name, text in values.items() if not isinstance(text, Fits)}
        value = template.flat(value, plain, moment)
        return template.path(value, {"connectionConfig": config}, moment) if top else value

    return {name: one(value, top) for name, value in (params or {}).items()}


def xml(value):
    found = ""
    for name, part in value.items():
        if name.startswith("$"):
            continue
        attributes = "".join(' %s="%s"' % (key[1:], inner) for key, inner in part.items() if key.startswith("$")) if isinstance(part, dict) else ""
        inner = xml(part) if isinstance(part, dict) else escape(template.text(part))
        found += "<%s%s>%s</%s>" % (name, attributes, inner, name)
    return found


def login(case, moment, url, params, headers, method, values, steps=None):
    config = case.config_before
    entry = case.entry
    plain = {name: text for name, text in values.items() if not isinstance(text, Fits)}
    known = {**plain, **(steps or {})}
    found = {name.lower(): template.flat(text.replace("credentials.", ""), known, moment) for name, text in (headers or {}).items()}
    if steps and "${step" in url:
        address = template.flat(url, steps, moment)
    else:
        address = template.url(url, {**config, **plain}, moment)
    request = Request(method, address, found, any_headers={"content-type"})
    if method == "GET":
        return request
    filled = body(params, values, config, moment, steps)
    shape = entry.get("body_format", "json")
    if params is None and shape != "json":
        return request
    if shape == "form":
        request.form = filled
    elif shape == "xml":
        request.xml = xml(filled)
    else:
        request.json = filled
    return request


def two_step(case, notes):
    entry = case.entry
    values = secrets(case)
    found = [lambda moment: login(case, moment, entry["token_url"], entry.get("token_params"), entry.get("token_headers"),
                                  entry.get("token_request_method", "POST"), values)]
    steps = {}
    kind, text = planning.token_answer(case.key, entry)
    answer = json.loads(text) if kind == "application/json" else {}
    for number, step in enumerate(entry.get("additional_steps") or [], 1):
        steps["step%d" % number] = answer
        seen = dict(steps)
        found.append(lambda moment, step=step, seen=seen: login(
            case, moment, step["token_url"], step.get("token_params"), step.get("token_headers"),
            step.get("token_request_method", "POST"), values, seen))
    return found


def two_step_again(case, notes):
    """§2.5.4: the refresh recipe where there is one and a token for it, else the login once more."""
    entry = case.entry
    params, headers = entry.get("refresh_token_params"), entry.get("refresh_token_headers")
    if not (params or headers) or not case.credentials.get("refresh_token"):
        return two_step(case, notes)
    values = dict(secrets(case), refresh_token=case.credentials["refresh_token"], **{
        name: text for name, text in case.credentials.items() if name in ("token",) and isinstance(text, str)})
    return [lambda moment: login(case, moment, entry.get("refresh_url") or entry["token_url"], params,
                                 headers or entry.get("token_headers"), entry.get("token_request_method", "POST"), values)]


CONNECT["TWO_STEP"], REFRESH["TWO_STEP"] = two_step, two_step_again


# --- BILL, AWS ------------------------------------------------------------------------------------------------------

def bill(case, notes):
    values = typed(case)
    given = {"username": values["username"], "password": values["password"], "organizationId": values["organization_id"], "devKey": values["dev_key"]}
    return [lambda moment: Request("POST", case.entry["token_url"], js=given, any_headers={"content-type"})]


CONNECT["BILL"] = REFRESH["BILL"] = bill
REFRESH["JWT"] = REFRESH["SIGNATURE"] = lambda case, notes: []


# --- OAUTH1 ---------------------------------------------------------------------------------------------------------

def strict(text):
    return quote(text, safe="-_.~")


def oauth1(case, method, url, client, token=("", ""), algorithm="HMAC-SHA1", realm=None, wanted=None, form=None):
    """RFC 5849: the signature of what the header itself says."""
    def test(header):
        if not isinstance(header, str) or not header.startswith("OAuth "):
            return False
        given = {name: unquote(value) for name, value in re.findall(r'(\w+)="([^"]*)"', header)}
        signature = given.pop("oauth_signature", None)
        if given.pop("realm", None) != realm or given.get("oauth_consumer_key") != client[0]:
            return False
        if given.get("oauth_token", "") != token[0] or given.get("oauth_signature_method") != algorithm:
            return False
        if given.get("oauth_timestamp") != str(case.now // 1000) or not given.get("oauth_nonce"):
            return False
        if any(given.get(name) != value for name, value in (wanted or {}).items()):
            return False
        key = strict(client[1]) + "&" + strict(token[1])
        if algorithm == "PLAINTEXT":
            return signature == key
        parts = urlsplit(url)
        pairs = list(given.items()) + parse_qsl(parts.query, keep_blank_values=True) + list((form or {}).items())
        pairs = "&".join("=".join(pair) for pair in sorted((strict(name), strict(value)) for name, value in pairs))
        base = "&".join([method, strict("https://" + parts.netloc + parts.path), strict(pairs)])
        digest = hashlib.sha256 if algorithm == "HMAC-SHA256" else hashlib.sha1
        return signature == base64.b64encode(hmac.new(key.encode(), base.encode(), digest).digest()).decode()

    return Fits("OAuth 1 signature (%s)" % algorithm, test)


def three_legs(case, notes):
    """§2.8: a temporary token, then the verifier for the token."""
    entry, client = case.entry, (planning.CLIENT["client_id"], planning.CLIENT["client_secret"])
    state = dict(parse_qsl(urlsplit(case.seen.get("consent") or "").query)).get("oauth_callback", "")
    algorithm = entry.get("signature_method")

    def signed(url, more, token, wanted):
        header = oauth1(case, "POST", url, client, token, algorithm, None, wanted, more or {})
        return Request("POST", url, {"authorization": header}, form=more, any_headers={"content-type"})

    return [lambda moment: signed(entry["request_url"], entry.get("request_params"), ("", ""), {"oauth_callback": state}),
            lambda moment: signed(entry["token_url"], entry.get("token_params"), ("tok-access", "tok-secret"), {"oauth_verifier": "the-verifier"})]


CONNECT["OAUTH1"] = three_legs


# --- APP, CUSTOM, MCP_OAUTH2_GENERIC --------------------------------------------------------------------------------

def app_token(case):
    now = case.now // 1000
    claims = {"iss": "4711", "iat": Fits("the last minute", lambda at: now - 60 <= at <= now), "exp": Fits("ten minutes", lambda at: now < at <= now + 600)}
    url = case.entry["token_url"]
    url = url["APP"] if isinstance(url, dict) else url
    url = template.url(url, {"installation_id": "42"}, case.moment)
    token = jwt.signed({"alg": "RS256"}, claims, case.plan["integration"]["credentials"]["private_key"])
    bearer = Fits("Bearer " + repr(token), lambda text: isinstance(text, str) and text.startswith("Bearer ") and token.test(text[7:]))
    return url, {"authorization": bearer}


def app(case, notes):
    url, headers = app_token(case)
    # Ours alone: whether the installation is a new one, so that nobody brings another's number (security.md).
    return [lambda moment: Request("GET", url.removesuffix("/access_tokens"), headers),
            lambda moment: Request("POST", url, headers, js={})]


def custom(case, notes):
    url, headers = app_token(case)
    seen = url.replace("/app/", "/user/").replace("/access_tokens", "/repositories?per_page=1")
    # Ours alone: whether this user may see the installation (security.md).
    return [lambda moment: oauth.exchange(case)[0],
            lambda moment: Request("GET", seen, {"authorization": "Bearer tok-access"}),
            lambda moment: Request("POST", url, headers, js={})]


def app_again(case, notes):
    url, headers = app_token(case)
    return [lambda moment: Request("POST", url, headers, js={})]


CONNECT["APP"], CONNECT["CUSTOM"] = app, custom
REFRESH["APP"] = app_again


def any_server(case, notes):
    """§8.4: two documents, a registration, then the code."""
    server = urlsplit(case.config_before["mcp_server_url"])
    path = server.path.rstrip("/")
    resource = "https://%s/.well-known/oauth-protected-resource%s" % (server.netloc, path)
    params = {"grant_type": "authorization_code", "code": "the-code", "redirect_uri": case.callback, "client_id": "registered-1",
              "code_verifier": challenge_of(oauth.challenge(case)), "resource": Fits("the resource", bool)}
    registered = {"redirect_uris": [case.callback], "token_endpoint_auth_method": "none", "client_name": Fits("a name", bool),
                  "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"]}
    return [lambda moment: Request("GET", resource, any_headers={"mcp-protocol-version"}),
            lambda moment: Request("GET", "https://as.acme.example/.well-known/oauth-authorization-server", any_headers={"mcp-protocol-version"}),
            lambda moment: Request("POST", "https://as.acme.example/register", js=registered),
            lambda moment: Request("POST", "https://as.acme.example/token", {"accept": "application/json"}, form=params)]


def any_server_again(case, notes):
    params = {"grant_type": "refresh_token", "refresh_token": "tok-refresh", "client_id": "registered-1", "resource": Fits("the resource", bool)}
    return [lambda moment: Request("POST", "https://as.acme.example/token", {"accept": "application/json"}, form=params)]


CONNECT["MCP_OAUTH2_GENERIC"], REFRESH["MCP_OAUTH2_GENERIC"] = any_server, any_server_again


# --- Installations that begin at the service --------------------------------------------------------------------------

def installed(case, again=False):
    """§2.1.6, §2.1.7: JSON at the installation's own address."""
    params = {"grant_type": "refresh_token", "refresh_token": "tok-refresh"} if again else {"grant_type": "authorization_code", "code": "the-code"}
    url = template.url(case.entry["token_url"], {"installation.uuid": "inst-1"}, case.moment)
    return Request("POST", url, {"accept": "application/json"}, js={**params, **planning.CLIENT})
