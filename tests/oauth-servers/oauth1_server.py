"""An OAuth 1.0a server on top of oauthlib, for our client to speak to: prints its address, keeps everything in memory."""
from string import ascii_letters, digits
from urllib.parse import urlencode, urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server

from oauthlib.oauth1 import RequestValidator, WebApplicationServer

CLIENT, SECRET = "gallery-client", "gallery-secret"


class Memory(RequestValidator):
    """Everything is allowed but to be somebody else."""
    enforce_ssl = False
    nonce_length = client_key_length = request_token_length = access_token_length = verifier_length = (5, 64)
    safe_characters = set(ascii_letters + digits + "-_")
    dummy_client = dummy_request_token = dummy_access_token = "dummy"
    allowed_signature_methods = ("HMAC-SHA1", "HMAC-SHA256")

    def __init__(self):
        super().__init__()
        self.requested, self.verifiers, self.granted, self.nonces = {}, {}, {}, set()

    def validate_client_key(self, client_key, request): return client_key == CLIENT
    def get_client_secret(self, client_key, request): return SECRET if client_key == CLIENT else "dummy"
    def get_default_realms(self, client_key, request): return []
    def get_realms(self, token, request): return []
    def validate_requested_realms(self, client_key, realms, request): return True
    def validate_realms(self, client_key, token, request, uri=None, realms=None): return True
    def verify_realms(self, token, realms, request): return True
    def validate_redirect_uri(self, client_key, redirect_uri, request): return urlsplit(redirect_uri).path == "/oauth/callback"

    def validate_timestamp_and_nonce(self, client_key, timestamp, nonce, request, request_token=None, access_token=None):
        seen = (timestamp, nonce) in self.nonces
        self.nonces.add((timestamp, nonce))
        return not seen

    def save_request_token(self, token, request): self.requested[token["oauth_token"]] = (token["oauth_token_secret"], request.redirect_uri)
    def verify_request_token(self, token, request): return token in self.requested
    def validate_request_token(self, client_key, token, request): return token in self.requested
    def get_request_token_secret(self, client_key, token, request): return self.requested.get(token, ("dummy",))[0]
    def get_redirect_uri(self, token, request): return self.requested[token][1]
    def save_verifier(self, token, verifier, request): self.verifiers[token] = verifier["oauth_verifier"]
    def validate_verifier(self, client_key, token, verifier, request): return self.verifiers.get(token) == verifier
    def invalidate_request_token(self, client_key, request_token, request): self.requested.pop(request_token, None)
    def save_access_token(self, token, request): self.granted[token["oauth_token"]] = token["oauth_token_secret"]
    def validate_access_token(self, client_key, token, request): return token in self.granted
    def get_access_token_secret(self, client_key, token, request): return self.granted.get(token, "dummy")


server = WebApplicationServer(Memory())


def application(environ, start):
    path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
    uri = f"http://{environ['HTTP_HOST']}{path}" + (f"?{query}" if query else "")
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
    headers = {"Authorization": environ.get("HTTP_AUTHORIZATION", ""), "Content-Type": environ.get("CONTENT_TYPE", "")}
    asked = (uri, environ["REQUEST_METHOD"], body, {name: value for name, value in headers.items() if value})
    if path == "/request_token":
        headers, text, status = server.create_request_token_response(*asked)
    elif path == "/authorize":
        # Whoever comes here says yes.
        headers, text, status = server.create_authorization_response(*asked, realms=[], credentials={})
    elif path == "/access_token":
        headers, text, status = server.create_access_token_response(*asked, credentials={"user_id": "alice"})
    else:
        valid, _ = server.validate_protected_resource_request(*asked)
        headers, text, status = {}, urlencode({"valid": valid}), 200 if valid else 401
    start(f"{status} -", [(name, value) for name, value in headers.items()])
    return [(text or "").encode()]


class Quiet(WSGIRequestHandler):
    def log_message(self, *_): pass


with make_server("127.0.0.1", 0, application, handler_class=Quiet) as http:
    print(f"http://127.0.0.1:{http.server_port}", flush=True)
    http.serve_forever()
