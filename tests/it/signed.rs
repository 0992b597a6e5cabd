//! `TBA`, `JWT`, `BILL`, `SIGNATURE` and `AWS_SIGV4` at both doors: the routes of the SDK, and our form.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::{
    oauth::service::Service,
    support::{
        app::{Answer, Options, TestApp, spawn_app_with},
        sqlite,
        visitor::Visitor,
    },
};

const DEFINITIONS: &str = "
test-tba:
  display_name: Ledger
  auth_mode: TBA
  docs: https://docs.example/tba
  proxy:
    base_url: '{origin}'
    verification:
      endpoints: ['/account']
  connection_config:
    accountId:
      type: string
      title: Account ID
test-jwt:
  display_name: Blog
  auth_mode: JWT
  docs: https://docs.example/jwt
  token:
    signing_key: ${credentials.privateKey.secret}
    expires_in_ms: 300000
    header:
      alg: HS256
      kid: ${credentials.privateKey.id}
    payload:
      aud: /admin/
  proxy:
    base_url: '{origin}'
    headers:
      authorization: Ghost ${accessToken}
    verification:
      endpoints: ['/account']
  credentials:
    privateKey:
      type: string
      title: Admin key
test-bill:
  display_name: Bills
  auth_mode: BILL
  docs: https://docs.example/bill
  token_url: '{origin}/login'
test-signature:
  display_name: Mailer
  auth_mode: SIGNATURE
  docs: https://docs.example/signature
  signature:
    protocol: WSSE
  token:
    expires_in_ms: 300000
  proxy:
    base_url: '{origin}'
    headers:
      x-wsse: ${accessToken}
    verification:
      endpoints: ['/account']
test-aws:
  display_name: Storage
  auth_mode: AWS_SIGV4
  docs: https://docs.example/aws
  token_url: '{origin}/sts'
  credentials:
    role_arn:
      type: string
      title: Role ARN
  connection_config:
    region:
      type: string
      title: Region
      optional: true
  integration_config:
    service:
      type: string
      title: Service
    defaultRegion:
      type: string
      title: Region
    stsMode:
      type: string
      title: Mode
    stsEndpointUrl:
      type: string
      title: Endpoint
";

const ROLE: &str = "arn:aws:iam::123456789012:role/Acme";
const CUSTOMER: &str = "6f1c1a52-0d3f-4f0e-9a53-6c1f0f2f9b11";
const IDENTITY: &str = "<GetCallerIdentityResponse><Arn>arn:aws:sts::1:x</Arn></GetCallerIdentityResponse>";

/// A mode: its route, what the SDK sends, and what its form sends.
struct Door {
    provider: &'static str,
    route: &'static str,
    params: &'static str,
    body: Value,
    fields: &'static [(&'static str, &'static str)],
}

fn doors() -> [Door; 5] {
    [
        Door {
            provider: "test-tba",
            route: "/auth/tba",
            params: "&params[accountId]=acme-1",
            body: json!({ "token_id": "t-1", "token_secret": "t-s3cret" }),
            fields: &[
                ("credentials.token_id", "t-1"),
                ("credentials.token_secret", "t-s3cret"),
                ("credentials.oauth_client_id_override", "mine"),
                ("credentials.oauth_client_secret_override", "mine-s"),
                ("params.accountId", "acme-1"),
            ],
        },
        Door {
            provider: "test-jwt",
            route: "/auth/jwt",
            params: "",
            body: json!({ "type": "JWT", "privateKey": { "id": "1a", "secret": "5ec2e7" } }),
            fields: &[("credentials.privateKey", "1a:5ec2e7")],
        },
        Door {
            provider: "test-bill",
            route: "/auth/bill",
            params: "",
            body: json!({ "username": "u", "password": "p-s3cret", "organization_id": "o", "dev_key": "d" }),
            fields: &[
                ("credentials.username", "u"),
                ("credentials.password", "p-s3cret"),
                ("credentials.organization_id", "o"),
                ("credentials.dev_key", "d"),
            ],
        },
        Door {
            provider: "test-signature",
            route: "/auth/signature",
            params: "",
            body: json!({ "type": "SIGNATURE", "username": "u", "password": "p-s3cret" }),
            fields: &[("credentials.username", "u"), ("credentials.password", "p-s3cret")],
        },
        Door {
            provider: "test-aws",
            route: "/auth/aws-sigv4",
            params: "&params[external_id]=6f1c1a52-0d3f-4f0e-9a53-6c1f0f2f9b11",
            body: json!({ "role_arn": ROLE }),
            fields: &[("credentials.role_arn", ROLE), ("params.external_id", CUSTOMER)],
        },
    ]
}

/// A service that accepts everything, and an application that knows it.
async fn ready(door: &Door) -> (TestApp, Service, String) {
    let service = Service::start();
    service.on("/account", 200, &json!({}));
    service.on("/login", 200, &json!({ "sessionId": "s-1", "userId": "u-1" }));
    service.on("/assume", 200, &json!({ "credentials": {
        "accessKeyId": "A", "secretAccessKey": "S", "sessionToken": "T", "expiration": "2025-01-31T11:00:00Z",
    }}));
    service.on_text("/sts", 200, "text/xml", IDENTITY);
    let options = Options { definitions: Some(service.definitions(DEFINITIONS)), ..Options::default() };
    let app = spawn_app_with(sqlite(), options).await;
    let mut integration = json!({ "provider": door.provider, "unique_key": "it" });
    match door.provider {
        "test-tba" => {
            let client = json!({ "type": "TBA", "client_id": "ours", "client_secret": "ours-s" });
            integration["credentials"] = client;
        }
        "test-aws" => {
            integration["integration_config"] = json!({
                "service": "s3", "defaultRegion": "eu-west-1", "stsMode": "custom",
                "stsEndpointUrl": format!("{}/assume", service.origin),
            });
        }
        _ => {}
    }
    let answer = app.post("/integrations", &integration).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let token = app.session(&json!({ "tags": {} })).await;
    (app, service, token)
}

fn path(door: &Door, token: &str) -> String {
    format!("{}/it?connect_session_token={token}{}", door.route, door.params)
}

/// The service refuses what was accepted before.
fn refuses(service: &Service) {
    service.on("/account", 401, &json!({ "error": "no" }));
    service.on("/login", 401, &json!([{ "code": "BDC_1101", "message": "p-s3cret is wrong" }]));
    service.on("/assume", 403, &json!({ "message": "AccessDenied" }));
}

async fn stored(app: &TestApp) -> Value {
    let list = app.get("/connections").await.json();
    let Some(id) = list["connections"][0]["connection_id"].as_str() else { return Value::Null };
    app.get(&format!("/connections/{id}?provider_config_key=it")).await.json()
}

#[actix_web::test]
async fn each_mode_connects_by_the_sdks_route_and_is_told_to_the_backend() {
    for door in doors() {
        let (app, _service, token) = ready(&door).await;
        let answer = app.submit(&path(&door, &token), &door.body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}: {}", door.provider, answer.text);
        assert_eq!(answer.json()["providerConfigKey"], "it");
        let read = stored(&app).await;
        let credentials = &read["credentials"];
        match door.provider {
            "test-tba" => {
                let told = json!({
                    "type": "TBA", "token_id": "t-1", "token_secret": "t-s3cret", "config_override": {},
                });
                assert_eq!(credentials, &told);
                assert_eq!(read["connection_config"]["oauth_client_id"], "ours");
            }
            "test-jwt" => {
                assert_eq!(
                    (&credentials["type"], &credentials["privateKey"]),
                    (&json!("JWT"), &json!("1a:5ec2e7"))
                );
                assert_eq!(credentials["expires_at"], "2025-01-31T10:05:00.000Z");
            }
            "test-bill" => {
                assert_eq!(
                    (&credentials["type"], &credentials["session_id"]),
                    (&json!("BILL"), &json!("s-1"))
                );
                assert_eq!(credentials["expires_at"], "2025-01-31T10:35:00.000Z");
            }
            "test-signature" => {
                let text = credentials["token"].as_str().unwrap();
                assert!(text.starts_with("UsernameToken Username=\"u\", PasswordDigest=\""), "{text}");
            }
            _ => {
                assert_eq!(
                    (&credentials["type"], &credentials["session_token"]),
                    (&json!("AWS_SIGV4"), &json!("T"))
                );
                let values = json!({
                    "external_id": CUSTOMER, "region": "eu-west-1", "role_arn": ROLE, "service": "s3",
                });
                assert_eq!(read["connection_config"], values);
            }
        }
    }
}

#[actix_web::test]
async fn a_refusal_a_page_and_silence_are_answered_and_nothing_is_stored() {
    for door in doors() {
        let (app, service, token) = ready(&door).await;
        let is_aws = door.provider == "test-aws";
        let code =
            if is_aws { (502, "aws_sigv4_sts_request_failed") } else { (400, "connection_test_failed") };
        refuses(&service);
        let mut answers = vec![app.submit(&path(&door, &token), &door.body).await];
        for at in ["/account", "/login", "/assume"] {
            service.on_text(at, 500, "text/html", "<html>p-s3cret</html>");
        }
        answers.push(app.submit(&path(&door, &token), &door.body).await);
        for answer in answers {
            assert_eq!(answer.refusal(), (code.0, code.1.to_owned()), "{}", door.provider);
            assert!(!answer.text.contains("s3cret") && !answer.text.contains("<html"), "{}", answer.text);
        }
        assert_eq!(stored(&app).await, Value::Null);
    }
}

#[actix_web::test]
async fn bodies_of_another_shape_say_what_is_wrong_with_them() {
    for door in doors() {
        let (app, _service, token) = ready(&door).await;
        let path = path(&door, &token);
        if door.provider == "test-jwt" {
            let answer = app.submit(&path, &json!({ "type": "JWT", "privateKey": "whole" })).await;
            assert_eq!(answer.refusal(), (400, "failed_to_generate".into()));
            continue;
        }
        assert_eq!(app.submit(&path, &json!({})).await.refusal(), (400, "invalid_body".into()));
        let mut further = door.body.clone();
        further["further"] = json!("x");
        assert_eq!(
            app.submit(&path, &further).await.refusal(),
            (400, "invalid_body".into()),
            "{}",
            door.provider
        );
        assert_eq!(stored(&app).await, Value::Null);
    }
}

#[actix_web::test]
async fn a_role_is_refused_by_whose_part_is_missing() {
    let [.., door] = doors();
    let (app, _service, token) = ready(&door).await;
    let elsewhere = json!({ "role_arn": ROLE, "region": "eu west" });
    assert_eq!(app.submit(&path(&door, &token), &elsewhere).await.refusal(), (400, "invalid_body".into()));
    let guessed = format!("/auth/aws-sigv4/it?connect_session_token={token}&params[external_id]=acme");
    assert_eq!(app.submit(&guessed, &door.body).await.refusal(), (400, "invalid_body".into()));
    for (key, config, code) in [
        ("bare", None, "missing_aws_sigv4_config"),
        ("serviceless", Some(json!({ "stsMode": "custom" })), "missing_aws_sigv4_service"),
        (
            "keyless",
            Some(json!({ "service": "s3", "defaultRegion": "eu-west-1" })),
            "missing_aws_sigv4_builtin_credentials",
        ),
        ("nowhere", Some(json!({ "service": "s3", "stsMode": "custom" })), "missing_aws_sigv4_sts_endpoint"),
        ("odd", Some(json!({ "service": "S3!" })), "invalid_aws_sigv4_config"),
        (
            "regionless",
            Some(json!({ "service": "s3", "stsMode": "custom", "stsEndpointUrl": "https://sts.example" })),
            "missing_aws_sigv4_region",
        ),
    ] {
        let mut integration = json!({ "provider": "test-aws", "unique_key": key });
        if let Some(config) = config {
            integration["integration_config"] = config;
        }
        let answer = app.post("/integrations", &integration).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let path = format!("/auth/aws-sigv4/{key}?connect_session_token={token}");
        assert_eq!(app.submit(&path, &door.body).await.refusal(), (400, code.into()), "{key}");
    }
}

async fn form<'a>(app: &'a TestApp, token: &str) -> (Visitor<'a>, Answer) {
    let mut tab = Visitor::tab(app);
    let page = tab.open_link(token).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    (tab, page)
}

#[actix_web::test]
async fn each_mode_connects_by_our_form_too() {
    for door in doors() {
        let (app, service, token) = ready(&door).await;
        let (mut tab, page) = form(&app, &token).await;
        let names: Vec<String> = page.attributes("form.form [name]", "name");
        for (field, _) in door.fields {
            assert!(names.iter().any(|name| name == field), "{}: no {field} in {names:?}", door.provider);
        }
        refuses(&service);
        let again = tab.submit(door.fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text);
        assert!(!again.text.contains("s3cret"), "a secret came back");
        assert!(!again.text_of("[data-summary]").is_empty());
        assert_eq!(stored(&app).await, Value::Null);

        service.on("/account", 200, &json!({}));
        service.on("/login", 200, &json!({ "sessionId": "s-1", "userId": "u-1" }));
        service.on(
            "/assume",
            200,
            &json!({ "access_key_id": "A", "secret_access_key": "S", "session_token": "T" }),
        );
        let answer = tab.submit(door.fields).await;
        let (status, heading) = tab.follow(answer).await.says();
        assert_eq!((status, heading.ends_with("is connected")), (200, true), "{}: {heading}", door.provider);
        let read = stored(&app).await;
        if door.provider == "test-aws" {
            assert_eq!(
                read["connection_config"]["external_id"], CUSTOMER,
                "the id that was shown is the one used"
            );
        }
        if door.provider == "test-tba" {
            assert_eq!(read["credentials"]["config_override"]["client_id"], "mine");
        }
    }
}

#[actix_web::test]
async fn what_ends_is_renewed_when_it_is_read() {
    for door in doors() {
        let (app, service, token) = ready(&door).await;
        app.submit(&path(&door, &token), &door.body).await;
        let before = stored(&app).await["credentials"].clone();
        app.clock.advance_millis(3 * 3_600_000);
        service.on("/login", 200, &json!({ "sessionId": "s-2", "userId": "u-1" }));
        service.on(
            "/assume",
            200,
            &json!({ "access_key_id": "B", "secret_access_key": "S", "session_token": "T" }),
        );
        let after = stored(&app).await["credentials"].clone();
        if door.provider == "test-tba" {
            assert_eq!(after, before);
        } else {
            assert_ne!(after, before, "{}", door.provider);
            assert!(after["expires_at"].as_str() > Some("2025-01-31T13:00:00.000Z"), "{after}");
        }
    }
}
