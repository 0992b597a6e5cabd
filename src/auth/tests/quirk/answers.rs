//! Answers with names, formats and further calls of their own.

use super::*;

#[tokio::test]
async fn tiktok_has_names_of_its_own() {
    let personal = bench("tiktok-personal", "").await.answers(&tokens()).answers(&tokens());
    personal.exchanged().await;
    let head = format!("grant_type=authorization_code&code=c0de&{REDIRECT}");
    assert_eq!(personal.service.last().body, format!("{head}&client_key=id%3A1&client_secret=s%26cret"));
    renewed(&personal).await;
    assert!(personal.service.last().body.ends_with("&client_key=id%3A1&client_secret=s%26cret"));

    let ads = bench("tiktok-ads", "").await.answers(&json!({ "code": 0, "data": { "access_token": "a" } }));
    let grant = ads.exchanged().await;
    assert_eq!(ads.service.last().body, r#"{"secret":"s&cret","app_id":"id:1","auth_code":"c0de"}"#);
    assert_eq!(wire(&grant)["access_token"], "a");
    assert_eq!(ads.renewed(&old_token(&json!({}))).await.unwrap_err(), RenewalProblem::NotRenewable);

    let nested = json!({ "code": 0, "data": tokens() });
    let accounts =
        bench("tiktok-accounts", "refresh_url: '{service}/refresh'").await.answers(&nested).answers(&nested);
    assert_eq!(wire(&accounts.exchanged().await)["refresh_token"], "rt");
    assert_eq!(
        accounts.service.last().body,
        r#"{"grant_type":"authorization_code","auth_code":"c0de","redirect_uri":"https://connect.example/oauth/callback","client_id":"id:1","client_secret":"s&cret"}"#
    );
    renewed(&accounts).await;
    assert_eq!(accounts.service.last().line, "POST /refresh");
}

#[tokio::test]
async fn sentry_is_completed_by_its_webhook() {
    let definition = "auth_mode: OAUTH2
installation: outbound
token_url: '{service}/installations/${connectionConfig.installation.uuid}/authorizations/'
authorization_code_param_in_webhook: data.installation.code
webhook_response_metadata: [installation.uuid]";
    let answer = json!({ "token": "a", "refreshToken": "r", "expiresAt": "2026-01-01T08:00:00Z" });
    let mut bench = Bench::new("sentry-oauth", definition)
        .await
        .with("actor", "x")
        .answers_with(201, &answer)
        .answers_with(201, &answer);
    bench.config.set("pending", true);
    assert_eq!(redirect::RedirectMode::of(&bench.provider), None);
    let webhook = json!({ "data": { "installation": { "uuid": "u-1", "code": "c0de" } } });
    let waiting = Credential::OAuth2Pending;
    let grant = redirect::complete(bench.cx(), &bench.subject(), &waiting, &webhook).await.unwrap();
    let asked = bench.service.last();
    assert_eq!(asked.line, "POST /installations/u-1/authorizations/");
    assert_eq!(
        asked.body,
        r#"{"grant_type":"authorization_code","code":"c0de","client_id":"id:1","client_secret":"s&cret"}"#
    );
    assert_eq!(values(&grant), json!({ "actor": "x", "installation.uuid": "u-1" }));
    assert_eq!(wire(&grant)["expires_at"], "2026-01-01T08:00:00.000Z");
    bench.config = grant.connection_config;
    renewed(&bench).await;
    assert_eq!(bench.service.last().line, "POST /installations/u-1/authorizations/");
}

#[tokio::test]
async fn braintree_speaks_xml() {
    let bench = bench("braintree", "body_format: json\nauthorization_method: header").await;
    let answer = "<?xml version=\"1.0\"?><credentials><access-token>a&amp;b</access-token>\
                  <refresh-token>r</refresh-token><expires-at type=\"datetime\">2026-02-01T00:00:00Z</expires-at>\
                  </credentials>";
    bench.service.answer(201, "application/xml; charset=utf-8", answer);
    bench.service.answer(201, "application/xml; charset=utf-8", answer);
    let grant = bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(
        asked.body,
        "<credentials><grant-type>authorization_code</grant-type><code>c0de</code></credentials>"
    );
    assert_eq!(asked.header("content-type"), Some("application/xml"));
    assert_eq!((asked.header("authorization"), asked.header("x-apiversion")), (Some(RAW_BASIC), Some("6")));
    assert_eq!((&wire(&grant)["access_token"], &wire(&grant)["refresh_token"]), (&json!("a&b"), &json!("r")));
    assert_eq!(wire(&grant)["expires_at"], "2026-02-01T00:00:00.000Z");
    renewed(&bench).await;
    assert_eq!(
        bench.service.last().body,
        "<credentials><grant-type>refresh_token</grant-type><refresh-token>r-old</refresh-token></credentials>"
    );
}

#[tokio::test]
async fn bullhorn_logs_in_with_the_token() {
    let session = json!({ "BhRestToken": "session", "restUrl": "https://rest99.example/rest/" });
    let bench = bench("bullhorn", "token_response_metadata: [restUrl]")
        .await
        .answers(&tokens())
        .answers(&session)
        .answers(&tokens())
        .answers(&json!({ "BhRestToken": "session2", "restUrl": "https://rest100.example/rest/" }));
    let grant = bench.exchanged().await;
    let asked = bench.service.asked();
    assert_eq!(
        asked[0].line,
        format!(
            "POST /token?grant_type=authorization_code&code=c0de&{REDIRECT}&client_id=id%3A1&client_secret=s%26cret"
        )
    );
    assert_eq!(asked[1].line, "POST /rest-services/login?version=*&access_token=at");
    assert_eq!(
        (&wire(&grant)["access_token"], &wire(&grant)["refresh_token"]),
        (&json!("session"), &json!("rt"))
    );
    assert_eq!(values(&grant)["restUrl"], "https://rest99.example/rest/");
    let grant = bench.renewed(&grant.credential).await.unwrap();
    assert_eq!(wire(&grant)["access_token"], "session2");
    assert_eq!(values(&grant)["restUrl"], "https://rest100.example/rest/");
}

#[tokio::test]
async fn an_admins_consent_lets_the_client_speak_for_itself() {
    let bench = bench("microsoft-admin", "authorization_code_param_in_callback: tenant")
        .await
        .with_owner(IntegrationCredential::Client(AuthMode::OAuth2, client("")))
        .answers(&json!({ "access_token": "a", "expires_in": 60 }))
        .answers(&json!({ "access_token": "b", "expires_in": 60 }));
    let expected = "grant_type=client_credentials&client_id=id%3A1&client_secret=s%26cret\
                    &scope=https%3A%2F%2Fgraph.microsoft.com%2F.default";
    let grant = bench.grant(&[("tenant", "t1"), ("admin_consent", "True")]).await;
    assert_eq!(bench.service.last().body, expected);
    assert_eq!(freshness(&bench.subject(), &grant.credential, NOW), Freshness::Due);
    bench.renewed(&grant.credential).await.unwrap();
    assert_eq!(bench.service.last().body, expected);
}

#[tokio::test]
async fn slack_refuses_with_200_and_renews_bot_and_user_apart() {
    let further = "alternate_access_token_response_path: authed_user\ntoken_response_metadata: [team.id]";
    let refused = bench("slack", further).await.answers(&json!({ "ok": false, "error": "invalid_code" }));
    let problem = refused.arrive(&[("code", "c")]).await.unwrap_err();
    assert_eq!(problem.to_string(), "127.0.0.1 answered 200: invalid_code");

    let first = json!({
        "ok": true, "access_token": "bot", "refresh_token": "bot-r", "expires_in": 43_200, "team": { "id": "T" },
        "authed_user": { "access_token": "user", "refresh_token": "user-r", "expires_in": 60 },
    });
    let bench = bench("slack", further).await.answers(&first);
    let grant = bench.exchanged().await;
    assert_eq!(wire(&grant)["expires_at"], "2026-01-01T00:01:00.000Z");
    assert_eq!(values(&grant)["team.id"], "T");
    let bench = bench
        .answers(
            &json!({ "ok": true, "access_token": "bot2", "refresh_token": "bot-r2", "expires_in": 43_200 }),
        )
        .answers(
            &json!({ "ok": true, "access_token": "user2", "refresh_token": "user-r2", "expires_in": 120 }),
        );
    let grant = bench.renewed(&grant.credential).await.unwrap();
    let asked = bench.service.asked();
    assert!(
        asked[1].body.contains("refresh_token=bot-r&") && asked[2].body.contains("refresh_token=user-r&")
    );
    let wire = wire(&grant);
    assert_eq!((&wire["access_token"], &wire["refresh_token"]), (&json!("bot2"), &json!("bot-r2")));
    assert_eq!(wire["raw"]["authed_user"]["access_token"], "user2");
    assert_eq!(wire["expires_at"], "2026-01-01T00:02:00.000Z");
}
