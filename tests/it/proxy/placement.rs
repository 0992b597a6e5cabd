//! Where credentials and values go, by mode and definition.

use base64::Engine as _;
use connect_ui::{clock::Clock, demo::mock_service::client::CLIENT_SECRET};
use serde_json::json;

use super::service::{Caller, Service, app_at};
use crate::support::oauth::connect;

const DEFINITIONS: &str = "
keyed:
    display_name: Keyed
    auth_mode: API_KEY
    proxy:
        base_url: '{origin}/v2/'
        headers:
            x-api-key: ${apiKey}
            user-agent: acme/1.0
            x-account: ${connectionConfig.account}
        query:
            version: '7'
            token: ${apiKey}
    credentials: { apiKey: { type: string, title: Key } }
basic:
    display_name: Basic
    auth_mode: BASIC
    proxy: { base_url: '{origin}' }
    credentials:
        username: { type: string, title: User }
        password: { type: string, title: Password }
";

#[actix_web::test]
async fn a_key_goes_where_the_definition_says_and_the_callers_own_headers_over_it() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    let caller = Caller::with_key(&app).await;
    let headers = [
        ("nango-proxy-x-mine", "1"),
        ("nango-proxy-user-agent", "mine"),
        ("x-not-for-them", "1"),
        ("cookie", "a=b"),
        ("base-url-override", ""),
    ];
    let answer = caller.call("GET", "/things/a%20b?q=1&version=2", &headers, None).await;
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, r#"{"ok":true}"#));
    let asked = service.last();
    assert_eq!(asked.target, "/v2/things/a%20b?q=1&version=7&token=k-1234");
    assert_eq!(asked.header("x-api-key"), "k-1234");
    assert_eq!((asked.header("x-mine"), asked.header("user-agent")), ("1", "acme/1.0"));
    let mut names: Vec<&str> = asked.headers.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "host", "user-agent", "x-api-key", "x-mine"]);
}

#[actix_web::test]
async fn user_name_and_password_go_into_the_header_of_their_mode() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    let typed = json!({ "username": "ann", "password": "p:w" });
    let caller = Caller::connected(&app, "basic", "/api-auth/basic", &typed).await;
    assert_eq!(caller.get("/me").await.status, 200);
    let header = format!("Basic {}", base64::engine::general_purpose::STANDARD.encode("ann:p:w"));
    assert_eq!(service.last().header("authorization"), header);
}

#[actix_web::test]
async fn an_oauth_token_is_sent_as_bearer() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    app.oauth_integration("demo-agenda", "it", "demo-app").await;
    let id = connect(&app, "it").await;
    let caller = Caller::of(&app, &id);
    let headers = [("base-url-override", service.origin.as_str())];
    assert_eq!(caller.call("GET", "/me", &headers, None).await.status, 200);
    let stored = app.get(&format!("/connections/{id}?provider_config_key=it")).await.json();
    let token = stored["credentials"]["access_token"].as_str().expect("a token").to_owned();
    assert_eq!(service.last().header("authorization"), format!("Bearer {token}"));
}

#[actix_web::test]
async fn an_oauth_1_token_signs_address_and_form() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    // The mock service takes no signature of another time than its own.
    app.clock.advance_millis(Clock::System.now().0 - app.clock.now().0);
    let credentials = json!({ "type": "OAUTH1", "client_id": "demo-app", "client_secret": CLIENT_SECRET });
    let body = json!({ "provider": "demo-gallery", "unique_key": "it", "credentials": credentials });
    let answer = app.post("/integrations", &body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let id = connect(&app, "it").await;
    let form = "application/x-www-form-urlencoded";
    let headers = [
        ("base-url-override", service.origin.as_str()),
        ("content-type", form),
        ("nango-proxy-content-type", form),
    ];
    let caller = Caller::of(&app, &id);
    assert_eq!(
        caller.call("POST", "/photos?size=large%20one", &headers, Some("title=a+b&tag=%C3%A9")).await.status,
        200
    );
    let header = service.last().header("authorization").to_owned();
    let parameters = header.strip_prefix("OAuth ").expect("its scheme").split(", ");
    let mut sent: Vec<(String, String)> = parameters
        .map(|pair| pair.split_once('=').expect("a pair"))
        .map(|(name, value)| (name.to_owned(), value.trim_matches('"').to_owned()))
        .collect();
    let at = sent.iter().position(|(name, _)| name == "oauth_signature").expect("a signature");
    let signature = sent.remove(at).1;
    let stored = app.get(&format!("/connections/{id}?provider_config_key=it")).await.json();
    let stored = &stored["credentials"];
    assert!(
        sent.contains(&(
            "oauth_token".to_owned(),
            stored["oauth_token"].as_str().expect("a token").to_owned()
        ))
    );

    // RFC 5849 §3.4, by hand: name and value encoded, sorted, joined, encoded once more.
    sent.extend(
        [("size", "large%20one"), ("title", "a%20b"), ("tag", "%C3%A9")].map(|(n, v)| (n.into(), v.into())),
    );
    sent.sort();
    let pairs: Vec<String> = sent.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let twice = |text: &str| text.replace('%', "%25").replace('=', "%3D").replace('&', "%26");
    let address = format!("{}/photos", service.origin).replace(':', "%3A").replace('/', "%2F");
    let base = format!("POST&{address}&{}", twice(&pairs.join("&")));
    let key = format!("{CLIENT_SECRET}&{}", stored["oauth_token_secret"].as_str().expect("a secret"));
    let expected =
        base64::engine::general_purpose::STANDARD.encode(hmac_sha1(key.as_bytes(), base.as_bytes()));
    assert_eq!(percent_encoding::percent_decode_str(&signature).decode_utf8_lossy(), expected, "{base}");
}

fn hmac_sha1(key: &[u8], message: &[u8]) -> Vec<u8> {
    use hmac::{Hmac, KeyInit as _, Mac as _};
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(key).expect("a key");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

#[actix_web::test]
async fn the_bodys_content_type_is_what_the_caller_says_for_the_service() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    let caller = Caller::with_key(&app).await;
    let json = r#"{"a":1,"b":["x","y"],"c":{"d":"e f"}}"#;
    let (form, multipart) = ("application/x-www-form-urlencoded", "multipart/form-data; boundary=bb");
    let parts =
        "--bb\r\ncontent-disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n\x01\r\n--bb--\r\n";
    let cases = [
        // what came, what the service is told, what goes, with which type
        ("application/json", "", json, json, "application/json"),
        ("application/json", form, json, "a=1&b%5B%5D=x&b%5B%5D=y&c%5Bd%5D=e+f", form),
        (form, "", "a=1&a=2&b=x+y", r#"{"a":["1","2"],"b":"x y"}"#, "application/json"),
        (form, form, "a=1&a=2", "a=1&a=2", form),
        ("text/xml", "", "<a/>", "<a/>", "text/xml"),
        ("application/json", "application/vnd.api+json", json, json, "application/vnd.api+json"),
        (multipart, "multipart/form-data", parts, parts, multipart),
    ];
    for (came, said, body, goes, kind) in cases {
        let mut headers = vec![("content-type", came)];
        headers.extend((!said.is_empty()).then_some(("nango-proxy-content-type", said)));
        assert_eq!(caller.call("POST", "/things", &headers, Some(body)).await.status, 200);
        let asked = service.last();
        assert_eq!((asked.text(), asked.header("content-type")), (goes, kind), "{came} as {said}");
        assert_eq!(asked.header("content-length"), goes.len().to_string());
    }
    let headers = [("content-type", "application/json"), ("nango-proxy-content-type", "multipart/form-data")];
    caller.call("POST", "/things", &headers, Some(r#"{"a":"1"}"#)).await;
    let asked = service.last();
    let boundary = asked.header("content-type").split_once("boundary=").expect("a boundary").1.to_owned();
    let part = "content-disposition: form-data; name=\"a\"\r\n\r\n1";
    assert_eq!(asked.text(), format!("--{boundary}\r\n{part}\r\n--{boundary}--\r\n"));
    let broken = caller
        .call(
            "POST",
            "/x",
            &[("content-type", "application/json"), ("nango-proxy-content-type", form)],
            Some("{"),
        )
        .await;
    assert_eq!(broken.refusal(), (400, "invalid_body".into()));
}

#[actix_web::test]
async fn every_method_passes_and_those_without_a_body_have_none() {
    let service = Service::start();
    let app = app_at(&service, DEFINITIONS).await;
    let caller = Caller::with_key(&app).await;
    let json = [("content-type", "application/json")];
    for (method, sent) in [
        ("GET", ""),
        ("HEAD", ""),
        ("OPTIONS", ""),
        ("POST", "{}"),
        ("PUT", "{}"),
        ("PATCH", "{}"),
        ("DELETE", "{}"),
        ("PROPFIND", "{}"),
        ("REPORT", "{}"),
    ] {
        assert_eq!(caller.call(method, "/x", &json, Some("{}")).await.status, 200, "{method}");
        let asked = service.last();
        assert_eq!((asked.method.as_str(), asked.text()), (method, sent));
    }
}

const RICH: &str = "
keyed:
    display_name: In the body
    auth_mode: API_KEY
    proxy:
        base_url: '{origin}'
        body: { auth: { key: '${apiKey}', account: '${connectionConfig.account}' } }
    credentials: { apiKey: { type: string, title: Key } }
owners:
    display_name: Where the owner says
    auth_mode: API_KEY
    proxy: { base_url: 'https://never.example' }
    integration_config:
        keyPlacement: { type: string, title: P, enum: [header, query], default_value: header }
        keyName: { type: string, title: N }
        valueTemplate: { type: string, title: V, default_value: '${apiKey}' }
        baseUrl: { type: string, title: B }
    credentials: { apiKey: { type: string, title: Key } }
signed:
    display_name: Signed header
    auth_mode: API_KEY
    proxy:
        base_url: '{origin}'
        headers:
            authorization: 'Basic ${base64(id:${hmacSha1Hex(${method} ${host} ${path} ${bodyCanonicalParams}, ${apiKey})})}'
    credentials: { apiKey: { type: string, title: Key } }
regional:
    display_name: At an address of its own
    auth_mode: API_KEY
    proxy: { base_url: '${connectionConfig.base}/v1 || {origin}/fallback' }
    connection_config: { base: { type: string, title: B, optional: true }, account: { type: string, title: A, optional: true } }
    credentials: { apiKey: { type: string, title: Key } }
";

#[actix_web::test]
async fn what_the_definition_adds_joins_the_callers_body() {
    let service = Service::start();
    let app = app_at(&service, RICH).await;
    let caller = Caller::with_key(&app).await;
    let json = [("content-type", "application/json")];
    let cases = [
        (r#"{"a":1,"auth":{"b":2}}"#, r#"{"a":1,"auth":{"b":2,"key":"k-1234"}}"#),
        ("", r#"{"auth":{"key":"k-1234"}}"#),
    ];
    for (body, goes) in cases {
        assert_eq!(caller.call("POST", "/x", &json, Some(body)).await.status, 200);
        let asked = service.last();
        assert_eq!((asked.text(), asked.header("content-type")), (goes, "application/json"));
    }
    let form = [
        ("content-type", "application/json"),
        ("nango-proxy-content-type", "application/x-www-form-urlencoded"),
    ];
    caller.call("POST", "/x", &form, Some(r#"{"a":1}"#)).await;
    assert_eq!(service.last().text(), "a=1&auth%5Bkey%5D=k-1234");
    caller.get("/x").await;
    assert_eq!(service.last().text(), "");
}

#[actix_web::test]
async fn the_owner_says_where_the_key_of_a_private_api_goes() {
    let service = Service::start();
    let app = app_at(&service, RICH).await;
    for (key, placement, header, target) in
        [("one", "header", "Key k-1234", "/api/x?a=1"), ("two", "query", "", "/api/x?a=1&X-Key=Key+k-1234")]
    {
        let base = format!("{}/api/", service.origin);
        let config = json!({ "keyPlacement": placement, "keyName": "X-Key", "valueTemplate": "Key ${apiKey}", "baseUrl": base });
        let body = json!({ "provider": "owners", "unique_key": key, "integration_config": config });
        let answer = app.post("/integrations", &body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let caller =
            Caller::of_integration(&app, key, "/api-auth/api-key", &json!({ "apiKey": "k-1234" })).await;
        assert_eq!(caller.get("/x?a=1").await.status, 200);
        let asked = service.last();
        assert_eq!((asked.header("x-key"), asked.target.as_str()), (header, target));
    }
}

#[actix_web::test]
async fn a_header_may_sign_the_call_and_its_body() {
    let service = Service::start();
    let app = app_at(&service, RICH).await;
    let typed = json!({ "apiKey": "k-1234" });
    let caller = Caller::connected(&app, "signed", "/api-auth/api-key", &typed).await;
    let form = "application/x-www-form-urlencoded";
    let headers = [("content-type", form), ("nango-proxy-content-type", form)];
    assert_eq!(caller.call("POST", "/v1/x?y=1", &headers, Some("b=2&a=1+1")).await.status, 200);
    let host = service.origin.trim_start_matches("http://");
    let message = format!("POST {host} /v1/x a=1%201&b=2");
    let pair = format!("id:{}", hex::encode(hmac_sha1(b"k-1234", message.as_bytes())));
    let expected = format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair));
    assert_eq!(service.last().header("authorization"), expected);
}

#[actix_web::test]
async fn the_base_url_is_the_callers_or_the_connections_or_the_definitions() {
    let service = Service::start();
    let app = app_at(&service, RICH).await;
    let typed = json!({ "apiKey": "k-1234" });
    let plain = Caller::connected(&app, "regional", "/api-auth/api-key", &typed).await;
    assert_eq!(plain.get("/x").await.status, 200);
    assert_eq!(service.last().target, "/fallback/x");
    let params = format!("params[base]={}/eu&params[account]=a b", service.origin);
    let own = Caller::of_integration(&app, "it", &format!("/api-auth/api-key?{params}"), &typed).await;
    for (asked, called) in [
        ("/x".to_owned(), "/eu/v1/x"),
        (format!("/{}/eu/v1/x?y=1", service.origin), "/eu/v1/x?y=1"),
        (
            "/accounts/$%7BconnectionConfig.account%7D/x?y=${connectionConfig.account}".to_owned(),
            "/eu/v1/accounts/a%20b/x?y=a%20b",
        ),
        ("//evil.example/x".to_owned(), "/eu/v1/evil.example/x"),
    ] {
        assert_eq!(own.get(&asked).await.status, 200, "{asked}");
        assert_eq!(service.last().target, called);
    }
    let base = format!("{}/mine/", service.origin);
    own.call("GET", "/x", &[("base-url-override", &base)], None).await;
    assert_eq!(service.last().target, "/mine/x");
    for (asked, code) in [
        ("/https://evil.example/x", "invalid_uri_params"),
        ("/${connectionConfig.nothing}", "missing_api_url"),
    ] {
        let (status, said) = own.get(asked).await.refusal();
        assert_eq!((status, said.as_str()), (400, code), "{asked}");
    }
}
