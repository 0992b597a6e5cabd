//! A call whose body may pass through.

use std::{fmt, io, pin::Pin};

use bytes::Bytes;
use futures_util::Stream;
use reqwest::{Method, header::HeaderMap};
use url::Url;

use crate::outbound::ClientCertificate;

/// A call to make. Any part may hold a secret: only method and origin are printed.
pub struct StreamRequest {
    /// Method.
    pub method: Method,
    /// Address.
    pub url: Url,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: RequestBody,
    /// The port that may be called besides 443.
    pub definition_port: Option<u16>,
    /// What is shown on connecting.
    pub certificate: Option<ClientCertificate>,
    /// Whether a redirect to another origin takes headers and body along.
    pub keeps_headers: bool,
}

/// The body of a call.
pub enum RequestBody {
    /// None.
    Empty,
    /// One that can be sent again.
    Whole(Bytes),
    /// One that passes through, once.
    Passing(PassingBody),
}

/// A body on its way.
pub struct PassingBody {
    /// Its length, where that is known.
    pub length: Option<u64>,
    /// Its pieces; an error ends the call.
    pub stream: Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>,
}

impl StreamRequest {
    /// The body for this hop. One that passes leaves nothing behind but the fact.
    pub(super) fn take_body(&mut self) -> RequestBody {
        let gone = || {
            let stream = Box::pin(futures_util::stream::empty());
            RequestBody::Passing(PassingBody { length: None, stream })
        };
        match &self.body {
            RequestBody::Empty => RequestBody::Empty,
            RequestBody::Whole(bytes) => RequestBody::Whole(bytes.clone()),
            RequestBody::Passing(_) => std::mem::replace(&mut self.body, gone()),
        }
    }
}

impl fmt::Debug for StreamRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamRequest")
            .field("method", &self.method)
            .field("origin", &self.url.origin().ascii_serialization())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Empty",
            Self::Whole(_) => "Whole",
            Self::Passing(_) => "Passing",
        })
    }
}
