//! What the doctor finds, and that it knows a remedy.

use serde_json::Value;

use super::command::{ended, execute, program};
use crate::support::{
    TestDatabase,
    app::{TestApp, free_address, spawn_app, spawn_apps},
    databases,
};

const OTHER_KEY: &str = "other:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";
const SAME_ID: &str = "test:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";
const ROTATING: &str =
    "new:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=,test:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

/// The exit status and the findings, each of which has a remedy or is good.
async fn examined(database: &TestDatabase, settings: &[(&str, &str)]) -> (i32, Vec<Value>) {
    let mut command = program(database, &["doctor", "--format", "json"]);
    command.env("CONNECT_UI_LOG", "off").envs(settings.iter().copied());
    let ended = ended(command).await;
    let json: Value = serde_json::from_str(&ended.text).unwrap_or_else(|_| panic!("{}", ended.text));
    let findings = json["findings"].as_array().unwrap().clone();
    for finding in &findings {
        assert_eq!(finding["verdict"] == "good", finding["remedy"].is_null(), "{finding}");
    }
    assert_eq!(json["exit_status"].as_i64(), ended.status.map(i64::from));
    (ended.status.unwrap(), findings)
}

/// What is said of a subject.
fn said(findings: &[Value], check: &str, verdict: &str) -> String {
    let found = findings.iter().find(|finding| finding["check"] == check && finding["verdict"] == verdict);
    let found = found.unwrap_or_else(|| panic!("no {verdict} for {check}: {findings:#?}"));
    found["says"].as_str().unwrap().to_owned()
}

fn at(app: &TestApp) -> [(&'static str, &str); 1] {
    [("CONNECT_UI_PUBLIC_URL", &app.url)]
}

#[actix_web::test]
async fn a_sound_installation_has_nothing_to_remedy() {
    for app in spawn_apps().await {
        let (status, findings) = examined(&app.database, &at(&app)).await;
        assert_eq!(status, 0, "{findings:#?}");
        assert!(said(&findings, "public address", "good").ends_with("leads to this installation"));
        for check in [
            "database",
            "encryption keys",
            "clock",
            "callback address",
            "allowed origins",
            "e-mail",
            "replicas",
        ] {
            said(&findings, check, "good");
        }
        let mut command = program(&app.database, &["doctor"]);
        command.env("CONNECT_UI_PUBLIC_URL", &app.url);
        let text = ended(command).await.well();
        assert!(text.lines().any(|line| line.starts_with("good     database:")), "{text}");
    }
}

#[actix_web::test]
async fn keys_that_do_not_open_what_is_stored_are_told_apart() {
    let app = spawn_app().await;
    for (keys, expected, verdict, words) in [
        (OTHER_KEY, 2, "problem", "encrypted with a key that is not in CONNECT_UI_ENCRYPTION_KEYS"),
        (SAME_ID, 2, "problem", "the key \"test\" does not open"),
        (ROTATING, 1, "warning", "still encrypted with test"),
    ] {
        let settings = [at(&app)[0], ("CONNECT_UI_ENCRYPTION_KEYS", keys)];
        let (status, findings) = examined(&app.database, &settings).await;
        assert_eq!(status, expected);
        assert!(said(&findings, "encryption keys", verdict).contains(words), "{findings:#?}");
    }
}

#[actix_web::test]
async fn an_address_that_leads_elsewhere_is_noticed() {
    let (app, other) = (spawn_app().await, spawn_app().await);
    let (status, findings) = examined(&app.database, &at(&other)).await;
    assert_eq!(status, 2);
    assert!(said(&findings, "public address", "problem").contains("another installation"), "{findings:#?}");

    let mock = app.mock.url.as_str().trim_end_matches('/');
    let (_, findings) = examined(&app.database, &[("CONNECT_UI_PUBLIC_URL", mock)]).await;
    assert!(said(&findings, "public address", "problem").contains("something else answers"), "{findings:#?}");

    let nobody = format!("http://{}", free_address());
    let (_, findings) = examined(&app.database, &[("CONNECT_UI_PUBLIC_URL", &nobody)]).await;
    assert!(said(&findings, "public address", "problem").contains("cannot be asked"), "{findings:#?}");
}

#[actix_web::test]
async fn a_callback_address_of_an_environment_has_to_lead_here() {
    let app = spawn_app().await;
    for (path, verdict) in [("/oauth/callback", "good"), ("/nowhere", "problem")] {
        let update = format!("UPDATE environment SET callback_url = '{}{path}'", app.url);
        execute(&app.database, &[&update]).await;
        let (_, findings) = examined(&app.database, &at(&app)).await;
        assert!(said(&findings, "callback address", verdict).contains(path), "{findings:#?}");
    }
}

#[actix_web::test]
async fn nobody_to_embed_it_and_no_mail_server_are_told() {
    let app = spawn_app().await;
    let settings = [
        ("CONNECT_UI_PUBLIC_URL", "https://connect.acme.invalid"),
        ("CONNECT_UI_SMTP_URL", "smtp://127.0.0.1:1"),
        ("CONNECT_UI_MAIL_FROM", "Acme <connect@acme.example>"),
    ];
    let (_, findings) = examined(&app.database, &settings).await;
    assert!(said(&findings, "allowed origins", "warning").contains("no page may embed the UI"));
    said(&findings, "e-mail", "problem");
    let plain = ("CONNECT_UI_ALLOWED_ORIGINS", "https://a.example,http://b.example");
    let (_, findings) = examined(&app.database, &[settings[0], plain]).await;
    assert!(said(&findings, "allowed origins", "warning").ends_with(": http://b.example"), "{findings:#?}");
}

#[actix_web::test]
async fn an_empty_or_missing_database_is_a_problem_and_is_left_as_it_is() {
    for database in databases().await {
        let (status, findings) = examined(&database, &[]).await;
        assert_eq!(status, 2);
        assert!(said(&findings, "database", "problem").contains("nothing was ever stored"), "{findings:#?}");
        let again = examined(&database, &[]).await.1;
        said(&again, "database", "problem");
    }
}
