//! Renewal: requests to the letter, what stays, when it is due.

use super::{
    renew::{Freshness, RenewalProblem, freshness},
    *,
};

fn definition(further: &str) -> String {
    format!(
        "auth_mode: OAUTH2
authorization_url: https://service.example/authorize
token_url: '{{service}}/token?key=1'
{further}"
    )
}

#[tokio::test]
async fn the_grant_type_is_always_refresh_token_and_parameters_are_filled() {
    let text = definition(
        "token_params:
  grant_type: authorization_code
  resource: ${connectionConfig.resource}",
    );
    let answer = json!({ "access_token": "new", "expires_in": 60 });
    let bench = Bench::new("refresh", &text).await.with("resource", "r/1").answers(&answer);
    let grant = bench.renewed(&old_token(&json!({}))).await.unwrap();
    let asked = bench.service.last();
    assert_eq!(asked.line, "POST /token?key=1");
    assert_eq!(
        asked.body,
        "grant_type=refresh_token&resource=r%2F1&refresh_token=r-old&client_id=id%3A1&client_secret=s%26cret"
    );
    assert_eq!(
        wire(&grant),
        json!({
            "type": "OAUTH2", "access_token": "new", "refresh_token": "r-old",
            "expires_at": "2026-01-01T00:01:00.000Z",
            "raw": { "access_token": "new", "expires_in": 60, "refresh_token": "r-old" },
        })
    );
    assert_eq!(values(&grant), json!({ "resource": "r/1" }));
}

#[tokio::test]
async fn a_rotated_refresh_token_replaces_the_old_one_and_an_own_address_is_used() {
    let text = definition("refresh_url: '{service}/refresh'\nrefresh_params:\n  audience: x");
    let answer = json!({ "access_token": "new", "refresh_token": "r-new" });
    let bench = Bench::new("rotates", &text).await.answers(&answer);
    let grant = bench.renewed(&old_token(&json!({}))).await.unwrap();
    assert_eq!(bench.service.last().line, "POST /refresh");
    assert!(
        bench.service.last().body.starts_with("grant_type=refresh_token&audience=x&refresh_token=r-old&")
    );
    assert_eq!(wire(&grant)["refresh_token"], "r-new");
}

#[tokio::test]
async fn a_public_client_sends_no_empty_secret() {
    let public = OAuthClient { client_secret: SecretString::default(), ..client("") };
    let bench = Bench::new("public", &definition(""))
        .await
        .with_owner(IntegrationCredential::Client(AuthMode::OAuth2, public))
        .answers(&json!({ "access_token": "new" }));
    bench.renewed(&old_token(&json!({}))).await.unwrap();
    assert_eq!(bench.service.last().body, "grant_type=refresh_token&refresh_token=r-old&client_id=id%3A1");
}

#[tokio::test]
async fn a_refused_renewal_says_whether_a_new_connection_is_needed() {
    let bench = Bench::new("ended", &definition(""))
        .await
        .answers_with(400, &json!({ "error": "invalid_grant" }))
        .answers_with(500, &json!({}));
    let RenewalProblem::Exchange(problem) = bench.renewed(&old_token(&json!({}))).await.unwrap_err() else {
        panic!()
    };
    assert!(problem.is_revoked());
    let RenewalProblem::Exchange(problem) = bench.renewed(&old_token(&json!({}))).await.unwrap_err() else {
        panic!()
    };
    assert!(problem.is_transient() && !problem.is_revoked());
}

#[tokio::test]
async fn credentials_are_due_by_their_margin() {
    let token = |end: Option<&str>, refresh_token: Option<&str>| {
        let mut wire = json!({ "type": "OAUTH2", "access_token": "a", "raw": {} });
        if let Some(end) = end {
            wire["expires_at"] = end.into();
        }
        if let Some(token) = refresh_token {
            wire["refresh_token"] = token.into();
        }
        Credential::from_wire(&wire).unwrap()
    };
    let bench = Bench::new("margin", &definition("")).await;
    let at = |credential: &Credential| freshness(&bench.subject(), credential, NOW);
    assert_eq!(at(&token(Some("2026-01-01T00:14:59Z"), Some("r"))), Freshness::Due);
    assert_eq!(at(&token(Some("2026-01-01T00:15:00Z"), Some("r"))), Freshness::Fresh);
    assert_eq!(at(&token(None, Some("r"))), Freshness::Fresh);
    assert_eq!(at(&token(Some("2020-01-01T00:00:00Z"), None)), Freshness::Fixed);
    assert_eq!(at(&Credential::Unauthenticated), Freshness::Fixed);
    assert_eq!(bench.renewed(&token(None, None)).await.unwrap_err(), RenewalProblem::NotRenewable);

    let bench = Bench::new("margin", &definition("token_expiration_buffer: 60")).await;
    let at = |credential: &Credential| freshness(&bench.subject(), credential, NOW);
    assert_eq!(at(&token(Some("2026-01-01T00:01:00Z"), Some("r"))), Freshness::Fresh);
    assert_eq!(at(&token(Some("2026-01-01T00:00:59Z"), Some("r"))), Freshness::Due);
}
