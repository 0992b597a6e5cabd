//! A client that signs instead of telling a secret: at the exchange, at each renewal and when the grant ends.

use super::{client_credentials::verified, *};

const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

async fn bench(further: &str) -> Bench {
    let definition = format!(
        "auth_mode: OAUTH2
authorization_url: https://service.example/authorize
token_url: '{{service}}/token?v=1'
revocation_url: '{{service}}/revoke'
token_request_auth_method: private_key_jwt
{further}"
    );
    let tokens = json!({ "access_token": "at", "refresh_token": "rt" });
    let owner = OAuthClient { client_secret: RSA_PEM.into(), ..client("") };
    let bench = Bench::new("signs", &definition).await;
    let bench = bench.with_owner(IntegrationCredential::Client(AuthMode::OAuth2, owner));
    bench.answers(&tokens).answers(&tokens).answers(&json!({})).answers(&json!({}))
}

#[tokio::test]
async fn the_client_signs_for_exchange_renewal_and_revocation_each_time_anew() {
    let bench = bench("").await;
    let grant = bench.exchanged().await;
    let grant = bench.renewed(&grant.credential).await.unwrap();
    let told = renew::revoke(bench.cx(), &bench.subject(), &grant.credential).await;
    assert!(told.is_ok());
    let asked = bench.service.asked();
    let paths = ["/token?v=1", "/token?v=1", "/revoke", "/revoke"];
    assert_eq!(asked.len(), paths.len());
    let mut ids = Vec::new();
    for (asked, path) in asked.iter().zip(paths) {
        assert_eq!(asked.line, format!("POST {path}"));
        assert_eq!(asked.header("authorization"), None);
        let form: BTreeMap<String, String> =
            url::form_urlencoded::parse(asked.body.as_bytes()).into_owned().collect();
        assert_eq!(form["client_assertion_type"], TYPE);
        assert_eq!((form["client_id"].as_str(), form.contains_key("client_secret")), ("id:1", false));
        let (header, claims) = verified(&form["client_assertion"]);
        assert_eq!(header, json!({ "alg": "RS256", "typ": "JWT" }));
        assert_eq!((&claims["iss"], &claims["sub"]), (&json!("id:1"), &json!("id:1")));
        assert_eq!(claims["aud"], format!("{}{path}", bench.service.origin()));
        ids.push(claims["jti"].as_str().unwrap().to_owned());
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 4, "an assertion is used once");
}

#[tokio::test]
async fn a_known_issuer_is_the_one_audience() {
    let bench = bench("issuer: https://service.example").await;
    bench.exchanged().await;
    let body = bench.service.last().body;
    let form: BTreeMap<String, String> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    assert_eq!(verified(&form["client_assertion"]).1["aud"], "https://service.example");
}

#[tokio::test]
async fn a_secret_that_is_no_key_is_the_owners_problem_and_nothing_is_sent() {
    let mut bench = bench("").await;
    bench.owner = Some(IntegrationCredential::Client(AuthMode::OAuth2, client("")));
    let problem = bench.arrive(&[("code", "c0de"), ("state", "st")]).await.unwrap_err();
    let bad = ExchangeProblem::BadKey("client secret (a private key)");
    assert!(matches!(&problem, ReturnProblem::Exchange(found) if *found == bad), "{problem:?}");
    assert!(bench.service.asked().is_empty());
}
