//! Trying a credential against its service before anything is stored (provider-format.md §5.6).
//!
//! The first endpoint that answers 2xx accepts. What comes back is what a person can act on, never the raw answer.

use secrecy::ExposeSecret;

use super::{ConnectionConfig, Credential, ServiceContext, oauth2::client_credentials};
use crate::{
    outbound::{ClientCertificate, Method, OutboundError},
    provider::{
        AuthMode, Provider, Proxy, Verification, VerificationMethod,
        interpolate::{PlacementError, RequestTemplate, Scope, Value, place},
    },
};

/// What a service made of a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It accepted it.
    Accepted,
    /// Its definition names no call to try it with.
    NotDeclared,
}

/// Why a credential is not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckFailure {
    /// The service answered that it does not accept it (401, 403 and their like).
    Refused {
        /// The HTTP status.
        status: u16,
        /// The host that answered.
        host: String,
    },
    /// The service answered something that says nothing about the credential.
    Unclear {
        /// The HTTP status.
        status: u16,
        /// The host that answered.
        host: String,
    },
    /// No answer came.
    NoAnswer {
        /// Why.
        error: OutboundError,
        /// The host that was asked, where the address could be built.
        host: Option<String>,
    },
    /// The definition and the values give no request.
    NoRequest,
}

/// Tries a credential; what it may not be told from is logged nowhere.
pub async fn check(
    context: ServiceContext<'_>,
    provider: &Provider,
    credential: &Credential,
    config: &ConnectionConfig,
) -> Result<Checked, CheckFailure> {
    let Some(verification) = &provider.proxy.verification else { return Ok(Checked::NotDeclared) };
    let scope = scope(credential, config);
    let certificate = certificate(provider, credential).map_err(|()| CheckFailure::NoRequest)?;
    let mut failure = CheckFailure::NoRequest;
    for endpoint in &verification.endpoints {
        let template = template(provider, &provider.proxy, verification, endpoint);
        match try_endpoint(context, &template, &scope, certificate.as_ref()).await {
            Ok(()) => return Ok(Checked::Accepted),
            Err(next) => failure = failure.or_worse(next),
        }
    }
    Err(failure)
}

impl CheckFailure {
    /// Of two endpoints' failures, the one that tells a person more: a refusal before silence.
    fn or_worse(self, other: Self) -> Self {
        let weight = |failure: &Self| match failure {
            Self::NoRequest => 0,
            Self::NoAnswer { .. } => 1,
            Self::Unclear { .. } => 2,
            Self::Refused { .. } => 3,
        };
        if weight(&other) > weight(&self) { other } else { self }
    }
}

async fn try_endpoint(
    context: ServiceContext<'_>,
    template: &RequestTemplate,
    scope: &Scope,
    certificate: Option<&ClientCertificate>,
) -> Result<(), CheckFailure> {
    let placed = place(template, scope, context.clock.now(), &context.random.uuid()).map_err(|problem| {
        log_problem(&problem);
        CheckFailure::NoRequest
    })?;
    let host = placed.url.host_str().unwrap_or_default().to_owned();
    let mut request = placed.into_outbound().map_err(|_| CheckFailure::NoRequest)?;
    if let Some(certificate) = certificate {
        request = request.with_client_certificate(certificate.clone());
    }
    let response = context
        .outbound
        .send(request)
        .await
        .map_err(|error| CheckFailure::NoAnswer { error, host: Some(host.clone()) })?;
    let status = response.status.as_u16();
    match status {
        // After a redirect to another origin the credential was left behind: the answer says nothing about it.
        _ if response.left_origin => Err(CheckFailure::Unclear { status, host }),
        200..=299 => Ok(()),
        400..=499 if status != 408 && status != 429 => Err(CheckFailure::Refused { status, host }),
        _ => Err(CheckFailure::Unclear { status, host }),
    }
}

/// What the client shows on connecting, where the service asks for it (provider-format.md §8.1).
fn certificate(provider: &Provider, credential: &Credential) -> Result<Option<ClientCertificate>, ()> {
    match credential {
        Credential::OAuth2ClientCredentials(credentials) if provider.require_client_certificate => {
            client_credentials::certificate(&credentials.client).map_err(drop)
        }
        _ => Ok(None),
    }
}

fn log_problem(problem: &PlacementError) {
    tracing::warn!(%problem, "a definition and the values of its form give no request");
}

/// The names that templates of proxy and verification may use (provider-format.md §3.4).
fn scope(credential: &Credential, config: &ConnectionConfig) -> Scope {
    let mut own = Scope::new();
    match credential {
        Credential::ApiKey { key } => own.insert("apiKey", key.expose_secret()),
        Credential::Basic { username, password } => {
            own.insert("username", username.expose_secret());
            own.insert("password", password.expose_secret());
        }
        Credential::OAuth2(token) => own.insert("accessToken", token.access_token.expose_secret()),
        Credential::OAuth2ClientCredentials(credentials) => {
            own.insert("accessToken", credentials.token.expose_secret());
        }
        Credential::App(token) => own.insert("accessToken", token.access_token.expose_secret()),
        Credential::TwoStep(token) => own.insert("accessToken", token.token.expose_secret()),
        Credential::Unauthenticated | Credential::OAuth2Pending | Credential::OAuth1 { .. } => {}
    }
    let credentials = match credential {
        Credential::ApiKey { .. } | Credential::Basic { .. } => own.clone(),
        _ => Scope::from_json(&credential.to_wire()),
    };
    let values = config.scope();
    own.with("credentials", Value::from(credentials))
        .with("connectionConfig", Value::from(values.clone()))
        .with("connection_config", Value::from(values))
}

fn template(
    provider: &Provider,
    proxy: &Proxy,
    verification: &Verification,
    endpoint: &str,
) -> RequestTemplate {
    let base_url = verification.base_url_override.as_deref().or(proxy.base_url.as_deref());
    let texts = |(name, value): (&String, &serde_json::Value)| {
        (name.clone(), value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    RequestTemplate {
        base_url: base_url.unwrap_or_default().to_owned(),
        endpoint: endpoint.to_owned(),
        method: match verification.method {
            VerificationMethod::Get => Method::GET,
            VerificationMethod::Post => Method::POST,
        },
        headers: proxy
            .headers
            .iter()
            .chain(&verification.headers)
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
        query: proxy.query.iter().map(texts).collect(),
        data: body(proxy, verification),
        default_basic: matches!(provider.auth_mode, AuthMode::Basic | AuthMode::InstallPlugin),
    }
}

/// A POST carries the verification's data, with the values that the proxy adds to every body.
fn body(proxy: &Proxy, verification: &Verification) -> Option<serde_json::Value> {
    if verification.method != VerificationMethod::Post {
        return None;
    }
    let data = verification.data.iter().flatten().chain(&proxy.body);
    let map: serde_json::Map<_, _> = data.map(|(name, value)| (name.clone(), value.clone())).collect();
    (!map.is_empty()).then_some(serde_json::Value::Object(map))
}
