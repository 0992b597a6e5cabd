//! The caller's body: small ones are read, others pass through in pieces.

use std::io;

use actix_web::{
    HttpRequest,
    dev::Payload,
    error::PayloadError,
    http::{Method, header},
    web::{Bytes, BytesMut},
};
use futures_util::{StreamExt as _, stream};
use tokio::sync::mpsc;

use crate::{connection::proxy::Body, outbound::PassingBody, web::api::ApiError};

/// Bodies up to this size are read before the call begins.
const SMALL: u64 = 64 * 1024;
/// Pieces that are under way between the caller and the service.
const PIECES: usize = 8;

/// The body of a call; `GET` and its like have none (wire-protocol.md §7.1).
pub(super) async fn body(request: &HttpRequest, payload: Payload) -> Result<Body, ApiError> {
    let headers = request.headers();
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    let is_chunked = headers.contains_key(header::TRANSFER_ENCODING);
    let never = [Method::GET, Method::HEAD, Method::OPTIONS, Method::TRACE].contains(request.method());
    match length {
        _ if never => Ok(Body::Empty),
        Some(0) => Ok(Body::Empty),
        None if !is_chunked => Ok(Body::Empty),
        Some(length) if length <= SMALL => whole(payload).await,
        length => Ok(Body::Passing(passing(payload, length))),
    }
}

async fn whole(mut payload: Payload) -> Result<Body, ApiError> {
    let mut read = BytesMut::new();
    while let Some(piece) = payload.next().await {
        let piece = piece.map_err(|_| ApiError::bad_request("invalid_body", "The body could not be read"))?;
        read.extend_from_slice(&piece);
    }
    Ok(Body::Whole(read.freeze()))
}

/// The caller's connection belongs to this thread, the call does not: the pieces go through a short queue. Who does not
/// take them stops the caller.
fn passing(mut payload: Payload, length: Option<u64>) -> PassingBody {
    let (sender, mut receiver) = mpsc::channel::<io::Result<Bytes>>(PIECES);
    actix_web::rt::spawn(async move {
        while let Some(piece) = payload.next().await {
            let is_last = piece.is_err();
            if sender.send(piece.map_err(broken)).await.is_err() || is_last {
                break;
            }
        }
    });
    PassingBody { length, stream: Box::pin(stream::poll_fn(move |context| receiver.poll_recv(context))) }
}

fn broken(error: PayloadError) -> io::Error {
    match error {
        PayloadError::Io(error) => error,
        _ => io::ErrorKind::UnexpectedEof.into(),
    }
}
