//! `search`: every alphabet, what is changed, and what lies beyond the newest connections.

use connect_ui::store::connection::search::{NEWEST, index_pending};
use reqwest::Method;
use serde_json::json;

use super::patch;
use crate::{
    oauth::database::Rows,
    support::app::{TestApp, spawn_apps},
};

async fn found(app: &TestApp, search: &str) -> usize {
    let query: String = url::form_urlencoded::byte_serialize(search.as_bytes()).collect();
    let list = app.get(&format!("/connections?search={query}")).await.json();
    list["connections"].as_array().unwrap().len()
}

async fn person(app: &TestApp, name: &str) -> String {
    let user = json!({ "id": "u-1", "display_name": name, "email": "o@acme.example" });
    app.session(&json!({ "end_user": user })).await
}

async fn connected(app: &TestApp, name: &str) -> String {
    app.integration("demo-postbox", "it").await;
    let path = format!("/api-auth/api-key/it?connect_session_token={}", person(app, name).await);
    let answer = app.submit(&path, &json!({ "apiKey": "demo-1" })).await.json();
    answer["connectionId"].as_str().unwrap().to_owned()
}

/// So many newer lines that the connection is found through the index alone.
async fn bury(app: &TestApp) {
    let many = format!(
        "INSERT INTO connection_search (sort_key, number, environment_id, text) \
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= {NEWEST}) \
         SELECT s.sort_key + n.i, -n.i, s.environment_id, 'somebody else' FROM n CROSS JOIN connection_search s"
    );
    Rows::of(app).run(&many).await;
}

async fn index(app: &TestApp) {
    while index_pending(&app.state.services.db).await.unwrap() {}
}

#[actix_web::test]
async fn every_alphabet_is_found_in_any_case_and_part_by_part() {
    for app in spawn_apps().await {
        let id = connected(&app, "Ägnes 100% Жук_\"").await;
        for search in ["ä", "ÄGNES", "gnes 100%", "жУК", "0% ж", "К_\"", "O@ACME", &id[2..]] {
            assert_eq!(found(&app, search).await, 1, "{search}");
        }
        for search in ["ü", "100_", "agnes", "\" OR \"", "жукo", "u-1"] {
            assert_eq!(found(&app, search).await, 0, "{search}");
        }
    }
}

#[actix_web::test]
async fn what_is_old_is_found_through_the_index_as_it_is_now() {
    for app in spawn_apps().await {
        let id = connected(&app, "Ägnes").await;
        bury(&app).await;
        // Before the index knows of it, and after.
        assert_eq!((found(&app, "ÄGNES").await, found(&app, "agnes").await), (1, 0));
        index(&app).await;
        assert_eq!((found(&app, "ÄGNES").await, found(&app, "gnas").await), (1, 0));
        // Fewer than three characters are looked for among the newest.
        assert_eq!(found(&app, "äg").await, 0);
        assert_eq!(
            app.get("/connections?search=äg&endUserId=u-1").await.json()["connections"][0]["connection_id"],
            id
        );
        let both = app.get("/connections?search=ägn&integrationId=it").await.json();
        assert_eq!(both["connections"][0]["connection_id"], id);

        // Its tags keep the name that it was connected with.
        person(&app, "Öllie").await;
        assert_eq!((found(&app, "ägnes").await, found(&app, "öllie").await), (1, 1));
        let tags = json!({ "tags": { "end_user_display_name": "Üzgür" } });
        let path = format!("/connections/{id}?provider_config_key=it");
        assert_eq!(patch(&app, &path, &tags).await.status, 200);
        assert_eq!(found(&app, "üzgür").await, 1);
        index(&app).await;
        assert_eq!(
            (found(&app, "ägnes").await, found(&app, "öllie").await, found(&app, "üzg").await),
            (0, 1, 1)
        );

        assert_eq!(app.call(&app.key, Method::DELETE, "/end-users/u-1", None).await.status, 200);
        assert_eq!((found(&app, "öllie").await, found(&app, "üzgür").await), (0, 0));
        index(&app).await;
        for gone in ["öll", "üzg", "ägn", "e@a"] {
            let wanted = if app.database.is_sqlite() { format!("\"{gone}\"") } else { gone.to_owned() };
            let left = format!("SELECT CAST(f.rowid AS TEXT) FROM connection_trigram('{wanted}') f");
            assert_eq!(Rows::of(&app).texts(&left).await, [""; 0], "{gone} is still in the index");
        }
    }
}
