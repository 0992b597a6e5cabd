//! Signature Version 4 of a whole request, over all of its headers.
//!
//! Why not the crate `aws-sigv4`: it brings eleven others, for what is half a page beside the signatures that
//! definitions write in their templates (`provider/interpolate/sigv4.rs`).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use url::Url;
use zeroize::Zeroizing;

use crate::{
    auth::AwsKeys,
    clock::Timestamp,
    provider::interpolate::{SigV4Scope, canonical_parameters, sigv4_authorization, sigv4_date},
};

/// All but the unreserved characters of RFC 3986 and the slash.
const RESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');
/// Headers that those in between may change, or that are about one connection only.
const UNSIGNED: [&str; 7] = [
    "authorization",
    "connection",
    "content-length",
    "expect",
    "transfer-encoding",
    "user-agent",
    "x-amzn-trace-id",
];

/// What is sent as the body.
#[derive(Clone, Copy)]
pub enum Payload<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// What nobody has read yet. S3 takes that over TLS; other services do not.
    Unsigned,
}

/// Whether a service takes a body that is not signed.
#[must_use]
pub fn takes_unsigned(service: &str) -> bool {
    service == "s3"
}

/// A request as it is about to leave.
#[derive(Clone, Copy)]
pub struct Outgoing<'a> {
    /// The method, in capitals.
    pub method: &'a str,
    /// The address, with its query.
    pub url: &'a Url,
    /// All headers so far, names in lower case.
    pub headers: &'a [(String, SecretString)],
    /// The body.
    pub payload: Payload<'a>,
}

/// The headers that sign a request: they replace those of the same name.
#[must_use]
pub fn sign(
    keys: &AwsKeys,
    region: &str,
    service: &str,
    request: Outgoing<'_>,
    now: Timestamp,
) -> Vec<(String, SecretString)> {
    let payload_hash = match request.payload {
        Payload::Bytes(bytes) => hex::encode(Sha256::digest(bytes)),
        Payload::Unsigned => "UNSIGNED-PAYLOAD".to_owned(),
    };
    let mut own: Vec<(String, SecretString)> = vec![
        ("x-amz-content-sha256".to_owned(), payload_hash.as_str().into()),
        ("x-amz-date".to_owned(), sigv4_date(now).into()),
    ];
    own.extend(keys.session_token.clone().map(|token| ("x-amz-security-token".to_owned(), token)));
    let is_replaced = |name: &str| own.iter().any(|(other, _)| other == name);
    let kept =
        request.headers.iter().filter(|(name, _)| !is_replaced(name) && !UNSIGNED.contains(&name.as_str()));
    let signed: Vec<(&str, &str)> =
        kept.chain(&own).map(|(name, value)| (name.as_str(), value.expose_secret())).collect();
    let scope = SigV4Scope { access_key_id: &keys.access_key_id, region, service };
    let (canonical, names) =
        canonical(request.method, request.url, &path(request.url, service), &signed, &payload_hash);
    let value = sigv4_authorization(&scope, keys.secret_access_key.expose_secret(), &canonical, &names, now);
    own.extend(value.map(|value| ("authorization".to_owned(), SecretString::from(value.as_str()))));
    own
}

/// S3 wants the path encoded once, all others the encoded path encoded again.
fn path(url: &Url, service: &str) -> String {
    let encode = |text: &str| utf8_percent_encode(text, &RESERVED).to_string();
    if service == "s3" {
        let plain: Vec<u8> = percent_decode_str(url.path()).collect();
        percent_encoding::percent_encode(&plain, &RESERVED).to_string()
    } else {
        encode(url.path())
    }
}

/// The canonical request, and the names of the headers in it. The host is added.
fn canonical(
    method: &str,
    url: &Url,
    path: &str,
    headers: &[(&str, &str)],
    payload_hash: &str,
) -> (Zeroizing<String>, String) {
    let host = url.host_str().unwrap_or_default();
    let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    let mut headers: Vec<(&str, String)> = headers
        .iter()
        .filter(|(name, _)| *name != "host")
        .map(|(name, value)| (*name, one_blank(value)))
        .collect();
    headers.push(("host", host));
    headers.sort();
    let names: Vec<&str> = headers.iter().map(|(name, _)| *name).collect();
    let names = names.join(";");
    let mut lines = Zeroizing::new(String::new());
    for (name, value) in &headers {
        for part in [name, ":", value.as_str(), "\n"] {
            lines.push_str(part);
        }
    }
    let query = canonical_parameters(url.query().unwrap_or_default());
    let text = format!("{method}\n{path}\n{}\n{}\n{names}\n{payload_hash}", *query, *lines);
    (Zeroizing::new(text), names)
}

/// No blanks around, one between.
fn one_blank(value: &str) -> String {
    value.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
