//! Input that wants to break the server.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::auth_query::AuthQuery;
use super::super::connect_session::NewConnectSession;
use super::super::connections::ListConnections;
use super::super::json::parse_body;
use super::super::query::parse_query;
use super::issues;

#[test]
fn malformed_json_is_told_in_the_parsers_words() {
    let rows = [
        ("{\"a\":", "EOF while parsing a value at line 1 column 5"),
        ("{a:1}", "key must be a string at line 1 column 2"),
        ("{} x", "trailing characters at line 1 column 4"),
    ];
    for (body, message) in rows {
        assert_eq!(parse_body(true, body.as_bytes()).unwrap_err().to_string(), message);
    }
    assert!(parse_body(true, &[b'"', 0xff, b'"']).is_err());
}

#[test]
fn an_empty_body_is_an_object_only_with_a_content_type() {
    assert_eq!(parse_body(true, b""), Ok(Some(json!({}))));
    assert_eq!(parse_body(false, b""), Ok(None));
    assert_eq!(parse_body(true, b"[1]"), Ok(Some(json!([1]))));
}

#[test]
fn depth_is_refused_not_followed() {
    let deep = "[".repeat(1_000_000);
    let error = parse_body(true, deep.as_bytes()).unwrap_err().to_string();
    assert!(error.starts_with("recursion limit exceeded"), "{error}");
    let query = format!("a{}=1", "[b]".repeat(1_000_000));
    assert_eq!(parse_query(&query).as_object().map(serde_json::Map::len), Some(1));
    let brackets = "[".repeat(1_000_000);
    assert_eq!(parse_query(&brackets).as_object().map(serde_json::Map::len), Some(1));
}

#[test]
fn a_hundred_thousand_faults_make_a_short_answer() {
    let body = json!({"tags": {}, "allowed_integrations": vec!["?"; 100_000]});
    let Value::Array(found) = issues(NewConnectSession::read(Some(&body))) else { panic!("a list") };
    assert_eq!(found.len(), 100);
}

proptest! {
    /// Whatever stands in an address, reading it ends in a tree or a refusal.
    #[test]
    fn any_query_is_read(raw in "([a-c0-9.=&%+_ü]|\\[|\\]|%5B|%5d|tags|params|limit=|page=|&search=){0,40}") {
        let tree = parse_query(&raw);
        prop_assert!(tree.is_object());
        let _ = AuthQuery::read(&tree);
        let _ = ListConnections::read(&tree);
    }
}
