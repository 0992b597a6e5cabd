//! The consent address (provider-format.md §2.1.1): parameters in the protocol's order, then the definition's rules
//! about the finished text.

use indexmap::IndexMap;
use secrecy::SecretString;
use url::{Url, form_urlencoded};

use super::{Client, Definition, pkce};
use crate::{
    auth::{
        ClientOverride, ServiceContext,
        problem::DefinitionProblem,
        redirect::{Departing, Departure, DepartureProblem, Pending, PendingOAuth2},
        template::Templates,
    },
    provider::{AuthMode, interpolate::UrlError},
};

/// What the session and the request must not change: on these hangs who finishes the flow, and where.
const BOUND: [&str; 5] = ["client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method"];
/// What an MCP definition must not change.
const BOUND_FOR_MCP: [&str; 7] = [
    "response_type",
    "client_id",
    "redirect_uri",
    "scope",
    "state",
    "code_challenge",
    "code_challenge_method",
];

/// The address of the consent page, and the verifier that goes with it.
pub fn depart(cx: ServiceContext<'_>, departing: Departing<'_>) -> Result<Departure, DepartureProblem> {
    let subject = departing.subject;
    let definition = Definition::of(subject.provider)?;
    let templates = Templates::new(&cx, subject.connection_config);
    require_code_grant(&definition)?;
    templates.parameters(definition.raw().token_params.as_ref())?;
    if subject.provider.auth_mode == AuthMode::McpOAuth2 {
        templates.url("token_url", definition.token_url()?, definition.authorization_encoding())?;
    }

    let client_override =
        departing.client_override.cloned().or_else(|| ClientOverride::of(subject.connection_config));
    let client = Client::of(&subject, client_override.as_ref())?;
    let base = templates.url(
        "authorization_url",
        definition.authorization_url()?,
        definition.authorization_encoding(),
    )?;
    let code_verifier = definition.uses_pkce().then(|| pkce::new_verifier(cx.random));

    let mut parameters = standard(&departing, &definition, &client);
    add_definition(&mut parameters, &definition, &templates, subject.provider.auth_mode)?;
    if let Some(verifier) = &code_verifier {
        parameters.insert("code_challenge".into(), pkce::challenge(verifier));
        parameters.insert("code_challenge_method".into(), "S256".into());
    }
    if subject.provider.auth_mode == AuthMode::OAuth2 {
        add_request(&mut parameters, &departing);
    }
    let url = finish(&base.url, &parameters, &definition)?;
    let pending = Pending::OAuth2(PendingOAuth2 { code_verifier, client_override });
    Ok(Departure { url: SecretString::from(url), pending })
}

fn require_code_grant(definition: &Definition) -> Result<(), DepartureProblem> {
    let grant = definition.raw().token_params.as_ref().and_then(|params| params.get("grant_type"));
    match grant.and_then(serde_json::Value::as_str) {
        None | Some("authorization_code") => Ok(()),
        Some(other) => Err(DepartureProblem::GrantType(other.to_owned())),
    }
}

fn standard(departing: &Departing<'_>, definition: &Definition, client: &Client) -> IndexMap<String, String> {
    let own = departing.subject.owner.and_then(|owner| owner.oauth_client());
    let scopes = departing.scopes.or_else(|| own.map(|own| own.scopes.as_slice())).unwrap_or_default();
    [
        ("response_type", "code"),
        ("client_id", &client.id),
        ("redirect_uri", departing.subject.redirect_uri),
        ("scope", &scopes.join(definition.scope_separator())),
        ("state", departing.state),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into_iter()
    .collect()
}

fn add_definition(
    parameters: &mut IndexMap<String, String>,
    definition: &Definition,
    templates: &Templates,
    mode: AuthMode,
) -> Result<(), DefinitionProblem> {
    for (name, value) in templates.parameters(definition.raw().authorization_params.as_ref())? {
        if mode == AuthMode::McpOAuth2 && BOUND_FOR_MCP.contains(&name.as_str()) {
            continue;
        }
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        parameters.insert(name, text);
    }
    Ok(())
}

/// What the session or the request adds; `undefined` removes.
fn add_request(parameters: &mut IndexMap<String, String>, departing: &Departing<'_>) {
    if departing.subject.provider.key.as_str() == "slack" && !departing.user_scopes.is_empty() {
        parameters.insert("user_scope".into(), departing.user_scopes.join(","));
    }
    for (name, value) in departing.authorization_params {
        if BOUND.contains(&name.as_str()) {
            continue;
        }
        if value == "undefined" {
            parameters.shift_remove(name);
        } else {
            parameters.insert(name.clone(), value.clone());
        }
    }
}

/// The finished text: what the definition says about scopes, fragment, replacements and empty parameters, in its order.
fn finish(
    base: &Url,
    parameters: &IndexMap<String, String>,
    definition: &Definition,
) -> Result<String, DefinitionProblem> {
    let raw = definition.raw();
    let raw_scope = parameters.get("scope").filter(|_| definition.skips_encoding("scopes"));
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(base.query_pairs().filter(|(name, _)| !parameters.contains_key(name.as_ref())));
    query.extend_pairs(parameters.iter().filter(|(name, _)| raw_scope.is_none() || *name != "scope"));
    let mut query = query.finish();
    if let Some(scope) = raw_scope {
        query.push_str("&scope=");
        query.push_str(&unbreakable(scope));
    }

    let mut page = base.clone();
    page.set_query(None);
    page.set_fragment(None);
    let mut text = match raw.authorization_url_fragment.as_deref().filter(|fragment| !fragment.is_empty()) {
        Some(fragment) => format!("{page}#{fragment}?{query}"),
        None => format!("{page}?{query}"),
    };
    for (from, to) in raw.authorization_url_replacements.iter().flatten() {
        text = text.replacen(from.as_str(), to, 1);
    }
    if raw.authorization_url_skip_empty == Some(true) {
        text = without_empty(&text);
    }
    let is_sound = Url::parse(&text).is_ok_and(|url| url.origin() == base.origin());
    let problem = DefinitionProblem::Url { key: "authorization_url", problem: UrlError::Invalid };
    is_sound.then_some(text).ok_or(problem)
}

/// A text that goes into the query as it is, but cannot end its parameter.
fn unbreakable(scope: &str) -> String {
    scope.replace('%', "%25").replace(' ', "%20").replace('&', "%26").replace('#', "%23")
}

fn without_empty(text: &str) -> String {
    let Some((page, query)) = text.split_once('?') else { return text.to_owned() };
    let has_value = |pair: &&str| pair.split_once('=').is_some_and(|(_, value)| !value.is_empty());
    let kept: Vec<&str> = query.split('&').filter(has_value).collect();
    format!("{page}?{}", kept.join("&"))
}
