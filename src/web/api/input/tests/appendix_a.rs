//! Each row of Appendix A, read by a body or query that has such a rule.

use serde_json::{Value, json};

use super::super::connect_session::NewConnectSession;
use super::super::connections::{GetConnection, ListConnections};
use super::super::integration::NewIntegration;
use super::super::issue::{Code, Fault, Issues};
use super::super::telemetry::Telemetry;
use super::{issue, issues};
use crate::clock::Timestamp;

type Row = (fn(&Value) -> Result<(), Issues>, Value, Vec<Value>);

fn session(value: &Value) -> Result<(), Issues> {
    NewConnectSession::read(Some(value)).map(drop)
}

fn integration(value: &Value) -> Result<(), Issues> {
    NewIntegration::read(Some(value)).map(drop)
}

fn telemetry(value: &Value) -> Result<(), Issues> {
    Telemetry::read(Some(value), Timestamp(0)).map(drop)
}

fn list(value: &Value) -> Result<(), Issues> {
    ListConnections::read(value).map(drop)
}

fn get(value: &Value) -> Result<(), Issues> {
    GetConnection::read(value).map(drop)
}

const KEY_PATTERN: &str = "Invalid string: must match pattern /^[a-zA-Z0-9~:.@ _-]+$/";
const YES_NO: &str = "Invalid option: expected one of \"true\"|\"1\"|\"yes\"|\"on\"|\"y\"|\"enabled\"|\
                      \"false\"|\"0\"|\"no\"|\"off\"|\"n\"|\"disabled\"";

fn wrong_type(expected: &str, received: &str, path: &[&str]) -> Value {
    issue("invalid_type", &format!("Invalid input: expected {expected}, received {received}"), path)
}

fn check(rows: Vec<Row>) {
    for (read, input, expected) in rows {
        assert_eq!(issues(read(&input)), Value::Array(expected), "{input}");
    }
}

#[test]
fn types_are_named_as_expected_and_received() {
    check(vec![
        (session, json!({}), vec![wrong_type("object", "undefined", &["end_user"])]),
        (session, json!([]), vec![wrong_type("object", "array", &[])]),
        (session, json!("x"), vec![wrong_type("object", "string", &[])]),
        (session, json!({"end_user": {}}), vec![wrong_type("string", "undefined", &["end_user", "id"])]),
        (session, json!({"end_user": {"id": 1}}), vec![wrong_type("string", "number", &["end_user", "id"])]),
        (session, json!({"end_user": {"id": null}}), vec![wrong_type("string", "null", &["end_user", "id"])]),
        (
            session,
            json!({"end_user": {"id": true}}),
            vec![wrong_type("string", "boolean", &["end_user", "id"])],
        ),
        (session, json!({"tags": []}), vec![wrong_type("record", "array", &["tags"])]),
        (
            session,
            json!({"tags": {}, "allowed_integrations": {}}),
            vec![wrong_type("array", "object", &["allowed_integrations"])],
        ),
        (
            integration,
            json!({"provider": "p", "unique_key": "k", "forward_webhooks": "yes"}),
            vec![wrong_type("boolean", "string", &["forward_webhooks"])],
        ),
        (
            telemetry,
            json!({"token": "t", "event": "open", "timestamp": "no date"}),
            vec![wrong_type("date", "Date", &["timestamp"])],
        ),
        (list, json!({"limit": "inf"}), vec![wrong_type("number", "NaN", &["limit"])]),
        (list, json!({"limit": "ten"}), vec![wrong_type("number", "NaN", &["limit"])]),
        (list, json!({"limit": "1.5"}), vec![wrong_type("int", "number", &["limit"])]),
    ]);
    assert_eq!(issues(NewConnectSession::read(None)), json!([wrong_type("object", "undefined", &[])]));
}

#[test]
fn unknown_keys_are_listed_at_their_object() {
    check(vec![
        (
            session,
            json!({"tags": {}, "a": 1}),
            vec![issue("unrecognized_keys", "Unrecognized key: \"a\"", &[])],
        ),
        (
            session,
            json!({"end_user": {"id": "1", "a": 1, "b": 2}}),
            vec![issue("unrecognized_keys", "Unrecognized keys: \"a\", \"b\"", &["end_user"])],
        ),
        (list, json!({"cursor": "x"}), vec![issue("unrecognized_keys", "Unrecognized key: \"cursor\"", &[])]),
    ]);
}

#[test]
fn texts_have_form_and_length() {
    let user = |key: &str, value: String| json!({"end_user": {"id": "1", key: value}});
    check(vec![
        (
            session,
            json!({"tags": {}, "allowed_integrations": ["ok", "a/b"]}),
            vec![issue("invalid_format", KEY_PATTERN, &["allowed_integrations", "1"])],
        ),
        (
            integration,
            json!({"provider": "a b", "unique_key": "k"}),
            vec![issue(
                "invalid_format",
                "Invalid string: must match pattern /^[a-zA-Z0-9_-]+$/",
                &["provider"],
            )],
        ),
        (
            session,
            user("email", "nobody".into()),
            vec![issue("invalid_format", "Invalid email address", &["end_user", "email"])],
        ),
        (
            session,
            user("email", "a@b".into()),
            vec![issue(
                "too_small",
                "Too small: expected string to have >=5 characters",
                &["end_user", "email"],
            )],
        ),
        (
            session,
            user("display_name", "x".repeat(256)),
            vec![issue(
                "too_big",
                "Too big: expected string to have <=255 characters",
                &["end_user", "display_name"],
            )],
        ),
        (
            session,
            json!({"end_user": {"id": ""}}),
            vec![issue(
                "too_small",
                "Too small: expected string to have >=1 characters",
                &["end_user", "id"],
            )],
        ),
        (
            session,
            json!({"tags": {}, "overrides": {"github": {"docs_connect": "docs"}}}),
            vec![issue("invalid_format", "Invalid URL", &["overrides", "github", "docs_connect"])],
        ),
    ]);
}

#[test]
fn a_key_of_a_github_app_is_told_by_its_first_and_last_line() {
    let app = |key: &str| {
        json!({"provider": "p", "unique_key": "k",
            "credentials": {"type": "APP", "app_id": "1", "app_link": "l", "private_key": key}})
    };
    let start = "-----BEGIN RSA PRIVATE KEY----";
    let end = "-----END RSA PRIVATE KEY-----";
    let path = ["credentials", "private_key"];
    let must = |rule: &str, part: &str| {
        issue("invalid_format", &format!("Invalid string: must {rule} with \"{part}\""), &path)
    };
    check(vec![
        (integration, app("x"), vec![must("start", start)]),
        (integration, app(&format!("{start}-\nx")), vec![must("end", end)]),
        (integration, app(&format!("{start}-\nx\n{end}\n")), vec![]),
    ]);
}

#[test]
fn numbers_have_a_range() {
    let small =
        |min: &str, path| issue("too_small", &format!("Too small: expected number to be >={min}"), path);
    let big = || issue("too_big", "Too big: expected number to be <=2000", &["limit"]);
    check(vec![
        (list, json!({"limit": "0"}), vec![small("1", &["limit"])]),
        (list, json!({"limit": ""}), vec![small("1", &["limit"])]),
        (list, json!({"limit": "-3"}), vec![small("1", &["limit"])]),
        (list, json!({"limit": "2001"}), vec![big()]),
        (list, json!({"limit": "99999999999999999999999"}), vec![big()]),
        (list, json!({"limit": "1e999"}), vec![big()]),
        (list, json!({"page": "-1"}), vec![small("0", &["page"])]),
        (list, json!({"limit": " 2e3 ", "page": "7.0"}), vec![]),
    ]);
}

#[test]
fn choices_are_listed() {
    check(vec![
        (
            session,
            json!({"tags": {}, "connect_ui": {"view": "x"}}),
            vec![issue(
                "invalid_value",
                "Invalid option: expected one of \"connect\"|\"manage\"",
                &["connect_ui", "view"],
            )],
        ),
        (
            get,
            json!({"provider_config_key": "k", "refresh_token": "maybe"}),
            vec![issue("invalid_value", YES_NO, &["refresh_token"])],
        ),
    ]);
    let only = serde_json::to_value(Fault::not_among(["a"]).at::<String>([])).unwrap();
    assert_eq!(only, issue("invalid_value", "Invalid input: expected \"a\"", &[]));
}

#[test]
fn unions_records_and_rules_of_their_own() {
    check(vec![
        (
            session,
            json!({"tags": {}, "webhook_url_override": "nowhere"}),
            vec![issue("invalid_union", "Invalid input", &["webhook_url_override"])],
        ),
        (
            integration,
            json!({"provider": "p", "unique_key": "k", "credentials": {"type": "API_KEY"}}),
            vec![issue("invalid_union", "invalid credentials object", &["credentials", "type"])],
        ),
        (
            session,
            json!({"tags": {"1st": "x"}}),
            vec![issue("invalid_key", "Invalid key in record", &["tags", "1st"])],
        ),
        (
            telemetry,
            json!({"token": "t", "event": "open", "timestamp": 1e15}),
            vec![issue("custom", "Must be within two hours of the server's time", &["timestamp"])],
        ),
    ]);
}

#[test]
fn several_issues_come_at_once_in_the_order_of_the_schema() {
    check(vec![(
        session,
        json!({"z": 1, "allowed_integrations": ["?"], "end_user": {"id": 1, "email": "x"}}),
        vec![
            wrong_type("string", "number", &["end_user", "id"]),
            issue("invalid_format", "Invalid email address", &["end_user", "email"]),
            issue("invalid_format", KEY_PATTERN, &["allowed_integrations", "0"]),
            issue("unrecognized_keys", "Unrecognized key: \"z\"", &[]),
        ],
    )]);
}

#[test]
fn codes_have_their_wire_names() {
    let names =
        serde_json::to_value([Code::InvalidString, Code::InvalidKey, Code::UnrecognizedKeys]).unwrap();
    assert_eq!(names, json!(["invalid_string", "invalid_key", "unrecognized_keys"]));
}
