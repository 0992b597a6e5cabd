//! URLs from templates, built part by part: a value never leaves the part of the URL in which the template has it.

use std::fmt;

use percent_encoding::percent_decode_str;
use url::Url;
use zeroize::Zeroizing;

use super::{
    authority::Authority,
    context::Context,
    renderer::{Renderer, split_fallback},
    template::{self, Mode},
    url_parts::Values,
};

/// How a value is written into a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueEncoding {
    /// Like `encodeURIComponent`: authorization, token and refresh URLs.
    Component,
    /// Slashes stay: base URLs of API calls, endpoints, and URLs whose skip list names `base_url`.
    Path,
}

/// Why no URL came of a template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UrlError {
    /// Placeholders without a value; an empty text is none.
    #[error("no value for {}", .0.join(", "))]
    Unresolved(Vec<String>),
    /// A value that cannot stand in the host of a URL.
    #[error("the value of {0} is no host name")]
    NotAHost(String),
    /// A value that must be a whole URL and is none.
    #[error("the value of {0} is no URL")]
    NotAUrl(String),
    /// A value that would leave its place in the path.
    #[error("the path would hold a '.' or '..' segment")]
    DotSegment,
    /// The result is no URL, or not on the host that the template says.
    #[error("the template makes no URL")]
    Invalid,
}

/// A URL made of a template. Its text may hold a secret, so only its origin is printed.
#[derive(Clone)]
pub struct BuiltUrl {
    /// The URL.
    pub url: Url,
    /// The port that the definition itself writes, if it writes one.
    pub definition_port: Option<u16>,
}

impl fmt::Debug for BuiltUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BuiltUrl").field(&self.url.origin().ascii_serialization()).finish()
    }
}

/// The part of a base URL with `||` that applies: the first one if the first `connectionConfig` value that the
/// template names is there, else the second.
#[must_use]
pub fn choose_base_url<'t>(template: &'t str, context: Context<'_>) -> &'t str {
    let mut parts = template.split("||").map(str::trim);
    let (Some(first), Some(second), true) = (parts.next(), parts.next(), template.contains("${")) else {
        return template;
    };
    let Some((_, after)) = template.split_once("connectionConfig.") else {
        return second;
    };
    let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(after.len());
    let name = format!("connectionConfig.{}", &after[..end]);
    if context.scope.is_truthy(&name) { first } else { second }
}

/// The URL of a template: values percent-encoded, empty ones missing, `||` a fallback, the prefixes
/// `connectionConfig.` and `credentials.` optional.
pub fn make_url(template: &str, context: Context<'_>, encoding: ValueEncoding) -> Result<BuiltUrl, UrlError> {
    let nodes = template::parse(template, Mode::Path);
    let values = Values { renderer: Renderer::new(context, Mode::Path), encoding };
    let Some((left, right)) = split_fallback(&nodes) else {
        return values.base(&nodes)?.finish("");
    };
    let side = if values.any_present(&left) { left } else { right };
    values.base(&side)?.finish("")
}

/// A base URL as text, with what must still be true of it once a path was added.
pub(super) struct Base {
    pub text: Zeroizing<String>,
    pub authority: Authority,
}

impl Base {
    /// The URL of this base and the text that follows it.
    pub(super) fn finish(&self, tail: &str) -> Result<BuiltUrl, UrlError> {
        let text = Zeroizing::new(format!("{}{tail}", *self.text));
        refuse_dot_segments(&text)?;
        let url = Url::parse(&text).map_err(|_| UrlError::Invalid)?;
        if !self.authority.holds_for(&url) {
            return Err(UrlError::Invalid);
        }
        Ok(BuiltUrl { url, definition_port: self.authority.definition_port })
    }
}

/// The URL parser would resolve such segments, also encoded ones, and leave the path of the definition.
fn refuse_dot_segments(text: &str) -> Result<(), UrlError> {
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let is_dot = |segment: &str| {
        let decoded = percent_decode_str(segment).decode_utf8_lossy();
        decoded == "." || decoded == ".."
    };
    if path.split(['/', '\\']).any(is_dot) { Err(UrlError::DotSegment) } else { Ok(()) }
}
