//! An end user who is forgotten: what is asked of the services, what goes, and what is told of it.

use connect_ui::{
    connection::finish_erasures,
    id::ConnectionRowId,
    store::{
        DatabaseUrl,
        connection::erasure::{self, Person},
        environment,
    },
};
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    oauth::database::Rows,
    support::{
        app::{TestApp, spawn_apps},
        oauth::{Decision, come_back, consent, leave},
        visitor::Visitor,
    },
};

const PERSON: &str = "u-zoe-4711";
const OTHER: &str = "u-yan-4712";

fn session_of(person: &str) -> Value {
    json!({ "end_user": { "id": person, "email": format!("{person}@acme.example"), "display_name": person } })
}

async fn typed(app: &TestApp, person: &str) -> String {
    let token = app.session(&session_of(person)).await;
    let path = format!("/api-auth/api-key/it?connect_session_token={token}");
    let made = app.submit(&path, &json!({ "apiKey": "demo-1234" })).await;
    made.json()["connectionId"].as_str().unwrap_or_else(|| panic!("{}", made.text)).to_owned()
}

async fn with_oauth(app: &TestApp, person: &str, key: &str) {
    let body = json!({ "allowed_integrations": [key], "end_user": session_of(person)["end_user"] });
    let token = app.session(&body).await;
    let mut tab = Visitor::tab(app);
    let form = tab.open_link(&token).await;
    let service = leave(&mut tab, &form).await;
    let back = consent(&service, Decision::Allow).await;
    come_back(&mut tab, &back).await;
}

async fn erase(app: &TestApp, key: &str, person: &str) -> Value {
    let answer = app.call(key, Method::DELETE, &format!("/end-users/{person}"), None).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()["data"]["connections"].clone()
}

/// Everything that stands in the database, as text.
async fn everything(app: &TestApp) -> String {
    let rows = Rows::of(app);
    match &app.database.url {
        DatabaseUrl::Sqlite(url) => {
            rows.run("PRAGMA wal_checkpoint(TRUNCATE)").await;
            let path = url.trim_start_matches("sqlite://");
            ["", "-wal"]
                .map(|end| std::fs::read(format!("{path}{end}")).unwrap_or_default())
                .concat()
                .iter()
                .map(|byte| char::from(*byte))
                .collect()
        }
        DatabaseUrl::Postgres(_) => {
            let tables =
                rows.texts("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'").await;
            let mut all = String::new();
            for table in tables.iter().filter(|table| *table != "_sqlx_migrations") {
                all.push_str(&rows.texts(&format!("SELECT t::text FROM {table} t")).await.join("\n"));
            }
            all
        }
    }
}

async fn connections(app: &TestApp) -> usize {
    app.get("/connections").await.json()["connections"].as_array().expect("a list").len()
}

#[actix_web::test]
async fn a_person_is_forgotten_here_and_at_the_services_and_the_answer_says_where_not() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        app.oauth_integration("demo-agenda", "agenda", "demo-app").await;
        app.oauth_integration("demo-troublemaker", "trouble", "demo-app").await;
        let deleted = typed(&app, PERSON).await;
        let path = format!("/connections/{deleted}?provider_config_key=it");
        assert_eq!(app.call(&app.key, Method::DELETE, &path, None).await.status, 200);
        let kept = typed(&app, PERSON).await;
        with_oauth(&app, PERSON, "agenda").await;
        with_oauth(&app, PERSON, "trouble").await;
        let token = app.session(&session_of(PERSON)).await;
        typed(&app, OTHER).await;
        assert_eq!(connections(&app).await, 4);
        let before = everything(&app).await;
        assert!(before.contains(PERSON) && before.contains(&kept) && before.contains(&deleted));

        let told = erase(&app, &app.key, PERSON).await;
        let one = |key: &str| {
            let all = told.as_array().expect("a list");
            all.iter().find(|one| one["provider_config_key"] == key).cloned().expect("an entry")
        };
        assert_eq!(told.as_array().map(Vec::len), Some(3));
        assert_eq!(
            (&one("it")["revocation"], &one("it")["connection_id"]),
            (&json!("not_offered"), &json!(kept))
        );
        assert_eq!(
            (&one("agenda")["revocation"], &one("agenda")["end_access_at"]),
            (&json!("revoked"), &Value::Null)
        );
        assert_eq!(app.mock.count("revocations"), 2);
        assert_eq!(one("trouble")["revocation"], "not_offered");
        let mock = app.mock.url.origin().ascii_serialization();
        assert_eq!(one("trouble")["end_access_at"], mock.as_str());

        let after = everything(&app).await;
        for gone in [PERSON, kept.as_str(), deleted.as_str()] {
            assert!(!after.contains(gone), "{gone} still stands in the database");
        }
        assert!(after.contains(OTHER));
        assert_eq!(connections(&app).await, 1);
        assert_eq!(app.call(&token, Method::GET, "/connect/session", None).await.status, 401);
        let audit = Rows::of(&app).texts("SELECT detail FROM audit WHERE action = 'end-user.erase'").await;
        assert_eq!(audit, ["3 connections deleted, 1 of them revoked at the service"]);
        assert_eq!(erase(&app, &app.key, PERSON).await, json!([]), "once more is no error");
    }
}

#[actix_web::test]
async fn nobody_erases_in_another_environment_or_without_the_scope() {
    for app in spawn_apps().await {
        app.integration("demo-postbox", "it").await;
        typed(&app, PERSON).await;
        let (environment, key) = app.environment("prod", &["environment:*"]).await;
        assert_eq!(erase(&app, &key, PERSON).await, json!([]));
        assert_eq!(connections(&app).await, 1);
        let reader = app.key_of(&environment, &["environment:connections:list"]).await;
        let refused = app.call(&reader, Method::DELETE, &format!("/end-users/{PERSON}"), None).await;
        assert_eq!(refused.refusal(), (403, "forbidden".into()));
    }
}

/// The process that was asked is killed when one of two connections is gone.
async fn killed_halfway(app: &TestApp) -> Person {
    app.integration("demo-postbox", "it").await;
    let (first, _) = (typed(app, PERSON).await, typed(app, PERSON).await);
    let db = &app.state.services.db;
    let dev = environment::list(db).await.expect("a list").remove(0);
    let person = Person { environment: dev.id, end_user_id: PERSON.to_owned() };
    let row = format!("SELECT id FROM connection WHERE connection_id = '{first}'");
    let row = ConnectionRowId::from_stored(Rows::of(app).texts(&row).await.remove(0));
    let (named, at) = (person.clone(), app.clock.now());
    let line = json!({ "connection_id": first, "provider_config_key": "it", "provider": "demo-postbox",
        "revocation": "revoked", "detail": "", "end_access_at": null });
    db.write(move |tx| {
        Box::pin(async move {
            erasure::begin(tx, &named, "the killed one", at).await?;
            erasure::drop_connection(tx, &named, &row, &format!("{line}\n"), at).await
        })
    })
    .await
    .expect("a write");
    person
}

#[actix_web::test]
async fn what_a_killed_process_has_begun_is_finished_by_whoever_comes_first() {
    for app in spawn_apps().await {
        killed_halfway(&app).await;
        // Asked again: the answer tells of what was done before, too.
        let told = erase(&app, &app.key, PERSON).await;
        let endings: Vec<_> = told.as_array().unwrap().iter().map(|one| one["revocation"].clone()).collect();
        assert_eq!(endings, ["revoked", "not_offered"]);
        assert!(!everything(&app).await.contains(PERSON));
    }
    for app in spawn_apps().await {
        killed_halfway(&app).await;
        let services = &app.state.services;
        assert_eq!(finish_erasures(services, &app.url).await.unwrap(), 0, "it may still be at work");
        app.clock.advance_millis(2 * 60_000 + 1);
        assert_eq!(finish_erasures(services, &app.url).await.unwrap(), 1);
        assert!(!everything(&app).await.contains(PERSON));
        let actor = Rows::of(&app).texts("SELECT actor FROM audit WHERE action = 'end-user.erase'").await;
        assert_eq!(actor, ["the killed one"]);
    }
}
