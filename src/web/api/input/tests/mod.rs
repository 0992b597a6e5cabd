//! What the inputs promise, wire-exact and through their public interfaces.

mod appendix_a;
mod bodies;
mod hostile;
mod queries;
mod query;
mod session;
mod tags;

use serde_json::{Value, json};

use super::issue::Issues;

/// The issues as the wire shows them; an accepted input has none.
fn issues<T>(read: Result<T, Issues>) -> Value {
    read.map_or_else(|issues| serde_json::to_value(issues).unwrap(), |_| json!([]))
}

/// One issue as the wire shows it.
fn issue(code: &str, message: &str, path: &[&str]) -> Value {
    json!({ "code": code, "message": message, "path": path })
}

/// Code and path of every issue: `custom@tags.a`.
fn places<T>(read: Result<T, Issues>) -> Vec<String> {
    let Value::Array(all) = issues(read) else { return Vec::new() };
    all.iter()
        .map(|issue| {
            let path: Vec<&str> =
                issue["path"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            format!("{}@{}", issue["code"].as_str().unwrap(), path.join("."))
        })
        .collect()
}
