//! The only way out to other hosts: one client, guarded against private addresses. Knows no provider.
//!
//! Owns: which addresses may be reached, how long a call may take, what of an answer may be shown.
//! Must not know: providers, connections, the database, pages.

mod address;
mod base_url_policy;
mod certificate;
mod client;
mod collector;
mod error;
mod guard;
mod limits;
mod policy;
mod redact;
mod redirect;
mod request;
mod resolver;
mod response;
mod stream;
mod tally;
mod tls;

pub use address::AddressKind;
pub use base_url_policy::{BadBaseUrlPolicy, BaseUrlPolicy};
pub use certificate::{BadCertificate, ClientCertificate};
pub use client::OutboundClient;
pub use collector::{Collector, CollectorProblem};
pub use error::{ForbiddenReason, OutboundError, RequestError};
pub use limits::Limits;
pub use policy::{AllowedTarget, BadAllowList, BadAllowedTarget, OutboundPolicy};
pub use redact::redact;
pub use request::OutboundRequest;
pub use reqwest::{
    Method, StatusCode,
    header::{HeaderMap, HeaderName, HeaderValue},
};
pub use resolver::Resolver;
pub use response::OutboundResponse;
pub use stream::{AnswerBody, PassingBody, RequestBody, StreamError, StreamRequest, StreamedAnswer};

#[cfg(test)]
pub(crate) mod tests;
