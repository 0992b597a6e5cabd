//! A body has to arrive in time: who sends it byte by byte holds no connection for longer.

use std::{io, task::Poll, time::Duration};

use actix_web::{
    Error,
    body::MessageBody,
    dev::{Payload, ServiceRequest, ServiceResponse},
    error::PayloadError,
    middleware::Next,
    web::Data,
};
use futures_util::{FutureExt as _, StreamExt as _, stream};

use super::{proxy, state::State};

/// How long a body may take. The largest form fits into it on a slow mobile line.
pub const BODY_DEADLINE: Duration = Duration::from_secs(30);

/// The middleware.
pub async fn body_deadline(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let (request, payload) = request.into_parts();
    let deadline = request.app_data::<Data<State>>().map(|state| state.body_deadline);
    let payload = match (payload, deadline) {
        (Payload::None, _) | (_, None) => Payload::None,
        (payload, Some(deadline)) => in_time(payload, deadline, proxy::is_call(request.path())),
    };
    next.call(ServiceRequest::from_parts(request, payload)).await
}

/// A body that passes through may take as long as it likes, if it goes on.
fn in_time(mut payload: Payload, deadline: Duration, passes: bool) -> Payload {
    let mut late = Box::pin(tokio::time::sleep(deadline));
    let timed = stream::poll_fn(move |context| match payload.poll_next_unpin(context) {
        Poll::Pending if late.poll_unpin(context).is_ready() => {
            Poll::Ready(Some(Err(PayloadError::Io(io::ErrorKind::TimedOut.into()))))
        }
        answer => {
            if passes && answer.is_ready() {
                late.as_mut().reset(tokio::time::Instant::now() + deadline);
            }
            answer
        }
    });
    Payload::Stream { payload: Box::pin(timed) }
}
