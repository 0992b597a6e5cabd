//! `POST /connect/sessions/reconnect` and what the SDK reads of its session (wire-protocol.md §2.3, §2.4).

use serde_json::json;

use super::{connected, session};
use crate::support::app::{spawn_app, spawn_apps};

const PATH: &str = "/connect/sessions/reconnect";

#[actix_web::test]
async fn a_session_says_that_it_reconnects_and_whom() {
    for app in spawn_apps().await {
        let id = connected(&app).await;
        let token = session(&app, &id, json!({})).await;
        let read = app.call(&token, reqwest::Method::GET, "/connect/session", None).await.json();
        let data = &read["data"];
        assert_eq!(
            (&data["isReconnecting"], &data["allowed_integrations"], &data["endUser"]["id"]),
            (&json!(true), &json!(["it"]), &json!("u-1"))
        );
        // Another person may be given; until the account is reconnected the connection is the first one's.
        let token = session(&app, &id, json!({ "end_user": { "id": "u-2" } })).await;
        let read = app.call(&token, reqwest::Method::GET, "/connect/session", None).await.json();
        assert_eq!(read["data"]["endUser"]["id"], "u-1");
    }
}

#[actix_web::test]
async fn what_cannot_be_reconnected_is_refused_in_the_protocol_s_words() {
    let app = spawn_app().await;
    let id = connected(&app).await;
    app.integration("demo-postbox", "other").await;
    for (connection, integration) in [("nobody", "it"), (id.as_str(), "other"), (id.as_str(), "none")] {
        let body = json!({ "connection_id": connection, "integration_id": integration });
        let answer = app.post(PATH, &body).await;
        assert_eq!(answer.status, 400);
        let expected = json!({ "error": {
            "code": "invalid_body", "message": "ConnectionID or IntegrationId does not exists",
        } });
        assert_eq!(answer.json(), expected, "{body}");
    }
    let own = json!({ "connection_id": id, "integration_id": "it" });
    for (name, value, path) in [
        ("overrides", json!({ "none": {} }), json!(["overrides", "none"])),
        (
            "integrations_config_defaults",
            json!({ "none": {} }),
            json!(["integrations_config_defaults", "none"]),
        ),
        ("allowed_integrations", json!(["it"]), json!([])),
        ("connect_ui", json!({ "completion": "exchange" }), json!(["connect_ui", "completion"])),
    ] {
        let mut body = own.clone();
        body[name] = value;
        let answer = app.post(PATH, &body).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["error"]["errors"][0]["path"]),
            (400, &path),
            "{body}"
        );
    }
    let (_, foreign) = app.environment("prod", &["environment:*"]).await;
    let answer = app.call(&foreign, reqwest::Method::POST, PATH, Some(&own)).await;
    assert_eq!(answer.refusal(), (400, "invalid_body".into()), "another environment's connection");
    let (_, blind) = app.environment("blind", &["environment:connections:read"]).await;
    assert_eq!(app.call(&blind, reqwest::Method::POST, PATH, Some(&own)).await.status, 403);
}
