//! Hints that help: a key of the wrong kind is known before it is sent, and a refusal is told at the right field.

use reqwest::StatusCode;
use serde_json::json;

use super::open;
use crate::support::{
    app::{Answer, TestApp, spawn_app},
    visitor::Visitor,
};

async fn form<'a>(app: &'a TestApp, provider: &str) -> Visitor<'a> {
    app.integration(provider, "it").await;
    let token = app.session(&json!({ "tags": {}, "allowed_integrations": ["it"] })).await;
    open(app, &token).await.0
}

/// The message at a field, where there is one.
fn at(page: &Answer, field: &str) -> String {
    page.text_of(&format!("#f-{}-problem", field.replace('.', "-")))
}

const KEY: &str = "credentials.apiKey";

#[actix_web::test]
async fn a_key_of_another_service_is_told_and_may_be_meant_all_the_same() {
    let app = spawn_app().await;
    let mut tab = form(&app, "demo-helpdesk").await;
    let github = "ghp_0123456789abcdef0123456789abcdef0123";
    let page = tab.submit(&[("params.subdomain", "acme"), (KEY, github)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(at(&page, KEY).starts_with("This looks like a key of GitHub, not of Helpdesk."), "{}", page.text);
    assert!(!page.text.contains(github));
    let name = page.attribute("input[name^='meant.']", "name").expect("a way to say that it is meant");
    let value = page.attribute("input[name^='meant.']", "value").expect("a value");
    // Sent again it goes to the service, which does not know it.
    let page = tab.submit(&[("params.subdomain", "acme"), (KEY, github), (&name, &value)]).await;
    assert_eq!(page.text_of("[data-summary] h2"), "Not connected yet", "{}", page.text);
    // What was confirmed was this, and nothing else.
    let page = tab.submit(&[("params.subdomain", "acme"), (KEY, "API_KEY=demo-1"), (&name, &value)]).await;
    assert!(at(&page, KEY).starts_with("You pasted a whole line from a settings file."), "{}", page.text);
    for header in ["Bearer demo-1", "Authorization: Bearer demo-1", "X-Api-Key: demo-1"] {
        let page = tab.submit(&[("params.subdomain", "acme"), (KEY, header)]).await;
        assert!(at(&page, KEY).starts_with("You pasted a whole header."), "{header}: {}", page.text);
    }
}

/// A provider, its field, what is pasted, and how the answer begins.
const PASTED: &[(&str, &str, &str, &str)] = &[
    ("stripe-api-key", "credentials.username", "pk_live_abc", "This is the public key"),
    ("stripe-api-key", "credentials.username", "sk_test_abc", "This is a test key."),
    ("stripe-api-key", "credentials.username", "whsec_abc", "This secret is for checking webhooks."),
    ("openai", KEY, "sk-ant-api03-abc", "This looks like a key of Anthropic"),
    ("openai", KEY, "sess-abc", "This is another kind of key."),
    ("anthropic", KEY, "sk-proj-abc", "This looks like a key of OpenAI"),
    ("anthropic", KEY, "sk-ant-admin01-abc", "This is another kind of key."),
    ("github-pat", KEY, "glpat-abc", "This looks like a key of GitLab"),
    ("gitlab-pat", KEY, "ghp_abc", "This looks like a key of GitHub"),
    ("gitlab-pat", KEY, "glrt-abc", "This is another kind of key."),
    ("sendgrid", KEY, "key-0123456789abcdef0123456789abcdef", "This looks like a key of Mailgun"),
    ("mailgun", "credentials.password", "SG.abc.def", "This looks like a key of SendGrid"),
    ("mailgun", "credentials.password", "pubkey-abc", "This is the public key"),
    ("twilio", "credentials.username", "SK0123456789abcdef0123456789abcdef", "This is another kind of key."),
    ("shopify-api-key", KEY, "shpss_abc", "This is another kind of key."),
    ("airtable-pat", KEY, "keyAbCdEf12345678", "This is another kind of key."),
    ("notion-api-key", KEY, "https://www.notion.so/x", "This is another kind of key."),
    ("hubspot-private-app", KEY, "01234567-89ab-4def-8123-456789abcdef", "This is another kind of key."),
];

#[actix_web::test]
async fn our_own_definitions_know_the_keys_that_are_mixed_up() {
    let app = spawn_app().await;
    let mut missing = Vec::new();
    for (provider, field, value, expected) in PASTED {
        let mut tab = form(&app, provider).await;
        let page = tab.submit(&[(field, value)]).await;
        if !at(&page, field).starts_with(expected) {
            missing.push(format!("{provider} {value}: {:?}", at(&page, field)));
        }
        app.call(&app.key, reqwest::Method::DELETE, "/integrations/it", None).await;
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// A provider, what it answers, and what that says at which field.
const ANSWERS: &[(&str, u16, &str, &str, &str)] = &[
    (
        "zendesk-api-key",
        401,
        r#"{"error":"Couldn't authenticate you"}"#,
        "token_unknown",
        "credentials.password",
    ),
    ("zendesk-api-key", 404, "<html>No help desk here</html>", "address_unknown", "params.subdomain"),
    ("github-pat", 401, r#"{"message":"Bad credentials"}"#, "token_unknown", KEY),
    (
        "github-pat",
        403,
        r#"{"message":"Resource protected by organization SAML enforcement."}"#,
        "single_sign_on",
        KEY,
    ),
    (
        "gitlab-pat",
        401,
        r#"{"error":"invalid_token","error_description":"Token was revoked."}"#,
        "token_revoked",
        KEY,
    ),
    ("gitlab-pat", 401, r#"{"message":"401 Unauthorized"}"#, "token_unknown", KEY),
    (
        "stripe-api-key",
        401,
        r#"{"error":{"code":"api_key_expired"}}"#,
        "token_expired",
        "credentials.username",
    ),
    ("twilio", 401, r#"{"code":20003}"#, "pair_unknown", "credentials.password"),
    ("sendgrid", 403, r#"{"errors":[{"message":"access forbidden"}]}"#, "scope_missing", KEY),
    (
        "jira-basic",
        404,
        r#"{"errorMessage":"Site temporarily unavailable"}"#,
        "address_unknown",
        "params.subdomain",
    ),
    ("freshdesk", 401, r#"{"code":"invalid_credentials"}"#, "token_unknown", "credentials.username"),
    ("shopify-api-key", 402, "", "account_inactive", ""),
    ("openai", 401, r#"{"error":{"code":"invalid_api_key"}}"#, "token_unknown", KEY),
    ("anthropic", 401, r#"{"error":{"type":"authentication_error"}}"#, "token_unknown", KEY),
    ("datadog", 403, r#"{"errors":["Forbidden"]}"#, "wrong_region", KEY),
    ("hubspot-private-app", 401, r#"{"category":"EXPIRED_AUTHENTICATION"}"#, "token_expired", KEY),
    ("notion-api-key", 500, r#"{"code":"internal_server_error"}"#, "", ""),
];

#[actix_web::test]
async fn a_refusal_of_our_own_definitions_names_the_mistake_and_its_field() {
    let app = spawn_app().await;
    for (provider, status, body, message, field) in ANSWERS {
        let provider = app.state.services.catalog.get(provider).expect("it is in our catalogue");
        let hint = provider.hints.of_refusal(*status, body.as_bytes());
        let said = hint.as_ref().map_or("", |hint| hint.message.as_str());
        let at = hint.as_ref().and_then(|hint| hint.field.as_ref()).map(ToString::to_string);
        assert_eq!((said, at.unwrap_or_default().as_str()), (*message, *field), "{} {body}", provider.key);
    }
}
