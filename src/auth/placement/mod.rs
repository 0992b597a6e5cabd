//! An API call of the owner's backend, with the connection's credential put where its service wants it: header, query,
//! body, signature, certificate (provider-format.md §5.1 to §5.3, wire-protocol.md §7.2 and §7.3).
//!
//! Asks nobody. Must not know how a call is made, tried again, or answered.

mod base_url;
mod body;
mod content_type;
mod headers;
mod owner_key;
mod problem;
mod proof;
mod scope;

pub use body::CallBody;
pub use problem::PlacementProblem;

use url::Url;

use super::{
    ConnectionConfig, Credential, IntegrationCredential, ServiceContext, oauth2::client_credentials,
};
use crate::{
    outbound::{ClientCertificate, HeaderMap, Method},
    provider::{
        AuthMode, Provider,
        interpolate::{self, BuiltUrl, Context, address, call_facts, signs_body},
    },
};
use proof::Proof;

/// A call as the owner's backend asks for it, and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct ApiCall<'a> {
    /// The provider's definition.
    pub provider: &'a Provider,
    /// What proves the account.
    pub credential: &'a Credential,
    /// The connection's values.
    pub connection_config: &'a ConnectionConfig,
    /// The integration's own client, where [`needs_owner`] says so.
    pub owner: Option<&'a IntegrationCredential>,
    /// The integration's further values, where [`needs_owner`] says so.
    pub custom: &'a ConnectionConfig,
    /// The base URL that the caller wants instead of the definition's.
    pub base_url: Option<&'a Url>,
    /// Method.
    pub method: &'a Method,
    /// Path and query below the base URL, as they were sent.
    pub endpoint: &'a str,
    /// The caller's headers for the service.
    pub headers: &'a HeaderMap,
    /// The body.
    pub body: &'a CallBody,
}

/// A call that can be made. Any part may hold a secret.
pub struct PlacedCall {
    /// Address.
    pub url: Url,
    /// The port that may be called besides 443.
    pub definition_port: Option<u16>,
    /// Headers.
    pub headers: HeaderMap,
    /// The body, which the definition may have added to.
    pub body: CallBody,
    /// What is shown on connecting.
    pub certificate: Option<ClientCertificate>,
}

/// Whether the call needs the owner's side of the integration: its client, its further values.
#[must_use]
pub fn needs_owner(provider: &Provider) -> bool {
    let names_client = |text: &str| text.contains("${clientId") || text.contains("${clientSecret");
    let names_client_inside = |text: &str| text.contains("clientId}") || text.contains("clientSecret}");
    matches!(provider.auth_mode, AuthMode::OAuth1 | AuthMode::Tba | AuthMode::AwsSigV4)
        || !provider.integration_config.is_empty()
        || provider.proxy.headers.values().any(|text| names_client(text) || names_client_inside(text))
}

/// Whether the body must be known before the first byte of the call is sent: it is signed, written anew, or added to.
#[must_use]
pub fn needs_whole_body(
    provider: &Provider,
    credential: &Credential,
    incoming: Option<&str>,
    headers: &HeaderMap,
) -> bool {
    content_type::plan(provider, incoming, headers).rewrites
        || !provider.proxy.body.is_empty()
        || Proof::signs_body(credential)
        || provider.proxy.headers.values().any(|text| signs_body(text))
}

/// Puts credential and values into a call.
pub fn place(cx: &ServiceContext<'_>, call: &ApiCall<'_>) -> Result<PlacedCall, PlacementProblem> {
    let (now, random) = (cx.clock.now(), cx.random.uuid());
    let scope = scope::of(call);
    let context = Context::new(&scope, now, &random);
    let owner_key = owner_key::of(call, context);
    let query = call.provider.proxy.query.iter().map(|(name, value)| (name.clone(), body::text(value)));
    let query: Vec<(String, String)> = query.chain(owner_key.query()).collect();
    let BuiltUrl { url, definition_port } = address(base_url::of(call)?, call.endpoint, &query, context)?;
    let plan = content_type::plan(call.provider, call.body.kind(), call.headers);
    let body = body::place(call, &plan, context)?;
    let text = body.text();
    let kind = plan.content_type(&body);
    let facts = call_facts(call.method.as_str(), &url, call.endpoint, kind.unwrap_or_default(), text);
    let context = context.with_facts(&facts);
    let proof = Proof::of(call)?;
    let mut headers = headers::place(call, &proof, &owner_key, kind, context)?;
    proof.sign(cx, call, &url, &mut headers, &body)?;
    Ok(PlacedCall { url, definition_port, headers, body, certificate: certificate(call)? })
}

/// What is shown on connecting, where the service asks for it (provider-format.md §8.1).
fn certificate(call: &ApiCall<'_>) -> Result<Option<ClientCertificate>, PlacementProblem> {
    match call.credential {
        Credential::OAuth2ClientCredentials(credentials) if call.provider.require_client_certificate => {
            client_credentials::certificate(&credentials.client).map_err(|_| PlacementProblem::Certificate)
        }
        _ => Ok(None),
    }
}

impl std::fmt::Debug for PlacedCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PlacedCall")
            .field("origin", &self.url.origin().ascii_serialization())
            .finish_non_exhaustive()
    }
}

/// A template's text; nothing where a name has no value.
fn filled(template: &str, context: Context<'_>) -> Option<secrecy::SecretString> {
    let rendered = interpolate::path(template, context);
    rendered.is_complete().then(|| rendered.into_secret())
}
