//! Client credentials: requests to the letter, where the token may stand, what is kept for renewals.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{client_credentials, *};

fn identity() -> ClientIdentity {
    ClientIdentity {
        client_id: "cc:id".into(),
        client_secret: "cc&secret".into(),
        client_certificate: None,
        client_private_key: None,
    }
}

async fn fetched(bench: &Bench, client: ClientIdentity) -> Result<Grant, ExchangeProblem> {
    client_credentials(bench.cx(), &bench.subject(), client, &bench.params).await
}

fn definition(further: &str) -> String {
    format!("auth_mode: OAUTH2_CC\ntoken_url: '{{service}}/token?v=1'\n{further}")
}

#[tokio::test]
async fn the_client_comes_first_then_parameters_scope_and_the_sessions() {
    let text =
        definition("token_params:\n  grant_type: client_credentials\n  account: ${connectionConfig.account}");
    let mut bench = Bench::new("cc", &text)
        .await
        .with("account", "a 1")
        .with_param("audience", "api")
        .answers(&json!({ "access_token": "t" }));
    let grant = fetched(&bench, identity()).await.unwrap();
    let asked = bench.service.last();
    assert_eq!(asked.line, "POST /token?v=1");
    let body = "client_id=cc%3Aid&client_secret=cc%26secret&grant_type=client_credentials&account=a+1\
                &scope=read+write&audience=api";
    assert_eq!(asked.body, body);
    assert_eq!(
        wire(&grant),
        json!({
            "type": "OAUTH2_CC", "token": "t", "client_id": "cc:id", "client_secret": "cc&secret",
            "expires_at": "2026-01-01T00:55:00.000Z", "raw": { "access_token": "t" },
        })
    );
    let kept = json!({
        "account": "a 1", "authorization_params": { "audience": "api" }, "oauth_scopes": "read,write",
    });
    assert_eq!(values(&grant), kept);

    bench.config = grant.connection_config;
    let bench = bench.answers(&json!({ "access_token": "t2", "expires_in": 60 }));
    let renewed = bench.renewed(&grant.credential).await.unwrap();
    assert_eq!(bench.service.last().body, body);
    assert_eq!(wire(&renewed)["token"], "t2");
}

#[tokio::test]
async fn the_client_proves_itself_as_the_definition_says() {
    let basic = definition("token_request_auth_method: basic");
    let bench = Bench::new("basic", &basic).await.answers(&json!({ "data": { "token": "t" } }));
    assert_eq!(wire(&fetched(&bench, identity()).await.unwrap())["token"], "t");
    assert_eq!(bench.service.last().body, "scope=read+write");
    assert_eq!(bench.service.last().header("authorization"), Some("Basic Y2M6aWQ6Y2Mmc2VjcmV0"));

    let custom = definition("token_request_auth_method: custom\nbody_format: json");
    let bench = Bench::new("custom", &custom).await.answers(&json!({ "jwt": "t" }));
    assert_eq!(wire(&fetched(&bench, identity()).await.unwrap())["token"], "t");
    assert_eq!(
        bench.service.last().body,
        r#"{"username":"cc:id","password":"cc&secret","scope":"read write"}"#
    );

    let query = definition("body_format: query");
    let bench = Bench::new("query", &query).await.answers(&json!({ "access_token": "t" }));
    fetched(&bench, identity()).await.unwrap();
    let asked = bench.service.last();
    assert_eq!(asked.line, "POST /token?v=1&client_id=cc%3Aid&client_secret=cc%26secret&scope=read+write");
    assert_eq!(asked.body, "");
}

#[tokio::test]
async fn a_key_signs_an_assertion_for_this_endpoint_alone() {
    let text = definition(
        "token_request_auth_method: private_key_jwt\ntoken_params:\n  grant_type: client_credentials",
    );
    let key = include_str!("throwaway_key.jwk.json");
    let client = ClientIdentity { client_private_key: Some(key.into()), ..identity() };
    let bench =
        Bench::new("jwt", &text).await.with("oauth_scopes", "a,b").answers(&json!({ "access_token": "t" }));
    fetched(&bench, client).await.unwrap();
    let body = bench.service.last().body;
    let form: BTreeMap<String, String> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    assert_eq!(form["client_assertion_type"], "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    assert_eq!((form["scope"].as_str(), form.contains_key("client_secret")), ("a b", false));
    let (header, claims) = verified(&form["client_assertion"]);
    assert_eq!(header, json!({ "alg": "RS256", "typ": "JWT", "kid": "key-1" }));
    assert_eq!((&claims["iss"], &claims["sub"]), (&json!("cc:id"), &json!("cc:id")));
    assert_eq!(claims["aud"], format!("{}/token?v=1", bench.service.origin()));
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 300);
    assert_eq!(claims["jti"].as_str().unwrap().len(), 36);

    let client = ClientIdentity { client_private_key: Some("no key".into()), ..identity() };
    let problem = fetched(&bench, client).await.unwrap_err();
    assert_eq!(problem, ExchangeProblem::BadKey("client_private_key"));
}

/// Header and claims of a JWT whose signature is that of our test key.
pub fn verified(jwt: &str) -> (Value, Value) {
    let jwk: Value = serde_json::from_str(include_str!("throwaway_key.jwk.json")).unwrap();
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
    let n = decode(jwk["n"].as_str().unwrap());
    let public = ring::rsa::PublicKeyComponents { n, e: decode("AQAB") };
    let (signed, signature) = jwt.rsplit_once('.').unwrap();
    public
        .verify(&ring::signature::RSA_PKCS1_2048_8192_SHA256, signed.as_bytes(), &decode(signature))
        .unwrap();
    let (header, claims) = signed.split_once('.').unwrap();
    let json = |part: &str| serde_json::from_slice(&decode(part)).unwrap();
    (json(header), json(claims))
}

#[tokio::test]
async fn ends_are_read_in_the_definitions_unit() {
    let text = definition("expires_in_unit: milliseconds\ntoken_response_metadata: [instance]");
    let answer = json!({ "access_token": "t", "expires_in": 60_000, "instance": "i1" });
    let bench = Bench::new("unit", &text).await.answers(&answer);
    let grant = fetched(&bench, identity()).await.unwrap();
    assert_eq!(wire(&grant)["expires_at"], "2026-01-01T00:01:00.000Z");
    assert_eq!(values(&grant)["instance"], "i1");
}

#[tokio::test]
async fn a_certificate_that_cannot_be_read_is_told_and_nothing_is_sent() {
    let bench = Bench::new("mtls", &definition("require_client_certificate: true")).await;
    let client = ClientIdentity {
        client_certificate: Some("MIIB".into()),
        client_private_key: Some("MIIC".into()),
        ..identity()
    };
    let problem = fetched(&bench, client).await.unwrap_err();
    assert_eq!(problem, ExchangeProblem::BadKey("client certificate or its key"));
    assert!(bench.service.asked().is_empty());
}

#[tokio::test]
async fn a_certificate_is_read_however_it_was_pasted() {
    let certificate = include_str!("throwaway_certificate.pem");
    for paste in [
        |text: &str| text.to_owned(),
        |text: &str| text.replace('\n', "\\n"),
        |text: &str| text.replace('\n', " "),
    ] {
        let bench = Bench::new("mtls", &definition("require_client_certificate: true"))
            .await
            .answers(&json!({ "access_token": "t" }));
        let client = ClientIdentity {
            client_certificate: Some(paste(certificate).into()),
            client_private_key: Some(paste(RSA_PEM).into()),
            ..identity()
        };
        let wire = wire(&fetched(&bench, client).await.unwrap());
        assert_eq!(wire["client_certificate"], paste(certificate));
    }
}

#[tokio::test]
async fn a_definition_without_address_is_told() {
    let bench = Bench::new("none", "auth_mode: OAUTH2_CC").await;
    let problem = fetched(&bench, identity()).await.unwrap_err();
    assert_eq!(problem.to_string(), "the provider's definition has no token_url");
}
