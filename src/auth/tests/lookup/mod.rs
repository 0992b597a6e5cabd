//! Look-ups: what is asked, what of the answer is kept, what is refused. The answers are made after what the services
//! document.

mod cases;
mod catalogue;

use cases::{Case, cases, holding};

use super::*;
use crate::{
    auth::lookup::{self, Account, LookedUp, LookupProblem},
    outbound::{ForbiddenReason, Limits, OutboundError},
};

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
