//! The one client. Redirects are followed here, each hop through the guard.

use std::sync::Arc;

use reqwest::{
    Client, Method, Response, StatusCode,
    header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue, LOCATION, USER_AGENT},
    redirect,
};
use rustls::ClientConfig;
use secrecy::{ExposeSecret as _, SecretSlice};
use url::Url;
use zeroize::Zeroizing;

use super::{
    error::{ForbiddenReason, OutboundError},
    guard::{Guard, Target},
    limits::{Gate, Limits},
    policy::OutboundPolicy,
    request::OutboundRequest,
    resolver::Resolver,
    response::OutboundResponse,
};

const OUR_USER_AGENT: &str = concat!("connect-ui/", env!("CARGO_PKG_VERSION"));

/// Calls other hosts. Cheap to clone; all clones share their limits.
#[derive(Clone, Debug)]
pub struct OutboundClient(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    guard: Guard,
    limits: Limits,
    gate: Gate,
    tls: ClientConfig,
}

/// One hop of a call.
struct Hop {
    request: OutboundRequest,
    left_origin: bool,
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
        let gate = Gate::new(&limits);
        let guard = Guard { policy, resolver };
        Ok(Self(Arc::new(Inner { guard, limits, gate, tls: super::tls::client_config()? })))
    }

    /// Makes the call and reads the whole answer. Any status is an answer.
    pub async fn send(&self, request: OutboundRequest) -> Result<OutboundResponse, OutboundError> {
        let call = self.0.follow(Hop { request, left_origin: false });
        tokio::time::timeout(self.0.limits.total, call).await.unwrap_or(Err(OutboundError::TimedOut))
    }
}

impl Inner {
    async fn follow(&self, mut hop: Hop) -> Result<OutboundResponse, OutboundError> {
        hop.request.headers.entry(USER_AGENT).or_insert(HeaderValue::from_static(OUR_USER_AGENT));
        for _ in 0..=self.limits.redirects {
            let host = hop.request.url.host_str().ok_or(OutboundError::BadUrl)?;
            let _permit = self.gate.enter(host)?;
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
        let client = self.pinned(target)?;
        let mut call =
            client.request(request.method.clone(), request.url.clone()).headers(request.headers.clone());
        if let Some(body) = &request.body {
            call = call.body(body.expose_secret().to_vec());
        }
        call.send().await.map_err(|error| classify(&error))
    }

    fn pinned(&self, target: &Target) -> Result<Client, OutboundError> {
        let builder = Client::builder()
            .tls_backend_preconfigured(self.tls.clone())
            .redirect(redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .http1_only()
            .pool_max_idle_per_host(0)
            .retry(reqwest::retry::never())
            .connect_timeout(self.limits.connect)
            .resolve_to_addrs(&target.host, &target.addresses);
        builder.build().map_err(|_| OutboundError::Tls)
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

impl Hop {
    /// The next hop. Another origin gets nothing but what kind of answer we accept and who we are.
    fn redirected(self, url: Url, status: StatusCode) -> Result<Self, OutboundError> {
        let Self { mut request, left_origin } = self;
        let keeps_method = matches!(status, StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT);
        if !keeps_method && request.method != Method::HEAD {
            request.method = Method::GET;
            request.body = None;
            for name in [CONTENT_TYPE, CONTENT_LENGTH] {
                request.headers.remove(name);
            }
        }
        let leaves = url.origin() != request.url.origin();
        if leaves {
            if request.body.is_some() {
                return Err(OutboundError::Forbidden(ForbiddenReason::BodyToOtherOrigin));
            }
            request.headers = anonymous(&request.headers);
            request.definition_port = None;
        }
        request.url = url;
        Ok(Self { request, left_origin: left_origin || leaves })
    }
}

/// The headers that tell nothing about the user.
fn anonymous(headers: &HeaderMap) -> HeaderMap {
    let kept = [ACCEPT, USER_AGENT].into_iter();
    kept.filter_map(|name| headers.get(&name).cloned().map(|value| (name, value))).collect()
}

/// Where a redirect leads; `None` for an answer that is none.
fn redirect_target(response: &Response, from: &Url) -> Result<Option<Url>, OutboundError> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = response.headers().get(LOCATION) else {
        return Ok(None);
    };
    let location = location.to_str().map_err(|_| OutboundError::BadUrl)?;
    from.join(location).map(Some).map_err(|_| OutboundError::BadUrl)
}

/// The kind of a failure. The error itself names the address and stays here.
fn classify(error: &reqwest::Error) -> OutboundError {
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
