"""OAuth requests, by provider-format.md §2.1, §2.4, §2.6 and §2.8."""
import base64
import json
import re
from urllib.parse import parse_qsl, quote_plus, urlencode, urlsplit, urlunsplit

import jwt
import plan
import template
from request import Fits, Request, challenge_of


def basic(user, password):
    return "Basic " + base64.b64encode((user + ":" + password).encode()).decode()


def fill(params, config, moment):
    """Parameters of the definition: texts filled from the connection's values, everything else as it is."""
    def one(value):
        if isinstance(value, str):
            return template.path(value, {"connectionConfig": config}, moment)
        if isinstance(value, dict):
            return {name: one(inner) for name, inner in value.items()}
        return value

    return {name: one(value) for name, value in (params or {}).items()}


def client_of(case):
    if case.mode in ("MCP_OAUTH2", "MCP_OAUTH2_GENERIC") and case.entry.get("client_registration") != "static":
        if case.entry.get("client_registration") == "cimd":
            return Fits("our metadata document", lambda text: text.startswith(case.public_url + "/oauth/client-metadata/") and text.endswith("/" + case.key)), None
        return "registered-1", None
    owner = case.plan["integration"]["credentials"]
    return owner["client_id"], owner["client_secret"]


def scopes(case):
    given = case.plan["integration"].get("credentials", {}).get("scopes")
    if given:
        return given.split(",")
    return list(case.entry.get("default_scopes") or [])


def separator(case):
    return case.entry.get("scope_separator") or " "


def consent(case):
    """§2.1.1: the base and the parameters of the finished address."""
    entry, config = case.entry, case.config_before
    skip = entry.get("authorization_url_skip_encode") or []
    base = template.url(entry["authorization_url"], config, case.moment, "base_url" not in skip)
    client_id, _ = client_of(case)
    params = {"response_type": "code", "client_id": client_id, "redirect_uri": case.callback,
              "scope": separator(case).join(scopes(case)), "state": Fits("state", bool)}
    own = fill(entry.get("authorization_params"), config, case.moment)
    for name, value in own.items():
        if case.mode == "MCP_OAUTH2" and name in params:
            continue
        params[name] = template.text(value)
    if not entry.get("disable_pkce"):
        params["code_challenge"] = Fits("challenge", lambda text: bool(re.fullmatch(r"[\w-]{43}", text)))
        params["code_challenge_method"] = "S256"
    if entry.get("authorization_url_skip_empty"):
        params = {name: value for name, value in params.items() if value != ""}
    # Replacements are of the text, at its first occurrence: all of those that there are rename a parameter.
    for old, new in (entry.get("authorization_url_replacements") or {}).items():
        if old.rstrip("=") in params:
            params[new.rstrip("=")] = params.pop(old.rstrip("="))
    return base, params


def consent_differences(case, url):
    base, params = consent(case)
    wanted, seen = urlsplit(base), urlsplit(url)
    found = []
    if (wanted.scheme, wanted.netloc, wanted.path or "/") != (seen.scheme, seen.netloc, seen.path or "/"):
        found.append("consent address: expected %s, got %s" % (base, url.split("?")[0]))
    query = seen.query
    fragment = case.entry.get("authorization_url_fragment")
    if fragment:
        name, _, query = seen.fragment.partition("?")
        if name != fragment:
            found.append("consent fragment: expected %s, got %s" % (fragment, name))
    got = dict(parse_qsl(query, keep_blank_values=True))
    random = next((value for value in got.values() if re.fullmatch(r"[0-9a-f-]{36}", value)), None)
    if random and template.Moment(0).random in params.values():
        params = {name: random if value == template.Moment(0).random else value for name, value in params.items()}
    raw = "scopes" in (case.entry.get("authorization_url_skip_encode") or [])
    if raw and "scope" in params:
        if not query.endswith("&scope=" + params["scope"]):
            found.append("consent scope is not as it is: " + query)
        params["scope"] = got["scope"]
    for name in sorted(set(params) | set(got)):
        if name not in params or name not in got:
            found.append("consent parameter %s: expected %r, got %r" % (name, params.get(name), got.get(name)))
        elif not (params[name].test(got[name]) if isinstance(params[name], Fits) else params[name] == got[name]):
            found.append("consent parameter %s: expected %r, got %r" % (name, params[name], got[name]))
    return found


def challenge(case):
    consent_url = urlsplit(case.seen.get("consent") or "")
    query = consent_url.query or consent_url.fragment.partition("?")[2]
    return dict(parse_qsl(query)).get("code_challenge")


class Draft:
    """A token request in the making."""

    def __init__(self, method, url, params, headers, shape):
        self.method, self.url, self.params, self.headers, self.shape = method, url, params, headers, shape

    def keep(self, *names):
        self.params = {name: value for name, value in self.params.items() if name in names}

    def request(self):
        if self.shape == "query":
            parts = urlsplit(self.url)
            pairs = parse_qsl(parts.query, keep_blank_values=True) + [(k, template.text(v)) for k, v in self.params.items()]
            return Request(self.method, urlunsplit(parts._replace(query=urlencode(pairs))), self.headers)
        if self.shape == "json":
            return Request(self.method, self.url, self.headers, js=self.params)
        return Request(self.method, self.url, self.headers, form=self.params)


def authenticate(case, draft, how=None):
    """The table of §2.1.3."""
    entry = case.entry
    client_id, secret = client_of(case)
    if how is None:
        how = "body"
        if entry.get("token_request_auth_method") == "basic":
            how = "both"
        if entry.get("authorization_method") == "header":
            how = "header"
    if how in ("body", "both"):
        draft.params["client_id"] = client_id
        if secret is not None:
            draft.params["client_secret"] = secret
    if how in ("both", "basic"):
        draft.headers["authorization"] = basic(client_id, secret)
    if how == "header":
        draft.headers["authorization"] = basic(quote_plus(client_id), quote_plus(secret))
    if how == "public":
        draft.params["client_id"] = client_id


def token_url(case, config):
    url = case.entry["token_url"]
    return template.url(url["OAUTH2"] if isinstance(url, dict) else url, config, case.moment)


def exchange(case):
    entry, config = case.entry, case.config_before
    params = {"grant_type": "authorization_code", "code": "the-code", "redirect_uri": case.callback}
    params.update(fill(entry.get("token_params"), config, case.moment))
    if not entry.get("disable_pkce") and case.mode != "CUSTOM":
        params["code_verifier"] = challenge_of(challenge(case))
    draft = Draft("POST", token_url(case, case.config_token), params, {"accept": "application/json"}, entry.get("body_format", "form"))
    import quirks
    quirk = quirks.EXCHANGE.get(case.key)
    if quirk:
        return quirk(case, draft)
    authenticate(case, draft)
    return [draft.request()]


def refresh(case):
    """§2.1.5, put right: the grant is always `refresh_token`, parameters are filled."""
    entry = case.entry
    params = {"grant_type": "refresh_token"}
    params.update(fill(entry.get("refresh_params") or entry.get("token_params"), case.config, case.moment))
    params["grant_type"] = "refresh_token"
    params["refresh_token"] = "tok-refresh"
    # The reference ignores refresh_url here (§1.3 names the three); a definition that has one means it.
    url = template.url(entry["refresh_url"], case.config, case.moment) if entry.get("refresh_url") else token_url(case, case.config)
    draft = Draft("POST", url, params, {"accept": "application/json"}, entry.get("body_format", "form"))
    import quirks
    quirk = quirks.REFRESH.get(case.key)
    if quirk:
        return quirk(case, draft)
    authenticate(case, draft)
    return [draft.request()]


def client_credentials(case):
    """§2.4, at creation and at every renewal."""
    entry, config = case.entry, case.config_before
    typed = {name.removeprefix("credentials."): value for name, value in case.plan["fields"].items()}
    draft = Draft("POST", template.url(entry["token_url"], config, case.moment), {}, {"accept": "application/json"}, entry.get("body_format", "form"))
    how = entry.get("token_request_auth_method", "body")
    if how == "basic":
        draft.headers["authorization"] = basic(typed["client_id"], typed["client_secret"])
    elif how == "custom":
        draft.params.update(username=typed["client_id"], password=typed["client_secret"])
    elif how == "private_key_jwt":
        client = typed["client_id"]
        now = case.now // 1000
        claims = {"iss": client, "sub": client, "aud": draft.url, "iat": now, "exp": now + 300, "jti": jwt.UUID_CLAIM}
        draft.params.update(client_id=client, client_assertion_type="urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                            client_assertion=jwt.signed({"alg": "RS256", "kid": json.loads(typed["client_private_key"]).get("kid")}, claims))
    else:
        draft.params.update(client_id=typed["client_id"], client_secret=typed["client_secret"])
    draft.params.update(fill(entry.get("token_params"), config, case.moment))
    asked = config.get("oauth_scopes")
    asked = [part.strip() for part in re.split("[, ]", asked) if part.strip()] if isinstance(asked, str) else scopes(case)
    if asked:
        draft.params["scope"] = separator(case).join(asked)
    request = draft.request()
    request.certificate = bool(entry.get("require_client_certificate"))
    return [request]


def registration(case):
    """§2.6: how a client comes to be."""
    entry = case.entry
    body = {"redirect_uris": [case.callback], "token_endpoint_auth_method": "none", "client_name": Fits("a name", bool)}
    params = entry.get("registration_params") or {}
    body.update({name: params[name] for name in ("grant_types", "response_types") if name in params})
    return Request("POST", entry["registration_url"], js=body)
