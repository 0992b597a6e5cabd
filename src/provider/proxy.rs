//! How a provider's API is called.

use indexmap::IndexMap;
use serde_json::Value;

use super::raw::{RawProxy, RawVerification};
use super::retry::RetryRules;
use super::schema::filled;

/// What every authenticated call carries. Texts are templates (see [`super::interpolate`]).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proxy {
    /// The address that endpoints are added to.
    pub base_url: Option<Box<str>>,
    /// Header templates by lower-case name.
    pub headers: IndexMap<String, String>,
    /// Parameters added to every URL.
    pub query: IndexMap<String, Value>,
    /// Values merged into every body.
    pub body: IndexMap<String, Value>,
    /// When a call is tried again.
    pub retry: Option<RetryRules>,
    /// Whether compressed answers are unpacked.
    pub decompress: bool,
    /// Whether a redirect to another origin takes the headers along.
    pub forward_headers_on_redirect: bool,
    /// The call that tries credentials.
    pub verification: Option<Verification>,
}

/// The call that tries credentials before they are stored. The first endpoint that answers 2xx decides.
#[derive(Clone, Debug, PartialEq)]
pub struct Verification {
    /// The method.
    pub method: VerificationMethod,
    /// Paths below the base URL, tried in turn.
    pub endpoints: Vec<String>,
    /// Another base URL for these calls.
    pub base_url_override: Option<Box<str>>,
    /// Headers beside the proxy's own.
    pub headers: IndexMap<String, String>,
    /// The body of a `POST`.
    pub data: Option<IndexMap<String, Value>>,
}

/// The methods that verifications use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VerificationMethod {
    /// `GET`
    #[default]
    Get,
    /// `POST`
    Post,
}

impl Proxy {
    /// Judges the raw map. The error is a reason to disable its provider.
    pub(super) fn judge(raw: RawProxy) -> Result<Self, String> {
        Ok(Self {
            base_url: filled(raw.base_url),
            headers: raw.headers.unwrap_or_default(),
            query: raw.query.unwrap_or_default(),
            body: raw.body.unwrap_or_default(),
            retry: raw.retry.map(RetryRules::judge),
            decompress: raw.decompress.unwrap_or(false),
            forward_headers_on_redirect: raw.forward_headers_on_redirect.unwrap_or(false),
            verification: raw.verification.map(judge_verification).transpose()?.flatten(),
        })
    }
}

fn judge_verification(raw: RawVerification) -> Result<Option<Verification>, String> {
    let method = match raw.method.as_deref().unwrap_or("GET") {
        "GET" => VerificationMethod::Get,
        "POST" => VerificationMethod::Post,
        other => return Err(format!("unknown verification method `{other}`")),
    };
    let endpoints = raw.endpoints.unwrap_or_default();
    Ok((!endpoints.is_empty()).then(|| Verification {
        method,
        endpoints,
        base_url_override: filled(raw.base_url_override),
        headers: raw.headers.unwrap_or_default(),
        data: raw.data,
    }))
}
