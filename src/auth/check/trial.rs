//! One call with a candidate credential, and what came of it.

use secrecy::SecretString;
use serde_json::Value;

use super::{CheckFailure, authorization, scope::scope};
use crate::{
    auth::{ConnectionConfig, Credential, ServiceContext, oauth2::client_credentials},
    outbound::{ClientCertificate, OutboundResponse},
    provider::{
        Provider, RefusalHint,
        interpolate::{PlacementError, RequestTemplate, Scope, place},
    },
};

/// A candidate credential.
pub(super) struct Trial<'a> {
    pub context: ServiceContext<'a>,
    pub provider: &'a Provider,
    pub credential: &'a Credential,
    pub config: &'a ConnectionConfig,
    scope: Scope,
    certificate: Option<ClientCertificate>,
}

/// What a service answered. Not printed: it may hold anything.
pub(super) struct Answer {
    response: OutboundResponse,
    host: String,
    hint: Option<RefusalHint>,
}

impl<'a> Trial<'a> {
    pub fn new(
        context: ServiceContext<'a>,
        provider: &'a Provider,
        credential: &'a Credential,
        config: &'a ConnectionConfig,
    ) -> Result<Self, CheckFailure> {
        let certificate = certificate(provider, credential)?;
        Ok(Self { context, provider, credential, config, scope: scope(credential, config), certificate })
    }

    /// Makes a call of the provider's API. Any status is an answer.
    pub async fn call(&self, template: &RequestTemplate) -> Result<Answer, CheckFailure> {
        self.send(template, None).await
    }

    /// Makes a call with a body of our own making: what was typed stands in it, and is not read as a template.
    pub async fn call_with(
        &self,
        template: &RequestTemplate,
        body: SecretString,
    ) -> Result<Answer, CheckFailure> {
        self.send(template, Some(body)).await
    }

    async fn send(
        &self,
        template: &RequestTemplate,
        body: Option<SecretString>,
    ) -> Result<Answer, CheckFailure> {
        let context = self.context;
        let placed = place(template, &self.scope, context.clock.now(), &context.random.uuid());
        let mut placed = placed.map_err(|problem| {
            log_problem(&problem);
            CheckFailure::NoRequest
        })?;
        placed.body = body.or(placed.body);
        authorization::add(context, self.credential, self.config, &mut placed)?;
        let host = placed.url.host_str().unwrap_or_default().to_owned();
        let mut request = placed.into_outbound().map_err(|_| CheckFailure::NoRequest)?;
        if let Some(certificate) = &self.certificate {
            request = request.with_client_certificate(certificate.clone());
        }
        match context.outbound.send(request).await {
            Ok(response) => {
                let hint = self.provider.hints.of_refusal(response.status.as_u16(), response.body());
                Ok(Answer { response, host, hint })
            }
            Err(error) => Err(CheckFailure::NoAnswer { error, host: Some(host) }),
        }
    }
}

impl Answer {
    /// Whether the status accepts the credential.
    pub fn by_status(&self) -> Result<(), CheckFailure> {
        match self.status() {
            // After a redirect to another origin the credential was left behind: the answer says nothing about it.
            _ if self.response.left_origin => Err(self.unclear()),
            200..=299 => Ok(()),
            400..=499 if !matches!(self.status(), 408 | 429) => Err(self.refused()),
            _ => Err(self.unclear()),
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.response.status.as_u16()
    }

    /// Whether a redirect led elsewhere.
    pub fn left_origin(&self) -> bool {
        self.response.left_origin
    }

    /// The body as JSON; a page where JSON is due says nothing about the credential.
    pub fn json(&self) -> Result<Value, CheckFailure> {
        self.response.json().map_err(|_| self.unclear())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.response.body()).into_owned()
    }

    /// The service does not accept the credential.
    pub fn refused(&self) -> CheckFailure {
        CheckFailure::Refused {
            status: self.refusal_status(),
            host: self.host.clone(),
            hint: self.hint.clone(),
        }
    }

    /// The answer says nothing about the credential.
    pub fn unclear(&self) -> CheckFailure {
        CheckFailure::Unclear { status: self.status(), host: self.host.clone() }
    }

    /// A refusal inside a 200 is what others say with 401; so people are told the same.
    fn refusal_status(&self) -> u16 {
        if self.response.status.is_success() { 401 } else { self.status() }
    }
}

/// What the client shows on connecting, where the service asks for it (provider-format.md §8.1).
fn certificate(
    provider: &Provider,
    credential: &Credential,
) -> Result<Option<ClientCertificate>, CheckFailure> {
    match credential {
        Credential::OAuth2ClientCredentials(credentials) if provider.require_client_certificate => {
            client_credentials::certificate(&credentials.client).map_err(|_| CheckFailure::NoRequest)
        }
        _ => Ok(None),
    }
}

fn log_problem(problem: &PlacementError) {
    tracing::warn!(%problem, "a definition and the values of its form give no request");
}
