//! The headers of a call: the mode's own proof, the definition's over it, the caller's over both (provider-format.md §5.2).

use secrecy::{ExposeSecret as _, SecretString};

use super::{ApiCall, PlacementProblem, owner_key::OwnerKey, proof::Proof};
use crate::{
    outbound::{HeaderMap, HeaderName, HeaderValue},
    provider::interpolate::{Context, call_headers},
};

/// What belongs to one connection between two machines, or is told by the address and the body themselves.
const OURS: &[&str] = &[
    "connection",
    "content-length",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

pub(super) fn place(
    call: &ApiCall<'_>,
    proof: &Proof<'_>,
    owner_key: &OwnerKey,
    content_type: Option<&str>,
    context: Context<'_>,
) -> Result<HeaderMap, PlacementProblem> {
    let mut headers = HeaderMap::with_capacity(16);
    if let Proof::Header(value) = proof {
        set(&mut headers, "authorization", value)?;
    }
    let own = &call.provider.proxy.headers;
    let templates = own.iter().map(|(name, template)| (name.as_str(), template.as_str()));
    for (name, value) in call_headers(templates, context) {
        set(&mut headers, &name, &value)?;
    }
    if let OwnerKey::Header(name, value) = owner_key {
        set(&mut headers, name, value)?;
    }
    for (name, value) in call.headers {
        let is_definitions = name == "user-agent" && headers.contains_key(name);
        if !is_definitions && !OURS.contains(&name.as_str()) {
            headers.insert(name, value.clone());
        }
    }
    if let Some(content_type) = content_type {
        set(&mut headers, "content-type", &SecretString::from(content_type))?;
    }
    Ok(headers)
}

/// Sets a header that may hold a secret.
pub(super) fn set(headers: &mut HeaderMap, name: &str, value: &SecretString) -> Result<(), PlacementProblem> {
    let problem = || PlacementProblem::Header(name.to_owned());
    let value = HeaderValue::from_bytes(value.expose_secret().as_bytes());
    let mut value = value.map_err(|_| problem())?;
    value.set_sensitive(true);
    headers.insert(HeaderName::from_bytes(name.as_bytes()).map_err(|_| problem())?, value);
    Ok(())
}
