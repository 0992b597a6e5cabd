//! Tokens that are renewed in ways of their own.

use super::*;

#[tokio::test]
async fn clover_renews_without_the_secret() {
    let answer =
        json!({ "access_token": "a", "refresh_token": "r", "access_token_expiration": 1_767_229_200 });
    let bench = bench("clover", "refresh_url: '{service}/refresh'").await.answers(&answer).answers(&answer);
    let grant = bench.exchanged().await;
    assert_eq!(bench.service.last().body, r#"{"code":"c0de","client_id":"id:1","client_secret":"s&cret"}"#);
    assert_eq!(wire(&grant)["expires_at"], "2026-01-01T01:00:00.000Z");
    renewed(&bench).await;
    let asked = bench.service.last();
    assert_eq!(
        (asked.line.as_str(), asked.body.as_str()),
        ("POST /refresh", r#"{"refresh_token":"r-old","client_id":"id:1"}"#)
    );
}

#[tokio::test]
async fn coros_prolongs_the_same_token() {
    let bench = bench("coros", "refresh_url: '{service}/refresh'\ntoken_response_metadata: [openId]")
        .await
        .answers(&json!({ "access_token": "a", "refresh_token": "r", "expires_in": 60, "openId": "o1" }))
        .answers(&json!({ "result": "0000", "message": "OK" }))
        .answers(&json!({ "result": "5001", "message": "bad token" }));
    assert_eq!(values(&bench.exchanged().await)["openId"], "o1");
    let grant = renewed(&bench).await;
    assert_eq!(bench.service.last().line, "POST /refresh");
    let wire = wire(&grant);
    assert_eq!((&wire["access_token"], &wire["refresh_token"]), (&json!("old"), &json!("r-old")));
    assert_eq!(wire["expires_at"], "2026-01-31T00:00:00.000Z");
    let problem = bench.renewed(&old_token(&json!({}))).await.unwrap_err();
    assert_eq!(problem.to_string(), "127.0.0.1 answered 200: bad token");
}

#[tokio::test]
async fn figma_wants_the_redirect_address_in_the_query_and_keeps_its_refresh_token() {
    let bench = bench("figma", "token_request_auth_method: basic\nrefresh_url: '{service}/refresh'")
        .await
        .answers(&tokens())
        .answers(&tokens());
    bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(asked.line, format!("POST /token?{REDIRECT}"));
    assert_eq!(
        asked.body,
        r#"{"grant_type":"authorization_code","code":"c0de","client_id":"id:1","client_secret":"s&cret"}"#
    );
    assert_eq!(asked.header("authorization"), Some(RAW_BASIC));
    assert_eq!(wire(&renewed(&bench).await)["refresh_token"], "r-old");
    assert_eq!(bench.service.last().line, "POST /refresh");
}

#[tokio::test]
async fn facebook_renews_on_demand_by_the_access_token() {
    let answer = json!({ "access_token": "a", "expires_in": 60 });
    let bench = bench("facebook", "").await.answers(&answer).answers(&answer);
    let grant = bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(asked.line, format!("POST /token?{REDIRECT}"));
    assert!(asked.body.contains(r#""redirect_uri":"https://connect.example/oauth/callback""#));
    assert_eq!(freshness(&bench.subject(), &grant.credential, NOW.plus_minutes(60)), Freshness::Fresh);
    bench.renewed(&grant.credential).await.unwrap();
    assert_eq!(
        bench.service.last().body,
        r#"{"grant_type":"fb_exchange_token","client_id":"id:1","client_secret":"s&cret","fb_exchange_token":"a"}"#
    );
}

#[tokio::test]
async fn instagram_and_threads_exchange_short_lived_tokens() {
    for (key, prefix) in [("instagram", "ig"), ("threads", "th")] {
        let bench = bench(key, "refresh_url: '{service}/refresh_access_token'")
            .await
            .answers(&json!({ "access_token": "short", "user_id": 7 }))
            .answers(&json!({ "access_token": "long", "expires_in": 3600 }))
            .answers(&json!({ "access_token": "longer", "expires_in": 7200 }));
        let grant = bench.exchanged().await;
        assert_eq!(
            bench.service.last().line,
            format!(
                "GET /access_token?grant_type={prefix}_exchange_token&client_secret=s%26cret&access_token=short"
            )
        );
        assert_eq!(wire(&grant)["access_token"], "long");
        assert_eq!(wire(&grant)["raw"]["user_id"], 7);
        let grant = bench.renewed(&grant.credential).await.unwrap();
        assert_eq!(
            bench.service.last().line,
            format!("GET /refresh_access_token?grant_type={prefix}_refresh_token&access_token=long")
        );
        assert_eq!(wire(&grant)["expires_at"], "2026-01-01T02:00:00.000Z");
    }
}

#[tokio::test]
async fn jobber_tokens_live_an_hour() {
    let bench = bench("jobber", "").await.answers(&json!({ "access_token": "a", "refresh_token": "r" }));
    assert_eq!(wire(&bench.exchanged().await)["expires_at"], "2026-01-01T01:00:00.000Z");
}

#[tokio::test]
async fn a_new_refresh_token_survives_the_failure_of_a_further_call() {
    let first = json!({
        "access_token": "bot", "refresh_token": "bot-r", "expires_in": 43_200,
        "authed_user": { "access_token": "user", "refresh_token": "user-r" },
    });
    let slack = bench("slack", "")
        .await
        .answers(
            &json!({ "ok": true, "access_token": "bot2", "refresh_token": "bot-r2", "expires_in": 43_200 }),
        )
        .answers(&json!({ "ok": false, "error": "internal_error" }));
    let grant = slack.renewed(&old_token(&first)).await.unwrap();
    assert_eq!(wire(&grant)["refresh_token"], "bot-r2");
    assert_eq!(wire(&grant)["raw"]["authed_user"]["refresh_token"], "user-r");
    assert_eq!(freshness(&slack.subject(), &grant.credential, NOW), Freshness::Due);

    let bullhorn = bench("bullhorn", "").await.answers(&tokens()).answers_with(500, &json!({}));
    let grant = renewed(&bullhorn).await;
    assert_eq!(
        (&wire(&grant)["access_token"], &wire(&grant)["refresh_token"]),
        (&json!("old"), &json!("rt"))
    );
    assert_eq!(freshness(&bullhorn.subject(), &grant.credential, NOW), Freshness::Due);
}

#[tokio::test]
async fn salesforce_is_asked_whether_a_token_holds() {
    let bench = bench("salesforce", "").await;
    let raw = json!({ "instance_url": bench.service.origin() });
    let token = old_token(&raw);
    assert_eq!(freshness(&bench.subject(), &token, NOW), Freshness::AskService);
    let bench = bench.answers(&json!({ "active": true })).answers(&json!({ "active": false }));
    assert_eq!(ask(bench.cx(), &bench.subject(), &token).await.unwrap(), Freshness::Fresh);
    assert_eq!(bench.service.last().line, "POST /services/oauth2/introspect");
    assert_eq!(bench.service.last().body, "token=old&client_id=id%3A1&client_secret=s%26cret");
    assert_eq!(ask(bench.cx(), &bench.subject(), &token).await.unwrap(), Freshness::Due);
}
