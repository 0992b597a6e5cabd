//! Tags: their rules, and what a session stores.

use serde_json::{Map, Value, json};

use super::super::connect_session::NewConnectSession;
use super::places;

fn stored(body: &Value) -> Value {
    let tags = NewConnectSession::read(Some(body)).unwrap().tags().unwrap();
    tags.into_iter().map(|(key, value)| (key.to_string(), Value::from(value))).collect::<Map<_, _>>().into()
}

fn many(prefix: &str, count: usize) -> Value {
    (0..count).map(|n| (format!("{prefix}{n}"), Value::from("x"))).collect::<Map<_, _>>().into()
}

#[test]
fn tags_keep_their_rules() {
    let too_long = "a".repeat(65);
    let too_long_place = format!("invalid_key@tags.{too_long}");
    let rows = [
        (json!({"a": ""}), vec!["too_small@tags.a"]),
        (json!({"a": "x".repeat(256)}), vec!["too_big@tags.a"]),
        (json!({"a": 1}), vec!["invalid_type@tags.a"]),
        (
            json!({"1a": "x", "a b": "x", "": "x"}),
            vec!["invalid_key@tags.1a", "invalid_key@tags.a b", "invalid_key@tags."],
        ),
        (json!({too_long.as_str(): "x"}), vec![too_long_place.as_str()]),
        (json!({"Team.a/b_c-1": "x", "a".repeat(64): "x"}), vec![]),
        (json!({"Team": "x", "team": "y"}), vec!["custom@tags"]),
        (json!({"end_user_email": "nobody"}), vec!["custom@tags.end_user_email"]),
        (json!({"End_User_Email": "a@b"}), vec!["custom@tags.End_User_Email"]),
        (json!({"end_user_email": "a@b.de"}), vec![]),
        (many("t", 10), vec![]),
        (many("9", 11), vec!["custom@tags"]),
    ];
    for (tags, expected) in rows {
        assert_eq!(places(NewConnectSession::read(Some(&json!({"tags": tags})))), expected, "{tags}");
    }
}

#[test]
fn an_end_users_own_tags_may_be_empty() {
    let body = json!({"end_user": {"id": "1", "tags": {"a": "", "B": "x"}}});
    let session = NewConnectSession::read(Some(&body)).unwrap();
    let own = session.end_user.unwrap().tags.unwrap();
    let own: Vec<_> = own.iter().map(|(key, value)| (key.as_str(), value)).collect();
    assert_eq!(own, [("a", ""), ("B", "x")], "stored in the case in which they were written");
    let bad = json!({"end_user": {"id": "1", "tags": {"a": "x", "A": "y"}}});
    assert_eq!(places(NewConnectSession::read(Some(&bad))), ["custom@end_user.tags"]);
}

#[test]
fn a_session_stores_generated_tags_overlaid_by_its_own() {
    let user = json!({"id": "u1", "email": "alice@acme.com", "display_name": ""});
    let organization = json!({"id": "o1", "display_name": "Acme"});
    assert_eq!(
        stored(
            &json!({"end_user": user, "organization": organization, "tags": {"Team": "Blue", "End_User_ID": "x"}})
        ),
        json!({"end_user_id": "x", "end_user_email": "alice@acme.com", "organization_id": "o1",
            "organization_display_name": "Acme", "team": "Blue"})
    );
    assert_eq!(
        stored(&json!({"tags": {}, "organization": organization})),
        json!({}),
        "no end user, no organization"
    );
    assert_eq!(
        stored(&json!({"end_user": {"id": "u1", "tags": {"Plan": "Pro", "end_user_id": "other"}}})),
        json!({"end_user_id": "other", "plan": "Pro"})
    );
}

#[test]
fn generated_tags_that_break_a_rule_never_refuse_the_session() {
    let base = json!({"end_user_id": "u1"});
    let empty = json!({"end_user": {"id": "u1", "tags": {"a": ""}}});
    assert_eq!(stored(&empty), base, "an empty value drops the end user's tags");
    let too_many = json!({"end_user": {"id": "u1", "tags": many("t", 10)}});
    assert_eq!(stored(&too_many), base, "too many in sum drop the end user's tags");
    let domain = vec!["a".repeat(60); 4].join(".");
    let long_email = json!({"end_user": {"id": "u1", "email": format!("{}@{domain}", "b".repeat(64))}});
    let cut = stored(&long_email)["end_user_email"].as_str().map(str::len);
    assert_eq!(cut, Some(255), "a long value is cut");
}

#[test]
fn explicit_tags_beyond_ten_are_refused_not_lost() {
    let body = json!({"end_user": {"id": "u1"}, "tags": many("t", 10)});
    let issue = NewConnectSession::read(Some(&body)).unwrap().tags().unwrap_err();
    assert_eq!(places::<()>(Err(issue.into())), ["custom@tags"]);
}
