//! The SDK's WebSocket at the public URL (wire-protocol.md §4.9): says hello with an id, later the one result of the
//! flow that was started with that id.
//!
//! Owns who listens. What came of a flow is the flow's own row: a result that nobody heard is not lost with a socket.

mod message;
mod registry;
mod relay;

use std::time::Duration;

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Payload},
};
use actix_ws::{AggregatedMessage, AggregatedMessageStream, CloseCode, Session};
use futures_util::StreamExt as _;
use tokio::sync::mpsc::UnboundedReceiver;

pub use message::SocketMessage;
pub use registry::Sockets;
pub use relay::relay;

use super::{error::WebError, state::State};

/// Proxies cut a connection that says nothing for a minute.
const PING: Duration = Duration::from_secs(25);
/// The client sends nothing but control frames.
const LARGEST_MESSAGE: usize = 1024;

/// Accepts the socket and says its id at once: the SDK's popup stays blank until then.
pub async fn accept(
    state: Data<State>,
    request: HttpRequest,
    body: Payload,
) -> Result<HttpResponse, WebError> {
    let (response, mut session, stream) =
        actix_ws::handle(&request, body).map_err(|error| WebError::Internal(error.to_string()))?;
    let id = state.services.random.uuid();
    let results = state.sockets.register(&id);
    actix_web::rt::spawn(async move {
        let acknowledged = session.text(SocketMessage::acknowledge(&id)).await;
        let mut reason = None;
        if acknowledged.is_ok() {
            let stream = stream.max_frame_size(LARGEST_MESSAGE).aggregate_continuations();
            tokio::select! {
                () = serve(&mut session, stream, results) => {}
                // What comes of the flow stands in its row; whoever connects again elsewhere goes on from there.
                () = state.drain.stopping() => reason = Some(CloseCode::Away.into()),
            }
        }
        state.sockets.forget(&id);
        let _ = session.close(reason).await;
    });
    Ok(response)
}

async fn serve(
    session: &mut Session,
    mut incoming: AggregatedMessageStream,
    mut results: UnboundedReceiver<String>,
) {
    let mut ping = tokio::time::interval(PING);
    let mut waits = true;
    loop {
        let goes_on = tokio::select! {
            message = incoming.next() => match message {
                Some(Ok(AggregatedMessage::Ping(bytes))) => session.pong(&bytes).await.is_ok(),
                Some(Ok(AggregatedMessage::Close(_)) | Err(_)) | None => false,
                Some(Ok(_)) => true,
            },
            // The client closes, after it has read the result.
            result = results.recv(), if waits => {
                waits = result.is_some();
                match result {
                    Some(text) => session.text(text).await.is_ok(),
                    None => true,
                }
            },
            _ = ping.tick() => session.ping(b"").await.is_ok(),
        };
        if !goes_on {
            return;
        }
    }
}
