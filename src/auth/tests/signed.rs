//! `TBA`, `JWT`, `BILL`, `SIGNATURE` and `AWS_SIGV4`: what is made of what was typed, what a service sees of it, and renewals.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::*;
use crate::provider::Inputs;

const EC_PEM: &str = include_str!("throwaway_ec_key.pem");
const ROLE: &str = "arn:aws:iam::123456789012:role/Acme";
const CUSTOMER: &str = "6f1c1a52-0d3f-4f0e-9a53-6c1f0f2f9b11";

fn typed(values: &[(&str, &str)]) -> Inputs {
    let credentials = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
    Inputs { credentials, ..Inputs::default() }
}

async fn made(bench: &Bench, values: &[(&str, &str)]) -> Result<Grant, ExchangeProblem> {
    let mode = SignedMode::of(bench.provider.auth_mode).unwrap();
    let mut inputs = typed(values);
    inputs.params = bench.config.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
    mode.grant(bench.cx(), &bench.subject(), &inputs).await
}

async fn checked(bench: &Bench, grant: &Grant) -> Result<check::Checked, check::CheckFailure> {
    check::check(bench.cx(), &bench.provider, &grant.credential, &grant.connection_config).await
}

/// Header and claims of a JWT.
fn parts(jwt: &Value) -> (Value, Value) {
    let mut parts =
        jwt.as_str().unwrap().split('.').map(|part| {
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap_or(Value::Null)
        });
    (parts.next().unwrap(), parts.next().unwrap())
}

const TBA: &str = "auth_mode: TBA
proxy:
  base_url: '{service}'
  verification:
    method: POST
    headers:
      content-type: application/x-www-form-urlencoded
    endpoints: ['/q?limit=1']
    data:
      q: a b";

#[tokio::test]
async fn tba_keeps_the_token_and_signs_each_request_for_the_account() {
    let bench = Bench::new("ns", TBA).await.with("accountId", "tstdrv1-sb1").answers(&json!({}));
    let grant = made(&bench, &[("token_id", "t1"), ("token_secret", "ts")]).await.unwrap();
    let wire_form = json!({ "type": "TBA", "token_id": "t1", "token_secret": "ts", "config_override": {} });
    assert_eq!(wire(&grant), wire_form);
    let kept = json!({
        "accountId": "tstdrv1-sb1", "oauth_client_id": "id:1", "oauth_client_secret": "s&cret",
    });
    assert_eq!(values(&grant), kept);
    assert_eq!(checked(&bench, &grant).await, Ok(check::Checked::Accepted));
    let asked = bench.service.last();
    let header = asked.header("authorization").unwrap();
    assert!(header.starts_with("OAuth realm=\"TSTDRV1_SB1\", oauth_consumer_key=\"id%3A1\", "), "{header}");
    let part = |name: &str| {
        let (_, after) = header.split_once(&format!("{name}=\"")).unwrap();
        percent_encoding::percent_decode_str(after.split_once('"').unwrap().0)
            .decode_utf8_lossy()
            .into_owned()
    };
    let names =
        ["oauth_consumer_key", "oauth_nonce", "oauth_signature_method", "oauth_timestamp", "oauth_version"];
    let names = names.into_iter().chain(["oauth_token"]);
    let form = [("q".to_owned(), "a b".to_owned())];
    let signed: Vec<(String, String)> = names.map(|name| (name.to_owned(), part(name))).chain(form).collect();
    assert_eq!(part("oauth_signature_method"), "HMAC-SHA256");
    let url = url::Url::parse(&format!("{}/q?limit=1", bench.service.origin())).unwrap();
    let expected =
        SignatureMethod::HmacSha256.sign("POST", &url, &signed, &"s&cret".into(), Some(&"ts".into()));
    assert_eq!(part("oauth_signature"), expected.expose_secret());
    assert_eq!(bench.renewed(&grant.credential).await.unwrap_err(), renew::RenewalProblem::NotRenewable);
}

#[tokio::test]
async fn a_client_of_ones_own_signs_in_place_of_the_integrations() {
    let mut bench = Bench::new("ns", TBA).await.answers(&json!({}));
    let own = [
        ("token_id", "t1"),
        ("token_secret", "ts"),
        ("oauth_client_id_override", "mine"),
        ("oauth_client_secret_override", "m-s"),
    ];
    let grant = made(&bench, &own).await.unwrap();
    assert_eq!(wire(&grant)["config_override"], json!({ "client_id": "mine", "client_secret": "m-s" }));
    assert_eq!(checked(&bench, &grant).await, Ok(check::Checked::Accepted));
    assert!(bench.service.last().header("authorization").unwrap().contains("oauth_consumer_key=\"mine\""));

    bench.owner = None;
    let problem = made(&bench, &own[..2]).await.unwrap_err();
    assert_eq!(problem, ExchangeProblem::Owner(problem::MissingOwner::Client));
}

const JWT: &str = "auth_mode: JWT
signature:
  protocol: EC
token:
  signing_key: ${credentials.privateKey}
  expires_in_ms: 900000
  header:
    alg: ES256
    kid: ${credentials.keyId}
    typ: JWT
  payload:
    iss: ${credentials.issuer}
    aud: api
    sub: ${credentials.nobody}
    scope:
      - ${connectionConfig.scope}
proxy:
  base_url: '{service}'
  verification:
    endpoints: ['/me']";

#[tokio::test]
async fn a_jwt_says_what_the_recipe_says_and_leaves_out_what_has_no_value() {
    let fields = [("privateKey", EC_PEM), ("keyId", "k1"), ("issuer", "i1"), ("type", "JWT")];
    let mut bench =
        Bench::new("apple", JWT).await.with("scope", "GET /v1/apps, GET /v1/me,").answers(&json!({}));
    let grant = made(&bench, &fields).await.unwrap();
    let stored = wire(&grant);
    assert_eq!(
        (&stored["type"], &stored["keyId"], &stored["privateKey"], &stored["expires_at"]),
        (&json!("JWT"), &json!("k1"), &json!(EC_PEM), &json!("2026-01-01T00:15:00.000Z"))
    );
    let (header, claims) = parts(&stored["token"]);
    assert_eq!(header, json!({ "alg": "ES256", "kid": "k1", "typ": "JWT" }));
    let said = json!({
        "iss": "i1", "aud": "api", "scope": ["GET /v1/apps", "GET /v1/me"],
        "iat": NOW.0 / 1000, "exp": NOW.0 / 1000 + 900,
    });
    assert_eq!(claims, said);
    assert_eq!(checked(&bench, &grant).await, Ok(check::Checked::Accepted));
    let bearer = format!("Bearer {}", stored["token"].as_str().unwrap());
    assert_eq!(bench.service.last().header("authorization"), Some(bearer.as_str()));

    bench.clock.advance_millis(900_000);
    bench.config = ConnectionConfig::default();
    let credential = Credential::from_wire(&stored).unwrap();
    let renewed = wire(&bench.renewed(&credential).await.unwrap());
    assert_eq!(renewed["expires_at"], "2026-01-01T00:30:00.000Z");
    assert_eq!(parts(&renewed["token"]).1.get("scope"), None, "an empty list is left out");
    for key in ["", "nonsense", RSA_PEM] {
        let problem = made(&bench, &[("privateKey", key), ("keyId", "k1"), ("issuer", "i1")]).await;
        assert_eq!(problem.unwrap_err(), ExchangeProblem::BadKey("private key"));
    }
}

#[tokio::test]
async fn a_key_typed_in_two_halves_is_named_by_its_halves() {
    let ghost = "auth_mode: JWT
token:
  signing_key: ${credentials.privateKey.secret}
  header:
    alg: HS256
    kid: ${credentials.privateKey.id}
  payload:
    aud: /admin/";
    let bench = Bench::new("ghost", ghost).await;
    let grant = made(&bench, &[("privateKey", "1234ab:00ff")]).await.unwrap();
    let (header, claims) = parts(&wire(&grant)["token"]);
    assert_eq!(header, json!({ "alg": "HS256", "kid": "1234ab" }));
    assert_eq!((&claims["aud"], &claims["exp"]), (&json!("/admin/"), &json!(NOW.0 / 1000 + 300)));
    assert_eq!(wire(&grant)["privateKey"], "1234ab:00ff");
    let whole = made(&bench, &[("privateKey", "00ff")]).await;
    assert_eq!(whole.unwrap_err(), ExchangeProblem::BadKey("private key"));
}

const BILL: &str = "auth_mode: BILL\ntoken_url: '{service}/login'";
const LOGIN: [(&str, &str); 4] =
    [("username", "u"), ("password", "p-w"), ("organization_id", "o"), ("dev_key", "d")];

#[tokio::test]
async fn a_login_at_bill_gives_a_session_for_thirty_five_minutes() {
    let answer = json!({ "sessionId": "s1", "userId": "u1", "organizationId": "o" });
    let bench = Bench::new("bill", BILL).await.answers(&answer);
    let grant = made(&bench, &LOGIN).await.unwrap();
    let asked = bench.service.last();
    assert_eq!(asked.line, "POST /login");
    let sent: Value = serde_json::from_str(&asked.body).unwrap();
    assert_eq!(sent, json!({ "username": "u", "password": "p-w", "organizationId": "o", "devKey": "d" }));
    let stored = json!({
        "type": "BILL", "username": "u", "password": "p-w", "organization_id": "o", "dev_key": "d",
        "session_id": "s1", "user_id": "u1", "expires_at": "2026-01-01T00:35:00.000Z", "raw": answer,
    });
    assert_eq!(wire(&grant), stored);
    let bench = bench.answers(&json!({ "sessionId": "s2", "userId": "u1" }));
    let renewed = bench.renewed(&Credential::from_wire(&stored).unwrap()).await.unwrap();
    assert_eq!((&wire(&renewed)["session_id"], &bench.service.last().body), (&json!("s2"), &asked.body));
}

#[tokio::test]
async fn what_bill_does_not_accept_or_say_makes_no_session() {
    let bench = Bench::new("bill", BILL).await;
    bench.service.answer(401, "application/json", r#"[{"code":"BDC_1101","message":"no p-w"}]"#);
    bench.service.answer(200, "text/html", "<html>Sign in</html>");
    bench.service.answer(200, "application/json", r#"{"error":"BDC_1361"}"#);
    bench.service.answer(200, "application/json", "{}");
    let mut problems = Vec::new();
    for _ in 0..4 {
        problems.push(made(&bench, &LOGIN).await.unwrap_err());
    }
    let [refused, page, inside, empty] = problems.as_slice() else { panic!() };
    assert!(matches!(refused, ExchangeProblem::Refused(refusal) if refusal.status == 401), "{refused:?}");
    assert!(matches!(page, ExchangeProblem::Unreadable { status: 200, .. }), "{page:?}");
    assert!(matches!(inside, ExchangeProblem::Refused(_)), "{inside:?}");
    assert!(matches!(empty, ExchangeProblem::NoToken { .. }), "{empty:?}");
    assert!(problems.iter().all(|problem| !problem.to_string().contains("p-w")), "{problems:?}");
}

const WSSE: &str = "auth_mode: SIGNATURE
signature:
  protocol: WSSE
token:
  expires_in_ms: 300000
proxy:
  base_url: '{service}'
  headers:
    x-wsse: ${accessToken}
  verification:
    endpoints: ['/settings']";

#[tokio::test]
async fn a_wsse_text_is_sent_in_its_header_and_made_anew_when_it_ends() {
    let bench = Bench::new("emarsys", WSSE).await.answers(&json!({}));
    let grant = made(&bench, &[("username", "acme"), ("password", "s3cret")]).await.unwrap();
    let stored = wire(&grant);
    assert_eq!(checked(&bench, &grant).await, Ok(check::Checked::Accepted));
    let asked = bench.service.last();
    assert_eq!(asked.header("x-wsse"), stored["token"].as_str());
    assert!(asked.header("x-wsse").unwrap().ends_with("Created=\"2026-01-01T00:00:00.000Z\""));
    assert_eq!(stored["expires_at"], "2026-01-01T00:05:00.000Z");
    bench.clock.advance_millis(300_000);
    let renewed = wire(&bench.renewed(&Credential::from_wire(&stored).unwrap()).await.unwrap());
    assert_ne!(renewed["token"], stored["token"]);
    assert_eq!(renewed["expires_at"], "2026-01-01T00:10:00.000Z");
    let quoted = made(&bench, &[("username", "a\" Nonce=\"b"), ("password", "s")]).await;
    assert_eq!(quoted.unwrap_err(), ExchangeProblem::BadValue("username"));
}

const AWS: &str = "auth_mode: AWS_SIGV4
token_url: '{service}/sts'
proxy:
  base_url: https://${connectionConfig.service}.${connectionConfig.region}.amazonaws.com";
const ASSUMED: &str = "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult>\
    <AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/x</Arn><AssumedRoleId>ARO:x</AssumedRoleId></AssumedRoleUser>\
    <Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>sak</SecretAccessKey>\
    <SessionToken>tok</SessionToken><Expiration>2026-01-01T01:00:00Z</Expiration></Credentials>\
    </AssumeRoleResult></AssumeRoleResponse>";
const IDENTITY: &str = "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::1:x</Arn>\
    </GetCallerIdentityResult></GetCallerIdentityResponse>";
const DENIED: &str = "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>\
    <Message>User is not authorized</Message></Error></ErrorResponse>";

async fn aws() -> Bench {
    let bench =
        Bench::new("aws", AWS).await.with_custom("service", "s3").with_custom("defaultRegion", "eu-west-1");
    bench.with_custom("awsAccessKeyId", "AKIA0").with_custom("awsSecretAccessKey", "owner-s")
}

#[tokio::test]
async fn a_role_is_assumed_with_the_owners_keys_and_the_end_users_external_id() {
    let bench = aws().await.with("external_id", CUSTOMER);
    bench.service.answer(200, "text/xml", ASSUMED);
    bench.service.answer(200, "text/xml", IDENTITY);
    let grant = made(&bench, &[("role_arn", ROLE)]).await.unwrap();
    let asked = bench.service.last();
    assert_eq!(asked.line, "POST /sts");
    let sent: BTreeMap<String, String> =
        url::form_urlencoded::parse(asked.body.as_bytes()).into_owned().collect();
    assert_eq!((sent["Action"].as_str(), sent["RoleArn"].as_str()), ("AssumeRole", ROLE));
    assert_eq!((sent["ExternalId"].as_str(), sent["DurationSeconds"].as_str()), (CUSTOMER, "3600"));
    let header = asked.header("authorization").unwrap();
    assert!(header.starts_with("AWS4-HMAC-SHA256 Credential=AKIA0/20260101/eu-west-1/sts/aws4_request"));
    let mut stored = wire(&grant);
    stored.as_object_mut().unwrap().remove("raw");
    let expected = json!({
        "type": "AWS_SIGV4", "role_arn": ROLE, "region": "eu-west-1", "service": "s3",
        "access_key_id": "ASIA1", "secret_access_key": "sak", "session_token": "tok",
        "expires_at": "2026-01-01T01:00:00.000Z", "external_id": CUSTOMER,
    });
    assert_eq!(stored, expected);
    let kept = json!({ "external_id": CUSTOMER, "region": "eu-west-1", "role_arn": ROLE, "service": "s3" });
    assert_eq!(values(&grant), kept);
    assert_eq!(checked(&bench, &grant).await, Ok(check::Checked::Accepted));
    let asked = bench.service.last();
    assert_eq!(asked.header("x-amz-security-token"), Some("tok"));
    assert_eq!(asked.body, "Action=GetCallerIdentity&Version=2011-06-15");

    bench.service.answer(200, "text/xml", &ASSUMED.replace("ASIA1", "ASIA2"));
    let renewed = bench.renewed(&Credential::from_wire(&wire(&grant)).unwrap()).await.unwrap();
    assert_eq!(wire(&renewed)["access_key_id"], "ASIA2");
    assert!(bench.service.last().body.contains(CUSTOMER));
}

#[tokio::test]
async fn the_owners_own_endpoint_may_issue_keys_in_either_spelling() {
    for answer in [
        json!({ "credentials": {
            "accessKeyId": "A", "secretAccessKey": "S", "sessionToken": "T", "expiration": "2026-01-01T00:30:00Z",
        }}),
        json!({ "access_key_id": "A", "secret_access_key": "S", "session_token": "T", "expiration": 1_767_227_400 }),
    ] {
        let bench = aws().await.answers(&answer);
        let url = format!("{}/assume", bench.service.origin());
        let bench = bench.with_custom("stsMode", "custom").with_custom("stsEndpointUrl", &url);
        let bench = bench.with_custom("stsAuthType", "api_key").with_custom("stsApiKey", "k3y");
        let grant = made(&bench, &[("role_arn", ROLE), ("region", "us-east-2")]).await.unwrap();
        let asked = bench.service.last();
        assert_eq!((asked.line.as_str(), asked.header("x-api-key")), ("POST /assume", Some("k3y")));
        let sent: Value = serde_json::from_str(&asked.body).unwrap();
        assert_eq!(
            (&sent["role_arn"], &sent["region"], &sent["service"]),
            (&json!(ROLE), &json!("us-east-2"), &json!("s3"))
        );
        let stored = wire(&grant);
        assert_eq!((&stored["access_key_id"], &stored["session_token"]), (&json!("A"), &json!("T")));
        assert_eq!(stored["expires_at"], "2026-01-01T00:30:00.000Z");
        assert_eq!(sent["external_id"], stored["external_id"], "a new one, kept for renewals");
        assert_eq!(stored["raw"], answer);
    }
}

#[tokio::test]
async fn a_role_that_cannot_be_assumed_says_whose_part_it_is() {
    use super::problem::{DefinitionProblem, MissingOwner};
    let bench = aws().await;
    for (status, body) in [(403, DENIED), (200, "<html><p>hello</html>"), (200, IDENTITY)] {
        bench.service.answer(status, "text/xml", body);
    }
    let denied = made(&bench, &[("role_arn", ROLE)]).await.unwrap_err();
    assert!(denied.to_string().ends_with("answered 403: AccessDenied: User is not authorized"), "{denied}");
    let page = made(&bench, &[("role_arn", ROLE)]).await.unwrap_err();
    assert!(matches!(page, ExchangeProblem::Unreadable { .. }), "{page:?}");
    let empty = made(&bench, &[("role_arn", ROLE)]).await.unwrap_err();
    assert!(matches!(empty, ExchangeProblem::NoToken { .. }), "{empty:?}");

    bench.service.answer(403, "text/xml", &DENIED.replace("AccessDenied", "SignatureDoesNotMatch"));
    let owners = ExchangeProblem::Owner(MissingOwner::Unusable("awsSecretAccessKey"));
    assert_eq!(made(&bench, &[("role_arn", ROLE)]).await.unwrap_err(), owners);

    for (values, name) in [
        (&[("role_arn", "me")][..], "role_arn"),
        (&[("role_arn", ROLE), ("region", "eu.evil.example/")], "region"),
    ] {
        assert_eq!(made(&bench, values).await.unwrap_err(), ExchangeProblem::BadValue(name));
    }
    let guessed = aws().await.with("external_id", "acme");
    assert_eq!(
        made(&guessed, &[("role_arn", ROLE)]).await.unwrap_err(),
        ExchangeProblem::BadValue("external_id")
    );
    let nowhere = Bench::new("aws", AWS).await;
    let unset = ExchangeProblem::Owner(MissingOwner::Value("integration_config"));
    assert_eq!(made(&nowhere, &[("role_arn", ROLE)]).await.unwrap_err(), unset);
    let nowhere = nowhere.with_custom("service", "s3").with_custom("awsAccessKeyId", "A");
    let keyless = ExchangeProblem::Owner(MissingOwner::Value("awsSecretAccessKey"));
    assert_eq!(made(&nowhere, &[("role_arn", ROLE)]).await.unwrap_err(), keyless);
    let nowhere = nowhere.with_custom("awsSecretAccessKey", "S");
    let regionless = DefinitionProblem::Unresolved(vec!["region".into()]).into();
    assert_eq!(made(&nowhere, &[("role_arn", ROLE)]).await.unwrap_err(), regionless);
}

#[tokio::test]
async fn what_ends_is_renewed_in_time_and_a_tba_token_never() {
    use renew::Freshness::{Due, Fixed, Fresh};
    let bench = Bench::new("bill", BILL).await;
    let at = |minutes: i64| json!(NOW.plus_minutes(minutes).to_z_iso());
    for (wire, minutes, freshness) in [
        (json!({ "type": "JWT", "token": "t" }), 16, Fresh),
        (json!({ "type": "JWT", "token": "t" }), 14, Due),
        (json!({ "type": "SIGNATURE", "username": "u", "password": "p", "token": "t" }), 5, Due),
        (json!({ "type": "TBA", "token_id": "t", "token_secret": "s" }), -1, Fixed),
    ] {
        let mut wire = wire;
        wire["expires_at"] = at(minutes);
        let credential = Credential::from_wire(&wire).unwrap();
        assert_eq!(renew::freshness(&bench.subject(), &credential, NOW), freshness, "{wire}");
    }
}
