//! How clients prove themselves where their definitions cannot say it.

use super::*;

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
