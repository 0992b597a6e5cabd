//! A call to make.

use std::fmt;

use reqwest::{
    Method,
    header::{HeaderMap, HeaderName, HeaderValue},
};
use secrecy::{ExposeSecret as _, SecretSlice, SecretString};
use url::Url;

use super::{certificate::ClientCertificate, error::RequestError};

/// A call to make. Any part may hold a secret: only method and origin are printed.
#[derive(Clone)]
pub struct OutboundRequest {
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<SecretSlice<u8>>,
    pub(super) definition_port: Option<u16>,
    pub(super) certificate: Option<ClientCertificate>,
}

impl OutboundRequest {
    /// A call without headers and body.
    #[must_use]
    pub fn new(method: Method, url: Url) -> Self {
        Self { method, url, headers: HeaderMap::new(), body: None, definition_port: None, certificate: None }
    }

    /// Sets a header that holds no secret.
    pub fn with_header(self, name: &str, value: &str) -> Result<Self, RequestError> {
        self.set(name, value, false)
    }

    /// Sets a header that may hold a secret.
    pub fn with_secret_header(self, name: &str, value: &SecretString) -> Result<Self, RequestError> {
        self.set(name, value.expose_secret(), true)
    }

    /// Sets the body.
    #[must_use]
    pub fn with_body(self, body: &SecretString) -> Self {
        Self { body: Some(body.expose_secret().as_bytes().to_vec().into()), ..self }
    }

    /// Allows the port that the definition itself writes, besides 443.
    #[must_use]
    pub fn with_definition_port(self, definition_port: Option<u16>) -> Self {
        Self { definition_port, ..self }
    }

    /// Shows a certificate on connecting; a redirect to another origin leaves it behind.
    #[must_use]
    pub fn with_client_certificate(self, certificate: ClientCertificate) -> Self {
        Self { certificate: Some(certificate), ..self }
    }

    fn set(mut self, name: &str, value: &str, is_sensitive: bool) -> Result<Self, RequestError> {
        let name: HeaderName = name.parse().map_err(|_| RequestError::HeaderName(name.to_owned()))?;
        let value = HeaderValue::from_bytes(value.as_bytes());
        let mut value = value.map_err(|_| RequestError::HeaderValue(name.to_string()))?;
        value.set_sensitive(is_sensitive);
        self.headers.insert(name, value);
        Ok(self)
    }
}

impl fmt::Debug for OutboundRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutboundRequest")
            .field("method", &self.method)
            .field("origin", &self.url.origin().ascii_serialization())
            .finish_non_exhaustive()
    }
}
