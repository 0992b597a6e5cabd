//! Names and values of a request, whether they stand in the address, in a form or in JSON.

use actix_web::{HttpRequest, http::header};
use serde_json::Value;
use url::form_urlencoded;

/// In the order in which they were sent; the first of a name counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parameters(Vec<(String, String)>);

impl Parameters {
    pub(super) fn from_query(request: &HttpRequest) -> Self {
        Self::from_form(request.query_string().as_bytes())
    }

    pub(super) fn from_form(text: &[u8]) -> Self {
        Self(form_urlencoded::parse(text).into_owned().collect())
    }

    /// Query and body together: some services take everything in the address.
    pub(super) fn read(request: &HttpRequest, body: &[u8]) -> Result<Self, &'static str> {
        let mut all = Self::from_body(request, body)?;
        all.0.extend(Self::from_query(request).0);
        Ok(all)
    }

    fn from_body(request: &HttpRequest, body: &[u8]) -> Result<Self, &'static str> {
        match content_type(request) {
            _ if body.is_empty() => Ok(Self::default()),
            "application/x-www-form-urlencoded" => Ok(Self::from_form(body)),
            "application/json" => Self::from_json(body),
            _ => Err("the body must be a form or JSON"),
        }
    }

    fn from_json(body: &[u8]) -> Result<Self, &'static str> {
        let Ok(Value::Object(members)) = serde_json::from_slice(body) else {
            return Err("the body must be a JSON object");
        };
        let texts = members.into_iter().filter_map(|(name, value)| match value {
            Value::String(text) => Some((name, text)),
            Value::Number(number) => Some((name, number.to_string())),
            _ => None,
        });
        Ok(Self(texts.collect()))
    }

    /// The value of a name, unless it is empty (RFC 6749 §3.1: as if it had been left out).
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let value = self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        value.filter(|value| !value.is_empty())
    }

    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// Without its parameters.
pub(super) fn content_type(request: &HttpRequest) -> &str {
    let value = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().split(';').next().unwrap_or_default().trim()
}
