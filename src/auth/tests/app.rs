//! GitHub Apps, alone and with their user.

use super::{
    client_credentials::verified,
    renew::{Freshness, app_jwt_has_ended, freshness},
    *,
};

fn identity() -> AppIdentity {
    AppIdentity {
        app_id: "42".into(),
        app_link: "https://github.example/apps/acme/".into(),
        private_key: RSA_PEM.into(),
    }
}

const APP: &str = "auth_mode: APP
authorization_url: ${connectionConfig.appPublicLink}/installations/new
token_url: '{service}/app/installations/${connectionConfig.installation_id}/access_tokens'";

const CUSTOM: &str = "auth_mode: CUSTOM
authorization_url: ${connectionConfig.appPublicLink}/installations/new
authorization_url_skip_encode: [base_url]
token_url:
  OAUTH2: '{service}/login/oauth/access_token'
  APP: '{service}/app/installations/${connectionConfig.installation_id}/access_tokens'";

fn installation() -> Value {
    json!({ "token": "ghs", "expires_at": "2026-01-01T01:00:00Z", "permissions": { "issues": "read" } })
}

#[tokio::test]
async fn an_installation_is_connected_by_a_signed_jwt() {
    let bench = Bench::new("app", APP)
        .await
        .with_owner(IntegrationCredential::App(identity()))
        .answers_with(201, &installation());
    assert_eq!(bench.page().await, "https://github.example/apps/acme/installations/new?state=st");
    let grant = bench.grant(&[("installation_id", "7"), ("setup_action", "install")]).await;
    let asked = bench.service.last();
    assert_eq!((asked.line.as_str(), asked.body.as_str()), ("POST /app/installations/7/access_tokens", "{}"));
    let jwt = asked.header("authorization").unwrap().strip_prefix("Bearer ").unwrap();
    let (_, claims) = verified(jwt);
    assert_eq!(claims, json!({ "iat": 1_767_225_540, "exp": 1_767_226_140, "iss": "42" }));
    assert_eq!(
        wire(&grant),
        json!({
            "type": "APP", "access_token": "ghs", "expires_at": "2026-01-01T01:00:00.000Z", "jwtToken": jwt,
            "raw": installation(),
        })
    );
    assert_eq!(values(&grant), json!({ "app_id": "42", "installation_id": "7", "jwtToken": jwt }));
    assert!(!app_jwt_has_ended(&grant.credential, NOW));
    assert!(app_jwt_has_ended(&grant.credential, NOW.plus_minutes(9)));

    assert_eq!(freshness(&bench.subject(), &grant.credential, NOW.plus_minutes(50)), Freshness::Due);
    let bench = Bench { config: grant.connection_config.clone(), ..bench };
    let bench = bench.answers_with(201, &json!({ "token": "ghs2" }));
    assert_eq!(wire(&bench.renewed(&grant.credential).await.unwrap())["access_token"], "ghs2");
}

#[tokio::test]
async fn a_request_for_an_installation_and_a_forged_id_are_refused() {
    let bench = Bench::new("app", APP).await.with_owner(IntegrationCredential::App(identity()));
    let asked = bench.arrive(&[("installation_id", "7"), ("setup_action", "request")]).await;
    assert_eq!(asked.unwrap_err(), ReturnProblem::InstallationRequested);
    let missing = bench.arrive(&[("setup_action", "install")]).await.unwrap_err();
    assert_eq!(missing.error_type(), "url_param_err");
    assert!(bench.arrive(&[("installation_id", "7/../8")]).await.is_err());
    assert!(bench.service.asked().is_empty());
    let bad = AppIdentity { private_key: "nothing".into(), ..identity() };
    let bench = Bench::new("app", APP).await.with_owner(IntegrationCredential::App(bad));
    let problem = bench.arrive(&[("installation_id", "7")]).await.unwrap_err();
    assert_eq!(problem.to_string(), "the app's private key cannot be read");
}

fn custom() -> IntegrationCredential {
    IntegrationCredential::Custom(client(""), identity())
}

#[tokio::test]
async fn with_a_user_both_tokens_are_kept_once_the_user_may_see_the_installation() {
    let user = json!({ "access_token": "ghu", "refresh_token": "ghr", "expires_in": 28_800 });
    let bench = Bench::new("custom", CUSTOM)
        .await
        .with_owner(custom())
        .answers(&user)
        .answers(&json!({ "total_count": 1 }))
        .answers_with(201, &installation());
    let grant = bench.grant(&[("code", "c"), ("installation_id", "7"), ("setup_action", "install")]).await;
    let asked = bench.service.asked();
    assert_eq!(asked[0].line, "POST /login/oauth/access_token");
    assert!(!asked[0].body.contains("code_verifier"));
    assert_eq!(asked[1].line, "GET /user/installations/7/repositories?per_page=1");
    assert_eq!(asked[1].header("authorization"), Some("Bearer ghu"));
    assert_eq!(asked[2].line, "POST /app/installations/7/access_tokens");
    assert_eq!((&wire(&grant)["type"], &wire(&grant)["access_token"]), (&json!("APP"), &json!("ghs")));
    let values = values(&grant);
    assert_eq!((&values["installation_id"], &values["app_id"]), (&json!("7"), &json!("42")));
    assert_eq!(values["userCredentials"]["access_token"], "ghu");
    assert_eq!(values.get("pending"), None);
}

#[tokio::test]
async fn a_users_new_token_survives_the_failure_of_the_installations() {
    let mut bench = Bench::new("custom", CUSTOM)
        .await
        .with_owner(custom())
        .with("installation_id", "7")
        .answers(&json!({ "access_token": "ghu2", "refresh_token": "ghr2", "expires_in": 28_800 }))
        .answers_with(500, &json!({}));
    let user = json!({
        "type": "OAUTH2", "access_token": "ghu", "refresh_token": "ghr", "raw": {},
        "expires_at": "2026-01-01T00:01:00.000Z",
    });
    bench.config.set("userCredentials", ConfigValue::from(user));
    let old = json!({
        "type": "APP", "access_token": "ghs", "expires_at": "2026-01-01T00:05:00.000Z", "raw": {},
    });
    let grant = bench.renewed(&Credential::from_wire(&old).unwrap()).await.unwrap();
    assert_eq!(values(&grant)["userCredentials"]["refresh_token"], "ghr2");
    assert_eq!(wire(&grant)["access_token"], "ghs");
    assert_eq!(freshness(&bench.subject(), &grant.credential, NOW), Freshness::Due);
}

#[tokio::test]
async fn somebody_elses_installation_is_not_connected() {
    let bench = Bench::new("custom", CUSTOM)
        .await
        .with_owner(custom())
        .answers(&json!({ "access_token": "ghu" }))
        .answers_with(404, &json!({ "message": "Not Found" }))
        .answers_with(201, &installation());
    let problem = bench.arrive(&[("code", "c"), ("installation_id", "7")]).await.unwrap_err();
    assert_eq!(problem, ReturnProblem::ForeignInstallation);
    assert_eq!(bench.service.asked().len(), 2);
}

#[tokio::test]
async fn without_an_installation_the_connection_waits_and_an_update_renews_the_old_one() {
    let bench =
        Bench::new("custom", CUSTOM).await.with_owner(custom()).answers(&json!({ "access_token": "ghu" }));
    let Arrival::WaitsForInstallation(grant) = bench.arrive(&[("code", "c")]).await.unwrap() else {
        panic!()
    };
    assert_eq!(wire(&grant)["type"], "OAUTH2");
    assert_eq!((&values(&grant)["pending"], &values(&grant)["app_id"]), (&json!(true), &json!("42")));
    let update = [("installation_id", "7"), ("setup_action", "update")];
    let Arrival::InstalledBefore { installation_id } = bench.arrive(&update).await.unwrap() else { panic!() };
    assert_eq!(installation_id, "7");
    let bench = Bench { config: grant.connection_config, ..bench }.answers_with(201, &installation());
    let webhook = json!({ "installation": { "id": 7 } });
    let done = redirect::complete(bench.cx(), &bench.subject(), &grant.credential, &webhook).await.unwrap();
    assert_eq!((&wire(&done)["access_token"], values(&done).get("pending")), (&json!("ghs"), None));
}
