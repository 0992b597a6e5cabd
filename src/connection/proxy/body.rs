//! Which bodies are kept: those that are signed or written anew, and those that may have to be sent again. All others
//! pass through.

use bytes::Bytes;
use futures_util::{StreamExt as _, stream};

use super::{Call, ProxyProblem, Subject};
use crate::{auth::placement::CallBody, outbound::PassingBody};

/// The largest body that is kept.
const MOST: usize = 10_000_000;

/// A body as it came.
pub enum Body {
    /// None.
    Empty,
    /// Known whole: it can be signed, written anew, sent again.
    Whole(Bytes),
    /// Larger, or of unknown length.
    Passing(PassingBody),
}

/// What was read of a body.
enum Read {
    All(Bytes),
    /// There is more than is kept.
    Begun(PassingBody),
}

/// The body of a call, and what of it passes.
pub(super) async fn take(
    subject: &Subject,
    call: &mut Call,
) -> Result<(CallBody, Option<PassingBody>), ProxyProblem> {
    let content_type = call.content_type.clone();
    let must_be_known = subject.needs_whole_body(call);
    let passing = match std::mem::replace(&mut call.body, Body::Empty) {
        Body::Empty => return Ok((CallBody::Empty, None)),
        Body::Whole(bytes) => return Ok((CallBody::Whole { bytes, content_type }, None)),
        Body::Passing(passing) => passing,
    };
    let is_kept = must_be_known || call.retries > 0;
    let read = if is_kept { read(passing).await? } else { Read::Begun(passing) };
    match read {
        Read::All(bytes) => Ok((CallBody::Whole { bytes, content_type }, None)),
        Read::Begun(_) if must_be_known => Err(ProxyProblem::BodyTooLarge),
        Read::Begun(passing) => Ok((CallBody::Passing { content_type }, Some(passing))),
    }
}

async fn read(mut passing: PassingBody) -> Result<Read, ProxyProblem> {
    if passing.length.is_some_and(|length| length > MOST as u64) {
        return Ok(Read::Begun(passing));
    }
    let mut read = Vec::new();
    while let Some(piece) = passing.stream.next().await {
        read.extend_from_slice(&piece.map_err(|_| ProxyProblem::BodyBroken)?);
        if read.len() > MOST {
            let begin = stream::iter([Ok(Bytes::from(read))]);
            let stream = Box::pin(begin.chain(passing.stream));
            return Ok(Read::Begun(PassingBody { length: passing.length, stream }));
        }
    }
    Ok(Read::All(read.into()))
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Body")
    }
}
