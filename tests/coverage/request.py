"""A request that is expected, and whether one that was seen is it."""
import base64
import hashlib
import json
import re
from urllib.parse import parse_qsl, unquote, urlsplit

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
# What an HTTP client adds by itself.
OWN_HEADERS = {"host", "accept", "user-agent", "accept-encoding", "content-length", "transfer-encoding", "connection"}


class Request:
    def __init__(self, method, url, headers=None, form=None, js=None, xml=None, certificate=False, any_headers=()):
        self.method, self.url, self.headers = method, url, dict(headers or {})
        self.form, self.json, self.xml = form, js, xml
        self.certificate, self.any_headers = certificate, set(any_headers)


class Fits:
    """A value that is not known before, and by what it is told."""

    def __init__(self, name, test):
        self.name, self.test = name, test

    def __repr__(self):
        return "<" + self.name + ">"


def same(expected, found):
    if isinstance(expected, Fits):
        return expected.test(found)
    if isinstance(expected, dict) and isinstance(found, dict):
        return expected.keys() == found.keys() and all(same(value, found[name]) for name, value in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(same, expected, found))
    return type(expected) is type(found) and expected == found


def text(value):
    return value if isinstance(value, (str, Fits)) else json.dumps(value, separators=(",", ":"))


def randoms(call):
    whole = "\n".join([unquote(call["target"]), call["body"], *(value for _, value in call["headers"])])
    tokens = re.findall(r"eyJ[\w-]+\.(eyJ[\w-]+)\.", whole)
    whole += "".join(unbase64(token).decode("utf-8", "replace") for token in tokens)
    for blob in re.findall(r"[A-Za-z0-9+/]{80,}={0,2}", unquote(whole)):
        try:
            whole += base64.b64decode(blob + "=" * (-len(blob) % 4)).decode("utf-8", "replace")
        except ValueError:
            pass
    return list(dict.fromkeys(UUID.findall(whole)))


def unbase64(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def differences(expected, call):
    """What is otherwise than expected, as texts."""
    found = []

    def differ(what, wanted, seen):
        found.append("%s: expected %r, recorded %r" % (what, wanted, seen))

    if expected.method != call["method"]:
        differ("method", expected.method, call["method"])
    parts = urlsplit(expected.url)
    if parts.scheme != "https":
        differ("scheme", parts.scheme, "https")
    if (parts.hostname or "") != call["server_name"]:
        differ("server name (SNI)", parts.hostname, call["server_name"])
    headers = {}
    for name, value in call["headers"]:
        headers[name] = headers[name] + ", " + value if name in headers else value
    port = "" if parts.port in (None, 443) else ":%d" % parts.port
    if headers.get("host") != (parts.hostname or "") + port:
        differ("host", (parts.hostname or "") + port, headers.get("host"))
    seen = urlsplit("https://x" + call["target"])
    if [unquote(part) for part in (parts.path or "/").split("/")] != [unquote(part) for part in seen.path.split("/")]:
        differ("path", parts.path, seen.path)
    wanted = sorted(parse_qsl(parts.query, keep_blank_values=True))
    got = sorted(parse_qsl(seen.query, keep_blank_values=True))
    if wanted != got:
        differ("query", wanted, got)
    header_differences(expected, headers, differ)
    body_differences(expected, call["body"], headers.get("content-type", ""), differ)
    if expected.certificate != call["client_certificate"]:
        differ("client certificate", expected.certificate, call["client_certificate"])
    return found


def header_differences(expected, headers, differ):
    for name, value in expected.headers.items():
        if not same(value, headers.get(name)):
            differ("header " + name, value, headers.get(name))
    known = OWN_HEADERS | set(expected.headers) | expected.any_headers
    if expected.form is not None or expected.json is not None or expected.xml is not None:
        known.add("content-type")
    for name in sorted(set(headers) - known):
        differ("header " + name, None, headers[name])


def body_differences(expected, body, content_type, differ):
    if expected.form is not None:
        if not content_type.startswith("application/x-www-form-urlencoded"):
            differ("content type", "form", content_type)
        got = parse_qsl(body, keep_blank_values=True)
        wanted = {name: text(value) for name, value in expected.form.items()}
        if len(got) != len(dict(got)) or not same(wanted, dict(got)):
            differ("form", wanted, dict(got))
    elif expected.json is not None:
        if "json" not in content_type:
            differ("content type", "JSON", content_type)
        try:
            got = json.loads(body)
        except ValueError:
            got = body
        if not same(expected.json, got):
            differ("JSON", expected.json, got)
    elif expected.xml is not None:
        if re.sub(r">\s+<", "><", body.strip()) != expected.xml:
            differ("XML", expected.xml, body)
    elif body:
        differ("body", "", body)


def challenge_of(challenge):
    """The verifier that belongs to a challenge (RFC 7636)."""
    def test(verifier):
        if not isinstance(verifier, str) or not 43 <= len(verifier) <= 128:
            return False
        made = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        return made == challenge

    return Fits("verifier of " + str(challenge), test)
