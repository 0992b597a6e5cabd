//! What a reconnect replaces, and what it keeps: kinder than the reference, which clears what is not given again.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{connected, read, session, told};
use crate::{
    oauth::database::Rows,
    support::app::{TestApp, spawn_apps},
};

async fn reconnect(app: &TestApp, token: &str, more: &str, key: &str) -> Value {
    let path = format!("/api-auth/api-key/it?connect_session_token={token}{more}");
    let answer = app.submit(&path, &json!({ "apiKey": key })).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()
}

#[actix_web::test]
async fn the_id_stays_and_so_does_everything_that_is_not_given_anew() {
    for app in spawn_apps().await {
        let id = connected(&app).await;
        Rows::of(&app)
            .run(
                "UPDATE connection SET refresh_attempts = 4, refresh_exhausted = 1, refresh_lease_until = 5, \
                 last_refresh_failure = 5, unrenewable_since = 4, errors = '[{\"type\":\"auth\",\"log_id\":\"x\"}]'",
            )
            .await;
        let before = read(&app, &id).await;
        let token = session(&app, &id, json!({})).await;
        // The address is not asked again: a call may leave it out.
        let answer = reconnect(&app, &token, "", "demo-new").await;
        assert_eq!(answer, json!({ "connectionId": id, "providerConfigKey": "it" }));
        let after = read(&app, &id).await;
        assert_eq!(after["credentials"]["apiKey"], "demo-new");
        for name in ["id", "connection_id", "tags", "metadata", "connection_config", "end_user", "created_at"]
        {
            assert_eq!(after[name], before[name], "{name}");
        }
        assert_eq!(after["errors"], json!([]));
        let state = "SELECT webhook_url_override FROM connection WHERE refresh_attempts = 0 AND refresh_exhausted = 0 \
                     AND refresh_lease_until IS NULL AND last_refresh_failure IS NULL AND unrenewable_since IS NULL";
        assert_eq!(Rows::of(&app).texts(state).await, ["https://hooks.example.com/one"]);

        let bodies = told(&app).await;
        assert_eq!(bodies.len(), 2, "{bodies:?}");
        let expected = format!(
            "{{\"authMode\":\"API_KEY\",\"connectionId\":\"{id}\",\"endUser\":{{\"endUserEmail\":\"u1@acme.test\",\
             \"endUserId\":\"u-1\",\"tags\":{{}}}},\"environment\":\"dev\",\"from\":\"nango\",\"operation\":\"override\",\
             \"provider\":\"demo-helpdesk\",\"providerConfigKey\":\"it\",\"success\":true,\"tags\":{{\
             \"end_user_email\":\"u1@acme.test\",\"end_user_id\":\"u-1\",\"plan\":\"pro\"}},\"type\":\"auth\"}}"
        );
        assert_eq!(bodies[1], expected);
        let addresses = "SELECT url_override FROM webhook_outbox ORDER BY number";
        assert_eq!(Rows::of(&app).texts(addresses).await, ["https://hooks.example.com/one"; 2]);
    }
}

#[actix_web::test]
async fn what_is_given_anew_takes_the_place_of_what_was() {
    for app in spawn_apps().await {
        let id = connected(&app).await;
        let token =
            session(&app, &id, json!({ "tags": { "plan": "free" }, "webhook_url_override": "" })).await;
        reconnect(&app, &token, "&params[subdomain]=globex", "demo-new").await;
        let after = read(&app, &id).await;
        assert_eq!(after["tags"], json!({ "plan": "free" }));
        assert_eq!(after["connection_config"]["subdomain"], "globex");
        assert_eq!((&after["end_user"]["id"], &after["metadata"]), (&json!("u-1"), &json!({ "seats": 5 })));
        let by_tag = async |tag: &str| app.get(&format!("/connections?tags[plan]={tag}")).await.json();
        assert_eq!(by_tag("free").await["connections"].as_array().map(Vec::len), Some(1));
        assert_eq!(by_tag("pro").await["connections"], json!([]));
        let cleared = "SELECT connection_id FROM connection WHERE webhook_url_override IS NULL";
        assert_eq!(Rows::of(&app).texts(cleared).await, [id.clone()]);

        // Another person takes the tags that name the first one, and leaves the rest.
        let person = json!({ "end_user": { "id": "u-2", "email": "u2@acme.test" } });
        let token = session(&app, &id, person).await;
        reconnect(&app, &token, "", "demo-newer").await;
        let after = read(&app, &id).await;
        let tags = json!({ "plan": "free", "end_user_id": "u-2", "end_user_email": "u2@acme.test" });
        assert_eq!((&after["end_user"]["id"], &after["tags"]), (&json!("u-2"), &tags));
    }
}

#[actix_web::test]
async fn a_key_that_the_service_refuses_leaves_the_connection_as_it_was() {
    for app in spawn_apps().await {
        let id = connected(&app).await;
        let token = session(&app, &id, json!({})).await;
        let path = format!("/api-auth/api-key/it?connect_session_token={token}");
        let refused = app.submit(&path, &json!({ "apiKey": "wrong" })).await;
        assert_eq!(refused.refusal(), (400, "connection_test_failed".into()));
        assert_eq!(read(&app, &id).await["credentials"]["apiKey"], "demo-old");
        assert_eq!(told(&app).await.len(), 1);
    }
}

#[actix_web::test]
async fn of_two_who_reconnect_at_once_both_succeed_and_one_key_stays() {
    for app in spawn_apps().await {
        let id = connected(&app).await;
        let (one, two) = (session(&app, &id, json!({})).await, session(&app, &id, json!({})).await);
        futures_util::future::join(
            reconnect(&app, &one, "", "demo-one"),
            reconnect(&app, &two, "", "demo-two"),
        )
        .await;
        let key = read(&app, &id).await["credentials"]["apiKey"].as_str().expect("a key").to_owned();
        assert!(["demo-one", "demo-two"].contains(&key.as_str()), "{key}");
        assert_eq!(told(&app).await.len(), 3);
        assert_eq!(app.get("/connections").await.json()["connections"].as_array().map(Vec::len), Some(1));
    }
}
