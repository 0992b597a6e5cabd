//! The one client. Redirects are followed here, each hop through the guard.

use std::{fmt, sync::Arc};

use reqwest::{
    Client, ClientBuilder, Response,
    header::{HeaderValue, USER_AGENT},
};
use rustls::ClientConfig;
use secrecy::{ExposeSecret as _, SecretSlice};
use tracing::Instrument as _;
use zeroize::Zeroizing;

use super::{
    error::OutboundError,
    guard::{Guard, Target},
    limits::{Gate, Limits},
    policy::OutboundPolicy,
    redirect::{Hop, redirect_target},
    request::OutboundRequest,
    resolver::Resolver,
    response::OutboundResponse,
    stream::Pool,
    tally::Tally,
};

pub(super) const OUR_USER_AGENT: &str = concat!("connect-ui/", env!("CARGO_PKG_VERSION"));

/// Calls other hosts. Cheap to clone; all clones share their limits.
#[derive(Clone)]
pub struct OutboundClient(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) guard: Guard,
    pub(super) limits: Limits,
    gate: Gate,
    pub(super) pool: Pool,
    pub(super) tls: ClientConfig,
    pub(super) tally: Tally,
}

impl OutboundClient {
    /// A client with the default limits.
    pub fn new(policy: OutboundPolicy, resolver: Resolver) -> Result<Self, OutboundError> {
        Self::with_limits(policy, resolver, Limits::default())
    }

    /// A client with other limits.
    pub fn with_limits(
        policy: OutboundPolicy,
        resolver: Resolver,
        limits: Limits,
    ) -> Result<Self, OutboundError> {
        let gate = Gate::new(limits.concurrent, limits.concurrent_per_host, limits.wait);
        let tls = super::tls::client_config(resolver.authority())?;
        let (guard, pool) = (Guard { policy, resolver }, Pool::new(&limits));
        Ok(Self(Arc::new(Inner { guard, limits, gate, pool, tls, tally: Tally::default() })))
    }

    /// The same client where it trusts one root alone.
    #[cfg(test)]
    pub(crate) fn trusting(&self, root: &rustls::pki_types::CertificateDer<'static>) -> Self {
        let Inner { guard, limits, .. } = &*self.0;
        let gate = Gate::new(limits.concurrent, limits.concurrent_per_host, limits.wait);
        let tls = super::tls::client_config(Some(root)).unwrap();
        let (guard, limits, pool) = (guard.clone(), limits.clone(), Pool::new(limits));
        Self(Arc::new(Inner { guard, limits, gate, pool, tls, tally: Tally::default() }))
    }

    /// Whether a URL may be called: its name is looked up, nothing is sent.
    pub async fn check(&self, url: &url::Url) -> Result<(), OutboundError> {
        let check = self.0.guard.check(url, None);
        let target = tokio::time::timeout(self.0.limits.total, check).await;
        target.unwrap_or(Err(OutboundError::TimedOut)).map(drop)
    }

    /// Makes the call and reads the whole answer. Any status is an answer.
    pub async fn send(&self, request: OutboundRequest) -> Result<OutboundResponse, OutboundError> {
        let call = self.0.follow(Hop::first(request));
        let span = tracing::info_span!("call", outcome = tracing::field::Empty);
        let outcome = tokio::time::timeout(self.0.limits.total, call).instrument(span.clone()).await;
        let outcome = outcome.unwrap_or(Err(OutboundError::TimedOut));
        let name =
            self.0.tally.note(outcome.as_ref().map(|response| response.status).map_err(|error| *error));
        span.record("outcome", name);
        outcome
    }
}

impl fmt::Debug for OutboundClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutboundClient").field("policy", &self.0.guard.policy).finish_non_exhaustive()
    }
}

impl Inner {
    async fn follow(&self, mut hop: Hop) -> Result<OutboundResponse, OutboundError> {
        hop.request.headers.entry(USER_AGENT).or_insert(HeaderValue::from_static(OUR_USER_AGENT));
        for _ in 0..=self.limits.redirects {
            let host = hop.request.url.host_str().ok_or(OutboundError::BadUrl)?;
            let _permit = self.gate.enter(host).await?;
            let target = self.guard.check(&hop.request.url, hop.request.definition_port).await?;
            let response = self.once(&hop.request, &target).await?;
            hop = match redirect_target(&response, &hop.request.url)? {
                Some(url) => hop.redirected(url, response.status())?,
                None => return self.read(response, hop.left_origin).await,
            };
        }
        Err(OutboundError::TooManyRedirects)
    }

    /// One request to the addresses that were checked. A client of its own pins them, and shares nothing with
    /// other calls but the TLS sessions.
    async fn once(&self, request: &OutboundRequest, target: &Target) -> Result<Response, OutboundError> {
        let shown = request.certificate.as_ref();
        let tls = shown.map_or_else(|| self.tls.clone(), |shown| shown.applied_to(&self.tls));
        let client = self.pinned(target, tls).pool_max_idle_per_host(0).build();
        let client = client.map_err(|_| OutboundError::Tls)?;
        let mut call =
            client.request(request.method.clone(), request.url.clone()).headers(request.headers.clone());
        if let Some(body) = &request.body {
            call = call.body(body.expose_secret().to_vec());
        }
        call.send().await.map_err(|error| classify(&error))
    }

    /// A client that connects to nothing but these addresses.
    pub(super) fn pinned(&self, target: &Target, tls: ClientConfig) -> ClientBuilder {
        Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .http1_only()
            .retry(reqwest::retry::never())
            .connect_timeout(self.limits.connect)
            .resolve_to_addrs(&target.host, &target.addresses)
    }

    async fn read(
        &self,
        mut response: Response,
        left_origin: bool,
    ) -> Result<OutboundResponse, OutboundError> {
        let limit = self.limits.body_bytes;
        if response.content_length().is_some_and(|length| length > limit as u64) {
            return Err(OutboundError::TooLarge);
        }
        let mut body = Zeroizing::new(Vec::new());
        while let Some(chunk) = response.chunk().await.map_err(|error| classify(&error))? {
            if body.len() + chunk.len() > limit {
                return Err(OutboundError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        let body: SecretSlice<u8> = std::mem::take(&mut *body).into();
        let status = response.status();
        Ok(OutboundResponse { status, headers: std::mem::take(response.headers_mut()), left_origin, body })
    }
}

/// The kind of a failure. The error itself names the address and stays here.
pub(super) fn classify(error: &reqwest::Error) -> OutboundError {
    if error.is_timeout() {
        OutboundError::TimedOut
    } else if error.is_builder() {
        OutboundError::BadUrl
    } else if is_tls(error) {
        OutboundError::Tls
    } else {
        OutboundError::Unreachable
    }
}

/// TLS errors travel inside I/O errors, which do not name them as their source.
fn is_tls(error: &(dyn std::error::Error + 'static)) -> bool {
    let inside = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || inside.is_some_and(|inner| is_tls(inner))
        || error.source().is_some_and(is_tls)
}
