"""A value that fits a field (provider-format.md §4.3)."""
import pathlib
import re
import subprocess

try:
    from re import _constants as sre, _parser as parser
except ImportError:  # before Python 3.11
    import sre_constants as sre
    import sre_parse as parser

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEYS = ROOT / "src/provider/interpolate/tests/keys"
RSA_PKCS1 = (ROOT / "src/auth/tests/throwaway_key.pem").read_text().strip()
RSA = subprocess.run(["openssl", "pkcs8", "-topk8", "-nocrypt"], input=RSA_PKCS1.encode(), capture_output=True,
                     check=True).stdout.decode().strip()
EC = (KEYS / "ec-pkcs8.pem").read_text().strip()
ED25519 = (KEYS / "ed25519.pem").read_text().strip()
CERTIFICATE = (ROOT / "src/auth/tests/throwaway_certificate.pem").read_text().strip()

# Fields in which a key stands, by provider and field.
PEM = {
    "apple-app-store credentials.privateKey": EC,
    "apple-business-manager assertion_option.privateKey": EC,
    "google-service-account credentials.privateKey": RSA,
    "microsoft-oauth2-cc-cert credentials.privateKey": RSA,
    "netsuite-client-credentials assertion_option.privateKey": RSA,
    "salesforce-jwt credentials.privateKey": RSA,
    "sap-success-factors assertion_option.privateKey": RSA,
    "servicenow-jwt credentials.privateKey": RSA,
    "snowflake-jwt credentials.privateKey": RSA,
    "streamline-ai credentials.password": ED25519,
    "workday-adaptive-planning credentials.privateKey": RSA,
}
# Fields that stand behind a scheme.
BARE = set()
# What no pattern says.
BY_HAND = {
    # Left to the service: the callback tells where the person's account is.
    "zoho params.extension": "",
    "veeva-vault-oauth params.tokenUrl": "acme.okta.com/oauth2/default/v1/token",
    "ghost-admin credentials.privateKey": "a1b2c3d4e5f6a1b2c3d4e5f6:" + "0f" * 32,
}


def value(key, name, schema):
    whole = key + " " + name
    if whole in PEM:
        return PEM[whole]
    if whole in BY_HAND:
        return BY_HAND[whole]
    if name.endswith("client_certificate"):
        return CERTIFICATE
    if name.endswith("client_private_key"):
        return JWK if key == "okta-cc" else RSA
    if name.endswith("role_arn"):
        return "arn:aws:iam::123456789012:role/connect"
    if schema.get("enum"):
        return schema["enum"][-1]
    pattern, example = schema.get("pattern"), schema.get("example", "").rstrip("/")
    # The template has the scheme: who pastes it with his host is helped, but that is another test.
    bare = re.sub("^https?://", "", example)
    if (key, name) in BARE and fits(schema, bare):
        example = bare
    masked = "{" in example or "*" in example or "..." in example or "<" in example or " " in example
    if example and not masked and name.startswith("params.") and fits(schema, example):
        return example
    by_format = {
        "uuid": "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "email": "ada.king@acme.example",
        "uri": "https://acme.example/base", "hostname": "acme.example",
    }.get(schema.get("format"))
    if by_format and fits(schema, by_format):
        return by_format
    if pattern:
        made = generate(pattern)
        if made is not None:
            return made
    if by_format:
        return by_format
    # Free text is no word: what is not encoded where it must be shows here.
    return "acme-1" if name.startswith("params.") else "S3cret +&=%/? x"


def fits(schema, candidate):
    pattern = schema.get("pattern")
    try:
        if pattern and not re.search(pattern, candidate):
            return False
    except re.error:
        return True
    if schema.get("format") == "uuid":
        return bool(re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", candidate, re.I))
    if schema.get("format") == "hostname":
        return bool(re.fullmatch(r"[a-zA-Z0-9.-]+", candidate))
    if schema.get("format") == "uri":
        return candidate.startswith("https://")
    return True


def generate(pattern):
    """A text that a pattern finds itself in; None where the pattern is not one."""
    try:
        made = "".join(pieces(parser.parse(pattern), [0], {}))
        return made if re.search(pattern, made) else None
    except re.error:
        return None


ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def pieces(parsed, count, groups):
    for kind, argument in parsed:
        if kind is sre.LITERAL:
            yield chr(argument)
        elif kind is sre.NOT_LITERAL:
            yield "n"
        elif kind is sre.ANY:
            yield pick(ALPHABET, count)
        elif kind is sre.IN:
            yield pick(members(argument), count)
        elif kind is sre.BRANCH:
            yield from pieces(argument[1][0], count, groups)
        elif kind is sre.SUBPATTERN:
            made = "".join(pieces(argument[3], count, groups))
            groups[argument[0]] = made
            yield made
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            least, most, inner = argument
            times = least if least > 1 else min(most, 6 if least == 1 else 1)
            for _ in range(int(times)):
                yield from pieces(inner, count, groups)
        elif kind is sre.GROUPREF:
            yield groups[argument]
        # Anchors and look-arounds give no letter.


def members(items):
    if items and items[0][0] is sre.NEGATE:
        outside = set(members(items[1:]))
        return [letter for letter in ALPHABET if letter not in outside]
    found = []
    for kind, argument in items:
        if kind is sre.LITERAL:
            found.append(chr(argument))
        elif kind is sre.RANGE:
            found.extend(chr(code) for code in range(argument[0], argument[1] + 1))
        elif kind is sre.CATEGORY:
            found.extend({
                sre.CATEGORY_DIGIT: "0123456789", sre.CATEGORY_SPACE: " ",
            }.get(argument, ALPHABET))
    return found


def pick(letters, count):
    count[0] += 1
    good = [letter for letter in letters if letter.isalnum()] or list(letters)
    return good[(count[0] * 7) % len(good)]


JWK = (ROOT / "src/auth/tests/throwaway_key.jwk.json").read_text().strip()
