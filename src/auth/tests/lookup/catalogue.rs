//! The look-ups of real definitions: which host each of them asks, and whose calls depend on it.

use std::{collections::BTreeMap, path::Path};

use super::*;

/// Key, the host that is asked (nothing where nobody is), whether calls depend on the answer.
const REFERENCE: &[(&str, &str, bool)] = &[
    ("adobe-umapi", "", true),
    ("atlassian-government-cloud", "api.atlassian-us-gov-mod.com", true),
    ("atlassian-service-account-api-token", "api.atlassian.com", true),
    ("atlassian-service-account-oauth2", "api.atlassian.com", true),
    ("attio", "api.attio.com", false),
    ("basecamp", "launchpad.37signals.com", true),
    ("bullhorn", "", false),
    ("calendly", "api.calendly.com", false),
    ("confluence", "api.atlassian.com", true),
    ("docusign", "account.docusign.com", true),
    ("docusign-sandbox", "account-d.docusign.com", true),
    ("gusto", "api.gusto.com", false),
    ("gusto-demo", "api.gusto-demo.com", false),
    ("highlevel", "", false),
    ("highlevel-white-label", "", false),
    ("hubspot", "api.hubapi.com", false),
    ("jira", "api.atlassian.com", true),
    ("jobber", "api.getjobber.com", false),
    ("linear", "api.linear.app", false),
    ("mailchimp", "login.mailchimp.com", true),
    ("microsoft-teams", "", false),
    ("procore", "api.procore.com", true),
    ("rippling-shop-app", "api.rippling.com", false),
    ("sage-200", "api.columbus.sage.com", true),
    ("sellsy", "", false),
    ("sellsy-oauth2-cc", "", false),
    ("sentry-oauth", "sentry.io", false),
    ("snowflake", "", false),
    ("sophos-central", "api.central.sophos.com", true),
    ("workable", "www.workable.com", true),
    ("xero", "api.xero.com", false),
    ("zoho", "", false),
    ("zoho-bigin", "", false),
    ("zoho-books", "", false),
    ("zoho-calendar", "", false),
    ("zoho-crm", "", false),
    ("zoho-desk", "", false),
    ("zoho-inventory", "", false),
    ("zoho-invoice", "", false),
    ("zoho-mail", "", true),
    ("zoho-people", "", false),
    ("zoho-recruit", "", true),
];
/// Scripts that the reference has and we have not (ADR 16).
const LEFT_OUT: [&str; 8] = [
    "candisPostConnection",
    "checkrPartnerPostConnection",
    "githubAppOauthPostConnection",
    "googleCalendarPostConnection",
    "googleMailPostConnection",
    "microsoftTeamsBotPostConnection",
    "onedrivePostConnection",
    "salesforcePostConnection",
];
const OWN: &[(&str, &str, bool)] = &[
    ("atlassian", "api.atlassian.com", true),
    ("attio", "api.attio.com", false),
    ("basecamp", "launchpad.37signals.com", true),
    ("calendly", "api.calendly.com", false),
    ("confluence", "api.atlassian.com", true),
    ("docusign", "account.docusign.com", true),
    ("docusign-sandbox", "account-d.docusign.com", true),
    ("hubspot", "api.hubapi.com", false),
    ("jira", "api.atlassian.com", true),
    ("linear", "api.linear.app", false),
    ("mailchimp", "login.mailchimp.com", true),
    ("xero", "api.xero.com", true),
];
/// What look-ups give; a connection that lacks all of it is looked up.
const GIVEN: [&str; 13] = [
    "accountId",
    "baseUri",
    "clientId",
    "cloudId",
    "companyId",
    "company_id",
    "dataRegion",
    "dc",
    "extension",
    "site_id",
    "subdomain",
    "tenantId",
    "tenant_id",
];

#[tokio::test]
async fn each_definition_of_the_reference_asks_its_own_service() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/providers.yaml");
    if !path.exists() {
        println!("skipped: no catalogue at {}", path.display());
        return;
    }
    let catalog = Catalog::load(&[CatalogSource::Path(path)]).unwrap();
    expect(&catalog, REFERENCE).await;
    for provider in catalog.iter() {
        let Some(script) = provider.post_connection_script.as_deref() else { continue };
        let is_left_out = LEFT_OUT.contains(&script);
        assert_ne!(lookup::has_lookup(provider), is_left_out, "{script}");
    }
}

#[tokio::test]
async fn each_definition_of_our_own_asks_its_own_service() {
    expect(&Catalog::load(&[CatalogSource::Bundled]).unwrap(), OWN).await;
}

async fn expect(catalog: &Catalog, expected: &[(&str, &str, bool)]) {
    let mut bench = Bench::new("x", "auth_mode: OAUTH2").await;
    // Nobody is there: the problem names whom we looked for.
    bench.outbound =
        OutboundClient::new(OutboundPolicy::parse("").unwrap(), Resolver::fixed(BTreeMap::new())).unwrap();
    let mut rows = Vec::new();
    for provider in catalog.iter().filter(|provider| lookup::has_lookup(provider)) {
        let mut config = crate::auth::tests::catalogue::filler(provider);
        for name in GIVEN {
            config.remove(name);
        }
        config.set("api_domain", "https://www.zohoapis.eu");
        config.set("installation.uuid", "i-1");
        let credential = credential(provider.auth_mode);
        let account = Account { provider, credential: &credential, connection_config: &config };
        let found = lookup::look_up(bench.cx(), account).await;
        let host = match found.problem {
            Some(LookupProblem::NoAnswer { host, error: OutboundError::UnresolvedHost }) => host,
            None | Some(LookupProblem::Credential | LookupProblem::Missing(_)) => String::new(),
            Some(other) => panic!("{}: {other}", provider.key.as_str()),
        };
        rows.push((provider.key.as_str().to_owned(), host, lookup::is_due(provider, &config)));
    }
    rows.sort();
    let expected: Vec<_> =
        expected.iter().map(|(key, host, due)| ((*key).to_owned(), (*host).to_owned(), *due)).collect();
    for row in &rows {
        assert!(expected.contains(row), "{row:?}");
    }
    assert_eq!(rows, expected);
}

fn credential(mode: AuthMode) -> Credential {
    Credential::from_wire(&match mode {
        AuthMode::OAuth2ClientCredentials => json!({
            "type": "OAUTH2_CC", "token": "t", "client_id": "c", "client_secret": "s", "raw": {},
        }),
        AuthMode::ApiKey => json!({ "type": "API_KEY", "apiKey": "k" }),
        AuthMode::Basic => json!({ "type": "BASIC", "username": "u", "password": "p" }),
        _ => json!({ "type": "OAUTH2", "access_token": "t", "raw": {} }),
    })
    .unwrap()
}
