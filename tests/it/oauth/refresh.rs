//! Tokens stay fresh: once, by the rules of wire-protocol.md §9, and never silently lost.

use connect_ui::connection::refresh_idle;
use futures_util::future::join_all;
use serde_json::{Value, json};

use super::database::Rows;
use crate::support::{
    app::{Answer, TestApp, spawn_app, spawn_apps, spawn_beside},
    oauth::connect,
};

/// Tokens of the mock's short-lived clients end after a minute: they are due after half of it.
const DUE: i64 = 31_000;
const DAY: i64 = 86_400_000;

async fn read(app: &TestApp, id: &str, query: &str) -> Answer {
    app.get(&format!("/connections/{id}?provider_config_key=it{query}")).await
}

fn token(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()["credentials"]["access_token"].as_str().expect("a token").to_owned()
}

/// Status and reason of a refusal, whose connection is told without its credentials.
fn refused(answer: &Answer) -> (u16, String) {
    let json = answer.json();
    let error = &json["error"];
    assert_eq!(error["code"], "invalid_credentials", "{json}");
    assert_eq!(error["payload"]["connection"]["credentials"], json!({}), "{json}");
    assert_eq!(error["payload"]["connection"]["errors"][0]["type"], "auth", "{json}");
    (answer.status.as_u16(), error["payload"]["type"].as_str().unwrap_or_default().to_owned())
}

async fn connected(app: &TestApp, client_id: &str) -> String {
    app.oauth_integration("demo-troublemaker", "it", client_id).await;
    connect(app, "it").await
}

async fn set_secret(app: &TestApp, client_id: &str, secret: &str) {
    let body = json!({ "credentials": {
        "type": "OAUTH2", "client_id": client_id, "client_secret": secret,
    } });
    let answer = app.call(&app.key, reqwest::Method::PATCH, "/integrations/it", Some(&body)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[actix_web::test]
async fn fifty_readers_of_a_token_that_ends_cause_one_refresh_and_get_the_same_token() {
    for app in spawn_apps().await {
        let id = connected(&app, "rotating-refresh").await;
        let old = token(&read(&app, &id, "").await);
        assert_eq!(app.mock.count("refresh_token"), 0, "it is not due yet");
        app.clock.advance_millis(DUE);
        let answers = join_all((0..50).map(|_| read(&app, &id, ""))).await;
        let tokens: Vec<String> = answers.iter().map(token).collect();
        assert!(tokens[0] != old && tokens.iter().all(|token| *token == tokens[0]));
        assert_eq!(app.mock.count("refresh_token"), 1);
        // The service has replaced the refresh token: only who stored the new one can go on.
        app.clock.advance_millis(DUE);
        assert_ne!(token(&read(&app, &id, "").await), tokens[0]);
        assert_eq!(app.mock.count("refresh_token"), 2);
    }
}

#[actix_web::test]
async fn two_processes_on_one_database_refresh_once() {
    for app in spawn_apps().await {
        if matches!(app.database.url, connect_ui::store::DatabaseUrl::Sqlite(_)) {
            continue;
        }
        let other = spawn_beside(&app).await;
        let id = connected(&app, "rotating-refresh").await;
        app.clock.advance_millis(DUE);
        let reads = (0..200).map(|number| read(if number % 2 == 0 { &app } else { &other }, &id, ""));
        let answers = join_all(reads).await;
        let tokens: Vec<String> = answers.iter().map(token).collect();
        assert!(tokens.iter().all(|token| *token == tokens[0]));
        assert_eq!(app.mock.count("refresh_token"), 1);
    }
}

#[actix_web::test]
async fn a_refresh_can_be_forced_and_a_token_without_one_is_told_as_it_is() {
    for app in spawn_apps().await {
        let id = connected(&app, "demo-app").await;
        let old = token(&read(&app, &id, "&force_refresh=false&refresh_token=false").await);
        assert_ne!(token(&read(&app, &id, "&force_refresh=true").await), old);
        assert_eq!(app.mock.count("refresh_token"), 1);
        let (_, key) = app.environment("blind", &["environment:connections:read"]).await;
        assert_eq!(
            app.call(
                &key,
                reqwest::Method::GET,
                "/connections/x?provider_config_key=it&force_refresh=true",
                None
            )
            .await
            .status,
            403
        );

        app.oauth_integration("demo-troublemaker", "endless", "never-expires").await;
        let id = connect(&app, "endless").await;
        let path = format!("/connections/{id}?provider_config_key=endless&force_refresh=true");
        assert_eq!(token(&app.get(&path).await), token(&app.get(&path).await));
        assert_eq!(app.mock.count("refresh_token"), 1);
    }
}

#[actix_web::test]
async fn a_service_that_gives_no_new_refresh_token_keeps_the_old_one() {
    for app in spawn_apps().await {
        let id = connected(&app, "keeps-refresh").await;
        let refresh_token = |answer: &Answer| answer.json()["credentials"]["refresh_token"].clone();
        let before = read(&app, &id, "&refresh_token=true").await;
        for count in 1..3 {
            let after = read(&app, &id, "&refresh_token=true&force_refresh=true").await;
            assert_ne!(token(&after), token(&before));
            assert!(refresh_token(&after).is_string());
            assert_eq!(refresh_token(&after), refresh_token(&before));
            assert_eq!(app.mock.count("refresh_token"), count);
        }
    }
}

#[actix_web::test]
async fn a_failure_is_told_then_waited_for_and_given_up_on_the_fourth_day() {
    for app in spawn_apps().await {
        let id = connected(&app, "failing-refresh").await;
        app.clock.advance_millis(DUE);
        let answers = join_all((0..20).map(|_| read(&app, &id, ""))).await;
        assert!(answers.iter().any(|answer| refused(answer) == (400, "refresh_token_external_error".into())));
        assert_eq!(app.mock.count("refresh_token"), 1, "all wait for one attempt");
        let item = &app.get("/connections").await.json()["connections"][0];
        assert_eq!(item["errors"][0]["type"], "auth", "{item}");
        assert!(item["errors"][0]["log_id"].is_string());

        let waits = (424, "connection_refresh_backoff".to_owned());
        app.clock.advance_millis(29_999);
        assert_eq!(refused(&read(&app, &id, "").await), waits);
        let failed = (400, "refresh_token_external_error".to_owned());
        assert_eq!(refused(&read(&app, &id, "&force_refresh=true").await), failed);
        assert_eq!(refused(&read(&app, &id, "").await), waits);
        for _ in 0..3 {
            app.clock.advance_millis(DAY);
            assert_eq!(refused(&read(&app, &id, "").await), failed);
        }
        app.clock.advance_millis(DAY);
        assert_eq!(refused(&read(&app, &id, "").await), (424, "connection_refresh_exhausted".to_owned()));
        assert_eq!(app.mock.count("refresh_token"), 5);
        assert_eq!(refused(&read(&app, &id, "&force_refresh=true").await), failed, "who forces is heard");
    }
}

#[actix_web::test]
async fn a_failure_is_a_webhook_and_a_success_takes_it_back() {
    for app in spawn_apps().await {
        let id = connected(&app, "rotating-refresh").await;
        set_secret(&app, "rotating-refresh", "wrong").await;
        app.clock.advance_millis(DUE);
        assert_eq!(read(&app, &id, "").await.status, 400);
        let rows = Rows::of(&app);
        let bodies = rows.texts("SELECT body FROM webhook_outbox WHERE body LIKE '%\"refresh\"%'").await;
        assert_eq!(bodies.len(), 1, "{bodies:?}");
        let event: Value = serde_json::from_str(&bodies[0]).unwrap();
        assert_eq!(
            [&event["operation"], &event["success"], &event["type"], &event["connectionId"]],
            [&json!("refresh"), &json!(false), &json!("auth"), &json!(id)]
        );
        assert_eq!(event["error"]["type"], "refresh_token_external_error");
        assert!(!bodies[0].contains("wrong") && !bodies[0].contains("refresh-"));

        set_secret(&app, "rotating-refresh", "demo-secret").await;
        let healed = read(&app, &id, "&force_refresh=true").await;
        assert_eq!((healed.status.as_u16(), &healed.json()["errors"]), (200, &json!([])));
        let bodies = rows.texts("SELECT body FROM webhook_outbox WHERE body LIKE '%\"refresh\"%'").await;
        assert_eq!(bodies.iter().filter(|body| body.contains(r#""success":true"#)).count(), 1, "{bodies:?}");
        app.clock.advance_millis(DUE);
        assert_eq!(read(&app, &id, "").await.status, 200, "nothing is left of the failure");
    }
}

/// What a process leaves behind that stops between the service's answer and its store.
async fn cut_off(app: &TestApp) {
    let ended = app.clock.now().0 - 1;
    Rows::of(app).run(&format!("UPDATE connection SET refresh_lease_until = {ended}")).await;
}

#[actix_web::test]
async fn a_refresh_that_was_cut_off_is_tried_once_more_and_reported_where_the_token_is_lost() {
    for app in spawn_apps().await {
        let id = connected(&app, "rotating-refresh").await;
        let before = read(&app, &id, "&refresh_token=true").await.json();
        // The service had answered: the token that we have is not the newest any more.
        let old = before["credentials"]["refresh_token"].as_str().unwrap();
        let form = [
            ("grant_type", "refresh_token"),
            ("refresh_token", old),
            ("client_id", "rotating-refresh"),
            ("client_secret", "demo-secret"),
        ];
        let url = app.mock.url.join("/oauth/token").unwrap();
        assert_eq!(reqwest::Client::new().post(url).form(&form).send().await.unwrap().status(), 200);
        cut_off(&app).await;
        let answer = read(&app, &id, "").await;
        assert_eq!(refused(&answer), (400, "refresh_token_external_error".to_owned()));
        assert!(answer.text.contains("may be lost"), "{}", answer.text);
        let error = answer.json()["error"]["payload"]["connection"]["errors"][0].clone();
        assert_eq!(error["code"], "refresh_interrupted");
        app.clock.advance_millis(DUE);
        let given_up = refused(&read(&app, &id, "").await);
        assert_eq!(given_up, (424, "connection_refresh_exhausted".to_owned()));
        assert_eq!(app.mock.count("refresh_token"), 2, "theirs and one of ours");
    }
}

#[actix_web::test]
async fn a_refresh_that_was_cut_off_before_the_service_heard_of_it_heals() {
    for app in spawn_apps().await {
        let id = connected(&app, "rotating-refresh").await;
        cut_off(&app).await;
        let answer = read(&app, &id, "").await;
        assert_eq!((answer.status.as_u16(), &answer.json()["errors"]), (200, &json!([])));
        assert_eq!(app.mock.count("refresh_token"), 1);
    }
}

#[actix_web::test]
async fn who_holds_the_lease_is_waited_for() {
    let app = spawn_app().await;
    let id = connected(&app, "rotating-refresh").await;
    app.clock.advance_millis(DUE);
    let until = app.clock.now().0 + 60_000;
    let rows = Rows::of(&app);
    rows.run(&format!("UPDATE connection SET refresh_lease_until = {until}")).await;
    let waiting = read(&app, &id, "");
    let ending = async {
        // The other process fails; nobody asks the service a second time.
        let at = app.clock.now().0;
        rows.run(&format!(
            "UPDATE connection SET refresh_lease_until = NULL, version = version + 1, last_refresh_failure = {at}, \
             refresh_attempts = 1, errors = '[{{\"type\":\"auth\",\"message\":\"because\"}}]'"
        ))
        .await;
    };
    let (answer, ()) = futures_util::future::join(waiting, ending).await;
    assert!(matches!(refused(&answer).0, 400 | 424), "{}", answer.text);
    assert_eq!(app.mock.count("refresh_token"), 0);
}

#[actix_web::test]
async fn connections_that_nobody_reads_are_refreshed_once_a_day() {
    for app in spawn_apps().await {
        connected(&app, "expires-in-3600").await;
        let read_today = connect(&app, "it").await;
        app.oauth_integration("demo-troublemaker", "endless", "never-expires").await;
        connect(&app, "endless").await;
        let round = || async {
            refresh_idle(&app.state.services, &app.url).await.expect("the database answers");
            app.mock.count("refresh_token")
        };
        assert_eq!(round().await, 0);
        app.clock.advance_millis(DAY + 1);
        assert_eq!(read(&app, &read_today, "").await.status, 200);
        assert_eq!(app.mock.count("refresh_token"), 1);
        assert_eq!([round().await, round().await], [2, 2]);
        app.clock.advance_millis(DAY / 2);
        assert_eq!(round().await, 2);
        app.clock.advance_millis(DAY / 2);
        assert_eq!(round().await, 4, "neither was read since");
    }
}

#[actix_web::test]
async fn what_has_ended_and_cannot_be_renewed_is_looked_at_once_more_and_then_left_alone() {
    for app in spawn_apps().await {
        connected(&app, "expires-in-3600").await;
        let (rows, services) = (Rows::of(&app), &app.state.services);
        // It ends, and there is nothing to renew it with.
        app.integration("demo-helpdesk", "desk").await;
        let token = app.session(&json!({ "end_user": { "id": "u" } })).await;
        let path = format!("/api-auth/api-key/desk?connect_session_token={token}&params[subdomain]=acme");
        assert_eq!(app.submit(&path, &json!({ "apiKey": "demo-key" })).await.status, 200);
        rows.run(
            "UPDATE connection SET credentials_expire_at = 1 WHERE integration_id IN \
             (SELECT id FROM integration WHERE unique_key = 'desk')",
        )
        .await;
        app.clock.advance_millis(DAY + 1);
        let mut seen = Vec::new();
        for _ in 0..3 {
            seen.push(refresh_idle(services, &app.url).await.expect("the database answers"));
        }
        assert_eq!(seen, [2, 0, 0]);
    }
}

#[actix_web::test]
async fn what_the_service_has_answered_is_stored_though_nobody_waits_for_it() {
    for app in spawn_apps().await {
        // Half a second lies between the service's hearing of it and its answer.
        let id = connected(&app, "slow").await;
        let old = token(&read(&app, &id, "").await);
        let begun = async {
            while app.mock.count("refresh_token") == 0 {
                tokio::task::yield_now().await;
            }
        };
        let reading = read(&app, &id, "&force_refresh=true");
        let first = futures_util::future::select(Box::pin(reading), Box::pin(begun)).await;
        assert!(matches!(first, futures_util::future::Either::Right(_)), "the reader has gone away");
        drop(first);
        app.state.services.refreshes.settle().await;
        assert_ne!(token(&read(&app, &id, "").await), old);
        assert_eq!(app.mock.count("refresh_token"), 1);
    }
}
