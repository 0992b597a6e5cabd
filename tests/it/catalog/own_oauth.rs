//! Our own OAuth definitions: where they send people and secrets, and what they ask.

use std::collections::BTreeSet;

use connect_ui::provider::raw::RawProvider;
use connect_ui::provider::{Catalog, CatalogSource, Form, FormContext, Provider, RawFields, TokenUrl};
use serde_json::Value;

/// The modes whose flow leaves for an authorization server, or asks one for a token.
const OAUTH: &[&str] =
    &["OAUTH2", "OAUTH2_CC", "OAUTH1", "MCP_OAUTH2", "MCP_OAUTH2_GENERIC", "APP", "CUSTOM"];

fn own() -> Catalog {
    Catalog::load(&[CatalogSource::Bundled]).unwrap()
}

fn is_oauth(provider: &Provider) -> bool {
    OAUTH.contains(&provider.auth_mode.as_str())
}

fn each(check: impl Fn(&Provider, &RawProvider)) {
    for provider in own().iter().filter(|provider| is_oauth(provider)) {
        check(provider, &provider.definition().unwrap());
    }
}

/// Both sides of a fallback.
fn sides(template: &str) -> impl Iterator<Item = &str> {
    template.split("||").map(str::trim)
}

/// The names of the connection's configuration that a template needs.
fn needed(template: &str) -> impl Iterator<Item = &str> {
    template
        .split("${connectionConfig.")
        .skip(1)
        .map(|rest| rest.split_once('}').expect("a placeholder ends").0)
}

/// Every address at which a flow of the provider sends a person or a secret.
fn addresses(provider: &Provider, raw: &RawProvider) -> Vec<String> {
    let single = [
        &raw.authorization_url,
        &raw.refresh_url,
        &raw.request_url,
        &raw.registration_url,
        &raw.revocation_url,
    ];
    let mut all: Vec<String> = single.into_iter().flatten().cloned().collect();
    match &provider.token_url {
        None => {}
        Some(TokenUrl::One(url)) => all.push(url.to_string()),
        Some(TokenUrl::GitHubApp { user, app }) => all.extend([user.to_string(), app.to_string()]),
    }
    all
}

#[test]
fn many_services_of_every_kind_can_be_connected() {
    let catalog = own();
    let kinds: BTreeSet<&str> = catalog.iter().map(|provider| provider.auth_mode.as_str()).collect();
    assert!(OAUTH.iter().all(|mode| kinds.contains(mode)), "{kinds:?}");
    // Products of one service share its authorization server: they count once.
    let mut servers = BTreeSet::new();
    for provider in catalog.iter().filter(|provider| is_oauth(provider)) {
        servers.extend(addresses(provider, &provider.definition().unwrap()).first().cloned());
    }
    assert!(servers.len() >= 80, "{}", servers.len());
}

#[test]
fn people_and_secrets_are_sent_to_https_addresses_only() {
    each(|provider, raw| {
        for address in addresses(provider, raw) {
            for side in sides(&address) {
                // The page of a GitHub App stands in the integration, under a pattern that wants https.
                let fits =
                    side.starts_with("https://") || side.starts_with("${connectionConfig.appPublicLink}/");
                assert!(fits, "{}: {side}", provider.key);
                assert!(!side.contains(['?', '#']), "{}: {side} has a query", provider.key);
            }
            for name in needed(&address) {
                let field = provider.connection_config.iter().find(|field| field.name.as_str() == name);
                let field = field.unwrap_or_else(|| panic!("{}: {name} is nowhere asked", provider.key));
                let judged = field.pattern.is_some() || field.format.is_some() || field.options.is_some();
                assert!(judged || field.automated, "{}: any text would do for {name}", provider.key);
            }
        }
        if let Some(base) = raw.proxy.as_ref().and_then(|proxy| proxy.base_url.as_deref()) {
            let fits = |side: &str| side.starts_with("https://") || side.starts_with("${connectionConfig.");
            assert!(sides(base).all(fits), "{}: {base}", provider.key);
        }
    });
}

/// The last two labels of an address's host; none of our services lives under a longer public suffix.
fn site(address: &str) -> String {
    let host = address.trim_start_matches("https://").split('/').next().unwrap_or_default();
    let labels: Vec<&str> = host.rsplit('.').take(2).collect();
    labels.join(".")
}

#[test]
fn grants_end_at_the_service_that_gave_them_wherever_it_offers_that() {
    let catalog = own();
    let mut servers = BTreeSet::new();
    for provider in catalog.iter().filter(|provider| is_oauth(provider)) {
        let raw = provider.definition().unwrap();
        let (Some(revocation), Some(TokenUrl::One(token))) = (&raw.revocation_url, &provider.token_url)
        else {
            continue;
        };
        let (ends, begins): (Vec<_>, Vec<_>) = (sides(revocation).collect(), sides(token).collect());
        assert_eq!(ends.len(), begins.len(), "{}: one address for each token address", provider.key);
        for (end, begin) in ends.into_iter().zip(begins) {
            assert_eq!(site(end), site(begin), "{}: tokens stay at their service", provider.key);
        }
        servers.insert(revocation.clone());
    }
    assert!(servers.len() >= 20, "{}", servers.len());
}

#[test]
fn an_issuer_is_an_address_and_what_is_announced_is_known() {
    each(|provider, raw| {
        let fits = |issuer: &str| {
            issuer.starts_with("https://") && !issuer.contains(['?', '#', '$']) && !issuer.ends_with('/')
        };
        assert!(raw.issuer.as_deref().is_none_or(fits), "{}", provider.key);
        assert!(raw.issuer_in_callback != Some(true) || raw.issuer.is_some(), "{}", provider.key);
    });
}

#[test]
fn no_token_address_is_taken_from_an_answer_of_the_browser() {
    each(|provider, raw| {
        let told: Vec<&String> = raw.redirect_uri_metadata.iter().flatten().collect();
        for address in addresses(provider, raw) {
            assert!(needed(&address).all(|name| told.iter().all(|told| *told != name)), "{}", provider.key);
        }
    });
}

#[test]
fn every_mode_has_what_its_flow_needs() {
    each(|provider, raw| {
        let has = |there: bool, what: &str| assert!(there, "{}: {what}", provider.key);
        let dynamic = raw.client_registration.as_deref() == Some("dynamic");
        match provider.auth_mode.as_str() {
            "OAUTH2_CC" => has(provider.token_url.is_some(), "token_url"),
            "MCP_OAUTH2_GENERIC" => {
                let mut fields = provider.connection_config.iter();
                has(fields.any(|field| field.name.as_str() == "mcp_server_url"), "mcp_server_url");
            }
            _ => {
                has(raw.authorization_url.is_some(), "authorization_url");
                has(provider.token_url.is_some(), "token_url");
            }
        }
        has(raw.auth_mode.as_deref() != Some("OAUTH1") || raw.request_url.is_some(), "request_url");
        has(
            raw.auth_mode.as_deref() != Some("MCP_OAUTH2") || raw.client_registration.is_some(),
            "registration",
        );
        has(dynamic == raw.registration_url.is_some(), "registration_url");
        let methods = ["basic", "private_key_jwt"];
        let method = raw.token_request_auth_method.as_deref();
        has(method.is_none_or(|method| methods.contains(&method)), "token_request_auth_method");
        let header = raw.authorization_method.as_deref();
        has(
            header.is_none_or(|method| method == "header" && raw.token_request_auth_method.is_none()),
            "method",
        );
    });
}

#[test]
fn scopes_survive_being_joined_and_parameters_leave_the_protocol_alone() {
    // What the engine sets by itself, and what protects the flow.
    let ours = ["client_id", "redirect_uri", "state", "scope", "code_challenge", "code_challenge_method"];
    each(|provider, raw| {
        let separator = raw.scope_separator.as_deref().unwrap_or(" ");
        for scope in &provider.default_scopes {
            assert!(!scope.contains(separator) && !scope.contains([' ', ',']), "{}: {scope}", provider.key);
        }
        let parameters = raw.authorization_params.iter().flatten();
        for (name, value) in parameters {
            assert!(!ours.contains(&name.as_str()), "{}: {name}", provider.key);
            assert!(matches!(value, Value::String(_)), "{}: {name} is not a text", provider.key);
        }
        let refresh = raw.refresh_params.as_ref().and_then(|params| params.get("grant_type"));
        assert!(refresh.is_none_or(|grant| grant == "refresh_token"), "{}", provider.key);
    });
}

#[test]
fn every_form_has_words_and_whole_links() {
    each(|provider, raw| {
        let form = Form::build(provider, &FormContext::default());
        let links = form.fields.iter().filter_map(|field| field.documentation.as_ref());
        for link in links.chain(&form.guide) {
            assert_eq!(link.scheme(), "https", "{}", provider.key);
            assert!(!link.as_str().contains("undefined"), "{}: {link}", provider.key);
        }
        for field in form.visible() {
            assert!(
                !field.label.is_empty() && field.description.is_some(),
                "{} {}",
                provider.key,
                field.path
            );
        }
        let docs = raw.docs.as_deref().unwrap_or_default();
        assert!(docs.starts_with("https://"), "{}: {docs}", provider.key);
    });
}

#[test]
fn the_examples_are_accepted_by_the_fields_they_explain() {
    each(|provider, _| {
        let form = Form::build(provider, &FormContext::default());
        let examples =
            || form.visible().filter_map(|field| Some((field.path.to_string(), field.example.clone()?)));
        let raw: RawFields = examples().collect::<Vec<_>>().iter().map(|(k, v)| (k.as_str(), &**v)).collect();
        let Err(rejected) = form.accept(&raw) else { return };
        for (path, problem) in rejected.problems {
            let path = path.to_string();
            assert!(examples().all(|(field, _)| field != path), "{} {path}: {problem:?}", provider.key);
        }
    });
}

#[test]
fn what_nobody_can_type_is_never_asked() {
    let catalog = own();
    let silent =
        ["google-mail", "github", "slack", "hubspot", "notion", "quickbooks", "linear-mcp", "github-app"];
    for key in silent {
        let provider = catalog.get(key).unwrap_or_else(|| panic!("{key} is missing"));
        assert!(Form::build(provider, &FormContext::default()).no_input(), "{key}");
    }
}
