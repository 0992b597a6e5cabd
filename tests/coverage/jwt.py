"""Signed tokens: what they must say, and whether the signature is the key's."""
import base64
import hashlib
import hmac
import json
import re
import subprocess
import tempfile

from request import UUID, Fits, same, unbase64

UUID_CLAIM = Fits("a random UUID", lambda value: isinstance(value, str) and bool(UUID.fullmatch(value)))


def parts(token):
    header, claims, signature = token.split(".")
    return json.loads(unbase64(header)), json.loads(unbase64(claims)), (header + "." + claims).encode(), unbase64(signature)


def signed(header, claims, key=None):
    """A token with these claims; with a key, its signature is checked too."""
    def test(token):
        if not isinstance(token, str) or token.count(".") != 2:
            return False
        found_header, found_claims, message, signature = parts(token)
        wanted = {name: value for name, value in header.items() if value is not None}
        found = {name: value for name, value in found_header.items() if name in wanted or name != "typ"}
        if not same(wanted, found) or not same(claims, found_claims):
            return False
        return key is None or verified(found_header["alg"], message, signature, key)

    return Fits("JWT %s %s" % (header, claims), test)


def verified(algorithm, message, signature, key):
    if algorithm == "HS256":
        return hmac.compare_digest(hmac.new(key, message, hashlib.sha256).digest(), signature)
    options = []
    if algorithm.startswith("PS"):
        options = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"]
    if algorithm.startswith("ES"):
        half = len(signature) // 2
        signature = der(signature[:half], signature[half:])
    with tempfile.NamedTemporaryFile() as private, tempfile.NamedTemporaryFile() as mark:
        private.write(key.encode())
        private.flush()
        mark.write(signature)
        mark.flush()
        done = subprocess.run(["openssl", "dgst", "-sha256", "-prverify", private.name, *options, "-signature", mark.name],
                              input=message, capture_output=True)
    return done.returncode == 0


def der(*numbers):
    body = b""
    for number in numbers:
        number = number.lstrip(b"\0") or b"\0"
        if number[0] & 0x80:
            number = b"\0" + number
        body += b"\x02" + bytes([len(number)]) + number
    return b"\x30" + bytes([len(body)]) + body
