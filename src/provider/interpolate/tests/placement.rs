//! Whole requests: where each value ends up.

use secrecy::ExposeSecret as _;
use serde_json::json;

use super::*;
use crate::outbound::Method;

fn template(base_url: &str, endpoint: &str) -> RequestTemplate {
    RequestTemplate {
        base_url: base_url.to_owned(),
        endpoint: endpoint.to_owned(),
        method: Method::GET,
        headers: Vec::new(),
        query: Vec::new(),
        data: None,
        default_basic: false,
    }
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn values() -> Scope {
    scope(json!({
        "apiKey": "key 1&2", "username": "ada", "password": "pw",
        "credentials": { "apiKey": "key 1&2", "username": "ada", "password": "pw" },
        "connectionConfig": { "sub": "acme", "tenant": "t1", "empty": "" },
    }))
}

fn placed(template: &RequestTemplate) -> PlacedRequest {
    place(template, &values(), moment(), RANDOM).unwrap()
}

fn headers(placed: &PlacedRequest) -> Vec<(&str, &str)> {
    placed.headers.iter().map(|(name, value)| (name.as_str(), value.expose_secret())).collect()
}

#[test]
fn base_and_endpoint_are_joined_by_one_slash() {
    let table = [
        ("https://a.test/v1/", "/me", "https://a.test/v1/me"),
        ("https://a.test/v1", "me?x=1", "https://a.test/v1/me?x=1"),
        ("https://a.test", "", "https://a.test/"),
        ("https://a.test/v1", "https://a.test/v1/me", "https://a.test/v1/me"),
        (
            "https://${connectionConfig.sub}.a.test",
            "https://${connectionConfig.sub}.a.test/me",
            "https://acme.a.test/me",
        ),
        ("https://${connectionConfig.sub}.a.test", "https://acme.a.test/me", "https://acme.a.test/me"),
        ("https://a.test", "/t/${connectionConfig.tenant}?k=${apiKey}", "https://a.test/t/t1?k=key%201%262"),
        ("https://${connectionConfig.none}.a.test || https://b.test", "/me", "https://b.test/me"),
    ];
    for (base, endpoint, expected) in table {
        assert_eq!(placed(&template(base, endpoint)).url.as_str(), expected);
    }
}

#[test]
fn an_endpoint_elsewhere_is_refused() {
    let refused = |base, endpoint| place(&template(base, endpoint), &values(), moment(), RANDOM).unwrap_err();
    assert_eq!(refused("https://a.test", "https://evil.test/me"), PlacementError::ForeignEndpoint);
    assert!(matches!(
        refused("https://a.test", "/${credentials.none}"),
        PlacementError::Url(UrlError::Unresolved(_))
    ));
    let near = placed(&template("https://a.test", "https://a.test.evil.test/me"));
    assert_eq!(near.url.host_str(), Some("a.test"), "what follows the base is a path");
}

#[test]
fn query_entries_without_a_value_are_dropped_and_others_replace_the_endpoints_own() {
    let mut template = template("https://a.test", "/me?key=old&keep=1");
    template.query = pairs(&[("key", "${apiKey}"), ("none", "${credentials.none}"), ("fixed", "x")]);
    assert_eq!(placed(&template).url.as_str(), "https://a.test/me?keep=1&key=key+1%262&fixed=x");
}

#[test]
fn headers_are_lower_case_and_lie_over_the_default() {
    let mut template = template("https://a.test", "/me");
    template.default_basic = true;
    assert_eq!(headers(&placed(&template)), [("authorization", "Basic YWRhOnB3")]);
    template.headers = pairs(&[("Authorization", "Token ${apiKey}"), ("X-A", "1"), ("x-a", "2")]);
    assert_eq!(headers(&placed(&template)), [("authorization", "Token key 1&2"), ("x-a", "2")]);
}

#[test]
fn a_header_with_connection_config_is_dropped_where_a_placeholder_survives() {
    let mut template = template("https://a.test", "/me");
    template.headers = pairs(&[
        ("a", "${connectionConfig.none}"),
        ("b", "${connectionConfig.none} || fixed"),
        ("c", "${connectionConfig.tenant}-${credentials.none}"),
        ("d", "${credentials.none}"),
        ("e", "${base64(${connectionConfig.none})}"),
    ]);
    assert_eq!(headers(&placed(&template)), [("b", "fixed"), ("d", "${credentials.none}")]);
}

#[test]
fn an_empty_password_is_a_value() {
    let mut template = template("https://a.test", "/me");
    template.default_basic = true;
    let scope = scope(json!({ "credentials": { "username": "key", "password": "" } }));
    let placed = place(&template, &scope, moment(), RANDOM).unwrap();
    assert_eq!(headers(&placed), [("authorization", "Basic a2V5Og==")]);
    let nobody = place(&template, &Scope::new(), moment(), RANDOM).unwrap_err();
    assert_eq!(nobody, PlacementError::NoUserName);
}

#[test]
fn data_is_sent_as_its_content_type_says() {
    let mut template = template("https://a.test", "/me");
    template.method = Method::POST;
    template.data =
        Some(json!({ "key": "${apiKey}", "n": 1, "gone": { "x": "${credentials.none}" }, "empty": {} }));
    let json = placed(&template);
    assert_eq!(json.body.as_ref().unwrap().expose_secret(), r#"{"key":"key 1&2","n":1,"empty":{}}"#);
    assert_eq!(headers(&json), [("content-type", "application/json")]);

    template.headers = pairs(&[("content-type", "application/x-www-form-urlencoded")]);
    template.data = Some(json!({ "key": "${apiKey}", "n": 1 }));
    assert_eq!(placed(&template).body.unwrap().expose_secret(), "key=key+1%262&n=1");

    template.headers = pairs(&[("content-type", "text/xml")]);
    template.data = Some(json!("<a>${username}</a>"));
    assert_eq!(placed(&template).body.unwrap().expose_secret(), "<a>ada</a>");
}

#[test]
fn signatures_cover_the_request_as_it_is_sent() {
    let mut template =
        template("https://${connectionConfig.sub}.a.test", "/admin/v1/users?limit=10&b=%C3%BC&a=x+y");
    let signed = "${method}\n${host}\n${path}\n${params}";
    template.headers = pairs(&[
        ("date", "${now:ddd, DD MMM YYYY HH:mm:ss ZZ}"),
        ("x-signature", &format!("${{hmacSha1Hex({signed}, ${{credentials.password}})}}")),
        ("x-digest", "${sha256Base64(${bodyCanonicalParams})}"),
        ("x-path", "${base64(${endpoint})}"),
    ]);
    let expected = flat_text(
        "${hmacSha1Hex(GET\nacme.a.test\n/admin/v1/users\na=x%20y&b=%C3%BC&limit=10, ${credentials.password})}",
        &values(),
    );
    let placed = placed(&template);
    let headers = headers(&placed);
    assert_eq!(headers[0], ("date", "Sat, 09 Mar 2024 07:05:03 +0000"));
    assert_eq!(headers[1], ("x-signature", expected.as_str()));
    assert_eq!(headers[2].1, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "no body");
}

#[test]
fn a_placed_request_goes_out_or_says_which_header_cannot() {
    let mut template = template("https://a.test:8443", "/me");
    template.headers = pairs(&[("authorization", "Bearer ${apiKey}")]);
    let request = placed(&template);
    assert_eq!(request.definition_port, Some(8443));
    assert!(!format!("{request:?}").contains("key 1"));
    let outbound = request.into_outbound().unwrap();
    assert!(!format!("{outbound:?}").contains("key 1"));

    let scope = scope(json!({ "apiKey": "two\nlines" }));
    let split = place(&template, &scope, moment(), RANDOM).unwrap();
    let error = split.into_outbound().unwrap_err().to_string();
    assert!(error.contains("authorization") && !error.contains("lines"), "{error}");
}
