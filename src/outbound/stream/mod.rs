//! Calls whose bodies pass through: nothing of them is kept but what is under way. The same guard, limits of their own.

mod answer;
mod pool;
mod request;

pub use answer::{AnswerBody, StreamedAnswer};
pub use request::{PassingBody, RequestBody, StreamRequest};

use reqwest::{
    Body, Response, StatusCode,
    header::{CONTENT_LENGTH, HeaderValue, USER_AGENT},
};
use url::Url;

use super::{
    client::{Inner, OUR_USER_AGENT, OutboundClient, classify},
    error::OutboundError,
    redirect::{redirect_target, redirected_headers, turns_into_get},
};
pub(super) use pool::Pool;

/// Why a call brought no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StreamError {
    /// As for any call.
    #[error(transparent)]
    Call(#[from] OutboundError),
    /// The service wants the body at another address, and it has passed through already.
    #[error("a redirect asks for a body that has passed through")]
    BodyHasPassed,
}

impl OutboundClient {
    /// Makes the call; the answer's body has not been read yet. Any status is an answer.
    pub async fn stream(&self, request: StreamRequest) -> Result<StreamedAnswer, StreamError> {
        let outcome = self.stream_on(request).await;
        let _counted = match &outcome {
            Ok(answer) => Some(self.0.tally.note(Ok(answer.status))),
            Err(StreamError::Call(error)) => Some(self.0.tally.note(Err(*error))),
            Err(StreamError::BodyHasPassed) => None,
        };
        outcome
    }

    async fn stream_on(&self, mut request: StreamRequest) -> Result<StreamedAnswer, StreamError> {
        request.headers.entry(USER_AGENT).or_insert(HeaderValue::from_static(OUR_USER_AGENT));
        let inner = &*self.0;
        for _ in 0..=inner.limits.redirects {
            let host = request.url.host_str().ok_or(OutboundError::BadUrl)?;
            let permit = inner.pool.gate.enter(host).await?;
            let body = request.take_body();
            let response = inner.open(&request, body).await?;
            let Some(url) = redirect_target(&response, &request.url)? else {
                return Ok(StreamedAnswer::new(response, permit, inner.limits.idle));
            };
            follow(&mut request, url, response.status())?;
        }
        Err(OutboundError::TooManyRedirects.into())
    }
}

/// The next hop. Another origin gets nothing that tells about the user, unless the caller has said that it may.
fn follow(request: &mut StreamRequest, url: Url, status: StatusCode) -> Result<(), StreamError> {
    if turns_into_get(&mut request.method, &mut request.headers, status) {
        request.body = RequestBody::Empty;
    }
    if matches!(request.body, RequestBody::Passing(_)) {
        return Err(StreamError::BodyHasPassed);
    }
    let leaves = url.origin() != request.url.origin();
    let may_tell = request.keeps_headers && (url.scheme() == "https" || request.url.scheme() == "http");
    if leaves && !may_tell {
        let has_body = !matches!(request.body, RequestBody::Empty);
        request.headers = redirected_headers(&request.headers, has_body)?;
        request.certificate = None;
    }
    if leaves {
        request.definition_port = None;
    }
    request.url = url;
    Ok(())
}

impl Inner {
    async fn open(&self, request: &StreamRequest, body: RequestBody) -> Result<Response, OutboundError> {
        let (client, patience) = (self.client_for(request), self.limits.patience(&body));
        let client = tokio::time::timeout(self.limits.total, client);
        let client = client.await.unwrap_or(Err(OutboundError::TimedOut))?;
        let mut call =
            client.request(request.method.clone(), request.url.clone()).headers(request.headers.clone());
        match body {
            RequestBody::Empty => {}
            RequestBody::Whole(bytes) => call = call.body(bytes),
            RequestBody::Passing(passing) => {
                if let Some(length) = passing.length {
                    call = call.header(CONTENT_LENGTH, length);
                }
                call = call.body(Body::wrap_stream(passing.stream));
            }
        }
        let response = tokio::time::timeout(patience, call.send()).await;
        response.map_err(|_| OutboundError::TimedOut)?.map_err(|error| classify(&error))
    }
}
