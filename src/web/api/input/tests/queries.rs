//! Typed queries, from the raw text on.

use secrecy::ExposeSecret;
use serde_json::json;

use super::super::auth_query::{AuthQuery, Caller};
use super::super::connections::{GetConnection, ListConnections, OfIntegration, Page};
use super::super::credentials::Nothing;
use super::super::include::Include;
use super::super::providers::ListProviders;
use super::super::query::parse_query;
use super::{issue, issues, places};

fn token() -> String {
    format!("nango_connect_session_{}", "0a".repeat(32))
}

fn auth(raw: &str) -> Result<AuthQuery, super::Issues> {
    AuthQuery::read(&parse_query(raw))
}

#[test]
fn a_session_token_or_a_public_key_is_needed() {
    let read = auth(&format!("connect_session_token={}&hmac=x&user_scope=y&anything=z", token())).unwrap();
    let Caller::Session(read) = read.caller else { panic!("a session") };
    assert_eq!(read.expose_secret(), token());
    let key = "public_key=5c1c5d5a-7a70-4b1e-8e4c-000000000000&connection_id=c";
    assert!(matches!(auth(key).unwrap().caller, Caller::PublicKey));

    let neither = json!([issue("invalid_union", "Invalid input", &[])]);
    let upper = token().to_uppercase();
    for raw in ["", "connect_session_token=x", "public_key=x", &format!("connect_session_token={upper}")] {
        assert_eq!(issues(auth(raw)), neither, "{raw}");
    }
    let message = "connection_id is forbidden when using session token";
    assert_eq!(
        issues(auth(&format!("connect_session_token={}&connection_id=c", token()))),
        json!([issue("custom", message, &["connection_id"])])
    );
}

#[test]
fn params_keep_texts_only_and_never_a_webhook() {
    let raw = "params[subdomain]=acme&params%5Ba.b%5D=c+d&params[webhook_url]=https://x&params[list]=1&params[list]=2&params[o][p]=1";
    let read = auth(&format!("connect_session_token={}&{raw}", token())).unwrap();
    let params: Vec<_> = read.params.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(params, [("subdomain", "acme"), ("a.b", "c d")]);
    let printed = format!("{read:?}");
    assert!(
        printed.contains("subdomain") && !printed.contains("acme") && !printed.contains("0a0a"),
        "{printed}"
    );
    let bad = format!("connect_session_token={}&params=x", token());
    assert_eq!(places(auth(&bad)), ["invalid_type@params"]);
}

#[test]
fn a_list_is_filtered_and_paged() {
    let raw = "connectionId=c&search=Al&endUserId=u&endUserOrganizationId=o&integrationId=a,+b&tags[Team]=Blue&limit=50&page=3";
    let read = ListConnections::read(&parse_query(raw)).unwrap();
    assert_eq!(read.connection_id.as_deref(), Some("c"));
    assert_eq!(read.search.as_deref(), Some("Al"));
    assert_eq!(
        (read.end_user_id.as_deref(), read.end_user_organization_id.as_deref()),
        (Some("u"), Some("o"))
    );
    assert_eq!(read.integration_ids, Some(vec!["a".to_owned(), "b".to_owned()]));
    let tags: Vec<_> = read.tags.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(tags, [("team", "Blue")]);
    assert_eq!(read.page, Page { limit: 50, offset: 150 });
    assert_eq!(ListConnections::read(&json!({})).unwrap().page, Page { limit: 10_000, offset: 0 });
    let far = ListConnections::read(&parse_query(&format!("limit=2000&page={}", u64::MAX))).unwrap();
    assert_eq!(far.page.offset, i64::MAX as u64);
}

#[test]
fn a_list_refuses_what_it_does_not_know() {
    let rows = [
        ("connectionId=", vec!["too_small@connectionId"]),
        ("search=a&search=b", vec!["invalid_type@search"]),
        ("tags[a]=", vec!["too_small@tags.a"]),
        ("tags[9]=x", vec!["invalid_type@tags"]),
        ("tags[a%20b]=x", vec!["invalid_key@tags.a b"]),
        ("tags=x", vec!["invalid_type@tags"]),
        ("limit=1&limit=2", vec!["invalid_type@limit"]),
        ("env=dev&limit=0", vec!["too_small@limit", "unrecognized_keys@"]),
    ];
    for (raw, expected) in rows {
        assert_eq!(places(ListConnections::read(&parse_query(raw))), expected, "{raw}");
    }
}

#[test]
fn one_connection_takes_every_spelling_of_yes_and_no() {
    for (text, expected) in [
        ("true", true),
        ("1", true),
        ("YES", true),
        ("On", true),
        ("y", true),
        ("enabled", true),
        ("false", false),
        ("0", false),
        ("No", false),
        ("off", false),
        ("n", false),
        ("DISABLED", false),
    ] {
        let raw = format!(
            "provider_config_key=k&refresh_token={text}&force_refresh={text}&refresh_github_app_jwt_token={text}"
        );
        let read = GetConnection::read(&parse_query(&raw)).unwrap();
        assert_eq!((read.refresh_token, read.force_refresh), (expected, expected), "{text}");
        assert_eq!((read.refresh_github_app_jwt_token, read.wants_refresh()), (expected, expected), "{text}");
    }
    assert!(!GetConnection::read(&parse_query("provider_config_key=k")).unwrap().wants_refresh());
    let rows = [
        ("", vec!["invalid_type@provider_config_key"]),
        ("provider_config_key=a/b", vec!["invalid_format@provider_config_key"]),
        ("provider_config_key=k&force_refresh=", vec!["invalid_value@force_refresh"]),
        ("provider_config_key=k&other=1", vec!["unrecognized_keys@"]),
    ];
    for (raw, expected) in rows {
        assert_eq!(places(GetConnection::read(&parse_query(raw))), expected, "{raw}");
    }
}

#[test]
fn the_small_queries_are_strict() {
    let key = OfIntegration::read(&parse_query("provider_config_key=my+key")).unwrap().provider_config_key;
    assert_eq!(key.as_str(), "my key");
    assert_eq!(
        places(OfIntegration::read(&parse_query("a=1"))),
        ["invalid_type@provider_config_key", "unrecognized_keys@"]
    );

    let include = |raw: &str| Include::read(&parse_query(raw));
    assert_eq!(include(""), Ok(Include::default()));
    assert_eq!(include("include=webhook"), Ok(Include { webhook: true, credentials: false }));
    assert_eq!(
        include("include=webhook&include=credentials"),
        Ok(Include { webhook: true, credentials: true })
    );
    assert_eq!(places(include("include=all")), ["invalid_value@include"]);
    assert_eq!(places(include("include=webhook&include=x")), ["invalid_value@include.1"]);

    let search = |raw: &str| ListProviders::read(&parse_query(raw));
    assert_eq!(search("search=Git").unwrap().search.as_deref(), Some("git"));
    assert_eq!(search("").unwrap().search, None);
    assert_eq!(places(search("search=a*")), ["invalid_format@search"]);
    assert_eq!(places(Nothing::read(Some(&parse_query("x=1")))), ["unrecognized_keys@"]);
}
