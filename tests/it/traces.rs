//! What happens in an attempt to connect is kept for admin: step by step, with a stable code, without what was typed.
#![expect(clippy::unwrap_used, reason = "a test that stops has said enough")]

use connect_ui::{
    clock::Timestamp,
    id::EnvironmentId,
    store::connect_attempt::{self, AttemptFilter, AttemptRow, Outcome, StepRow},
    trace,
};
use reqwest::StatusCode;
use serde_json::json;

use crate::support::{
    app::{TestApp, spawn_apps},
    visitor::Visitor,
};

async fn attempts(app: &TestApp, filter: AttemptFilter) -> Vec<AttemptRow> {
    trace::store(&app.state.services).await;
    let environment = environment(app).await;
    let filter = AttemptFilter { limit: 50, ..filter };
    connect_attempt::list(&app.state.services.db, &environment, &filter).await.unwrap()
}

async fn environment(app: &TestApp) -> EnvironmentId {
    connect_ui::store::environment::list(&app.state.services.db).await.unwrap()[0].id.clone()
}

async fn steps(app: &TestApp, attempt: &AttemptRow) -> Vec<StepRow> {
    let db = &app.state.services.db;
    connect_attempt::steps(db, &attempt.session_id, &attempt.integration_key).await.unwrap()
}

fn kinds(steps: &[StepRow]) -> Vec<&str> {
    steps.iter().map(|step| step.kind.as_str()).collect()
}

#[actix_web::test]
async fn an_attempt_is_told_from_the_first_page_to_the_connection() {
    for app in spawn_apps().await {
        app.integration("demo-helpdesk", "it").await;
        let token = app.session(&json!({ "end_user": { "id": "u-1", "email": "Ann@Acme.example" } })).await;
        let mut visitor = Visitor::tab(&app);
        assert_eq!(visitor.open_link(&token).await.status, StatusCode::OK);
        let opened = attempts(&app, AttemptFilter::default()).await;
        assert_eq!(opened.len(), 1);
        assert_eq!(opened[0].outcome, Outcome::Open);

        let path = format!("/api-auth/api-key/it?connect_session_token={token}&params[subdomain]=acme");
        let refused = app.submit(&path, &json!({ "apiKey": "wrong-canary-1234" })).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.text);
        let refused =
            attempts(&app, AttemptFilter { code: Some("credentials_refused".into()), ..Default::default() });
        let refused = refused.await;
        assert_eq!((refused.len(), refused[0].outcome), (1, Outcome::Refused));

        let answer = app.submit(&path, &json!({ "apiKey": "demo-key" })).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let all = attempts(&app, AttemptFilter::default()).await;
        assert_eq!(all.len(), 1, "whoever opened a page and then chose has one line");
        assert_eq!((all[0].outcome, all[0].code.as_deref()), (Outcome::Connected, None));
        assert_eq!(all[0].connection_id.as_deref(), answer.json()["connectionId"].as_str());
        let told = steps(&app, &all[0]).await;
        let expected = ["opened", "form_shown", "sent", "refused", "sent", "accepted", "connected"];
        let kinds: Vec<&str> = kinds(&told).into_iter().filter(|kind| *kind != "picker_shown").collect();
        assert_eq!(kinds, expected);
        assert!(!format!("{told:?}").contains("canary"), "{told:?}");

        let of = |person: &str| AttemptFilter { person: Some(person.to_owned()), ..AttemptFilter::default() };
        assert_eq!(attempts(&app, of("ann@acme")).await.len(), 1);
        assert_eq!(attempts(&app, of("a_n@acme")).await.len(), 0, "what is searched for is no pattern");
        let (db, dev) = (&app.state.services.db, environment(&app).await);
        let funnel = connect_attempt::funnel(db, &dev, Timestamp(0), None, 10).await.unwrap();
        let numbers = reqwest::get(&app.metrics).await.unwrap().text().await.unwrap();
        let counted = |line: &str| assert!(numbers.lines().any(|own| own == line), "{line} in {numbers}");
        counted(r#"connect_ui_attempt_steps_total{integration="it",step="connected",code=""} 1"#);
        counted(
            r#"connect_ui_http_requests_total{method="POST",route="/api-auth/api-key/{key}",status="2xx"} 1"#,
        );
        counted("connect_ui_attempt_steps_dropped_total 0");
        assert!(numbers.ends_with("# EOF\n"));
        assert_eq!(app.get("/metrics").await.status, 404, "it is not told to the internet");
        assert_eq!((funnel[0].shown, funnel[0].sent, funnel[0].answered, funnel[0].connected), (1, 1, 1, 1));
    }
}
