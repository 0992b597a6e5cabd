//! Look-ups: what is asked, what of the answer is kept, what is refused. The answers are made after what the services
//! document.

mod catalogue;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::*;
use crate::{
    auth::lookup::{self, Account, LookedUp, LookupProblem},
    outbound::{ForbiddenReason, Limits, OutboundError},
};

/// A look-up that goes well.
struct Case {
    script: &'static str,
    /// More of the definition.
    definition: &'static str,
    /// The connection's values before.
    before: Value,
    credential: Value,
    /// The service's answers, in turn.
    answers: Vec<Value>,
    /// What it was asked: line and `authorization`.
    asked: Vec<(&'static str, &'static str)>,
    /// What the connection's values gain.
    found: Value,
}

impl Default for Case {
    fn default() -> Self {
        Self {
            script: "",
            definition: "token_url: '{service}/oauth/token'\nproxy:\n  base_url: '{service}/api/'",
            before: json!({}),
            credential: json!({ "type": "OAUTH2", "access_token": "t", "raw": {} }),
            answers: Vec::new(),
            asked: Vec::new(),
            found: json!({}),
        }
    }
}

fn jwt(claims: &Value) -> String {
    format!("e30.{}.sig", URL_SAFE_NO_PAD.encode(claims.to_string()))
}

fn holding(token: &str, raw: &Value) -> Value {
    json!({ "type": "OAUTH2", "access_token": token, "raw": raw })
}

fn cases() -> Vec<Case> {
    let client = json!({
        "type": "OAUTH2_CC", "token": "t", "client_id": "cid", "client_secret": "s", "raw": {},
    });
    let case = Case::default;
    vec![
        Case {
            script: "mailchimpPostConnection",
            answers: vec![json!({ "dc": "us21", "role": "owner", "api_endpoint": "https://us21.api" })],
            asked: vec![("GET /oauth2/metadata", "OAuth t")],
            found: json!({ "dc": "us21" }),
            ..case()
        },
        Case {
            script: "basecampPostConnection",
            answers: vec![json!({ "identity": { "id": 1 }, "accounts": [
                { "product": "bcx", "id": 11, "name": "Classic" },
                { "product": "bc3", "id": 99, "name": "Acme" },
            ] })],
            asked: vec![("GET /authorization.json", "Bearer t")],
            found: json!({
                "accountId": "99", "accounts": [{ "product": "bc3", "id": 99, "name": "Acme" }],
            }),
            ..case()
        },
        Case {
            script: "workablePostConnection",
            definition: "proxy:\n  base_url: '{service}/${connectionConfig.subdomain}'",
            credential: json!({ "type": "API_KEY", "apiKey": "k" }),
            answers: vec![json!({ "accounts": [{ "id": "a1", "name": "Acme", "subdomain": "acme" }] })],
            asked: vec![("GET /www/spi/v3/accounts", "Bearer k")],
            found: json!({ "subdomain": "acme" }),
            ..case()
        },
        Case {
            script: "sophosCentralPostConnection",
            credential: client.clone(),
            answers: vec![json!({ "id": "57ca9a6b", "idType": "tenant", "apiHosts": {
                "global": "https://api.central.example", "dataRegion": "https://api-eu01.central.example",
            } })],
            asked: vec![("GET /api/whoami/v1", "Bearer t")],
            found: json!({ "tenantId": "57ca9a6b", "dataRegion": "https://api-eu01.central.example" }),
            ..case()
        },
        Case {
            script: "sage200PostConnection",
            definition: "proxy:\n  base_url: '{service}/uk/${connectionConfig.edition}'",
            before: json!({ "edition": "sage200extra" }),
            answers: vec![json!([
                { "company_id": 1, "site_id": "s-1", "company_name": "Acme" },
                { "company_id": 2, "site_id": "s-1", "company_name": "Acme test" },
            ])],
            asked: vec![("GET /uk/sage200extra/accounts/v1/sites", "Bearer t")],
            found: json!({ "company_id": "1", "site_id": "s-1" }),
            ..case()
        },
        Case {
            script: "procorePostConnection",
            answers: vec![json!([
                { "id": 4, "name": "Old", "is_active": false }, { "id": 5, "name": "Acme", "is_active": true },
            ])],
            asked: vec![("GET /api/rest/v1.0/companies", "Bearer t")],
            found: json!({ "companyId": "5" }),
            ..case()
        },
        Case {
            script: "adobeUmapiPostConnection",
            credential: client.clone(),
            found: json!({ "clientId": "cid" }),
            ..case()
        },
        Case {
            script: "zohoPostConnection",
            before: json!({ "api_domain": "https://www.zohoapis.com.au" }),
            found: json!({ "extension": "com.au" }),
            ..case()
        },
        Case {
            script: "jiraPostConnection",
            answers: vec![
                json!([
                    { "id": "c-1", "url": "https://acme.atlassian.net", "name": "acme", "scopes": [] },
                    { "id": "c-1", "url": "https://acme.atlassian.net", "name": "acme", "scopes": [] },
                ]),
                json!({ "accountId": "5b10", "emailAddress": "a@acme.example" }),
            ],
            asked: vec![
                ("GET /api/oauth/token/accessible-resources", "Bearer t"),
                ("GET /api/ex/jira/c-1/rest/api/3/myself", "Bearer t"),
            ],
            found: json!({
                "cloudId": "c-1", "baseUrl": "https://acme.atlassian.net", "accountId": "5b10",
            }),
            ..case()
        },
        Case {
            script: "atlassianGovernmentCloudPostConnection",
            before: json!({ "subdomain": "Beta" }),
            answers: vec![json!([
                { "id": "c-1", "url": "https://acme.atlassian.net" },
                { "id": "c-2", "url": "https://beta.atlassian.net" },
            ])],
            asked: vec![
                ("GET /api/oauth/token/accessible-resources", "Bearer t"),
                ("GET /api/ex/jira/c-2/rest/api/3/myself", "Bearer t"),
                ("GET /api/ex/confluence/c-2/wiki/rest/api/user/current", "Bearer t"),
            ],
            found: json!({ "cloudId": "c-2", "baseUrl": "https://beta.atlassian.net" }),
            ..case()
        },
        Case {
            script: "atlassianServicAccountPostConnection",
            before: json!({ "cloudId": "c-9" }),
            credential: json!({ "type": "BASIC", "username": "u", "password": "p" }),
            answers: vec![
                json!({ "baseUrl": "https://acme.atlassian.net", "version": "1001" }),
                json!({ "accountId": "712020" }),
            ],
            asked: vec![
                ("GET /api/ex/jira/c-9/rest/api/3/serverInfo", "Basic dTpw"),
                ("GET /api/ex/jira/c-9/rest/api/3/myself", "Basic dTpw"),
            ],
            found: json!({ "baseUrl": "https://acme.atlassian.net", "accountId": "712020" }),
            ..case()
        },
        Case {
            script: "docusignPostConnection",
            answers: vec![json!({ "sub": "u", "accounts": [
                { "account_id": "a-1", "is_default": false, "base_uri": "https://na4.docusign.net" },
                { "account_id": "a-2", "is_default": true, "base_uri": "https://eu.docusign.net" },
            ] })],
            asked: vec![("GET /oauth/userinfo", "Bearer t")],
            found: json!({ "baseUri": "https://eu.docusign.net", "accountId": "a-2" }),
            ..case()
        },
        Case {
            script: "xeroPostConnection",
            answers: vec![json!([{ "id": "x", "tenantId": "t-1", "tenantType": "ORGANISATION" }])],
            asked: vec![("GET /api/connections", "Bearer t")],
            found: json!({ "tenant_id": "t-1" }),
            ..case()
        },
        Case {
            script: "hubspotPostConnection",
            answers: vec![json!({ "portalId": 62515, "timeZone": "Europe/Berlin" })],
            asked: vec![("GET /api/account-info/v3/details", "Bearer t")],
            found: json!({ "portalId": "62515" }),
            ..case()
        },
        Case {
            script: "calendlyPostConnection",
            answers: vec![json!({ "resource": { "current_organization": "https://api.calendly.com/o/A" } })],
            asked: vec![("GET /api/users/me", "Bearer t")],
            found: json!({ "organizationId": "https://api.calendly.com/o/A" }),
            ..case()
        },
        Case {
            script: "linearPostConnection",
            answers: vec![json!({ "data": { "organization": { "id": "o-1" } } })],
            asked: vec![("POST /api/graphql", "Bearer t")],
            found: json!({ "organizationId": "o-1" }),
            ..case()
        },
        Case {
            script: "attioPostConnection",
            answers: vec![json!({ "active": true, "workspace_id": "w-1" })],
            asked: vec![("GET /api/v2/self", "Bearer t")],
            found: json!({ "workspace_id": "w-1" }),
            ..case()
        },
        Case {
            script: "jobberPostConnection",
            answers: vec![json!({ "data": { "account": { "id": "MQ==" } } })],
            asked: vec![("POST /api/graphql", "Bearer t")],
            found: json!({ "accountId": "MQ==" }),
            ..case()
        },
        Case {
            script: "gustoPostConnection",
            answers: vec![json!({ "scope": "x", "resource": { "type": "Company", "uuid": "u-1" } })],
            asked: vec![("GET /api/v1/token_info", "Bearer t")],
            found: json!({ "companyUuid": "u-1" }),
            ..case()
        },
        Case {
            script: "sellsyPostConnection",
            credential: holding(&jwt(&json!({ "corpid": 12 })), &json!({})),
            found: json!({ "corpid": "12" }),
            ..case()
        },
        Case {
            script: "microsoftTeamsPostConnection",
            credential: holding(&jwt(&json!({ "tid": "t-1" })), &json!({})),
            found: json!({ "tenantId": "t-1" }),
            ..case()
        },
        Case {
            script: "highlevelPostConnection",
            credential: holding("t", &json!({ "companyId": "c-1", "userType": "Company" })),
            found: json!({ "companyId": "c-1" }),
            ..case()
        },
        Case {
            script: "snowflakePostConnection",
            credential: holding("t", &json!({ "username": "user1" })),
            found: json!({ "username": "user1" }),
            ..case()
        },
        Case {
            script: "sentryOauthPostConnection",
            definition: "token_url: '{service}/installations/${connectionConfig.installation.uuid}/authorizations/'",
            before: json!({ "installation.uuid": "i-1" }),
            answers: vec![json!({})],
            asked: vec![("PUT /installations/i-1/", "Bearer t")],
            ..case()
        },
        Case {
            script: "ripplingShopAppPostConnection",
            answers: vec![json!({})],
            asked: vec![("POST /api/platform/api/mark_app_installed", "Bearer t")],
            ..case()
        },
        Case { script: "unheardOf", ..case() },
    ]
}

async fn bench(script: &str, definition: &str) -> Bench {
    let definition = format!("auth_mode: OAUTH2\npost_connection_script: {script}\n{definition}");
    Bench::new("acme", &definition).await
}

async fn look_up(bench: &Bench, credential: &Value) -> LookedUp {
    let credential = Credential::from_wire(credential).unwrap();
    let account =
        Account { provider: &bench.provider, credential: &credential, connection_config: &bench.config };
    lookup::look_up(bench.cx(), account).await
}

fn config(values: &Value) -> ConnectionConfig {
    let mut config = ConnectionConfig::default();
    for (name, value) in values.as_object().unwrap() {
        config.set(name, ConfigValue::from(value.clone()));
    }
    config
}

#[tokio::test]
async fn every_service_is_asked_in_its_own_way_and_what_it_says_is_kept() {
    for case in cases() {
        let script = case.script;
        let mut bench = bench(script, case.definition).await;
        bench.config = config(&case.before);
        for answer in &case.answers {
            bench = bench.answers(answer);
        }
        let LookedUp { connection_config, problem } = look_up(&bench, &case.credential).await;
        assert_eq!(problem, None, "{script}");
        let mut expected = case.before.clone();
        for (name, value) in case.found.as_object().unwrap() {
            expected[name] = value.clone();
        }
        assert_eq!(connection_config.to_wire(), expected, "{script}");
        let asked = bench.service.asked();
        let asked: Vec<_> = asked
            .iter()
            .map(|asked| (asked.line.as_str(), asked.header("authorization").unwrap_or_default()))
            .collect();
        assert_eq!(asked, case.asked, "{script}");
        // What is known is not asked again.
        if !case.found.as_object().unwrap().is_empty()
            && case.asked.len() < 3
            && script != "highlevelPostConnection"
        {
            bench.config = connection_config;
            assert_eq!(look_up(&bench, &case.credential).await.problem, None, "{script}");
            assert_eq!(bench.service.asked().len(), case.asked.len(), "{script}");
        }
    }
}

#[tokio::test]
async fn what_was_typed_stays_and_what_only_consent_needed_goes() {
    let bench = bench("mailchimpPostConnection", "token_url: '{service}/t'").await.with("dc", "us1");
    let found = look_up(&bench, &holding("t", &json!({}))).await;
    assert_eq!((found.connection_config.to_wire(), bench.service.asked().len()), (json!({ "dc": "us1" }), 0));
    let bench = self::bench("bullhornPostConnection", "token_url: '{service}/t'").await;
    let bench = bench.with("username", "u").with("password", "p").with("restUrl", "https://rest.example/x/");
    let found = look_up(&bench, &holding("t", &json!({}))).await;
    assert_eq!(found.connection_config.to_wire(), json!({ "restUrl": "https://rest.example/x/" }));
}

#[tokio::test]
async fn of_several_none_is_guessed_where_the_person_can_say_which() {
    let several = [
        ("procorePostConnection", json!([{ "id": 1 }, { "id": 2 }]), "companyId"),
        (
            "jiraPostConnection",
            json!([{ "id": "a", "url": "https://a.x" }, { "id": "b", "url": "https://b.x" }]),
            "subdomain",
        ),
    ];
    for (script, answer, choice) in several {
        let bench = bench(script, Case::default().definition).await.answers(&answer);
        let found = look_up(&bench, &holding("t", &json!({}))).await;
        assert_eq!(found.problem, Some(LookupProblem::Several { count: 2, choice }));
        assert_eq!(found.connection_config.to_wire(), json!({}), "{script}");
    }
    let accounts = json!({ "accounts": [{ "product": "bc3", "id": 1 }, { "product": "bc3", "id": 2 }] });
    let bench = bench("basecampPostConnection", Case::default().definition).await.answers(&accounts);
    let found = look_up(&bench, &holding("t", &json!({}))).await;
    assert!(found.problem.unwrap().to_string().contains("`accountId`"));
    assert_eq!(found.connection_config.to_wire(), accounts, "the application can ask which");
}

#[tokio::test]
async fn a_value_that_would_lead_calls_astray_is_refused() {
    let definition =
        "token_url: '{service}/t'\nproxy:\n  base_url: https://${connectionConfig.dc}.api.example";
    for value in ["evil.example/", "us6.evil.example#", "a@b", "", "us6\r\nx"] {
        let bench = bench("mailchimpPostConnection", definition).await.answers(&json!({ "dc": value }));
        let found = look_up(&bench, &holding("t", &json!({}))).await;
        assert!(found.problem.is_some(), "{value}");
        assert_eq!(found.connection_config.to_wire(), json!({}), "{value}");
    }
    for value in [
        "https://169.254.169.254",
        "https://10.0.0.7/",
        "http://public.example",
        "https://u:p@public.example",
        "https://public.example/?x=1",
        "ftp://public.example",
        "https://[::1]",
    ] {
        let answer = json!({ "accounts": [{ "account_id": "a-1", "is_default": true, "base_uri": value }] });
        let bench = bench("docusignPostConnection", Case::default().definition).await.answers(&answer);
        let found = look_up(&bench, &holding("t", &json!({}))).await;
        assert_eq!(found.problem, Some(LookupProblem::Unfit("baseUri".into())), "{value}");
        assert_eq!(found.connection_config.to_wire(), json!({ "accountId": "a-1" }), "{value}");
    }
}

#[tokio::test]
async fn whatever_a_service_does_the_problem_says_it_without_what_was_sent() {
    let secret = "s3cret-access-token";
    let host = || "127.0.0.1".to_owned();
    let status = |status| LookupProblem::Status { host: host(), status };
    let unreadable = || LookupProblem::Unreadable { host: host() };
    let no_answer = |error| LookupProblem::NoAnswer { host: host(), error };
    let too_much = "x".repeat(10_000_000);
    let bomb = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let echo = format!("<html>{secret}</html>");
    let answers: [(u16, &str, &str, LookupProblem, bool); 8] = [
        (401, "application/json", "{}", status(401), true),
        (503, "application/json", "{}", status(503), false),
        (429, "application/json", "{}", status(429), false),
        (200, "text/html", &echo, unreadable(), true),
        (200, "application/json", &too_much, no_answer(OutboundError::TooLarge), true),
        (200, "application/json", &bomb, unreadable(), true),
        (200, "application/json", "{\"dc\": {}}", LookupProblem::Missing("dc"), true),
        (
            302,
            "text/plain\r\nlocation: http://169.254.169.254/latest/meta-data",
            "",
            no_answer(OutboundError::Forbidden(ForbiddenReason::Address(
                crate::outbound::AddressKind::LinkLocal,
            ))),
            true,
        ),
    ];
    for (status, content_type, body, expected, lasts) in answers {
        let bench = bench("mailchimpPostConnection", "token_url: '{service}/t'").await;
        bench.service.answer(status, content_type, body);
        let found = look_up(&bench, &holding(secret, &json!({}))).await;
        let problem = found.problem.unwrap();
        assert_eq!((&problem, problem.lasts()), (&expected, lasts));
        assert!(!format!("{problem} {problem:?}").contains(secret));
        assert_eq!(found.connection_config.to_wire(), json!({}));
    }
}

#[tokio::test]
async fn a_service_that_does_not_answer_is_not_waited_for() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let definition = format!("token_url: 'http://{}/t'", silent.local_addr().unwrap());
    let mut bench = bench("mailchimpPostConnection", &definition).await;
    let limits = Limits { total: std::time::Duration::from_millis(50), ..Limits::default() };
    let policy = OutboundPolicy::parse("127.0.0.1").unwrap();
    bench.outbound = OutboundClient::with_limits(policy, Resolver::System, limits).unwrap();
    let problem = look_up(&bench, &holding("t", &json!({}))).await.problem.unwrap();
    assert!(matches!(problem, LookupProblem::NoAnswer { error: OutboundError::TimedOut, .. }), "{problem}");
    assert!(!problem.lasts());
}

#[tokio::test]
async fn services_with_an_end_of_their_own_are_told_before_a_connection_is_deleted() {
    let client = json!({
        "type": "OAUTH2_CC", "token": "t", "client_id": "u", "client_secret": "p", "raw": {},
    });
    let token = json!({ "type": "OAUTH2", "access_token": "t", "refresh_token": "r/1?", "raw": {} });
    for (service, credential, line, authorization, body, refresh_token) in [
        ("hubspot", &token, "DELETE /oauth/v1/refresh-tokens/r%2F1%3F", "Bearer t", "", true),
        ("intercom", &token, "POST /auth/uninstall", "Bearer t", "", false),
        ("linear", &token, "POST /oauth/revoke", "Bearer t", "", false),
        ("onelogin", &client, "POST /auth/oauth2/revoke", "Basic dTpw", r#"{"access_token":"t"}"#, false),
    ] {
        let definition = format!(
            "auth_mode: OAUTH2\npre_connection_deletion_script: {service}PreConnectionDeletion\n\
             proxy:\n  base_url: '{{service}}'"
        );
        let bench = Bench::new("acme", &definition).await.answers(&json!({}));
        let credential = Credential::from_wire(credential).unwrap();
        let account =
            Account { provider: &bench.provider, credential: &credential, connection_config: &bench.config };
        let ended = lookup::farewell(bench.cx(), account).await.unwrap().unwrap();
        assert_eq!(ended, renew::Revoked { access_token: !refresh_token, refresh_token });
        let asked = bench.service.last();
        assert_eq!(
            (asked.line.as_str(), asked.header("authorization"), asked.body.as_str()),
            (line, Some(authorization), body)
        );
        let refused = lookup::farewell(bench.cx(), account).await.unwrap().unwrap_err();
        assert_eq!(refused, LookupProblem::Status { host: "127.0.0.1".into(), status: 404 });
    }
    let bench = Bench::new("acme", "auth_mode: OAUTH2").await;
    let credential = Credential::from_wire(&token).unwrap();
    let account =
        Account { provider: &bench.provider, credential: &credential, connection_config: &bench.config };
    assert!(lookup::farewell(bench.cx(), account).await.is_none());
}
