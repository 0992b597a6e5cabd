//! What a template is filled from: the values, the moment, the random id, the request it belongs to.

use std::{borrow::Cow, fmt};

use zeroize::Zeroizing;

use super::{dates, scope::Scope, template::Mode};
use crate::clock::Timestamp;

/// Everything a template can refer to. Time and random id are fixed, so a date header and its signature agree.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The named values.
    pub scope: &'a Scope,
    /// The moment of the request.
    pub now: Timestamp,
    /// The request's random id, a UUID (version 4).
    pub random: &'a str,
    /// What is known of the request, for signatures.
    pub facts: Option<&'a RequestFacts>,
}

impl<'a> Context<'a> {
    /// A context outside any request.
    #[must_use]
    pub const fn new(scope: &'a Scope, now: Timestamp, random: &'a str) -> Self {
        Self { scope, now, random, facts: None }
    }

    /// The same context inside a request.
    #[must_use]
    pub const fn with_facts(self, facts: &'a RequestFacts) -> Self {
        Self { facts: Some(facts), ..self }
    }

    /// The text for a name. Facts of the request win inside functions, where alone definitions use them.
    pub(super) fn lookup(&self, name: &str, mode: Mode, in_function: bool) -> Option<Cow<'a, str>> {
        if let Some(text) = dates::now_form(name, self.now) {
            return Some(Cow::Owned(text));
        }
        if name == "random" {
            return Some(Cow::Borrowed(self.random));
        }
        let fact = || self.facts.and_then(|facts| facts.get(name)).map(Cow::Borrowed);
        let value = || match mode {
            Mode::Flat => self.scope.flat(name),
            Mode::Path => self.scope.path(name),
        };
        let found = if in_function { fact().or_else(value) } else { value().or_else(fact) };
        let empty_endpoint = || (mode == Mode::Path && name == "endpoint").then_some(Cow::Borrowed(""));
        found.or_else(empty_endpoint)
    }
}

/// The parts of a request that its own headers may sign.
#[derive(Clone, Default)]
pub struct RequestFacts {
    /// `GET`, `POST` …
    pub method: String,
    /// Host, with the port where it is not the scheme's.
    pub host: String,
    /// Path of the URL.
    pub path: String,
    /// The endpoint as the definition gives it.
    pub endpoint: String,
    /// Value of the content-type header, empty without one.
    pub content_type: String,
    /// Query parameters, decoded, sorted and encoded by RFC 3986.
    pub url_canonical_params: Zeroizing<String>,
    /// Form parameters of the body in the same form; any other body as it is sent.
    pub body_canonical_params: Zeroizing<String>,
    /// The body as it is sent.
    pub body: Zeroizing<String>,
}

impl RequestFacts {
    fn get(&self, name: &str) -> Option<&str> {
        Some(match name {
            "method" => &self.method,
            "host" => &self.host,
            "path" => &self.path,
            "endpoint" => &self.endpoint,
            "contentType" => &self.content_type,
            "bodyCanonicalParams" => &self.body_canonical_params,
            "params" if self.has_body_method() => &self.body_canonical_params,
            "urlCanonicalParams" | "params" => &self.url_canonical_params,
            _ => return None,
        })
    }

    fn has_body_method(&self) -> bool {
        matches!(self.method.as_str(), "POST" | "PUT" | "PATCH")
    }
}

impl fmt::Debug for RequestFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestFacts").field("method", &self.method).finish_non_exhaustive()
    }
}
