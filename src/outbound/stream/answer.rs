//! An answer whose body is read as it comes.

use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use reqwest::{Response, StatusCode, header::HeaderMap};
use tokio::time::{Instant, Sleep};

use crate::outbound::{client::classify, error::OutboundError, limits::Permit};

/// An answer that has begun.
pub struct StreamedAnswer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// How long the body is, where the service says so.
    pub length: Option<u64>,
    /// The body.
    pub body: AnswerBody,
}

/// The body of an answer. Dropping it ends the call.
pub struct AnswerBody {
    pieces: Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>> + Send>>,
    idle: Duration,
    late: Pin<Box<Sleep>>,
    _permit: Permit,
}

impl StreamedAnswer {
    pub(super) fn new(mut response: Response, permit: Permit, idle: Duration) -> Self {
        let (status, length) = (response.status(), response.content_length());
        let headers = std::mem::take(response.headers_mut());
        let pieces = Box::pin(response.bytes_stream());
        let late = Box::pin(tokio::time::sleep(idle));
        Self { status, headers, length, body: AnswerBody { pieces, idle, late, _permit: permit } }
    }
}

impl AnswerBody {
    /// Reads to the end, or as far as `limit` bytes go; then there is nothing.
    pub async fn read_up_to(mut self, limit: usize) -> Option<Bytes> {
        let mut read = Vec::new();
        while let Some(piece) = self.next().await {
            let piece = piece.ok()?;
            if read.len() + piece.len() > limit {
                return None;
            }
            read.extend_from_slice(&piece);
        }
        Some(read.into())
    }
}

impl Stream for AnswerBody {
    type Item = Result<Bytes, OutboundError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.pieces.as_mut().poll_next(context) {
            Poll::Ready(piece) => {
                let until = Instant::now() + self.idle;
                self.late.as_mut().reset(until);
                Poll::Ready(piece.map(|piece| piece.map_err(|error| classify(&error))))
            }
            Poll::Pending if self.late.as_mut().poll(context).is_ready() => {
                Poll::Ready(Some(Err(OutboundError::TimedOut)))
            }
            Poll::Pending => Poll::Pending,
        }
    }
}

impl fmt::Debug for AnswerBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AnswerBody")
    }
}

impl fmt::Debug for StreamedAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamedAnswer").field("status", &self.status).finish_non_exhaustive()
    }
}
