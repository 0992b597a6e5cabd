//! Tokens that some connections keep beside their own.

use super::*;

const GRAPH: &str = "proxy:\n  base_url: '{service}'";

#[tokio::test]
async fn sharepoints_first_token_is_fetched_on_connecting_and_renewed_by_its_own() {
    for key in ["one-drive", "sharepoint-online"] {
        let site = json!({ "siteCollection": { "hostname": "acme.sharepoint.com" } });
        let mut bench = bench(key, GRAPH)
            .await
            .answers(&tokens())
            .answers(&site)
            .answers(&json!({ "access_token": "sp1", "refresh_token": "sp-r1", "expires_in": 3600 }));
        let grant = bench.exchanged().await;
        let asked = bench.service.asked();
        assert_eq!(asked[1].line, "GET /v1.0/sites/root");
        assert_eq!(asked[1].header("authorization"), Some("Bearer at"));
        let client = "client_id=id%3A1&client_secret=s%26cret";
        let scope = "scope=https%3A%2F%2Facme.sharepoint.com%2F.default+offline_access";
        let body = |token: &str| format!("grant_type=refresh_token&refresh_token={token}&{client}&{scope}");
        assert_eq!((asked[2].line.as_str(), &asked[2].body), ("POST /token", &body("rt")));
        let second = json!({
            "resource": "https://acme.sharepoint.com", "access_token": "sp1", "refresh_token": "sp-r1",
            "expires_in": 3600, "expires_at": "2026-01-01T01:00:00.000Z",
        });
        assert_eq!(values(&grant)["sharepointAccessToken"], second);

        bench.config = grant.connection_config;
        let bench = bench.answers(&tokens()).answers(&json!({ "access_token": "sp2", "expires_in": 60 }));
        let renewed = bench.renewed(&grant.credential).await.unwrap();
        assert_eq!(bench.service.last().body, body("sp-r1"));
        let second = &values(&renewed)["sharepointAccessToken"];
        assert_eq!((&second["access_token"], &second["refresh_token"]), (&json!("sp2"), &json!("sp-r1")));
    }
}

#[tokio::test]
async fn a_connection_stands_without_sharepoint_and_asks_again_when_it_is_renewed() {
    let forbidden = json!({ "error": { "code": "accessDenied" } });
    let bench = bench("one-drive", GRAPH).await.answers(&tokens()).answers_with(403, &forbidden);
    let grant = bench.exchanged().await;
    assert_eq!(wire(&grant)["access_token"], "at");
    assert_eq!(values(&grant).get("sharepointAccessToken"), None);

    let bench = bench
        .answers(&json!({ "access_token": "at2", "expires_in": 7200 }))
        .answers(&json!({ "siteCollection": { "hostname": "acme.sharepoint.com" } }))
        .answers(&json!({ "access_token": "sp", "expires_in": 3600 }));
    let renewed = bench.renewed(&grant.credential).await.unwrap();
    assert!(bench.service.last().body.contains("refresh_token=rt&"), "the one that was kept");
    assert_eq!(values(&renewed)["sharepointAccessToken"]["access_token"], "sp");

    let odd = json!({ "siteCollection": { "hostname": "acme.sharepoint.com/.default https://graph" } });
    let bench = bench.answers(&tokens()).answers(&odd);
    let renewed = bench.renewed(&grant.credential).await.unwrap();
    assert_eq!(values(&renewed).get("sharepointAccessToken"), None);
    assert_eq!(bench.service.last().line, "GET /v1.0/sites/root", "a name that is none goes into no scope");
}

#[tokio::test]
async fn a_second_token_that_cannot_be_renewed_does_not_make_every_read_renew_the_first() {
    let mut bench = bench("one-drive", "")
        .await
        .answers(&tokens())
        .answers_with(400, &json!({ "error": "invalid_grant" }));
    let second =
        json!({ "access_token": "sp", "refresh_token": "gone", "expires_at": "2026-01-01T00:05:00.000Z" });
    bench.config.set("sharepointAccessToken", ConfigValue::from(second));
    let grant = renewed(&bench).await;
    let second = &values(&grant)["sharepointAccessToken"];
    assert_eq!(second["expires_at"], "2026-01-01T00:05:00.000Z", "whoever uses it sees that it ends");
    bench.config = grant.connection_config;
    assert_eq!(freshness(&bench.subject(), &grant.credential, NOW), Freshness::Fresh);
    assert_eq!(freshness(&bench.subject(), &grant.credential, NOW.plus_minutes(50)), Freshness::Due);

    let bench = bench.answers(&tokens()).answers(&json!({ "access_token": "sp2", "expires_in": 3600 }));
    let grant = bench.renewed(&grant.credential).await.unwrap();
    assert_eq!(values(&grant)["sharepointAccessToken"].get("next_attempt_at"), None);
}

#[tokio::test]
async fn sharepoint_renews_a_second_token_that_the_connection_keeps() {
    let mut bench = bench("one-drive", "")
        .await
        .answers(&tokens())
        .answers(&json!({ "access_token": "sp2", "expires_in": 60 }));
    let second =
        json!({ "access_token": "sp", "refresh_token": "sp-r", "expires_at": "2026-01-01T00:05:00.000Z" });
    bench.config.set("sharepointAccessToken", ConfigValue::from(second));
    assert_eq!(freshness(&bench.subject(), &old_token(&json!({})), NOW), Freshness::Due);
    let grant = renewed(&bench).await;
    assert!(bench.service.last().body.starts_with("grant_type=refresh_token&refresh_token=sp-r&"));
    let second = &values(&grant)["sharepointAccessToken"];
    assert_eq!((&second["access_token"], &second["refresh_token"]), (&json!("sp2"), &json!("sp-r")));
    assert_eq!(second["expires_at"], "2026-01-01T00:01:00.000Z");
}

#[tokio::test]
async fn teams_gets_a_token_for_its_bot() {
    let text = "auth_mode: OAUTH2
authorization_url: https://service.example/authorize
token_url: '{service}/${connectionConfig.tenantId}/token'
disable_pkce: true";
    let bench = Bench::new("microsoft-teams-bot", text)
        .await
        .with("tenantId", "t1")
        .with("botHostTenantId", "host")
        .answers(&tokens())
        .answers(&json!({ "access_token": "bot", "expires_in": 60 }));
    let grant = bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(asked.line, "POST /host/token");
    assert_eq!(
        asked.body,
        "grant_type=client_credentials&client_id=id%3A1&client_secret=s%26cret\
         &scope=https%3A%2F%2Fapi.botframework.com%2F.default"
    );
    assert_eq!(values(&grant)["botAccessToken"]["access_token"], "bot");
    assert_eq!(values(&grant)["tenantId"], "t1");
}

#[tokio::test]
async fn a_bot_without_its_token_is_connected_all_the_same() {
    let bench = bench("microsoft-teams-bot", "").await.with("botHostTenantId", "host").answers(&tokens());
    let grant = bench.exchanged().await;
    assert_eq!(bench.service.asked().len(), 2);
    assert_eq!(wire(&grant)["access_token"], "at");
    assert_eq!(values(&grant).get("botAccessToken"), None);
}
