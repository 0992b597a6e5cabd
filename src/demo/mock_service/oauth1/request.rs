//! A signed request: read from header, body or query (RFC 5849 §3.5), and verified (§3.2).

use actix_web::{HttpRequest, http::header};
use percent_encoding::percent_decode_str;

use super::{
    super::Service,
    signature::{Method, base_string},
};
use crate::demo::mock_service::{
    client::{CLIENT_SECRET, Client},
    parameters::{Parameters, content_type},
};

/// Everything that was signed, and the signature.
pub(super) struct SignedRequest {
    method: String,
    address: String,
    pairs: Vec<(String, String)>,
}

/// Why it is not believed: said in `oauth_problem`.
pub(super) type Problem = &'static str;

impl SignedRequest {
    pub(super) fn read(service: &Service, request: &HttpRequest, body: &[u8]) -> Self {
        let mut pairs = in_header(request);
        let form = content_type(request) == "application/x-www-form-urlencoded";
        let body = if form { Parameters::from_form(body) } else { Parameters::default() };
        for source in [Parameters::from_query(request), body] {
            pairs.extend(source.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
        let address = format!("{}{}", service.issuer, request.path());
        Self { method: request.method().to_string(), address, pairs }
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let value = self.pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        value.filter(|value| !value.is_empty())
    }

    /// Who signed it, if `token_secret` is what they should have signed it with. A nonce works once.
    pub(super) fn verify(&self, service: &Service, token_secret: &str) -> Result<Client, Problem> {
        let client = self.get("oauth_consumer_key").and_then(Client::find).ok_or("consumer_key_unknown")?;
        if !matches!(self.get("oauth_version"), None | Some("1.0")) {
            return Err("version_rejected");
        }
        let method = self.get("oauth_signature_method").and_then(Method::parse);
        let method = method.ok_or("signature_method_rejected")?;
        let signed = self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let signed = signed.filter(|(name, _)| !matches!(*name, "oauth_signature" | "realm"));
        let expected =
            method.sign(&base_string(&self.method, &self.address, signed), CLIENT_SECRET, token_secret);
        if self.get("oauth_signature") != Some(&expected) {
            return Err("signature_invalid");
        }
        if method == Method::HmacSha1 {
            self.is_fresh(service)?;
        }
        Ok(client)
    }

    fn is_fresh(&self, service: &Service) -> Result<(), Problem> {
        let seconds = self.get("oauth_timestamp").and_then(|text| text.parse().ok());
        let nonce = self.get("oauth_nonce").ok_or("parameter_absent")?;
        let key = format!("{} {nonce}", self.get("oauth_token").unwrap_or_default());
        service.oauth1.take_nonce(seconds.ok_or("parameter_absent")?, key)
    }
}

pub(in crate::demo::mock_service) fn is_signed(request: &HttpRequest) -> bool {
    header_value(request).is_some()
}

fn header_value(request: &HttpRequest) -> Option<&str> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, rest) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("OAuth").then_some(rest)
}

fn in_header(request: &HttpRequest) -> Vec<(String, String)> {
    let plain = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let parts = header_value(request).unwrap_or_default().split(',');
    let pairs = parts.filter_map(|part| part.trim().split_once('='));
    pairs.map(|(name, value)| (plain(name), plain(value.trim_matches('"')))).collect()
}
