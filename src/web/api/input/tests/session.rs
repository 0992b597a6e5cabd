//! Bodies of sessions.

use serde_json::{Value, json};

use super::super::connect_session::NewConnectSession;
use super::super::connect_ui::ConnectUi;
use super::super::key::IntegrationKey;
use super::super::link::WebOrigin;
use super::super::reconnect::ReconnectSession;
use super::{issue, issues, places};

fn read(mut body: Value) -> NewConnectSession {
    if body.get("end_user").is_none() && body.get("tags").is_none() {
        body["tags"] = json!({});
    }
    NewConnectSession::read(Some(&body)).unwrap()
}

fn key(text: &str) -> IntegrationKey {
    IntegrationKey::parse(text).unwrap()
}

fn webhook(session: &NewConnectSession) -> Option<&str> {
    session.settings.webhook_url_override.as_ref().map(|target| target.url().as_str())
}

#[test]
fn a_session_needs_an_end_user_or_tags() {
    let rows = [
        (json!({"tags": {}}), vec![]),
        (json!({"end_user": {"id": "1"}}), vec![]),
        (json!({"end_user": {"id": "1"}, "tags": {"a": "b"}}), vec![]),
        (json!({}), vec!["invalid_type@end_user"]),
        (json!({"tags": null}), vec!["invalid_type@tags"]),
        (json!({"end_user": null, "tags": {}}), vec!["invalid_type@end_user"]),
        (json!({"end_user": {}, "tags": {}}), vec!["invalid_type@end_user.id"]),
        (json!({"organization": {"id": "o"}}), vec!["invalid_type@end_user"]),
        (json!({"end_user": {"id": "1"}, "organization": {"id": ""}}), vec![]),
        (json!({"end_user": {"id": "1"}, "organization": {}}), vec!["invalid_type@organization.id"]),
    ];
    for (body, expected) in rows {
        assert_eq!(places(NewConnectSession::read(Some(&body))), expected, "{body}");
    }
}

#[test]
fn no_allowed_integrations_are_all() {
    assert_eq!(read(json!({})).allowed_integrations, None);
    assert_eq!(read(json!({"allowed_integrations": []})).allowed_integrations, None);
    let some = read(json!({"allowed_integrations": ["github", "a b"]})).allowed_integrations;
    assert_eq!(some, Some(vec![key("github"), key("a b")]));
}

#[test]
fn defaults_are_strict_but_their_connection_config_is_open() {
    let session = read(json!({"integrations_config_defaults": {"slack": {
        "user_scopes": "a,b", "authorization_params": {"hd": "acme.com"},
        "connection_config": {"subdomain": "acme", "deep": {"x": [1]}, "oauth_scopes_override": "s"}}}}));
    assert!(!format!("{session:?}").contains("acme"), "presets are not printed");
    let defaults = &session.settings.integrations_config_defaults.unwrap()[&key("slack")];
    assert_eq!(defaults.user_scopes.as_deref(), Some("a,b"));
    assert_eq!(defaults.authorization_params.as_ref().unwrap()["hd"], "acme.com");
    let config = Value::Object(defaults.connection_config.clone().unwrap());
    assert_eq!(config, json!({"subdomain": "acme", "deep": {"x": [1]}, "oauth_scopes_override": "s"}));

    let bad = json!({"tags": {}, "integrations_config_defaults": {
        "a/b": {}, "x": {"other": 1, "authorization_params": {"hd": 1}},
        "y": {"connection_config": {"oauth_scopes_override": ["s"]}}}});
    assert_eq!(
        places(NewConnectSession::read(Some(&bad))),
        [
            "invalid_key@integrations_config_defaults.a/b",
            "invalid_type@integrations_config_defaults.x.authorization_params.hd",
            "unrecognized_keys@integrations_config_defaults.x",
            "invalid_type@integrations_config_defaults.y.connection_config.oauth_scopes_override",
        ]
    );
}

#[test]
fn overrides_take_web_links_and_drop_the_rest() {
    let session = read(json!({"overrides": {
        "a": {"docs_connect": "https://docs.acme.com/a", "else": 1}, "b": {"docs_connect": ""}, "c": {}}}));
    let overrides = session.settings.overrides.unwrap();
    let link = |name: &str| overrides[&key(name)].docs_connect.as_ref().map(url::Url::as_str);
    assert_eq!((link("a"), link("b"), link("c")), (Some("https://docs.acme.com/a"), None, None));

    for link in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"] {
        let body = json!({"tags": {}, "overrides": {"a": {"docs_connect": link}}});
        assert_eq!(
            places(NewConnectSession::read(Some(&body))),
            ["custom@overrides.a.docs_connect"],
            "{link}"
        );
    }
}

#[test]
fn the_deprecated_webhook_moves_unless_the_new_one_was_given() {
    let with = |new: Option<&str>| {
        let mut body = json!({"integrations_config_defaults": {
            "a": {"connection_config": {"webhook_url": ""}},
            "b": {"connection_config": {"webhook_url": "https://b.example/hook", "x": 1}},
            "c": {"connection_config": {"webhook_url": "https://c.example/hook"}}}});
        if let Some(new) = new {
            body["webhook_url_override"] = json!(new);
        }
        read(body)
    };
    assert_eq!(webhook(&with(None)), Some("https://b.example/hook"));
    assert_eq!(webhook(&with(Some(""))), None);
    assert_eq!(webhook(&with(Some("https://new.example/"))), Some("https://new.example/"));
    let defaults = with(None).settings.integrations_config_defaults.unwrap();
    assert_eq!(Value::Object(defaults[&key("b")].connection_config.clone().unwrap()), json!({"x": 1}));
}

#[test]
fn a_bad_webhook_is_told_at_the_key_that_holds_it() {
    let rows = [
        (json!({"webhook_url_override": 1}), "invalid_union@webhook_url_override"),
        (json!({"webhook_url_override": "ftp://x.example"}), "custom@webhook_url_override"),
        (
            json!({"integrations_config_defaults": {"a": {"connection_config": {"webhook_url": "x"}}}}),
            "invalid_union@integrations_config_defaults.a.connection_config.webhook_url",
        ),
    ];
    for (mut body, expected) in rows {
        body["tags"] = json!({});
        assert_eq!(places(NewConnectSession::read(Some(&body))), [expected], "{body}");
    }
    let session = read(json!({"webhook_url_override": "https://10.0.0.1/"}));
    let refused = session.settings.webhook_url_override.unwrap().refused("Private address");
    assert_eq!(
        serde_json::to_value(refused).unwrap(),
        issue("custom", "Private address", &["webhook_url_override"])
    );
}

#[test]
fn unknown_integrations_are_told_one_by_one() {
    let session = read(json!({"allowed_integrations": ["known", "a"],
        "integrations_config_defaults": {"b": {}, "known": {}}, "overrides": {"c": {}}}));
    let named: Vec<&str> = session.integrations().into_iter().map(IntegrationKey::as_str).collect();
    assert_eq!(named, ["a", "b", "c", "known"]);
    let missing = |path: &[&str]| issue("custom", "Integration does not exist", path);
    assert_eq!(
        issues(session.check_integrations(|key| key.as_str() == "known")),
        json!([
            missing(&["allowed_integrations", "1"]),
            missing(&["integrations_config_defaults", "b"]),
            missing(&["overrides", "c"]),
        ])
    );
    assert_eq!(session.check_integrations(|_| true), Ok(()));
}

#[test]
fn our_own_key_takes_what_is_built() {
    let ui = read(json!({"connect_ui": {"app_name": "Acme", "completion": "immediate", "verify": "none",
        "view": "connect", "allowed_origins": ["https://App.Acme.com:443", "http://localhost:5173/"]}}))
    .settings
    .connect_ui;
    let origins: Vec<_> = ui.allowed_origins.iter().flatten().map(WebOrigin::as_str).collect();
    assert_eq!(ui.app_name.as_deref(), Some("Acme"));
    assert_eq!(origins, ["https://app.acme.com", "http://localhost:5173"]);
    assert_eq!(read(json!({})).settings.connect_ui, ConnectUi::default());
    let ui = read(json!({"connect_ui": {"completion": "exchange"}})).settings.connect_ui;
    assert_eq!(ui.completion.as_str(), "exchange");
    let ui = read(json!({"connect_ui": {"view": "manage"}})).settings.connect_ui;
    assert_eq!(ui.view.as_str(), "manage");
}

#[test]
fn our_own_key_refuses_what_is_no_origin() {
    let bad = [
        "null",
        "https://a.com/path",
        "https://*.a.com",
        "app.acme.com",
        "https://u@a.com",
        "ftp://a.com",
        "https://a;b.com",
        "https://a'b.com",
        "https://a,b.com",
        "x:y",
    ];
    for origin in bad {
        let body = json!({"tags": {}, "connect_ui": {"allowed_origins": [origin]}});
        assert_eq!(
            places(NewConnectSession::read(Some(&body))),
            ["custom@connect_ui.allowed_origins.0"],
            "{origin}"
        );
    }
    let unknown = json!({"tags": {}, "connect_ui": {"colour": "red"}});
    assert_eq!(places(NewConnectSession::read(Some(&unknown))), ["unrecognized_keys@connect_ui"]);
}

#[test]
fn a_reconnect_names_one_connection_and_no_allowed_integrations() {
    let session =
        ReconnectSession::read(Some(&json!({"connection_id": "a/b [1]", "integration_id": "github",
        "organization": {"id": "o1"}})))
        .unwrap();
    assert_eq!((session.connection_id.as_str(), session.integration_id.as_str()), ("a/b [1]", "github"));
    assert_eq!(session.tags().unwrap().len(), 1, "here an organization alone makes tags");

    let rows = [
        (json!({}), vec!["invalid_type@connection_id", "invalid_type@integration_id"]),
        (
            json!({"connection_id": "a", "integration_id": "b", "allowed_integrations": []}),
            vec!["unrecognized_keys@"],
        ),
        (json!({"connection_id": "a<b", "integration_id": "b"}), vec!["invalid_format@connection_id"]),
        (json!({"connection_id": "a".repeat(256), "integration_id": "b"}), vec!["too_big@connection_id"]),
    ];
    for (body, expected) in rows {
        assert_eq!(places(ReconnectSession::read(Some(&body))), expected, "{body}");
    }
}
