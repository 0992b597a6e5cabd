//! Connections that wait for an installation, and the webhooks that complete them.

use hmac::{Hmac, KeyInit as _, Mac as _};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use sha2::Sha256;

use super::{
    database::Rows,
    flow::leave,
    installations::{bench, integration, session, user_app},
};
use crate::support::{
    app::{Answer, TestApp},
    visitor::Visitor,
};

fn signature(secret: &str, body: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key").chain_update(body);
    hex::encode(mac.finalize().into_bytes())
}

async fn webhook(app: &TestApp, header: &str, signature: &str, body: &str) -> Answer {
    let environments =
        connect_ui::store::environment::list(&app.state.services.db).await.expect("environments");
    let path = format!("/webhook/{}/it", environments[0].id);
    app.send(Method::POST, &path, &[(header, signature)], Some(body.to_owned())).await
}

async fn read(app: &TestApp, id: &str) -> Value {
    app.get(&format!("/connections/{id}?provider_config_key=it")).await.json()
}

#[actix_web::test]
async fn an_app_that_was_still_to_be_approved_is_completed_for_who_may_see_it() {
    let (service, app) = bench().await;
    integration(&app, "acme-user-app", &user_app(&service)).await;
    service.on("/token", 200, &json!({ "access_token": "user", "token_type": "bearer" }));
    let away = leave(&app, "it", &session(&app, "u-1").await, "").await;
    let state = away.query()["state"].clone();
    let answer = away.comes_back("/oauth/callback", &[("state", &state), ("code", "c")]).await;
    assert_eq!(away.result(&answer).await.status, StatusCode::OK);
    let id = crate::support::oauth::newest(&app, "it").await;
    assert_eq!(read(&app, &id).await["connection_config"]["pending"], true);

    let body = json!({ "action": "created", "installation": { "id": 42 } }).to_string();
    let right = format!("sha256={}", signature("hook", &body));
    let forged =
        webhook(&app, "x-hub-signature-256", &format!("sha256={}", signature("x", &body)), &body).await;
    assert_eq!(forged.refusal(), (401, "invalid_signature".into()));
    assert_eq!(webhook(&app, "x-other", "", &body).await.refusal(), (401, "invalid_signature".into()));
    service.on("/app/installations/42/access_tokens", 201, &json!({ "token": "of-42" }));
    service.on("/user/installations/42/repositories", 404, &json!({}));
    assert_eq!(webhook(&app, "x-hub-signature-256", &right, &body).await.status, StatusCode::OK);
    assert_eq!(read(&app, &id).await["connection_config"]["pending"], true, "somebody else's installation");

    service.on("/user/installations/42/repositories", 200, &json!({}));
    let removed = json!({ "action": "deleted", "installation": { "id": 42 } }).to_string();
    let signed = format!("sha256={}", signature("hook", &removed));
    webhook(&app, "x-hub-signature-256", &signed, &removed).await;
    assert_eq!(read(&app, &id).await["connection_config"]["pending"], true);
    for _ in 0..2 {
        assert_eq!(webhook(&app, "x-hub-signature-256", &right, &body).await.json(), json!({}));
    }
    let done = read(&app, &id).await;
    assert_eq!(
        (&done["credentials"]["access_token"], &done["connection_config"]["installation_id"]),
        (&json!("of-42"), &json!("42"))
    );
    assert_eq!(done["connection_config"].get("pending"), None);
    assert_eq!(service.asked("/app/installations/42/access_tokens").len(), 1);
}

#[actix_web::test]
async fn an_installation_that_begins_at_the_service_waits_for_its_webhook() {
    let (service, app) = bench().await;
    let client = json!({ "type": "OAUTH2", "client_id": "c", "client_secret": "s" });
    integration(&app, "acme-outbound", &json!({ "credentials": client })).await;
    let path = format!("/auth/oauth-outbound/it?connect_session_token={}", session(&app, "u-1").await);
    let answer = app.send(Method::POST, &format!("{path}&params[actor]=77"), &[], None).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let id = answer.json()["connectionId"].as_str().expect("an id").to_owned();
    let pending = read(&app, &id).await;
    assert_eq!(
        (&pending["credentials"], &pending["connection_config"]),
        (&json!({ "type": "OAUTH2" }), &json!({ "actor": "77", "pending": true }))
    );
    service.on("/installations/i-1/authorizations", 200, &json!({ "access_token": "t", "token": "t" }));
    let body = json!({
        "action": "created", "actor": { "id": 77, "type": "user" },
        "data": { "installation": { "uuid": "i-1", "code": "c-1" } },
    })
    .to_string();
    assert_eq!(webhook(&app, "x-other", "", &body).await.status, StatusCode::UNAUTHORIZED);
    let right = signature("s", &body);
    // Whatever was tried with what it had before is over when it has credentials.
    let rows = Rows::of(&app);
    rows.run(
        "UPDATE connection SET refresh_attempts = 4, refresh_exhausted = 1, refresh_lease_until = 5, \
         last_refresh_failure = 5, last_refresh_success = 4, version = 7",
    )
    .await;
    assert_eq!(webhook(&app, "sentry-hook-signature", &right, &body).await.status, StatusCode::OK);
    assert_eq!(read(&app, &id).await["credentials"]["access_token"], "t");
    let reset = "SELECT CAST(version AS TEXT) FROM connection WHERE refresh_attempts = 0 AND refresh_exhausted = 0 \
                 AND refresh_lease_until IS NULL AND last_refresh_failure IS NULL AND last_refresh_success IS NULL";
    assert_eq!(rows.texts(reset).await, ["8"]);
    assert!(service.asked("/installations/i-1/authorizations")[0].body.contains("c-1"));

    // Where two wait for the same person, nobody can say whose it is: none gets it.
    let mut waiting = Vec::new();
    for person in ["u-2", "mallory"] {
        let path = format!("/auth/oauth-outbound/it?connect_session_token={}", session(&app, person).await);
        let answer = app.send(Method::POST, &format!("{path}&params[actor]=77"), &[], None).await;
        waiting.push(answer.json()["connectionId"].as_str().expect("an id").to_owned());
    }
    webhook(&app, "sentry-hook-signature", &right, &body).await;
    for id in waiting {
        assert_eq!(read(&app, &id).await["credentials"], json!({ "type": "OAUTH2" }));
    }
}

#[actix_web::test]
async fn our_own_form_makes_one_that_waits() {
    let (_service, app) = bench().await;
    let client = json!({ "type": "OAUTH2", "client_id": "c", "client_secret": "s" });
    integration(&app, "acme-outbound", &json!({ "credentials": client })).await;
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
    let mut frame = Visitor::tab(&app);
    frame.open_link(&token).await;
    let answer = frame.submit(&[("params.actor", "77")]).await;
    let page = frame.follow(answer).await;
    assert_eq!(page.attribute("body", "data-is-pending").as_deref(), Some("true"), "{}", page.heading());
}
