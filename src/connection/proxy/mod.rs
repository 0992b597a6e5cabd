//! An API call on behalf of a connection (wire-protocol.md §7): found, refreshed, placed, made, tried again.
//!
//! Bodies pass through. A call whose body passes is made once: what has gone cannot be sent again.

mod body;
mod problem;
mod retry;
mod subject;

pub use body::Body;
pub use problem::ProxyProblem;
pub use subject::Subjects;

use std::sync::Arc;

use url::Url;

use super::{RefreshWish, conversation};
use crate::{
    auth::placement::{self, CallBody, PlacedCall},
    id::EnvironmentId,
    outbound::{BaseUrlPolicy, HeaderMap, Method, PassingBody, RequestBody, StreamRequest, StreamedAnswer},
    services::Services,
};
use retry::{Retries, Verdict};
use subject::Subject;

/// After so long, a credential is looked at again before the next attempt.
const STALE_MILLIS: i64 = 60_000;

/// What the owner's backend asks for.
#[derive(Debug)]
pub struct Call {
    /// The integration's key.
    pub integration_key: String,
    /// The connection's id.
    pub connection_id: String,
    /// Method.
    pub method: Method,
    /// Path and query below the base URL, as they were sent.
    pub endpoint: String,
    /// Headers for the service.
    pub headers: HeaderMap,
    /// The base URL in place of the definition's.
    pub base_url: Option<Url>,
    /// How often it is tried again.
    pub retries: u32,
    /// Statuses that are tried again beside the definition's.
    pub retry_on: Vec<u16>,
    /// Whether a redirect to another origin takes the headers along.
    pub keeps_headers: bool,
    /// Whether the answer will be unpacked here.
    pub decompress: bool,
    /// What the body says it is.
    pub content_type: Option<String>,
    /// The body.
    pub body: Body,
}

/// A service's answer, whatever it is.
#[derive(Debug)]
pub struct Answer {
    /// The answer.
    pub answer: StreamedAnswer,
    /// Whether the definition or the caller wants it unpacked.
    pub decompress: bool,
    /// Whether it would have been tried again, had its body not passed through.
    pub not_repeated: bool,
}

/// Makes a call; the service's answer is handed on as it comes, whatever its status.
pub async fn call(
    services: &Arc<Services>,
    public_origin: &str,
    environment: &EnvironmentId,
    policy: &BaseUrlPolicy,
    subjects: &Subjects,
    mut call: Call,
) -> Result<Answer, ProxyProblem> {
    check_base_url(policy, call.base_url.as_ref())?;
    let mut subject = subjects.find(services, public_origin, environment, &call).await?;
    let (body, mut passing) = body::take(&subject, &mut call).await?;
    let rules = subject.provider.proxy.retry.clone();
    let mut retries = Retries::new(rules, &call, passing.is_none());
    loop {
        let placed = subject.place(services, &call, &body)?;
        let host = placed.url.host_str().unwrap_or_default().to_owned();
        let decompress = call.decompress || subject.provider.proxy.decompress;
        let request = request(placed, &call, &subject, passing.take(), decompress);
        let answer = services.outbound.stream(request).await;
        match retries.judge(&services.clock, answer).await {
            Verdict::Final(Ok(answer), not_repeated) => {
                return Ok(Answer { answer, decompress, not_repeated });
            }
            Verdict::Final(Err(error), _) => return Err(ProxyProblem::NoAnswer { error, host }),
            Verdict::Again(wait) => services.clock.sleep(wait).await,
        }
        let age = services.clock.now().0.saturating_sub(subject.looked_at.0);
        if age >= STALE_MILLIS {
            subject = subjects.find(services, public_origin, environment, &call).await?;
        }
    }
}

fn check_base_url(policy: &BaseUrlPolicy, url: Option<&Url>) -> Result<(), ProxyProblem> {
    match (policy, url) {
        (BaseUrlPolicy::Off, Some(_)) => Err(ProxyProblem::OverrideOff),
        (policy, Some(url)) if !policy.allows(url) => Err(ProxyProblem::OverrideDenied),
        _ => Ok(()),
    }
}

fn request(
    placed: PlacedCall,
    call: &Call,
    subject: &Subject,
    passing: Option<PassingBody>,
    decompress: bool,
) -> StreamRequest {
    let body = match (passing, placed.body) {
        (Some(passing), _) => RequestBody::Passing(passing),
        (None, CallBody::Whole { bytes, .. }) => RequestBody::Whole(bytes),
        (None, CallBody::Empty | CallBody::Passing { .. }) => RequestBody::Empty,
    };
    let mut headers = placed.headers;
    if decompress && !headers.contains_key("accept-encoding") {
        headers.insert("accept-encoding", crate::outbound::HeaderValue::from_static("gzip, deflate, br"));
    }
    StreamRequest {
        method: call.method.clone(),
        url: placed.url,
        headers,
        body,
        definition_port: placed.definition_port,
        certificate: placed.certificate,
        keeps_headers: call.keeps_headers || subject.provider.proxy.forward_headers_on_redirect,
    }
}
