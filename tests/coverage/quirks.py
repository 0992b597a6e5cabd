"""Services with token code of their own (provider-format.md §2.1.6): what differs from the generic request."""
import hashlib
import hmac
import json
import re
from urllib.parse import urlencode, urlsplit, urlunsplit

import jwt
import oauth
import template
from request import Fits, Request

EXCHANGE, REFRESH = {}, {}
NONCE = Fits("a nonce", lambda text: isinstance(text, str) and bool(re.fullmatch(r"[0-9a-f]{32}", text)))
CORRELATION = Fits("a correlation id", lambda text: isinstance(text, str) and len(text) == 36)


def on(table, *keys):
    def put(function):
        for key in keys:
            table[key] = function
        return function

    return put


def refresh_url(case, draft):
    draft.url = template.url(case.entry["refresh_url"], case.config, case.moment)


def generic(how, to_refresh_url=False):
    def run(case, draft):
        if to_refresh_url:
            refresh_url(case, draft)
        oauth.authenticate(case, draft, how)
        return [draft.request()]

    return run


for key in ("attio-mcp", "heygen", "posthog-oauth"):
    EXCHANGE[key] = generic("public")
    REFRESH[key] = generic("public", key == "heygen")
for key in ("fanvue", "workday-oauth"):
    EXCHANGE[key] = REFRESH[key] = generic("basic")
for key in ("coros", "coros-sandbox"):
    REFRESH[key] = generic(None, True)


@on(EXCHANGE, "agiloft")
def agiloft(case, draft):
    oauth.authenticate(case, draft, "basic")
    draft.params["client_id"] = oauth.client_of(case)[0]
    return [draft.request()]


@on(REFRESH, "agiloft")
def agiloft_again(case, draft):
    draft.params["md5_secret"] = oauth.client_of(case)[1][:20]
    return agiloft(case, draft)


@on(EXCHANGE, "followupboss")
def followupboss(case, draft):
    draft.params["state"] = Fits("the state", bool)
    oauth.authenticate(case, draft, "basic")
    return [draft.request()]


REFRESH["followupboss"] = generic("basic")


@on(EXCHANGE, "walmart")
@on(REFRESH, "walmart")
def walmart(case, draft):
    oauth.authenticate(case, draft, "basic")
    draft.headers.update({"wm_svc.name": "Walmart Marketplace", "wm_qos.correlation_id": CORRELATION, "wm_partner.id": "seller-9"})
    return [draft.request()]


def absorb(case, draft, scope):
    oauth.authenticate(case, draft)
    draft.params["nonce"] = NONCE
    if scope:
        draft.params["scope"] = " ".join(oauth.scopes(case))
    draft.headers.update({"x-api-key": case.config["restApiKey"], "x-api-version": case.config["apiVersion"]})
    return [draft.request()]


EXCHANGE["absorb-lms"] = lambda case, draft: absorb(case, draft, False)
REFRESH["absorb-lms"] = lambda case, draft: absorb(case, draft, True)


@on(EXCHANGE, "stripe-app", "stripe-app-sandbox")
@on(REFRESH, "stripe-app", "stripe-app-sandbox")
def stripe(case, draft):
    draft.keep("grant_type", "code", "refresh_token")
    draft.headers["authorization"] = oauth.basic(oauth.client_of(case)[1], "")
    return [draft.request()]


@on(EXCHANGE, "revolut-business")
@on(REFRESH, "revolut-business")
def revolut(case, draft):
    client_id, key = oauth.client_of(case)
    draft.keep("grant_type", "code", "refresh_token")
    claims = {"iss": urlsplit(case.public_url).hostname, "sub": client_id, "aud": "https://revolut.com", "exp": case.now // 1000 + 300}
    draft.params["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    draft.params["client_assertion"] = jwt.signed({"alg": "RS256"}, claims, key)
    return [draft.request()]


def shopline_headers(case, draft, body):
    client_id, secret = oauth.client_of(case)
    stamp = str(case.now)
    mac = hmac.new(secret.encode(), (body + stamp).encode(), hashlib.sha256).hexdigest()
    draft.headers.update({"appkey": client_id, "timestamp": stamp, "sign": mac})


@on(EXCHANGE, "shopline-oauth")
def shopline(case, draft):
    draft.params, draft.shape = {"code": "the-code"}, "json"
    shopline_headers(case, draft, json.dumps(draft.params, separators=(",", ":")))
    return [draft.request()]


@on(REFRESH, "shopline-oauth")
def shopline_again(case, draft):
    refresh_url(case, draft)
    draft.params, draft.shape = {}, "query"
    shopline_headers(case, draft, "")
    return [draft.request()]


@on(EXCHANGE, "clover")
def clover(case, draft):
    draft.shape = "json"
    oauth.authenticate(case, draft)
    draft.keep("client_id", "client_secret", "code")
    return [draft.request()]


@on(REFRESH, "clover")
def clover_again(case, draft):
    draft.shape = "json"
    refresh_url(case, draft)
    oauth.authenticate(case, draft)
    draft.keep("client_id", "refresh_token")
    return [draft.request()]


def in_query(draft, **pairs):
    draft.url += ("&" if "?" in draft.url else "?") + urlencode(pairs)


@on(EXCHANGE, "figma", "figjam")
def figma(case, draft):
    draft.shape = "json"
    in_query(draft, redirect_uri=draft.params.pop("redirect_uri"))
    oauth.authenticate(case, draft)
    return [draft.request()]


@on(REFRESH, "figma", "figjam")
def figma_again(case, draft):
    draft.shape = "json"
    return generic(None, True)(case, draft)


@on(EXCHANGE, "facebook")
def facebook(case, draft):
    draft.shape = "json"
    in_query(draft, redirect_uri=case.callback)
    oauth.authenticate(case, draft)
    return [draft.request()]


@on(REFRESH, "facebook")
def facebook_again(case, draft):
    draft.shape = "json"
    oauth.authenticate(case, draft)
    draft.keep("client_id", "client_secret")
    draft.params.update(grant_type="fb_exchange_token", fb_exchange_token="tok-access")
    return [draft.request()]


def long_lived(prefix):
    def exchange(case, draft):
        oauth.authenticate(case, draft)
        host = urlsplit(case.entry["refresh_url"])
        query = {"grant_type": prefix + "_exchange_token", "client_secret": oauth.client_of(case)[1], "access_token": "tok-access"}
        further = urlunsplit(host._replace(path="/access_token", query=urlencode(query)))
        return [draft.request(), Request("GET", further, {"accept": "application/json"})]

    def refresh(case, draft):
        query = {"grant_type": prefix + "_refresh_token", "access_token": "tok-access"}
        url = case.entry["refresh_url"] + "?" + urlencode(query)
        return [Request("GET", url, {"accept": "application/json"})]

    return exchange, refresh


EXCHANGE["instagram"], REFRESH["instagram"] = long_lived("ig")
EXCHANGE["threads"], REFRESH["threads"] = long_lived("th")


@on(EXCHANGE, "tiktok-personal")
@on(REFRESH, "tiktok-personal")
def tiktok_personal(case, draft):
    oauth.authenticate(case, draft)
    draft.params["client_key"] = draft.params.pop("client_id")
    return [draft.request()]


@on(EXCHANGE, "tiktok-ads")
def tiktok_ads(case, draft):
    client_id, secret = oauth.client_of(case)
    draft.params, draft.shape = {"secret": secret, "app_id": client_id, "auth_code": "the-code"}, "json"
    return [draft.request()]


REFRESH["tiktok-ads"] = lambda case, draft: []


@on(EXCHANGE, "tiktok-accounts")
def tiktok_accounts(case, draft):
    # The parameters of the generic request stay: the service's documentation asks for grant and address of return.
    draft.shape = "json"
    draft.params["auth_code"] = draft.params.pop("code")
    oauth.authenticate(case, draft)
    return [draft.request()]


@on(REFRESH, "tiktok-accounts")
def tiktok_accounts_again(case, draft):
    draft.shape = "json"
    return generic(None, True)(case, draft)


def braintree(case, draft):
    """A call of the vendor's library: XML (its gateway's documentation), Basic."""
    names = [name for name in ("grant_type", "code", "refresh_token") if name in draft.params]
    xml = "".join("<%s>%s</%s>" % (name.replace("_", "-"), draft.params[name], name.replace("_", "-")) for name in names)
    headers = {"authorization": oauth.basic(*oauth.client_of(case)), "accept": "application/xml", "x-apiversion": "6"}
    return [Request("POST", draft.url, headers, xml="<credentials>" + xml + "</credentials>")]


for key in ("braintree", "braintree-sandbox"):
    EXCHANGE[key] = REFRESH[key] = braintree


@on(EXCHANGE, "bullhorn")
@on(REFRESH, "bullhorn")
def bullhorn(case, draft):
    draft.shape = "query"
    oauth.authenticate(case, draft)
    host = urlsplit(draft.url).hostname.replace("auth", "rest", 1)
    login = "https://" + host + "/rest-services/login?" + urlencode({"version": "*", "access_token": "tok-access"})
    return [draft.request(), Request("POST", login, {"accept": "application/json"})]


@on(EXCHANGE, "microsoft-admin")
@on(REFRESH, "microsoft-admin")
def admin(case, draft):
    oauth.authenticate(case, draft)
    draft.keep("client_id", "client_secret")
    draft.params.update(grant_type="client_credentials", scope=" ".join(oauth.scopes(case)))
    return [draft.request()]
