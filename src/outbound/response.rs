//! An answer that came.

use std::fmt;

use reqwest::{StatusCode, header::HeaderMap};
use secrecy::{ExposeSecret as _, SecretSlice};

/// An answer, read to its end. The body may hold tokens: it is never printed, and wiped when dropped.
pub struct OutboundResponse {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Whether a redirect led to another origin: then credentials were left behind, and the answer tells nothing
    /// about them.
    pub left_origin: bool,
    pub(super) body: SecretSlice<u8>,
}

impl OutboundResponse {
    /// The body as it came. For machines: what people may see of it is `redact`'s to say.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.body.expose_secret()
    }

    /// The body as JSON.
    pub fn json<T: serde::de::DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_slice(self.body())
    }
}

impl fmt::Debug for OutboundResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutboundResponse").field("status", &self.status).finish_non_exhaustive()
    }
}
