//! The document and the server say the same.

use std::{collections::BTreeSet, fs, path::Path};

use reqwest::Method;
use serde_json::Value;

use crate::support::app::{TestApp, spawn_app};

/// Pages for people and what belongs to them: no part of the protocol.
const PAGES: &[&str] = &[
    "/",
    "/ui",
    "/ui/verified",
    "/ui/preview/theme",
    "/static/{}/{}",
    "/policy-report",
    "/oauth/done/{}",
    "/l/{}",
    "/theme-files/{}",
];
const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

async fn document(app: &TestApp) -> Value {
    let answer = app.get("/openapi.json").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    answer.json()
}

#[actix_web::test]
async fn every_described_call_is_answered_and_no_other_method_is() {
    let app = spawn_app().await;
    let document = document(&app).await;
    assert_eq!(
        (&document["openapi"], &document["servers"][0]["url"]),
        (&"3.1.0".into(), &app.url.as_str().into())
    );
    for (path, operations) in document["paths"].as_object().unwrap() {
        let address = braces().replace_all(path, "x").into_owned();
        for name in METHODS {
            let operation = operations.get(name.to_ascii_lowercase());
            if operation.is_none() && is_called_elsewhere(&document, path, name) {
                continue;
            }
            let answer =
                app.call(&app.key, Method::from_bytes(name.as_bytes()).unwrap(), &address, None).await;
            let nobody = answer.status == 405 || answer.text.contains("There is nothing at this address");
            let Some(operation) = operation else {
                assert!(nobody || answer.status == 501, "{name} {path} is not described: {}", answer.text);
                continue;
            };
            assert!(!nobody, "{name} {path} is not there: {}", answer.text);
            let status = answer.status.as_u16().to_string();
            let responses = &operation["responses"];
            let is_listed = responses.get(&status).is_some() || responses.get("default").is_some();
            assert!(is_listed, "{name} {path} answers {status}, which the document does not list");
        }
    }
}

/// `/integrations/quickstart` is a key too, for every method but its own.
fn is_called_elsewhere(document: &Value, path: &str, method: &str) -> bool {
    let fits = |other: &str| {
        let (ours, theirs) = (path.split('/'), other.split('/'));
        ours.clone().count() == theirs.clone().count()
            && ours.zip(theirs).all(|(our, their)| our == their || their.starts_with('{'))
    };
    document["paths"].as_object().unwrap().iter().any(|(other, operations)| {
        other != path && fits(other) && operations.get(method.to_ascii_lowercase()).is_some()
    })
}

fn braces() -> regex::Regex {
    regex::Regex::new(r"\{[^}]*\}").unwrap()
}

#[actix_web::test]
async fn every_address_in_the_sources_is_described_or_a_page() {
    let app = spawn_app().await;
    let document = document(&app).await;
    let described: BTreeSet<String> =
        document["paths"].as_object().unwrap().keys().map(|path| unnamed(path)).collect();
    let mut found = 0;
    for file in ["api", "oauth", "proxy", "openapi", "routes.rs"] {
        // The families of what is not built are described one by one.
        for address in addresses(&Path::new("src/web").join(file)).iter().filter(|one| !one.starts_with("/{"))
        {
            let address = unnamed(address);
            let is_page = PAGES.contains(&address.as_str());
            assert!(
                described.contains(&address) || is_page,
                "{address} is not described in src/web/openapi/paths"
            );
            found += 1;
        }
    }
    assert!(found > 30, "{found}");
}

/// Names in braces do not matter, what they stand for does.
fn unnamed(path: &str) -> String {
    braces().replace_all(path, "{}").into_owned()
}

/// The addresses with which routes are registered.
fn addresses(path: &Path) -> Vec<String> {
    if path.is_dir() {
        let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
        return entries
            .filter(|entry| !entry.ends_with("tests"))
            .flat_map(|entry| addresses(&entry))
            .collect();
    }
    let source: String = fs::read_to_string(path).unwrap();
    let registered =
        regex::Regex::new(r#"(?:\bat|\bresource|\.route)\((?:\s*"(/[^"]*)"|\[([^\]]*)\])"#).unwrap();
    let literal = regex::Regex::new(r#""(/[^"]*)""#).unwrap();
    let in_scope = source.contains("scope(\"/ui/{capability}\")");
    let source = if in_scope { source.split("scope(\"/ui/").next().unwrap_or_default() } else { &source };
    let mut all = Vec::new();
    for found in registered.captures_iter(source) {
        match (found.get(1), found.get(2)) {
            (Some(one), _) => all.push(one.as_str().to_owned()),
            (None, Some(list)) => {
                all.extend(literal.captures_iter(list.as_str()).map(|found| found[1].to_owned()));
            }
            (None, None) => {}
        }
    }
    all
}

#[actix_web::test]
async fn what_is_not_built_says_so_in_the_envelope() {
    let app = spawn_app().await;
    for (method, path) in [
        (Method::GET, "/records/?model=x"),
        (Method::PATCH, "/records/prune"),
        (Method::POST, "/sync/trigger"),
        (Method::POST, "/sync/deploy"),
        (Method::POST, "/action/trigger"),
        (Method::GET, "/scripts/config?format=nango"),
        (Method::GET, "/integrations/x/functions"),
        (Method::GET, "/v1/anything/at/all"),
    ] {
        let answer = app.call(&app.key, method.clone(), path, None).await;
        assert_eq!(answer.refusal(), (501, "not_implemented".into()), "{method} {path}");
        let stranger = app.call("b0000000-0000-4000-8000-000000000000", method, path, None).await;
        assert_eq!(stranger.refusal(), (401, "unknown_account".into()));
    }
}
