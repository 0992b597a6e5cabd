//! Addresses that requests carry: documentation links, webhook targets, origins.
//!
//! Owns their form. Must not know where outbound calls may go: that is the outbound module's part.

use url::{Origin, Url};

use super::field::Field;
use super::issue::{Code, Fault, Issue};
use super::object::Read;

const DEPRECATED: &str = " (connection_config.webhook_url is deprecated: use webhook_url_override)";

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// A link for the end user's browser: http or https, and nothing else.
pub fn web_url(text: &str) -> Result<Url, Fault> {
    let url = Url::parse(text).map_err(|_| Fault::new(Code::InvalidFormat, "Invalid URL"))?;
    if is_web(&url) { Ok(url) } else { Err(Fault::custom("Must be an http or https URL")) }
}

/// A link that may be left empty, which is the same as leaving it out.
pub fn web_url_or_empty(text: &str) -> Result<Option<Url>, Fault> {
    if text.is_empty() { Ok(None) } else { web_url(text).map(Some) }
}

/// An origin as browsers write it: scheme, host, port; no path, no wildcard.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WebOrigin(String);

impl WebOrigin {
    /// Reads an origin and writes it as browsers do.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let refused = || Fault::custom("Must be an origin such as https://app.example.com");
        let url = Url::parse(text).map_err(|_| refused())?;
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let anonymous = url.username().is_empty() && url.password().is_none();
        // The text goes into a response header: `*` would widen it, `;` would end it.
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-_:[]".contains(c);
        let plain_host = url.host_str().is_some_and(|host| host.chars().all(plain));
        match url.origin() {
            origin @ Origin::Tuple(..) if is_web(&url) && bare && anonymous && plain_host => {
                Ok(Self(origin.ascii_serialization()))
            }
            _ => Err(refused()),
        }
    }

    /// The origin's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where webhooks go instead of the environment's own address, and which key said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookTarget {
    url: Url,
    path: Vec<String>,
}

impl WebhookTarget {
    /// The address.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The issue for a target that the outbound policy forbids.
    #[must_use]
    pub fn refused(&self, message: &str) -> Issue {
        Fault::custom(message).at(self.path.iter().cloned())
    }
}

/// A webhook target, or the empty text for none.
pub fn webhook_target(field: Field<'_, '_>) -> Read<Option<WebhookTarget>> {
    read_target(field, "")
}

/// The same at its deprecated place, which the issue names.
pub(super) fn deprecated_webhook_target(field: Field<'_, '_>) -> Read<Option<WebhookTarget>> {
    read_target(field, DEPRECATED)
}

fn read_target(field: Field<'_, '_>, suffix: &str) -> Read<Option<WebhookTarget>> {
    let Some(text) = field.raw().and_then(serde_json::Value::as_str) else {
        return Err(field.refuse(Fault::no_variant().with_suffix(suffix)));
    };
    if text.is_empty() {
        return Ok(None);
    }
    match Url::parse(text) {
        Ok(url) if is_web(&url) => Ok(Some(WebhookTarget { url, path: field.path().to_vec() })),
        Ok(_) => Err(field.refuse(Fault::custom("Webhooks need an http or https URL").with_suffix(suffix))),
        Err(_) => Err(field.refuse(Fault::no_variant().with_suffix(suffix))),
    }
}
