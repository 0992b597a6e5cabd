//! `ANY /proxy/*`: a call to a service's API on behalf of a connection (wire-protocol.md §7).
//!
//! Owns reading the call and handing on the answer. Must not know how credentials are placed or calls tried again. What
//! comes back is never a page of ours: no cookie, no policy and no permission of the service reaches our origin.

mod answer;
mod incoming;
mod input;
mod problem;

use actix_web::{
    Error, HttpRequest, HttpResponse,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header,
    middleware::Next,
    web::{Data, Payload, ServiceConfig, route},
};

pub use answer::Passed;

use super::{api::ApiCaller, error::WebError, state::State};
use crate::connection::proxy;

const PREFIX: &str = "/proxy";

/// The address.
pub fn configure(config: &mut ServiceConfig) {
    config.route("/proxy/{endpoint:.*}", route().to(handle));
}

/// Whether a path is a call to a service.
#[must_use]
pub fn is_call(path: &str) -> bool {
    path.strip_prefix(PREFIX).is_some_and(|rest| rest.starts_with('/'))
}

/// The middleware around compression: answers of services pass as they are, piece by piece.
pub async fn uncompressed(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if is_call(request.path()) {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    next.call(request).await
}

async fn handle(
    state: Data<State>,
    caller: ApiCaller,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, WebError> {
    caller.require(&["proxy"])?;
    let asked = input::read(request.headers())?;
    let body = incoming::body(&request, payload.into_inner()).await?;
    let call = asked.call(&request, body)?;
    let origin = state.public_url.origin();
    let (policy, subjects) = (&state.base_url_override, &state.proxied);
    let outcome =
        Box::pin(proxy::call(&state.services, origin.as_str(), &caller.environment, policy, subjects, call))
            .await;
    match outcome {
        Ok(answered) => Ok(answer::pass(answered, request.method())),
        Err(problem) => Err(problem::told(&request, problem)),
    }
}
