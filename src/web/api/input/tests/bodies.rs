//! Telemetry, integrations, credentials and settings.

use secrecy::ExposeSecret;
use serde_json::{Value, json};

use super::super::credentials::{ApiKeyCredentials, BasicCredentials, Nothing};
use super::super::integration::{IntegrationPatch, NewIntegration};
use super::super::integration_credentials::{IntegrationCredentials, OAuthKind};
use super::super::telemetry::{Event, Telemetry, telemetry_token};
use super::super::ui_settings::{DefaultTheme, UiSettings};
use super::{issue, places};
use crate::clock::Timestamp;

const NOW: Timestamp = Timestamp(1_738_317_600_000); // 2025-01-31T10:00:00Z

fn telemetry(timestamp: &Value) -> Value {
    json!({"token": "t", "event": "view:list", "timestamp": timestamp, "dimensions": {"integration": "github", "x": 1}})
}

#[test]
fn telemetry_takes_every_usual_spelling_of_a_recent_date() {
    let hour: i64 = 3_600_000;
    let rows = [
        (json!("2025-01-31T10:00:00.000Z"), 0),
        (json!("2025-01-31T12:30:00+01:00"), 3 * hour / 2),
        (json!("Fri, 31 Jan 2025 10:00:00 GMT"), 0),
        (json!(NOW.0 - 2 * hour), -2 * hour),
        (json!(NOW.0 + 2 * hour), 2 * hour),
    ];
    for (timestamp, offset) in rows {
        let read = Telemetry::read(Some(&telemetry(&timestamp)), NOW).unwrap();
        assert_eq!((read.timestamp, read.event), (NOW.plus_millis(offset), Event::ViewList), "{timestamp}");
        assert_eq!(read.integration.unwrap().as_str(), "github");
    }
    let refused = [
        (json!(NOW.0 + 2 * hour + 1), "custom@timestamp"),
        (json!("2025-01-31"), "custom@timestamp"),
        (json!(null), "custom@timestamp"),
        (json!(1e300), "custom@timestamp"),
        (json!("soon"), "invalid_type@timestamp"),
        (json!({}), "invalid_type@timestamp"),
    ];
    for (timestamp, expected) in refused {
        assert_eq!(places(Telemetry::read(Some(&telemetry(&timestamp)), NOW)), [expected], "{timestamp}");
    }
}

#[test]
fn telemetry_is_strict_and_its_token_can_be_seen_before() {
    let bad = json!({"token": "t", "event": "view:nothing", "dimensions": {"integration": "a/b"}, "z": 1});
    assert_eq!(
        places(Telemetry::read(Some(&bad), NOW)),
        [
            "invalid_value@event",
            "invalid_type@timestamp",
            "invalid_format@dimensions.integration",
            "unrecognized_keys@",
        ]
    );
    assert_eq!(telemetry_token(Some(&bad)).unwrap().expose_secret(), "t");
    for none in [json!({}), json!({"token": ""}), json!({"token": 1}), json!([])] {
        assert!(telemetry_token(Some(&none)).is_none());
    }
    assert!(telemetry_token(None).is_none());
}

fn new_integration(more: &Value) -> Value {
    let mut body = json!({"provider": "github", "unique_key": "github-prod"});
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    body
}

#[test]
fn an_integration_reads_each_type_of_credentials() {
    let client = json!({"client_id": "id", "client_secret": "hush", "scopes": "repo,read:user"});
    let pem = "-----BEGIN RSA PRIVATE KEY-----\nx\n-----END RSA PRIVATE KEY-----";
    let app = json!({"app_id": "1", "app_link": "https://x", "private_key": pem});
    let both: Value = client
        .as_object()
        .unwrap()
        .iter()
        .chain(app.as_object().unwrap())
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    for (kind, fields) in
        [("OAUTH1", &client), ("OAUTH2", &client), ("TBA", &client), ("APP", &app), ("CUSTOM", &both)]
    {
        let mut credentials = fields.clone();
        credentials["type"] = json!(kind);
        let body = new_integration(&json!({"credentials": credentials}));
        let read = NewIntegration::read(Some(&body)).unwrap().settings.credentials.unwrap();
        assert_eq!(read.type_name(), kind);
        assert!(!format!("{read:?}").contains("hush"), "no secret is printed");
        if let IntegrationCredentials::OAuth(OAuthKind::OAuth2, client) = read {
            assert_eq!(client.scopes, ["repo", "read:user"]);
        }
    }
}

#[test]
fn an_integration_refuses_what_does_not_fit() {
    let oauth = |more: Value| {
        let mut all = json!({"type": "OAUTH2", "client_id": "i", "client_secret": "s"});
        for (key, value) in more.as_object().unwrap() {
            all[key] = value.clone();
        }
        json!({"credentials": all})
    };
    let rows = [
        (json!({"unique_key": "."}), vec!["custom@unique_key"]),
        (json!({"unique_key": ".."}), vec!["custom@unique_key"]),
        (json!({"unique_key": "..."}), vec![]),
        (json!({"unique_key": "a/b"}), vec!["invalid_format@unique_key"]),
        (json!({"unique_key": "a".repeat(256)}), vec!["too_big@unique_key"]),
        (json!({"provider": null}), vec!["invalid_type@provider"]),
        (json!({"display_name": ""}), vec!["too_small@display_name"]),
        (json!({"credentials": "x"}), vec!["invalid_union@credentials.type"]),
        (oauth(json!({"scopes": ""})), vec![]),
        (oauth(json!({"scopes": "a, b"})), vec!["invalid_format@credentials.scopes"]),
        (
            oauth(json!({"client_id": "", "app_id": "1"})),
            vec!["too_small@credentials.client_id", "unrecognized_keys@credentials"],
        ),
        (
            json!({"integration_config": {"a": "x".repeat(8193), "b": 1}}),
            vec!["too_big@integration_config.a", "invalid_type@integration_config.b"],
        ),
        (json!({"custom": {"a": "x".repeat(8193)}}), vec![]),
        (json!({"custom": []}), vec!["invalid_type@custom"]),
    ];
    for (more, expected) in rows {
        assert_eq!(places(NewIntegration::read(Some(&new_integration(&more)))), expected, "{more}");
    }
    assert_eq!(
        serde_json::to_value([NewIntegration::unknown_provider(), NewIntegration::key_taken()]).unwrap(),
        json!([
            issue("invalid_string", "Invalid provider", &["provider"]),
            issue("invalid_string", "Unique key already exists", &["uniqueKey"]),
        ])
    );
}

#[test]
fn a_patch_may_hold_anything_but_the_provider() {
    let read =
        IntegrationPatch::read(Some(&json!({"unique_key": "new", "forward_webhooks": false}))).unwrap();
    assert_eq!(read.unique_key.unwrap().as_str(), "new");
    assert_eq!(read.settings.forward_webhooks, Some(false));
    assert!(IntegrationPatch::read(Some(&json!({}))).is_ok());
    assert_eq!(places(IntegrationPatch::read(Some(&json!({"provider": "x"})))), ["unrecognized_keys@"]);
    assert_eq!(places(IntegrationPatch::read(Some(&json!({"unique_key": ".."})))), ["custom@unique_key"]);
    assert_eq!(places(IntegrationPatch::read(None)), ["invalid_type@"]);
}

#[test]
fn credentials_are_strict_and_secret() {
    let key = |value: &Value| ApiKeyCredentials::read(Some(&json!({"apiKey": value})));
    assert_eq!(key(&json!("k")).unwrap().api_key.expose_secret(), "k");
    assert!(!format!("{:?}", key(&json!("hush"))).contains("hush"));
    assert_eq!(places(key(&json!(""))), ["too_small@apiKey"]);
    assert_eq!(places(key(&json!("x".repeat(1025)))), ["too_big@apiKey"]);
    assert!(key(&json!("x".repeat(1024))).is_ok());
    assert_eq!(
        places(ApiKeyCredentials::read(Some(&json!({"api_key": "x"})))),
        ["invalid_type@apiKey", "unrecognized_keys@"]
    );
    assert_eq!(places(ApiKeyCredentials::read(None)), ["invalid_type@"]);

    let basic = |body: &Value| places(BasicCredentials::read(Some(body)));
    assert_eq!(basic(&json!({"username": "", "password": ""})), Vec::<String>::new());
    assert_eq!(basic(&json!({"username": "u"})), ["invalid_type@password"]);
    assert_eq!(basic(&json!({"username": "u", "password": "x".repeat(1025)})), ["too_big@password"]);
    assert_eq!(basic(&json!({"username": "u", "password": "p", "domain": "d"})), ["unrecognized_keys@"]);
}

#[test]
fn nothing_is_nothing() {
    assert_eq!(Nothing::read(None), Ok(Nothing));
    assert_eq!(Nothing::read(Some(&json!({}))), Ok(Nothing));
    assert_eq!(places(Nothing::read(Some(&json!({"a": 1})))), ["unrecognized_keys@"]);
    assert_eq!(places(Nothing::read(Some(&json!(null)))), ["invalid_type@"]);
}

#[test]
fn ui_settings_are_whole_or_refused() {
    let whole = json!({"theme": {"light": {"primary": "#00B2E3"}, "dark": {"primary": "url(x)"}},
        "defaultTheme": "system", "showWatermark": false});
    let read = UiSettings::read(Some(&whole)).unwrap();
    assert_eq!((read.default_theme, read.show_watermark), (DefaultTheme::System, false));
    assert_eq!((read.light_primary.as_str(), read.dark_primary.as_str()), ("#00B2E3", "url(x)"));
    let bad = json!({"theme": {"light": {"primary": 1, "x": 1}}, "defaultTheme": "blue"});
    assert_eq!(
        places(UiSettings::read(Some(&bad))),
        [
            "invalid_type@theme.light.primary",
            "unrecognized_keys@theme.light",
            "invalid_type@theme.dark",
            "invalid_value@defaultTheme",
            "invalid_type@showWatermark",
        ]
    );
    let colour = UiSettings::bad_colour("dark", "Not a colour");
    assert_eq!(
        serde_json::to_value(colour).unwrap(),
        issue("custom", "Not a colour", &["theme", "dark", "primary"])
    );
}
