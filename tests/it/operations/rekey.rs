//! New encryption keys, while the server runs.

use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader},
    process::Stdio,
};

use connect_ui::{
    admin::{
        Admin, Role, two_step,
        variable::{self, VariableName, VariableValue},
    },
    auth::ConnectionConfig,
    connection,
    id::{AdminId, IntegrationId},
    secret::Sealed,
    store::{
        Db,
        admin::{self as accounts, AdminRow},
        environment,
        integration::{self, IntegrationRow},
        sealed_column::{self, COLUMNS},
    },
};
use serde_json::json;

use super::command::{address, ended, program};
use crate::support::{
    TestDatabase,
    app::{NOW, Options, TestApp, spawn_apps, spawn_beside_with},
    databases,
    oauth::leave,
    visitor::Visitor,
};

const NEW_KEY: &str = "new:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";
const BOTH_KEYS: &str =
    "new:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=,test:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
/// More than the command looks at between two lines.
const MANY: usize = 1_200;

fn with_keys(encryption_keys: &'static str) -> Options {
    Options { encryption_keys, ..Options::default() }
}

fn rekeying(database: &TestDatabase, keys: &str) -> std::process::Command {
    let mut command = program(database, &["rekey"]);
    command.env("CONNECT_UI_ENCRYPTION_KEYS", keys);
    command
}

/// Puts something into every sealed column; answers the id of a connection.
async fn fill(app: &TestApp) -> String {
    app.oauth_integration("demo-agenda", "agenda", "demo-app").await;
    let custom = json!({ "provider": "demo-helpdesk", "unique_key": "desk", "custom": { "note": "kept" } });
    assert_eq!(app.post("/integrations", &custom).await.status, 200);
    let rotated = app.post("/environment/webhook-signing-key/rotate", &json!({})).await;
    assert!(rotated.status.is_success(), "{}", rotated.text);
    let presets = json!({ "desk": { "connection_config": { "mystery": "kept" } } });
    let token = app.session(&json!({ "tags": {}, "integrations_config_defaults": presets })).await;
    let path = format!("/api-auth/api-key/desk?connect_session_token={token}&params[subdomain]=acme");
    let made = app.submit(&path, &json!({ "apiKey": "demo-the-very-key" })).await;
    assert_eq!(made.status, 200, "{}", made.text);
    let services = &app.state.services;
    let environment = environment::list(&services.db).await.unwrap().remove(0).id;
    let admin =
        Admin { id: AdminId::random(&services.random), name: "operator".to_owned(), role: Role::Owner };
    let (name, value) =
        (VariableName::parse("REGION").unwrap(), VariableValue::parse("eu".to_owned().into()).unwrap());
    let (row, at) =
        (AdminRow::new(admin.id.clone(), admin.name.clone(), "none".to_owned(), Role::Owner), NOW);
    services.db.write(move |tx| Box::pin(async move { accounts::insert(tx, &row, at).await })).await.unwrap();
    assert!(two_step::enrol(services, &admin).await.unwrap().is_some());
    variable::put(services, &admin, &environment, &name, &value).await.unwrap();
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["agenda"] })).await;
    let mut tab = Visitor::tab(app);
    let form = tab.open_link(&token).await;
    leave(&mut tab, &form).await;
    // A form that was refused leaves a draft.
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["desk"] })).await;
    let mut tab = Visitor::tab(app);
    tab.open_link(&token).await;
    tab.submit(&[("params.subdomain", "acme"), ("credentials.apiKey", "wrong")]).await;
    made.json()["connectionId"].as_str().unwrap().to_owned()
}

async fn opens(app: &TestApp, connection_id: &str) {
    let read = app.get(&format!("/connections/{connection_id}?provider_config_key=desk")).await;
    assert_eq!(read.json()["credentials"]["apiKey"], "demo-the-very-key", "{}", read.text);
    let read = app.get("/integrations/agenda?include=credentials").await;
    assert_eq!(read.json()["data"]["credentials"]["client_id"], "demo-app", "{}", read.text);
}

#[actix_web::test]
async fn every_sealed_value_is_encrypted_anew_while_the_server_runs() {
    for app in spawn_apps().await {
        let connection_id = fill(&app).await;
        let rotating = spawn_beside_with(&app, with_keys(BOTH_KEYS)).await;
        opens(&rotating, &connection_id).await;
        let text = ended(rekeying(&app.database, BOTH_KEYS)).await.well();
        let db = &app.state.services.db;
        for column in COLUMNS {
            let all = sealed_column::count(db, column).await.unwrap();
            assert!(all > 0, "nothing stands in {}: this test proves nothing of it", column.name);
            let new = sealed_column::count_of_key(db, column, "new").await.unwrap();
            assert_eq!(new, all, "{}: {text}", column.name);
            assert!(text.contains(&format!("{}: {all} of {all}", column.name)), "{text}");
        }
        assert!(text.contains("The key \"test\" is no longer used"), "{text}");
        assert!(!text.contains("AQEB"), "{text}");
        opens(&rotating, &connection_id).await;
        let rotated = spawn_beside_with(&app, with_keys(NEW_KEY)).await;
        opens(&rotated, &connection_id).await;
        let again = ended(rekeying(&app.database, BOTH_KEYS)).await.well();
        assert!(again.contains("0 values were encrypted anew"), "{again}");
    }
}

#[actix_web::test]
async fn a_write_that_comes_in_between_stays() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "agenda", "before").await;
        let column = COLUMNS.iter().find(|column| column.name == "integration.credentials").unwrap();
        let db = &app.state.services.db;
        let read = sealed_column::sealed_otherwise(db, column, "new", "", 10).await.unwrap().remove(0);
        let after =
            json!({ "credentials": { "type": "OAUTH2", "client_id": "after", "client_secret": "s" } });
        let changed = app.call(&app.key, reqwest::Method::PATCH, "/integrations/agenda", Some(&after)).await;
        assert_eq!(changed.status, 200, "{}", changed.text);
        let late = Sealed::from_stored(read.sealed.as_bytes().to_vec());
        let swap =
            db.write(move |tx| Box::pin(async move { sealed_column::swap(tx, column, &read, &late).await }));
        assert!(!swap.await.unwrap(), "what was read is no longer there");
        let now = app.get("/integrations/agenda?include=credentials").await.json();
        assert_eq!(now["data"]["credentials"]["client_id"], "after");
    }
}

/// Many integrations with something sealed each.
async fn many(app: &TestApp) {
    let services = &app.state.services;
    let environment = environment::list(&services.db).await.unwrap().remove(0).id;
    let rows: Vec<IntegrationRow> = (0..MANY)
        .map(|number| {
            let id = IntegrationId::random(&services.random);
            let mut custom = ConnectionConfig::default();
            custom.set("note", "kept");
            IntegrationRow {
                custom: Some(connection::seal_custom(services, &environment, &id, &custom)),
                id,
                environment_id: environment.clone(),
                unique_key: format!("it-{number}"),
                provider: "demo-helpdesk".to_owned(),
                display_name: None,
                credentials: None,
                forward_webhooks: true,
                own_callback: false,
                created_at: NOW,
                updated_at: NOW,
                version: 1,
            }
        })
        .collect();
    let insert = services.db.write(move |tx| {
        Box::pin(async move {
            for row in &rows {
                integration::insert(tx, row).await?;
            }
            Ok(())
        })
    });
    insert.await.unwrap();
}

#[actix_web::test]
async fn a_rekey_that_was_killed_is_finished_by_the_next() {
    for app in spawn_apps().await {
        many(&app).await;
        let mut child = rekeying(&app.database, BOTH_KEYS).stdout(Stdio::piped()).spawn().unwrap();
        let first = BufReader::new(child.stdout.take().unwrap())
            .lines()
            .find(|line| line.as_ref().is_ok_and(|line| line.starts_with("integration.custom")));
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(first.unwrap().unwrap(), format!("integration.custom: 500 of {MANY}"));
        let text = ended(rekeying(&app.database, BOTH_KEYS)).await.well();
        let left = text.lines().find(|line| line.starts_with("integration.custom")).unwrap_or_default();
        assert!(!left.ends_with(&format!("of {MANY}")), "it began anew: {text}");
        assert!(text.contains("The key \"test\" is no longer used"), "{text}");
    }
}

#[actix_web::test]
async fn a_value_whose_key_is_missing_is_named_and_left_alone() {
    for app in spawn_apps().await {
        app.oauth_integration("demo-agenda", "agenda", "demo-app").await;
        let text = ended(rekeying(&app.database, NEW_KEY)).await.badly();
        for words in ["integration.credentials of row", "key \"test\" is not among", "were left as they are"]
        {
            assert!(text.contains(words), "{words}: {text}");
        }
        let text = ended(rekeying(&app.database, BOTH_KEYS)).await.well();
        assert!(text.contains("The key \"test\" is no longer used"), "{text}");
    }
}

/// Columns of bytes that hold no secret anybody could open: fingerprints, and marks that are compared.
const NOT_SEALED: &[&str] = &[
    "_sqlx_migrations.checksum",
    "admin_invitation.fingerprint",
    "admin_recovery_code.fingerprint",
    "admin_session.fingerprint",
    "api_key.key_fingerprint",
    "connect_session.token_fingerprint",
    "connection.exchange_code",
    "disconnect_receipt.sent",
    "flow.attempt",
    "flow.cookie_fingerprint",
    "flow.state_fingerprint",
    "page_capability.fingerprint",
    "page_capability.tab_fingerprint",
    "session_verification.answer",
    "session_verification.challenge",
    "session_verification.code",
    "session_verification.tab_fingerprint",
    "setup_link.fingerprint",
    "share_link.token_fingerprint",
    "theme_file.body",
];

#[actix_web::test]
async fn no_column_of_bytes_is_forgotten() {
    // The index of a search is SQLite's own, and made of texts.
    const SQLITE: &str = "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c \
        WHERE m.type = 'table' AND c.type = 'BLOB' AND m.name NOT LIKE 'connection_trigram%'";
    const POSTGRES: &str = "SELECT CAST(table_name || '.' || column_name AS TEXT) FROM information_schema.columns \
        WHERE data_type = 'bytea' AND table_schema = current_schema()";
    for database in databases().await {
        Db::open(&database.url).await.unwrap().close().await;
        let sql = if address(&database).starts_with("sqlite") { SQLITE } else { POSTGRES };
        let pool = sqlx::AnyPool::connect(address(&database)).await.unwrap();
        let found: Vec<(String,)> = sqlx::query_as(sql).fetch_all(&pool).await.unwrap();
        let found: BTreeSet<String> = found.into_iter().map(|(name,)| name).collect();
        let sealed = COLUMNS.iter().map(|column| column.name.to_owned());
        let known: BTreeSet<String> = sealed.chain(NOT_SEALED.iter().map(ToString::to_string)).collect();
        assert_eq!(
            found, known,
            "a new column of bytes belongs into COLUMNS of sealed_column.rs, or is no secret"
        );
    }
}
