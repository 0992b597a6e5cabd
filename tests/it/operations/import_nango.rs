//! Moving here from Nango; the other server is one of ours, for it speaks the same protocol.

use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicUsize, Ordering},
};

use actix_web::{
    App, HttpResponse, HttpServer,
    web::{self, Data},
};
use connect_ui::{
    demo::definitions,
    operations::import_nango::{Run, Source, import},
    outbound::OutboundPolicy,
    store::environment,
};
use reqwest::Method;
use secrecy::SecretString;
use serde_json::{Value, json};

use super::command::{Ended, ended, execute, program};
use crate::support::{
    app::{Options, TestApp, spawn_app, spawn_app_with, spawn_apps},
    oauth::connect,
    sqlite,
};

/// More than one page.
const MANY: usize = 103;

const UNKNOWN_THERE: &str = "
unknown-there:
  display_name: Unknown there
  categories: [other]
  auth_mode: NONE
  proxy:
    base_url: http://mock.service
  docs: https://example.com
";

/// Everything that can be taken over, and something that cannot.
async fn source() -> TestApp {
    let options = Options { definitions: Some(UNKNOWN_THERE), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    app.oauth_integration("demo-agenda", "agenda", "demo-app").await;
    app.integration("demo-helpdesk", "desk").await;
    app.integration("demo-calendar", "calendar").await;
    app.integration("unknown-there", "odd").await;
    connect(&app, "agenda").await;
    let person = json!({ "id": "u-1", "email": "ada@acme.example", "display_name": "Ada", "tags": { "role": "chief" } });
    let organization = json!({ "id": "o-1", "display_name": "Acme" });
    let token = app
        .session(&json!({ "end_user": person, "organization": organization, "tags": { "plan": "gold" } }))
        .await;
    let path = format!("/api-auth/api-key/desk?connect_session_token={token}&params[subdomain]=acme");
    let made = app.submit(&path, &json!({ "apiKey": "demo-key" })).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let token = app.session(&json!({ "tags": {} })).await;
    for key in std::iter::repeat_n("calendar", MANY).chain(["odd"]) {
        let path = format!("/auth/unauthenticated/{key}?connect_session_token={token}");
        let made = app.submit(&path, &json!({})).await;
        assert_eq!(made.status, 200, "{}", made.text);
    }
    execute(
        &app.database,
        &["UPDATE connection SET metadata = '{\"seats\":7}' WHERE end_user_id IS NOT NULL"],
    )
    .await;
    app
}

async fn importing(source: &TestApp, target: &TestApp, more: &[&str]) -> Ended {
    let folder = tempfile::tempdir().unwrap();
    let providers = folder.path().join("demo.yaml");
    std::fs::write(&providers, definitions::provider_file(&target.mock.url)).unwrap();
    let arguments = [&["import", "nango", "--url", &source.url, "--key", &source.key], more].concat();
    let mut command = program(&target.database, &arguments);
    command.env("CONNECT_UI_PROVIDERS", &providers);
    ended(command).await
}

/// All connections with their secrets, without what each server gives by itself; by id.
async fn connections(app: &TestApp) -> Vec<Value> {
    let list = app.get("/connections?limit=2000").await.json();
    let mut all = Vec::new();
    for item in list["connections"].as_array().unwrap() {
        let (id, key) =
            (item["connection_id"].as_str().unwrap(), item["provider_config_key"].as_str().unwrap());
        let path = format!("/connections/{id}?provider_config_key={key}&refresh_token=true");
        let mut one = app.get(&path).await.json();
        for own in ["id", "updated_at", "last_fetched_at"] {
            assert!(one.as_object_mut().unwrap().shift_remove(own).is_some(), "{one}");
        }
        all.push(one);
    }
    all.sort_by_key(|one| one["connection_id"].to_string());
    all
}

async fn count(app: &TestApp) -> usize {
    app.get("/connections?limit=2000").await.json()["connections"].as_array().unwrap().len()
}

#[actix_web::test]
async fn a_move_keeps_ids_tokens_tags_and_people_and_says_what_it_leaves() {
    let source = source().await;
    for target in spawn_apps().await {
        let text = importing(&source, &target, &["--dry-run"]).await.badly();
        assert!(text.contains("3 integrations would come, 0 were here already."), "{text}");
        assert!(text.contains("105 connections would come, 0 were here already."), "{text}");
        assert_eq!(target.get("/integrations").await.json()["data"], json!([]), "a dry run writes nothing");

        let text = importing(&source, &target, &[]).await.badly();
        assert!(text.contains("3 integrations came, 0 were here already."), "{text}");
        assert!(text.contains("105 connections came, 0 were here already."), "{text}");
        for left in [
            "integration odd: no provider unknown-there is known here",
            "of odd: its integration was left out",
        ] {
            assert!(text.contains(left), "{text}");
        }
        for by_hand in ["webhook signing key", "/oauth/callback"] {
            assert!(text.contains(by_hand), "{text}");
        }
        for secret in ["demo-key", &source.key] {
            assert!(!text.contains(secret), "{text}");
        }

        let there: Vec<Value> = connections(&source).await;
        let there: Vec<Value> = there.into_iter().filter(|one| one["provider_config_key"] != "odd").collect();
        let here = connections(&target).await;
        assert_eq!(here, there);
        let desk = here.iter().find(|one| one["provider_config_key"] == "desk").unwrap();
        assert_eq!(desk["metadata"], json!({ "seats": 7 }));
        assert_eq!(desk["end_user"]["organization"]["display_name"], "Acme");
        let client = target.get("/integrations/agenda?include=credentials").await.json();
        let client_there = source.get("/integrations/agenda?include=credentials").await.json();
        assert_eq!(client["data"]["credentials"], client_there["data"]["credentials"]);
        let tagged = target.get("/connections?tags[plan]=gold").await.json();
        assert_eq!(tagged["connections"].as_array().unwrap().len(), 1, "tags are found");
    }
}

#[actix_web::test]
async fn a_second_run_takes_what_is_missing_and_changes_nothing_else() {
    let source = source().await;
    for target in spawn_apps().await {
        importing(&source, &target, &[]).await.badly();
        let before = target.get("/connections?limit=2000").await.json();
        let text = importing(&source, &target, &[]).await.badly();
        assert!(text.contains("0 integrations came, 3 were here already."), "{text}");
        assert!(text.contains("0 connections came, 105 were here already."), "{text}");
        assert_eq!(target.get("/connections?limit=2000").await.json(), before);
        // As if the first run had ended early.
        let missing = before["connections"][7]["connection_id"].as_str().unwrap();
        let path = format!("/connections/{missing}?provider_config_key=calendar");
        assert_eq!(target.call(&target.key, Method::DELETE, &path, None).await.status, 200);
        let text = importing(&source, &target, &[]).await.badly();
        assert!(text.contains("1 connections came, 104 were here already."), "{text}");
        assert_eq!(count(&target).await, 105);
    }
}

#[actix_web::test]
async fn a_key_that_may_not_is_told_what_it_needs() {
    let (source, target) = (spawn_app().await, spawn_app().await);
    let environment = environment::list(&source.state.services.db).await.unwrap().remove(0).id;
    let weak = source.key_of(&environment, &["environment:integrations:read"]).await;
    let arguments = ["import", "nango", "--url", &source.url, "--key", &weak];
    let text = ended(program(&target.database, &arguments)).await.badly();
    assert!(text.contains("403") && text.contains("connections:read_credentials"), "{text}");
    let nobody = ["import", "nango", "--url", "http://127.0.0.1:1", "--key", &weak];
    let text = ended(program(&target.database, &nobody)).await.badly();
    assert!(text.contains("Is --url right"), "{text}");
    let elsewhere = [&arguments[..], &["--environment", "prod"]].concat();
    let text = ended(program(&target.database, &elsewhere)).await.badly();
    assert!(text.contains("no environment \"prod\" here; there are: dev"), "{text}");
}

/// Refuses every other call for now.
async fn busy(calls: Data<AtomicUsize>, path: web::Path<String>) -> HttpResponse {
    if calls.fetch_add(1, Ordering::SeqCst).is_multiple_of(2) {
        return HttpResponse::TooManyRequests()
            .insert_header(("retry-after", "7"))
            .json(json!({ "error": { "code": "too_many_request" } }));
    }
    HttpResponse::Ok().json(match path.as_str() {
        "integrations" => json!({ "data": [] }),
        _ => json!({ "connections": [] }),
    })
}

#[actix_web::test]
async fn a_server_that_asks_for_patience_gets_it() {
    let target = spawn_app().await;
    let calls = Data::new(AtomicUsize::new(0));
    let shared = calls.clone();
    let server = HttpServer::new(move || {
        App::new().app_data(shared.clone()).route("/under/{path}", web::get().to(busy))
    });
    let server = server.workers(1).disable_signals().bind(("127.0.0.1", 0)).unwrap();
    let url = format!("http://{}/under", server.addrs()[0]).parse().unwrap();
    actix_web::rt::spawn(server.run());
    let services = &target.state.services;
    let environment = environment::list(&services.db).await.unwrap().remove(0).id;
    let policy = OutboundPolicy::parse("127.0.0.1/32").unwrap();
    let source = Source::new(&policy, &url, &SecretString::from("key")).unwrap();
    let start = services.clock.now();
    let mut said = BTreeSet::new();
    let report = import(services, &environment, &source, Run::Real, |line| {
        said.insert(line.to_owned());
    });
    assert_eq!(report.await.unwrap().left_out(), 0);
    assert_eq!(calls.load(Ordering::SeqCst), 4, "each was asked twice");
    assert_eq!(services.clock.now().0 - start.0, 14_000, "it waited as long as it was asked to");
    assert!(said.contains("0 connections were looked at"), "{said:?}");
}
