//! Query strings as `qs` reads them.

use serde_json::json;

use super::super::query::parse_query;

#[test]
fn keys_nest_by_brackets_only() {
    let rows = [
        ("", json!({})),
        ("a=1&b=2", json!({"a": "1", "b": "2"})),
        ("a", json!({"a": ""})),
        ("a=&=x&&", json!({"a": ""})),
        ("a=b=c", json!({"a": "b=c"})),
        ("params[a]=1&params[b]=2", json!({"params": {"a": "1", "b": "2"}})),
        ("params%5Ba%5D=1&params%5bb%5d=2", json!({"params": {"a": "1", "b": "2"}})),
        ("tags[a.b]=1", json!({"tags": {"a.b": "1"}})),
        ("a.b=1", json!({"a.b": "1"})),
        ("a[b][c]=1", json!({"a": {"b": {"c": "1"}}})),
        ("params[a=b]=1", json!({"params": {"a=b": "1"}})),
        ("a[b=1", json!({"a[b": "1"})),
        ("[a]=1", json!({"a": "1"})),
    ];
    for (raw, expected) in rows {
        assert_eq!(parse_query(raw), expected, "{raw}");
    }
}

#[test]
fn texts_are_decoded_once_and_kept_when_they_cannot_be() {
    let rows = [
        ("a+b=c+d", json!({"a b": "c d"})),
        ("a=%2B%20%26%3D", json!({"a": "+ &="})),
        ("a=%C3%BC", json!({"a": "ü"})),
        ("a=ü", json!({"a": "ü"})),
        ("a=100%", json!({"a": "100%"})),
        ("a=%zz+1", json!({"a": "%zz 1"})),
        ("a=%FF", json!({"a": "%FF"})),
        ("a=%255B", json!({"a": "%5B"})),
    ];
    for (raw, expected) in rows {
        assert_eq!(parse_query(raw), expected, "{raw}");
    }
}

#[test]
fn repeated_keys_and_indexes_make_lists() {
    let rows = [
        ("a=1&a=2&a=3", json!({"a": ["1", "2", "3"]})),
        ("a[]=1&a[]=2", json!({"a": ["1", "2"]})),
        ("a=1&a[]=2", json!({"a": ["1", "2"]})),
        ("a[1]=y&a[0]=x", json!({"a": ["x", "y"]})),
        ("a[7]=y&a[3]=x", json!({"a": ["x", "y"]})),
        ("a[0][b]=1&a[0][c]=2", json!({"a": [{"b": "1", "c": "2"}]})),
        ("a[0]=x&a[k]=y", json!({"a": {"0": "x", "k": "y"}})),
        ("a[01]=x", json!({"a": {"01": "x"}})),
        ("a[100]=x", json!({"a": {"100": "x"}})),
        ("a=1&a[b]=2", json!({"a": ["1", {"b": "2"}]})),
        ("a[b]=1&a=2", json!({"a": {"b": "1", "1": "2"}})),
        ("0=x", json!({"0": "x"})),
    ];
    for (raw, expected) in rows {
        assert_eq!(parse_query(raw), expected, "{raw}");
    }
}

#[test]
fn names_of_javascript_objects_are_dropped() {
    let raw =
        "__proto__[x]=1&constructor=1&a[prototype]=1&a[__proto__][b]=1&toString=1&%5F_proto__=1&a[ok]=1";
    assert_eq!(parse_query(raw), json!({"a": {"ok": "1"}}));
}

#[test]
fn lists_depth_and_number_have_limits() {
    let hundred = parse_query(&"a=1&".repeat(100));
    assert_eq!(hundred["a"].as_array().map(Vec::len), Some(100));
    let more = parse_query(&"a=1&".repeat(102));
    assert_eq!(more["a"].as_object().map(serde_json::Map::len), Some(102));
    let deep = parse_query("a[1a][2a][3a][4a][5a][6a][7a]=x");
    assert_eq!(deep, json!({"a": {"1a": {"2a": {"3a": {"4a": {"5a": {"[6a][7a]": "x"}}}}}}}));
    let many: Vec<String> = (0..2000).map(|n| format!("k{n}=1")).collect();
    let many = many.join("&");
    assert_eq!(parse_query(&many).as_object().map(serde_json::Map::len), Some(1000));
}
