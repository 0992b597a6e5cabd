//! AWS Signature Version 4 of a request, as the value of its authorization header.

use zeroize::Zeroizing;

use super::{
    context::RequestFacts,
    dates,
    digest::{hmac_sha256, sha256_hex},
};
use crate::clock::Timestamp;

/// Whose key signs, and for what it is good.
#[derive(Clone, Copy, Debug)]
pub struct CredentialScope<'a> {
    /// The key's name.
    pub access_key_id: &'a str,
    /// The region of the request.
    pub region: &'a str,
    /// Its service.
    pub service: &'a str,
}

/// The request as AWS normalises it.
pub(super) struct CanonicalRequest<'a> {
    pub facts: &'a RequestFacts,
    pub host: &'a str,
}

impl CanonicalRequest<'_> {
    fn signed_headers(&self) -> &'static str {
        if self.facts.content_type.is_empty() { "host;x-amz-date" } else { "content-type;host;x-amz-date" }
    }

    fn text(&self, date: &str) -> Zeroizing<String> {
        let RequestFacts { method, path, url_canonical_params, content_type, body, .. } = self.facts;
        let content_type = match content_type.as_str() {
            "" => String::new(),
            value => format!("content-type:{}\n", value.trim()),
        };
        Zeroizing::new(format!(
            "{method}\n{path}\n{}\n{content_type}host:{}\nx-amz-date:{date}\n\n{}\n{}",
            **url_canonical_params,
            self.host,
            self.signed_headers(),
            *sha256_hex(body.as_bytes()),
        ))
    }
}

/// The value of the authorization header of a request that a definition's template signs.
pub(super) fn authorization(
    scope: &CredentialScope<'_>,
    secret: &str,
    request: &CanonicalRequest<'_>,
    now: Timestamp,
) -> Option<Zeroizing<String>> {
    sign(scope, secret, &request.text(&sigv4_date(now)), request.signed_headers(), now)
}

/// The value of `x-amz-date`.
#[must_use]
pub fn sigv4_date(now: Timestamp) -> String {
    dates::format("YYYYMMDDTHHmmss[Z]", now)
}

/// `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…` of a canonical request.
#[must_use]
pub fn sign(
    scope: &CredentialScope<'_>,
    secret: &str,
    canonical_request: &str,
    signed_headers: &str,
    now: Timestamp,
) -> Option<Zeroizing<String>> {
    let date = sigv4_date(now);
    let day = &date[..8];
    let credential_scope = format!("{day}/{}/{}/aws4_request", scope.region, scope.service);
    let hashed_request = sha256_hex(canonical_request.as_bytes());
    let to_sign = format!("AWS4-HMAC-SHA256\n{date}\n{credential_scope}\n{}", *hashed_request);

    let first_key = Zeroizing::new(format!("AWS4{secret}"));
    let mut key = hmac_sha256(day.as_bytes(), first_key.as_bytes())?;
    for part in [scope.region, scope.service, "aws4_request"] {
        key = hmac_sha256(part.as_bytes(), &key)?;
    }
    let signature = hex::encode(hmac_sha256(to_sign.as_bytes(), &key)?.as_slice());
    Some(Zeroizing::new(format!(
        "AWS4-HMAC-SHA256 Credential={}/{credential_scope}, SignedHeaders={signed_headers}, Signature={signature}",
        scope.access_key_id,
    )))
}
