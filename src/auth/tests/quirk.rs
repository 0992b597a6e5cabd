//! What single services do otherwise: the shape of each request, and what is made of each answer.

mod second_tokens;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::{
    client_credentials::verified,
    renew::{Freshness, RenewalProblem, ask, freshness},
    *,
};

const RAW_BASIC: &str = "Basic aWQ6MTpzJmNyZXQ=";
const REDIRECT: &str = "redirect_uri=https%3A%2F%2Fconnect.example%2Foauth%2Fcallback";

/// A definition of that key, with PKCE off unless `further` says otherwise.
async fn bench(key: &str, further: &str) -> Bench {
    let pkce = if further.contains("disable_pkce") { "" } else { "disable_pkce: true\n" };
    let text = format!(
        "auth_mode: OAUTH2
authorization_url: https://service.example/authorize
token_url: '{{service}}/token'
{pkce}{further}"
    );
    Bench::new(key, &text).await
}

fn tokens() -> Value {
    json!({ "access_token": "at", "refresh_token": "rt", "expires_in": 7200 })
}

async fn renewed(bench: &Bench) -> Grant {
    bench.renewed(&old_token(&json!({}))).await.unwrap()
}

#[tokio::test]
async fn agiloft_names_the_client_and_renews_by_a_part_of_the_secret() {
    let owner = OAuthClient { client_secret: "0123456789abcdefghijKLMNOP".into(), ..client("") };
    let bench = bench("agiloft", "")
        .await
        .with_owner(IntegrationCredential::Client(AuthMode::OAuth2, owner))
        .answers(&tokens())
        .answers(&tokens());
    bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(asked.body, format!("grant_type=authorization_code&code=c0de&{REDIRECT}&client_id=id%3A1"));
    assert!(asked.header("authorization").unwrap().starts_with("Basic "));
    let grant = renewed(&bench).await;
    assert_eq!(
        bench.service.last().body,
        "grant_type=refresh_token&refresh_token=r-old&client_id=id%3A1&md5_secret=0123456789abcdefghij"
    );
    assert_eq!(wire(&grant)["refresh_token"], "r-old");
}

#[tokio::test]
async fn public_clients_prove_themselves_by_pkce_alone() {
    for key in ["heygen", "posthog-oauth"] {
        let bench = bench(key, "disable_pkce: false\nrefresh_url: '{service}/refresh'")
            .await
            .answers(&tokens())
            .answers(&tokens());
        bench.exchanged().await;
        let asked = bench.service.last();
        assert!(asked.body.contains("&code_verifier=") && asked.body.ends_with("&client_id=id%3A1"));
        assert!(!asked.body.contains("secret") && asked.header("authorization").is_none());
        renewed(&bench).await;
        assert_eq!(bench.service.last().line, "POST /refresh");
        assert_eq!(
            bench.service.last().body,
            "grant_type=refresh_token&refresh_token=r-old&client_id=id%3A1"
        );
    }
    let attio = "auth_mode: MCP_OAUTH2
authorization_url: https://service.example/authorize
token_url: '{service}/token'";
    let attio = Bench::new("attio-mcp", attio).await.answers(&tokens());
    attio.exchanged().await;
    assert!(attio.service.last().body.ends_with("&client_id=id%3A1"));
}

#[tokio::test]
async fn mercury_needs_nothing_but_its_definition() {
    let bench = bench("mercury", "disable_pkce: false\nauthorization_method: header")
        .await
        .answers(&tokens())
        .answers(&tokens());
    bench.exchanged().await;
    let body = bench.service.last().body;
    assert!(body.starts_with(&format!("grant_type=authorization_code&code=c0de&{REDIRECT}&code_verifier=")));
    assert!(!body.contains("client_id"));
    renewed(&bench).await;
    assert_eq!(bench.service.last().body, "grant_type=refresh_token&refresh_token=r-old");
}

#[tokio::test]
async fn basic_alone_leaves_the_body_bare() {
    let bench =
        bench("fanvue", "token_request_auth_method: basic").await.answers(&tokens()).answers(&tokens());
    bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(asked.body, format!("grant_type=authorization_code&code=c0de&{REDIRECT}"));
    assert_eq!(asked.header("authorization"), Some(RAW_BASIC));
    renewed(&bench).await;
    assert_eq!(bench.service.last().body, "grant_type=refresh_token&refresh_token=r-old");
    assert_eq!(bench.service.last().header("authorization"), Some(RAW_BASIC));
}

#[tokio::test]
async fn workday_tokens_live_an_hour_and_a_refresh_token_of_the_users_own_stays() {
    let mut bench = bench("workday-oauth", "").await.answers(&tokens()).answers(&tokens()).answers(&tokens());
    let grant = bench.exchanged().await;
    assert_eq!(wire(&grant)["expires_at"], "2026-01-01T01:00:00.000Z");
    assert_eq!(bench.service.last().header("authorization"), Some(RAW_BASIC));
    assert_eq!(wire(&renewed(&bench).await)["refresh_token"], "rt");
    bench.config.set("overrideTokenRefresh", true);
    assert_eq!(wire(&renewed(&bench).await)["refresh_token"], "r-old");
}

#[tokio::test]
async fn followupboss_wants_the_state_again() {
    let bench = bench("followupboss", "").await.answers(&tokens());
    bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(asked.body, format!("grant_type=authorization_code&code=c0de&{REDIRECT}&state=st"));
    assert_eq!(asked.header("authorization"), Some(RAW_BASIC));
}

#[tokio::test]
async fn walmart_wants_headers_of_its_own() {
    let mut bench =
        bench("walmart", "redirect_uri_metadata: [sellerId]").await.answers(&tokens()).answers(&tokens());
    let grant = bench.grant(&[("code", "c0de"), ("sellerId", "S7")]).await;
    let check = |asked: service::Asked| {
        assert_eq!(asked.header("wm_partner.id"), Some("S7"));
        assert_eq!(asked.header("wm_svc.name"), Some("Walmart Marketplace"));
        assert_eq!(asked.header("wm_qos.correlation_id").unwrap().len(), 36);
        assert_eq!(asked.header("authorization"), Some(RAW_BASIC));
    };
    check(bench.service.last());
    bench.config = grant.connection_config;
    let grant = renewed(&bench).await;
    check(bench.service.last());
    assert_eq!(wire(&grant)["refresh_token"], "r-old");
}

#[tokio::test]
async fn absorb_wants_a_nonce_and_headers_from_the_connection() {
    let bench = bench("absorb-lms", "")
        .await
        .with("restApiKey", "key")
        .with("apiVersion", "v1")
        .answers(&tokens())
        .answers(&tokens());
    bench.exchanged().await;
    let asked = bench.service.last();
    let head = format!(
        "grant_type=authorization_code&code=c0de&{REDIRECT}&client_id=id%3A1&client_secret=s%26cret&nonce="
    );
    assert_eq!(asked.body.strip_prefix(&head).unwrap().len(), 32);
    assert_eq!((asked.header("x-api-key"), asked.header("x-api-version")), (Some("key"), Some("v1")));
    renewed(&bench).await;
    assert!(
        bench.service.last().body.contains("&nonce=")
            && bench.service.last().body.ends_with("&scope=read+write")
    );
}

#[tokio::test]
async fn stripe_takes_the_secret_as_user_name() {
    let bench =
        bench("stripe-app-sandbox", "").await.answers(&json!({ "access_token": "a" })).answers(&tokens());
    let grant = bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(asked.body, "grant_type=authorization_code&code=c0de");
    assert_eq!(asked.header("authorization"), Some("Basic cyZjcmV0Og=="));
    assert_eq!(wire(&grant)["expires_at"], "2026-01-01T01:00:00.000Z");
    renewed(&bench).await;
    assert_eq!(bench.service.last().body, "grant_type=refresh_token&refresh_token=r-old");
    assert_eq!(bench.service.last().header("authorization"), Some("Basic cyZjcmV0Og=="));
}

#[tokio::test]
async fn revolut_gets_a_signed_assertion() {
    let owner = OAuthClient { client_secret: RSA_PEM.replace('\n', "\\n").into(), ..client("") };
    let bench = bench("revolut-business", "")
        .await
        .with_owner(IntegrationCredential::Client(AuthMode::OAuth2, owner))
        .answers(&tokens())
        .answers(&tokens());
    bench.exchanged().await;
    renewed(&bench).await;
    for (asked, grant) in bench
        .service
        .asked()
        .iter()
        .zip(["authorization_code&code=c0de", "refresh_token&refresh_token=r-old"])
    {
        let head = format!(
            "grant_type={grant}&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3A\
             client-assertion-type%3Ajwt-bearer&client_assertion="
        );
        let (_, claims) = verified(asked.body.strip_prefix(&head).unwrap());
        let expected = json!({
            "iss": "connect.example", "sub": "id:1", "aud": "https://revolut.com", "exp": 1_767_225_900,
        });
        assert_eq!(claims, expected);
    }
}

#[tokio::test]
async fn shopline_signs_body_and_time_and_renews_without_a_refresh_token() {
    let signature = |message: &str| {
        let mut mac = Hmac::<Sha256>::new_from_slice(b"s&cret").unwrap();
        mac.update(message.as_bytes());
        hex::encode(mac.finalize().into_bytes())
    };
    let answer = json!({ "code": 200, "data": { "accessToken": "at", "expireTime": "2026-01-01T10:00:00.000+00:00", "scope": "a,b" } });
    let bench =
        bench("shopline-oauth", "refresh_url: '{service}/refresh'").await.answers(&answer).answers(&answer);
    let grant = bench.exchanged().await;
    let asked = bench.service.last();
    assert_eq!(asked.body, r#"{"code":"c0de"}"#);
    assert_eq!((asked.header("appkey"), asked.header("timestamp")), (Some("id:1"), Some("1767225600000")));
    assert_eq!(asked.header("sign"), Some(signature(r#"{"code":"c0de"}1767225600000"#).as_str()));
    assert_eq!(wire(&grant)["access_token"], "at");
    assert_eq!(wire(&grant)["expires_at"], "2026-01-01T10:00:00.000Z");
    assert_eq!(freshness(&bench.subject(), &grant.credential, NOW), Freshness::Fresh);
    bench.renewed(&grant.credential).await.unwrap();
    let asked = bench.service.last();
    assert_eq!((asked.line.as_str(), asked.body.as_str()), ("POST /refresh", ""));
    assert_eq!(asked.header("sign"), Some(signature("1767225600000").as_str()));
}

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
