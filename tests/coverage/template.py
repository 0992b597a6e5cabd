"""Templates, by provider-format.md §3. Written from the text alone; slow and plain on purpose."""
import base64
import hashlib
import hmac
import re
import subprocess
import tempfile
from datetime import datetime, timedelta, timezone
from urllib.parse import parse_qsl, quote, unquote, urlsplit

ORDER = ["hmacSha1Hex", "awsSigV4", "base64", "fingerprint", "sha256Hex", "sha256Base64", "ed25519Sign"]


class Moment:
    """The time and the random id of one request."""

    def __init__(self, millis, random=None):
        self.at = datetime.fromtimestamp(millis / 1000, timezone.utc)
        self.random = random or "00000000-0000-4000-8000-000000000000"


def iso(at):
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (at.microsecond // 1000)


def date(at, form):
    if form == "X":
        return str(int(at.timestamp()))
    if form == "x":
        return str(int(at.timestamp() * 1000))
    parts = {
        "YYYY": "%Y", "MM": "%m", "DD": "%d", "HH": "%H", "mm": "%M", "ss": "%S", "ddd": "%a", "MMM": "%b",
        "ZZ": "+0000", "Z": "+00:00",
    }
    names = sorted(parts, key=len, reverse=True)
    pattern = r"\[([^\]]*)\]|" + "|".join(names)

    def one(match):
        if match.group(1) is not None:
            return match.group(1)
        return at.strftime(parts[match.group(0)])

    return re.sub(pattern, one, form)


def look_up(name, values, flat):
    if name in values and not isinstance(values[name], (dict, list)) and (flat or "." not in name):
        value = values[name]
        return None if value is None else text(value)
    at = values
    for part in name.split("."):
        if not isinstance(at, dict) or part not in at:
            at = None
            break
        at = at[part]
    if isinstance(at, (str, int, float)) and not isinstance(at, bool):
        return text(at)
    # "else the literal dotted key"
    head, _, rest = name.partition(".")
    inner = values.get(head)
    if isinstance(inner, dict) and rest in inner and not isinstance(inner[rest], (dict, list)):
        return text(inner[rest])
    if name in values and isinstance(values[name], (str, int, float)):
        return text(values[name])
    return None


def text(value):
    if value is True:
        return "true"
    if value is False:
        return "false"
    return str(value)


def names(body, values, moment, flat=False):
    def one(match):
        name = match.group(1)
        if name == "random":
            return moment.random
        if name == "now":
            return iso(moment.at)
        if name.startswith("now:"):
            return date(moment.at, name[4:])
        later = re.match(r"now([+-]\d+):(\w+):(.*)$", name)
        if later:
            return date(moment.at + timedelta(**{later.group(2): int(later.group(1))}), later.group(3))
        found = look_up(name, values, flat)
        if found is None:
            return "" if name == "endpoint" and not flat else match.group(0)
        return found

    return re.sub(r"\$\{([^{}]*)\}", one, body)


def functions(body, values, moment, flat):
    for name in ORDER:
        pattern = re.compile(r"\$\{" + name + r"\((.*?)\)\}", re.S)
        while True:
            match = pattern.search(body)
            if not match:
                break
            start = match.start()
            # The innermost of nested calls of one name.
            result = call(name, match.group(1), values, moment, flat)
            body = body[:start] + result + body[match.end():]
    return body


def call(name, argument, values, moment, flat):
    fill = lambda part: names(part, values, moment, flat)
    if name == "base64":
        return base64.b64encode(fill(argument).encode()).decode()
    if name == "sha256Hex":
        return hashlib.sha256(fill(argument).encode()).hexdigest()
    if name == "sha256Base64":
        return base64.b64encode(hashlib.sha256(fill(argument).encode()).digest()).decode()
    if name == "fingerprint":
        der = openssl(["pkey", "-pubout", "-outform", "DER"], fill(argument).encode())
        return "SHA256:" + base64.b64encode(hashlib.sha256(der).digest()).decode()
    if name == "hmacSha1Hex":
        message, key = argument.rsplit(",", 1)
        return hmac.new(fill(key).strip().encode(), fill(message).encode(), hashlib.sha1).hexdigest()
    if name == "ed25519Sign":
        message, key = argument.rsplit(",", 1)
        return base64.b64encode(ed25519(fill(message).encode(), fill(key).strip())).decode()
    if name == "awsSigV4":
        parts = [fill(part.strip()) for part in re.split(r",(?![^()]*\))", argument)]
        return sigv4(values, moment, *parts)
    raise ValueError(name)


def openssl(arguments, data):
    return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=True).stdout


def ed25519(message, pem):
    with tempfile.NamedTemporaryFile() as key, tempfile.NamedTemporaryFile() as body:
        key.write(pem.encode())
        key.flush()
        body.write(message)
        body.flush()
        return openssl(["pkeyutl", "-sign", "-inkey", key.name, "-rawin", "-in", body.name], b"")


def canonical(query):
    strict = lambda part: quote(part, safe="-_.~")
    pairs = sorted(parse_qsl(query, keep_blank_values=True))
    return "&".join(strict(name) + "=" + strict(value) for name, value in pairs)


def signing_key(secret, day, region, service):
    key = ("AWS4" + secret).encode()
    for part in (day, region, service, "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return key


def sigv4(values, moment, access, secret, region, service, host=None):
    host = host or service + ".amazonaws.com"
    stamp = moment.at.strftime("%Y%m%dT%H%M%SZ")
    day = stamp[:8]
    headers = [("host", host), ("x-amz-date", stamp)]
    if values.get("contentType"):
        headers.insert(0, ("content-type", values["contentType"]))
    signed = ";".join(name for name, _ in headers)
    request = "\n".join([
        values["method"], values["path"], values.get("urlCanonicalParams", ""),
        "".join(name + ":" + value + "\n" for name, value in headers), signed,
        hashlib.sha256(values.get("body", "").encode()).hexdigest(),
    ])
    place = "/".join([day, region, service, "aws4_request"])
    digest = hashlib.sha256(request.encode()).hexdigest()
    to_sign = "\n".join(["AWS4-HMAC-SHA256", stamp, place, digest])
    mac = hmac.new(signing_key(secret, day, region, service), to_sign.encode(), hashlib.sha256).hexdigest()
    return "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s" % (access, place, signed, mac)


def flat(body, values, moment):
    return names(functions(body, values, moment, True), values, moment, True)


def path(body, values, moment):
    """§3.2 "Path", with the fallbacks of §3.3."""
    filled = functions(body, values, moment, False)
    if "||" in filled:
        left, right = [part.strip() for part in filled.split("||")[:2]]
        one = names(left, values, moment)
        # Half-filled is not filled: we go by what resolves (wire-protocol.md Appendix C).
        if one and "${" not in one:
            return one
        return names(right, values, moment)
    return names(filled, values, moment)


def url(template, config, moment, encode=True):
    """§2.0 "URL building"."""
    template = template.replace("connectionConfig.", "").replace("credentials.", "")
    values = {}
    for name, value in config.items():
        if isinstance(value, (str, int)) and value != "":
            values[name] = quote(text(value), safe="!~*'()-_.") if encode else text(value)
    filled = path(template, values, moment)
    if "${" in filled:
        raise ValueError("unresolved: " + filled)
    parts = urlsplit(filled)
    return filled if parts.netloc and "%" not in parts.netloc else unquote(filled)
